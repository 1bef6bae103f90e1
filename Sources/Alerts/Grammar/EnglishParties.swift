import Statute

/// Who is bound, and towards whom, as printed in an English sentence.
struct EnglishParties {
    let sentence: EnglishSentence
    let text: [Unicode.Scalar]

    init(_ sentence: EnglishSentence) {
        self.sentence = sentence
        text = sentence.text
    }

    /// The one of whom it is demanded; else the subject of the modal that governs, where it names somebody who acts;
    /// else who stands after "by".
    var actor: String? {
        let verdict = EnglishGrammar.verdict(sentence)
        switch verdict.rule {
        case .penaltyForBreach, .penaltyForDemand, .penaltyForHarm, .penaltyForAct:
            return punished.flatMap(phrase)
        case .powerToDemand:
            if let modal = governing, let party = demanded(after: modal) ?? complying { return phrase(party) }
        case .encouragement:
            if let modal = governing, let party = encouraged(by: modal) { return phrase(party) }
        default: break
        }
        if verdict.rule == .exemption, let party = whereParty { return phrase(party) }
        guard let modal = governing else { return stated.flatMap(phrase) }
        return bound(by: modal).flatMap(phrase)
    }

    /// The modal that tells what is owed: the one before the thing, or the main clause's where the thing stands in its
    /// condition or is its subject.
    private var governing: Modal? {
        let main = sentence.modals(in: sentence.rest).first
        if sentence.isConditional { return main ?? sentence.modalBefore }
        if let own = sentence.modals(in: span(sentence.clause.lowerBound, sentence.trigger.lowerBound)).last {
            return own
        }
        // The thing is the subject of its own clause.
        if let after = sentence.modals(in: sentence.afterInClause).first,
            sentence.modalBefore.map({ $0.range.upperBound <= sentence.passage.base }) ?? true
        {
            return after
        }
        return sentence.modalBefore ?? main
    }

    /// Who must, may or may not do what follows the modal.
    private func bound(by modal: Modal) -> Range<Int>? {
        if let party = namedBehind(modal) { return party }
        let subject = EnglishSubject(sentence).range(before: modal.range.lowerBound)
        switch EnglishVoice(after: modal, in: text) {
        case .active:
            if let party = seenTo(by: modal, subject) { return party }
            if let subject, EnglishSubject.isSomebody(text, subject, byDefault: true) { return subject }
        case .bindsSubject:
            if let subject, EnglishSubject.isSomebody(text, subject, byDefault: true) { return subject }
        case .demandsOfSubject where modal.kind != .prohibition:
            if let subject, EnglishSubject.isSomebody(text, subject, byDefault: true) { return subject }
        case .demandsOfSubject:
            // "Each Party shall ensure that no supplier is required to": who has to ensure it may not require it.
            if let earlier = sentence.modals.last(where: { $0.range.upperBound <= modal.range.lowerBound }),
                EnglishWords.ensuring.isFound(
                    in: text, span(earlier.range.upperBound, modal.range.lowerBound))
            {
                return bound(by: earlier)
            }
        case .passive: break
        }
        return agentAfterBy(span(modal.range.upperBound, clauseEnd(from: modal.range.upperBound)))
            ?? subject.flatMap { agentAfterBy($0) }
            ?? (subject == nil || opensConditionally ? openedWith(sentence.passage.own) : nil)
    }

    private var opensConditionally: Bool {
        sentence.isConditional || EnglishSentence.opensConditionally(text, sentence.passage.own)
    }

    /// "It is the duty of every supplier to …", "it shall be unlawful for an officer to …".
    private func namedBehind(_ modal: Modal) -> Range<Int>? {
        let words = text[modal.range].asString
        let start = modal.range.upperBound
        if !words.hasSuffix("duty of") {
            guard Self.impersonal.isFound(in: text, modal.range) || words.hasPrefix("it "),
                let preposition = Self.forSomebody.match(
                    at: EnglishSentence.clauseStart(of: text, at: start), in: text, limit: text.count)
            else { return nil }
            return nounPhrase(from: preposition.upperBound)
        }
        return nounPhrase(from: start)
    }

