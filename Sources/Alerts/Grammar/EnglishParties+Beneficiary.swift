import Statute

/// Towards whom a duty is owed.
extension EnglishParties {
    private static let phraseEnd = PhraseSet(
        .en,
        """
        for|in|before|after|by|when|where|that|which|who|as|on|at|to|with|and shall|and must|under|from|during|\
        if|unless|within|while|is|are|has|have|so
        """)
    private static let toward = PhraseSet(.en, "to|with|for")
    private static let noTowards = PhraseSet(
        .en,
        "together with|accordance with|comply with|line with|along with|for the record|for the purpose|for the purposes|with the law|to the extent|with law"
    )
    private static let determiners = PhraseSet(
        .en,
        """
        the|a|an|any|its|their|public|state|local|national|other|others|another|relevant|competent|supervisory|\
        authorities|regulators|inspectors|security|departments|organs|investigat*|law enforcement
        """)
    private static let pronouns = PhraseSet(.en, "them|it|themselves|itself")
    private static let article = PhraseSet(.en, "the|a|an|its|their")

    /// After to, with or for, when what follows is a noun phrase; "to them" is the actor.
    var beneficiary: String? {
        let clause = sentence.clause
        let text = sentence.text
        let start =
            sentence.modalBefore.map { max($0.range.upperBound, clause.lowerBound) } ?? clause.lowerBound
        let blocked = Self.noTowards.all(in: text, clause)
        for word in Self.toward.all(in: text, span(start, clause.upperBound))
        where !word.overlaps(sentence.trigger) && !blocked.contains(where: { $0.overlaps(word) }) {
            let opening = EnglishSentence.clauseStart(of: text, at: word.upperBound)
            if Self.pronouns.begins(text, at: opening, limit: clause.upperBound) { return actor }
            guard Self.determiners.begins(text, at: opening, limit: clause.upperBound) else { continue }
            var end = clause.upperBound
            if opening < sentence.trigger.lowerBound { end = sentence.trigger.lowerBound }
            while end > opening, text[end - 1] == "." || text[end - 1] == ";" { end -= 1 }
            if let stop = Self.phraseEnd.first(in: text, span(opening, end)) { end = stop.lowerBound }
            if let second = secondNounPhrase(in: span(opening, end)) { end = second }
            guard end > opening, !span(opening, end).overlaps(sentence.trigger) else { continue }
            return phrase(opening..<end)
        }
        return nil
    }

    /// "to the testing body the source code": where the next noun phrase begins; "of the …" goes on with the first.
    private func secondNounPhrase(in range: Range<Int>) -> Int? {
        let text = sentence.text
        return Self.article.all(in: text, range).dropFirst().first { hit in
            hit.lowerBound < 3 || !text[(hit.lowerBound - 3)..<hit.lowerBound].elementsEqual(["o", "f", " "])
        }?.lowerBound
    }
}
