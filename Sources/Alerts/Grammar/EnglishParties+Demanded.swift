import Statute

/// Of whom something is demanded, or who is encouraged.
extension EnglishParties {
    private static let opening = PhraseSet(.en, "that|upon|on|from|of")
    private static let source = PhraseSet(.en, "from|of")
    private static let made = PhraseSet(.en, "be|been")

    /// "may require a supplier to …", "may demand that a supplier …", "may request records from a supplier"; the subject
    /// of "may be required to".
    func demanded(after modal: Modal) -> Range<Int>? {
        let next = sentence.modals.first {
            $0.range.lowerBound >= max(modal.range.upperBound, sentence.trigger.upperBound)
        }
        let end = min(clauseEnd(from: modal.range.upperBound), next?.range.lowerBound ?? text.count)
        let reach = span(modal.range.upperBound, end)
        let demands = EnglishWords.demand.all(in: text, reach)
        for demand in demands {
            if Self.made.ends(text, at: max(0, demand.lowerBound - 1), from: reach.lowerBound) {
                if let party = EnglishSubject(sentence).range(before: modal.range.lowerBound),
                    EnglishSubject.isSomebody(text, party, byDefault: false)
                {
                    return party
                }
                return source(in: span(demand.upperBound, reach.upperBound)) ?? nil
            }
            var start = EnglishSentence.clauseStart(of: text, at: demand.upperBound)
            let word = Self.opening.match(at: start, in: text, limit: reach.upperBound)
            if let word { start = word.upperBound }
            let rest = span(start, reach.upperBound)
            let end = text[rest].firstIndex { $0 == "," } ?? rest.upperBound
            let to = Self.infinitive.first(in: text, span(start, end))?.lowerBound
            if let to {
                let party = trimmed(span(start, to))
                if word.map({ text[$0].asString != "that" }) ?? true,
                    EnglishSubject.isSomebody(text, party, byDefault: false)
                {
                    return party
                }
            }
            if let party = opened(in: span(start, to.map { $0 } ?? end)) { return party }
            if let party = source(in: span(start, reach.upperBound)) { return party }
        }
        return agentAfterBy(reach).flatMap { demands.isEmpty ? nil : $0 } ?? source(in: reach)
    }

    /// The phrase at the beginning of the stretch, when its head names somebody.
    private func opened(in range: Range<Int>) -> Range<Int>? {
        let words = EnglishAgents.words(of: text, range).prefix(6)
        for word in words {
            if Self.breaks.isFound(in: text, word) { return nil }
            if EnglishAgents.isSomebody(text[word], byDefault: false) {
                return trimmed(span(range.lowerBound, extended(word, within: range)))
            }
        }
        return nil
    }

    private static let breaks = PhraseSet(
        .en, "of|in|on|for|with|under|by|from|within|and|or|to|as|at|that|which|be|is|are")

    /// "… from the operator".
    private func source(in range: Range<Int>) -> Range<Int>? {
        for from in Self.fromWord.all(in: text, range) {
            if let party = opened(in: span(from.upperBound, range.upperBound)) { return party }
        }
        return nil
    }

    private static let fromWord = PhraseSet(.en, "from")

    /// "The State encourages firms to share": who is free to.
    func encouraged(by modal: Modal) -> Range<Int>? {
        guard Self.encouraging.isFound(in: text, modal.range) else { return nil }
        let rest = span(modal.range.upperBound, clauseEnd(from: modal.range.upperBound))
        guard let to = Self.infinitiveOrIn.first(in: text, rest) else { return nil }
        let party = trimmed(span(rest.lowerBound, to.lowerBound))
        guard !text[party].contains(","), EnglishSubject.isSomebody(text, party, byDefault: false) else {
            return nil
        }
        return party
    }

    private static let infinitiveOrIn = PhraseSet(.en, "to|in")
    private static let encouraging = PhraseSet(
        .en, "encourages|encourage|supports|shall encourage|shall support|promotes")
}