    private static let impersonal = PhraseSet(.en, "unlawful|illegal|offence|offense|prohibited|forbidden")
    private static let forSomebody = PhraseSet(.en, "for")

    /// From `start` to "to", a comma or the end, when it names somebody.
    func nounPhrase(from start: Int) -> Range<Int>? {
        let rest = span(start, clauseEnd(from: start))
        let end = Self.infinitive.first(in: text, rest)?.lowerBound ?? rest.upperBound
        let party = EnglishSubject.trimmed(text, span(start, end))
        guard EnglishSubject.isSomebody(text, party, byDefault: true) else { return nil }
        return party
    }

    static let infinitive = PhraseSet(.en, "to")

    func clauseEnd(from start: Int) -> Int {
        text[min(start, text.count)...].firstIndex { $0 == ";" || $0 == "." || $0 == ":" } ?? text.count
    }

    /// "Consent is not needed where a licensee …": no subject, but who is free stands in the "where" part.
    private var whereParty: Range<Int>? {
        let subject = governing.flatMap { EnglishSubject(sentence).range(before: $0.range.lowerBound) }
        guard let subject, EnglishSubject.isSomebody(text, subject, byDefault: true) else {
            guard let opener = Self.whereWord.first(in: text, sentence.rest) else { return nil }
            let words = EnglishAgents.words(of: text, span(opener.upperBound, text.count)).prefix(5)
            guard let last = words.last,
                let party = EnglishAgents.first(in: text, span(opener.upperBound, last.upperBound))
            else { return nil }
            return trimmed(span(opener.upperBound, party.upperBound))
        }
        return nil
    }

    private static let whereWord = PhraseSet(.en, "where|if|when")

    // MARK: penalties

    /// Whose breach is punished: the subject of the sentence, or of its "where" part, or of the words that open the list.
    private var punished: Range<Int>? {
        let passage = sentence.passage
        let opening = passage.base > 0 ? passage.leadIn : passage.own
        if let party = openedWith(opening) { return party }
        return passage.base > 0 ? openedWith(passage.own) : nil
    }

    /// No modal: "The State takes part in …", "Whoever …".
    private var stated: Range<Int>? {
        let passage = sentence.passage
        return openedWith(passage.own) ?? (passage.base > 0 ? openedWith(passage.leadIn) : nil)
    }

    /// The first party of a sentence: its subject, or that of "Where …".
    private func openedWith(_ range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty else { return nil }
        var start = EnglishSentence.clauseStart(of: text, at: range.lowerBound)
        if let item = itemNumber(at: start) { start = item }
        if let word = EnglishWords.leadingAdverbial.match(at: start, in: text, limit: range.upperBound) {
            start = word.upperBound
        }
        let end = text[span(start, range.upperBound)].firstIndex { $0 == "," || $0 == ";" || $0 == ":" }
        let head = span(start, end ?? range.upperBound)
        let words = EnglishAgents.words(of: text, head).prefix(Self.headWords)
        guard let last = words.last, let party = EnglishAgents.first(in: text, span(start, last.upperBound))
        else { return nil }
        let name = span(party.lowerBound, fullName(party, within: head))
        return EnglishSubject.trimmed(text, span(start, extended(name, within: head)))
    }

    /// In how many words of a sentence its first party must stand.
    private static let headWords = 7

    /// "the State cyberspace administration": the State is not yet the whole name.
    private func fullName(_ party: Range<Int>, within range: Range<Int>) -> Int {
        guard text[party].asString == "state" else { return party.upperBound }
        for word in EnglishAgents.words(of: text, span(party.upperBound, range.upperBound)).prefix(3) {
            if EnglishAgents.isSomebody(text[word], byDefault: false) { return word.upperBound }
            if text[word].last == "s" || Self.stops.isFound(in: text, word) { break }
        }
        return party.upperBound
    }

    private func itemNumber(at start: Int) -> Int? {
        guard start < text.count, text[start] == "(",
            let close = text[start...].prefix(6).firstIndex(of: ")")
        else { return nil }
        return EnglishSentence.clauseStart(of: text, at: close + 1)
    }

