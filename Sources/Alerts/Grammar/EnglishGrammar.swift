import Statute

/// Decides what an English sentence says about the thing that a trigger names: the same order of questions as
/// ``ChineseGrammar``.
struct EnglishGrammar {
    let sentence: EnglishSentence

    var text: [Unicode.Scalar] { sentence.text }
    var trigger: Range<Int> { sentence.trigger }
    var isInverse: Bool { sentence.use.isInverse }

    static func verdict(_ sentence: EnglishSentence) -> Verdict {
        let grammar = EnglishGrammar(sentence: sentence)
        return grammar.definition ?? grammar.liability ?? grammar.saving ?? grammar.condition ?? grammar
            .governed
            ?? grammar.topic
            ?? grammar.statedCondition ?? grammar.stated ?? Verdict(.mentions, .noModal)
    }

    private var definition: Verdict? {
        let own = sentence.passage.own
        let lookalikes = EnglishWords.definitionLookalike.all(in: text, own)
        let defining = EnglishWords.definition.all(in: text, own).first { hit in
            !lookalikes.contains { $0.overlaps(hit) } && !isInstrument(hit)
                && !sentence.modals.contains { $0.range.upperBound <= hit.lowerBound }
        }
        return defining == nil ? nil : Verdict(.mentions, .definition)
    }

    /// "by wholly improper means": a way of doing it, and no definition.
    private func isInstrument(_ means: Range<Int>) -> Bool {
        let near = span(max(sentence.passage.base, means.lowerBound - 40), means.lowerBound)
        let start = text[near].lastIndex { $0 == "," || $0 == ";" }.map { $0 + 1 } ?? near.lowerBound
        return EnglishWords.by.isFound(in: text, span(start, means.lowerBound))
    }

