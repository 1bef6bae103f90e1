import Statute

/// Who is bound, and towards whom, as printed in an English sentence.
struct EnglishParties {
    private let sentence: EnglishSentence
    private let text: [Unicode.Scalar]

    init(_ sentence: EnglishSentence) {
        self.sentence = sentence
        text = sentence.text
    }

    private static let limit = 100
    private static let by = PhraseSet(.en, "by")
    private static let pronouns = PhraseSet(.en, "it|they|he|she|this|these|there|such")
    private static let phraseEnd = PhraseSet(
        .en,
        """
        for|in|before|after|by|when|where|that|which|who|as|on|at|to|with|and shall|and must|under|from|during|of the \
        source|if|unless|within|while|is|are|has|have|so|so as
        """)
    private static let toward = PhraseSet(.en, "to|with|for")
    private static let determiners = PhraseSet(
        .en,
        """
        the|a|an|any|its|their|them|it|public|state|local|national|other|others|another|relevant|competent|supervisory|\
        authorities|regulators|inspectors|security|departments|organs|investigat*|law enforcement
        """)

    /// The subject of the governing modal; "by …" when the thing itself is the subject.
    var actor: String? {
        let before = sentence.modalBefore
        let after = before == nil ? sentence.modals(in: sentence.rest).first : nil
        if let after, sentence.clause.contains(after.range.lowerBound) {
            return agentAfterBy(span(after.range.upperBound, text.count))
        }
        guard let modal = before ?? after else { return whoever }
        return subject(before: modal.range.lowerBound)
            ?? agentAfterBy(span(modal.range.upperBound, text.count))
    }

    /// "Whoever, an operator that …": the first noun phrase of a sentence without a modal.
    private var whoever: String? { nil }

    private func subject(before edge: Int) -> String? {
        // From the previous modal's end or a semicolon to this modal, less leading adverbial chunks.
        let start =
            text[..<edge].lastIndex { $0 == ";" || $0 == "\n" || $0 == ":" }.map { $0 + 1 } ?? 0
        let floor = sentence.modals.last { $0.range.upperBound <= edge }?.range.upperBound ?? start
        var chunks = text[max(start, min(floor, edge))..<edge].split(
            separator: ",", omittingEmptySubsequences: true)
        if floor > start, !chunks.isEmpty { chunks.removeFirst() }
        while let first = chunks.first {
            let opening = EnglishSentence.clauseStart(of: text, at: first.startIndex)
            guard EnglishWords.leadingAdverbial.begins(text, at: opening, limit: first.endIndex) else {
                break
            }
            let word = EnglishWords.leadingAdverbial.match(at: opening, in: text, limit: first.endIndex)
            if let word, text[word].asString == "and" || text[word].asString == "but" {
                chunks[0] = text[word.upperBound..<first.endIndex]
                continue
            }
            chunks.removeFirst()
        }
        guard let first = chunks.first, let last = chunks.last else {
            return floor > start
                ? subject(before: sentence.modals.first?.range.lowerBound ?? 0, unless: edge) : nil
        }
        return phrase(first.startIndex..<last.endIndex)
    }

    /// "…, and shall keep": the subject is that of the first modal.
    private func subject(before edge: Int, unless current: Int) -> String? {
        edge < current ? subject(before: edge) : nil
    }

    private func agentAfterBy(_ range: Range<Int>) -> String? {
        guard let by = Self.by.first(in: text, range) else { return nil }
        let rest = span(by.upperBound, range.upperBound)
        let end = text[rest].firstIndex { $0 == "," || $0 == "." || $0 == ";" } ?? rest.upperBound
        let stop = Self.phraseEnd.first(in: text, span(rest.lowerBound, end))?.lowerBound ?? end
        return phrase(span(rest.lowerBound, stop))
    }

    private func phrase(_ range: Range<Int>) -> String? {
        var range = trimmed(range)
        if let no = EnglishWords.subjectNo.match(at: range.lowerBound, in: text, limit: range.upperBound) {
            range = trimmed(no.upperBound..<range.upperBound)
        }
        if let relative = EnglishWords.relative.first(in: text, range), relative.lowerBound > range.lowerBound
        {
            range = trimmed(range.lowerBound..<relative.lowerBound)
        }
        if let number = enumerator(range) { range = trimmed(number..<range.upperBound) }
        guard !range.isEmpty, !Self.pronouns.begins(text, at: range.lowerBound, limit: range.upperBound)
        else {
            return nil
        }
        if range.count > Self.limit {
            let cut = text[range.prefix(Self.limit)].lastIndex(of: " ") ?? (range.lowerBound + Self.limit)
            range = range.lowerBound..<cut
        }
        return sentence.passage.string(range)
    }

    private func enumerator(_ range: Range<Int>) -> Int? {
        guard range.count > 3, text[range.lowerBound] == "(" else { return nil }
        return text[range.prefix(6)].firstIndex(of: ")").map { $0 + 1 }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, text[first] == " " || text[first] == "," { range = range.dropFirst() }
        while let last = range.last, text[last] == " " || text[last] == "," { range = range.dropLast() }
        return range
    }

    /// After to, with or for, when what follows is a noun phrase.
    var beneficiary: String? {
        let clause = sentence.clause
        let start =
            sentence.modalBefore.map { max($0.range.upperBound, clause.lowerBound) } ?? clause.lowerBound
        for word in Self.toward.all(in: text, span(start, clause.upperBound))
        where !word.overlaps(sentence.trigger) {
            let opening = EnglishSentence.clauseStart(of: text, at: word.upperBound)
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

    private static let article = PhraseSet(.en, "the|a|an|its|their")

    /// "to the testing body the source code": where the next noun phrase begins.
    private func secondNounPhrase(in range: Range<Int>) -> Int? {
        let all = Self.article.all(in: text, range)
        return all.dropFirst().first?.lowerBound
    }
}