    /// "the maker of a seized device", "operators of critical information infrastructure": what belongs to a name.
    func extended(_ party: Range<Int>, within range: Range<Int>) -> Int {
        var end = party.upperBound
        while let link = Self.links.match(
            at: EnglishSentence.clauseStart(of: text, at: end), in: text, limit: range.upperBound)
        {
            let words = EnglishAgents.words(of: text, span(link.upperBound, range.upperBound))
            var last = end
            let isOne = text[party].last != "s"
            for word in words.prefix(6) {
                // "an operator of a network buys …": a verb.
                if isOne, last != end, text[word].last == "s", text[word].dropLast().last != "s",
                    text[link].asString == "of", !EnglishAgents.isSomebody(text[word], byDefault: false)
                {
                    break
                }
                if text[last..<word.lowerBound].contains(where: { $0 == "," || $0 == ";" || $0 == "." }) {
                    if last != end { break }
                }
                if Self.verbal.isFound(in: text, word) || Self.stops.isFound(in: text, word) { break }
                last = word.upperBound
                if text[link].asString != "of", EnglishAgents.isSomebody(text[word], byDefault: false) {
                    break
                }
            }
            guard last > end else { break }
            if text[link].asString != "of", EnglishAgents.first(in: text, span(link.upperBound, last)) == nil
            {
                break
            }
            end = last
        }
        return end
    }

    private static let links = PhraseSet(.en, "of|and|or")
    static let stops = PhraseSet(
        .en,
        """
        in|on|under|by|with|to|for|from|within|at|that|which|who|whose|where|when|if|and|or|as|after|before|shall|may|must|\
        is|are|has|have|does|do|not|without|into|upon|during|of
        """)
    private static let verbal = PhraseSet(
        .en,
        """
        fails|fail|refuses|refuse|violates|violate|contravenes|contravene|leaks|leak|conceals|demands|requires|requests|\
        provides|stores|obtains|uses|sells|transfers|discloses|discovers|finds|collects|breaches|evades|obstructs|\
        publishes|suffers|intends|wishes|sends|processes|handles|operates|neglects|abuses|divulges|steals|forces
        """)

    // MARK: by

    /// Participles whose "by" tells who made the rule and not who must act.
    private static let madeBy = PhraseSet(
        .en,
        """
        accordance|formulated|organized|organised|issued|prescribed|designated|approved|provided for|required|\
        specified|stipulated|laid down|made|determined|authorised|authorized|accredited|recognised|recognized|appointed|\
        licensed|published|set|adopted|established|defined|given|notified|permitted|ordered
        """)
    private static let by = PhraseSet(.en, "by")

    func agentAfterBy(_ range: Range<Int>) -> Range<Int>? {
        for by in Self.by.all(in: text, range) {
            let before = span(max(range.lowerBound, by.lowerBound - 14), by.lowerBound)
            if Self.madeBy.ends(text, at: max(0, by.lowerBound - 1), from: before.lowerBound) { continue }
            let rest = span(by.upperBound, range.upperBound)
            let end = text[rest].firstIndex { $0 == "," || $0 == "." || $0 == ";" } ?? rest.upperBound
            let words = EnglishAgents.words(of: text, span(rest.lowerBound, end)).prefix(Self.headWords)
            var reach = rest.lowerBound
            for word in words {
                if Self.stops.isFound(in: text, word) { break }
                reach = word.upperBound
            }
            guard let party = EnglishAgents.first(in: text, span(rest.lowerBound, reach)) else { continue }
            // "the competent department": the last agent noun of the phrase is its head.
            let last = EnglishAgents.words(of: text, span(party.upperBound, reach)).last {
                EnglishAgents.isSomebody(text[$0], byDefault: false)
            }
            let name = span(rest.lowerBound, last?.upperBound ?? party.upperBound)
            return EnglishSubject.trimmed(
                text, span(name.lowerBound, extended(name, within: span(rest.lowerBound, end))))
        }
        return nil
    }
}