    /// The modal before the trigger.
    private var governed: Verdict? {
        if sentence.isConditional,
            sentence.modals(in: span(sentence.clause.lowerBound, trigger.lowerBound)).isEmpty
        {
            return conditional
        }
        guard let modal = sentence.modalBefore, governs(modal) else { return nil }
        let between = span(modal.range.upperBound, trigger.lowerBound)
        if isOutdone(modal) { return nil }
        if isParticipial, !isHarmed(between), demand(in: between) == nil {
            return Verdict(.mentions, .aboutTheThing)
        }
        if modal.kind != .minimum, isSaidOfOthers(between) { return Verdict(.mentions, .aboutTheThing) }
        switch modal.kind {
        case .prohibition:
            // "no supplier is required to …"
            if !isInverse, EnglishWords.demand.isFound(in: text, modal.range) {
                return Verdict(.forbids, .prohibitionOfDemand)
            }
            return prohibited(between)
        case .duty: return owed(between)
        case .power, .onlyThen: return allowed(between, modal)
        case .minimum: return isInverse ? Verdict(.mentions, .opposite) : Verdict(.requires, .minimum)
        case .encouragement:
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .encouragement)
        case .exemption:
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .exemption)
        }
    }

    /// The item of a list has a modal of its own, after the thing: "consent shall not be sought twice".
    private func isOutdone(_ modal: Modal) -> Bool {
        modal.range.upperBound <= sentence.passage.base
            && !sentence.modals(in: sentence.afterInClause).isEmpty
    }

    /// "data stored within the territory": tells which data, unless they "shall be stored" there.
    private var isParticipial: Bool {
        guard EnglishWords.placing.begins(text, at: trigger.lowerBound, limit: text.count) else {
            return false
        }
        let words = text[span(sentence.clause.lowerBound, trigger.lowerBound)].split(separator: " ").suffix(2)
        guard words.count == 2, let participle = words.last, let before = words.first,
            EnglishWords.participle.isFound(in: text, participle.indices)
        else { return false }
        return !EnglishWords.passiveVerb.isFound(in: text, before.indices)
    }

    /// "shall not retaliate against individuals that assist …": what the persons do whom the rule is about.
    private func isSaidOfOthers(_ between: Range<Int>) -> Bool {
        guard let relative = EnglishWords.ofPersons.last(in: text, between),
            demand(in: span(relative.upperBound, trigger.lowerBound)) == nil
        else { return false }
        let verb = text[span(relative.upperBound, trigger.lowerBound)]
        return verb.count <= 20 && !verb.contains(",")
            && !EnglishWords.refusing.isFound(in: text, verb.indices)
            && !EnglishWords.negation.isFound(in: text, verb.indices)
    }

    private func governs(_ modal: Modal) -> Bool {
        guard modal.range.upperBound <= sentence.passage.base else { return true }
        let leadIn = sentence.passage.leadIn
        if sentence.holds(EnglishWords.circumstanceList, leadIn) { return false }
        return !(modal.kind == .power && sentence.holds(EnglishWords.conditionList, leadIn))
    }

    // MARK: words around the trigger

    func demand(in range: Range<Int>) -> Range<Int>? {
        EnglishWords.demand.all(in: text, range).last { hit in
            let window = span(max(0, hit.lowerBound - 8), min(text.count, hit.upperBound + 8))
            return !EnglishWords.demandLookalike.all(in: text, window).contains { $0.overlaps(hit) }
        }
    }

    func isHarmed(_ range: Range<Int>) -> Bool {
        EnglishWords.harm.all(in: text, range).contains { !isTrade($0) }
            || sentence.use.harms.contains { $0.isWithin(range) && !isTrade($0) }
    }

    /// Selling a product harms nobody; selling data does.
    private func isTrade(_ harm: Range<Int>) -> Bool {
        EnglishWords.selling.begins(text, at: harm.lowerBound, limit: text.count)
            && (isInverse
                || EnglishWords.merchandise.isFound(
                    in: text, span(min(harm.lowerBound, trigger.lowerBound), nounPhrase.upperBound)))
    }

    /// The thing with the word after it: "encryption products".
    private var nounPhrase: Range<Int> {
        let rest = text[sentence.rest].dropFirst()
        return trigger.lowerBound..<(rest.firstIndex { !WordPattern.isWord($0) } ?? text.count)
    }

    /// Before the thing, and about it: in "protect networks under the scheme" the scheme is not what is protected.
    func isProtected(_ range: Range<Int>) -> Bool {
        shields(EnglishWords.protection, range) { hit in
            // "shall preserve the logs": what the concept asks for, and no shield.
            if EnglishWords.preserving.begins(text, at: hit.lowerBound, limit: hit.upperBound),
                sentence.use.acts.contains(where: { $0.overlaps(hit) }),
                !EnglishWords.secrecyNoun.isFound(in: text, span(hit.upperBound, sentence.clause.upperBound))
            {
                return false
            }
            return EnglishWords.secrecy.begins(text, at: hit.lowerBound, limit: text.count)
                || !EnglishWords.preposition.isFound(in: text, span(hit.upperBound, trigger.lowerBound))
        }
    }

    /// Of words after the thing.
    func isKeptSecret(_ range: Range<Int>) -> Bool { shields(EnglishWords.secrecy, range) }

    private func shields(
        _ words: PhraseSet, _ range: Range<Int>, where isMeant: (Range<Int>) -> Bool = { _ in true }
    ) -> Bool {
        words.all(in: text, range).contains { hit in
            guard isMeant(hit), !isAdjective(hit) else { return false }
            let window = span(max(0, hit.lowerBound - 14), min(text.count, hit.upperBound + 20))
            return !EnglishWords.protectionLookalike.all(in: text, window).contains { $0.overlaps(hit) }
        }
    }

    /// "protected health records": which records, unless they "shall be protected".
    private func isAdjective(_ word: Range<Int>) -> Bool {
        guard EnglishWords.protectedWord.begins(text, at: word.lowerBound, limit: word.upperBound) else {
            return false
        }
        let before = text[span(max(0, word.lowerBound - 24), word.lowerBound)].split(separator: " ").suffix(2)
        return !before.contains { EnglishWords.passiveVerb.isFound(in: text, $0.indices) }
    }

    /// Whether from here to the end of the clause something is done with the thing, and it is not merely named.
    func isDone(from start: Int) -> Bool {
        guard sentence.use.asksForAct else { return true }
        let reach = span(start, sentence.clause.upperBound)
        return isActedOn(reach) || sentence.holds(EnglishWords.act, reach)
    }

    func isActedOn(_ range: Range<Int>) -> Bool { sentence.use.acts.contains { $0.isWithin(range) } }
}

extension Range<Int> {
    func isWithin(_ other: Range<Int>) -> Bool {
        lowerBound >= other.lowerBound && upperBound <= other.upperBound
    }
}
