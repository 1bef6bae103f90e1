import Statute

/// Sentences that say that something has to be gone through: no X without Y, X only after Y.
extension EnglishGrammar {
    /// "shall not be bought unless it has passed …"; "may be granted only after …"; "not passed …, shall not be sold".
    var condition: Verdict? {
        guard !isInverse else { return nil }
        if let modal = sentence.modalBefore { return condition(after: modal) }
        let before = span(sentence.clause.lowerBound, trigger.lowerBound)
        let isBarred =
            sentence.modals(in: sentence.rest).contains { $0.kind == .prohibition }
            || sentence.holds(EnglishWords.refusal, sentence.rest)
        guard isBarred, sentence.holds(EnglishWords.negation, before) || isUndoneSubject else { return nil }
        return Verdict(.requires, .condition)
    }

    private func condition(after modal: Modal) -> Verdict? {
        guard !isConditionalHead(modal) else { return nil }
        let between = span(modal.range.upperBound, trigger.lowerBound)
        if modal.kind == .prohibition,
            EnglishWords.unless.begins(text, at: trigger.lowerBound, limit: trigger.upperBound),
            demand(in: between) == nil
        {
            // "shall not be sold [without a licence]"
            return Verdict(.requires, .condition)
        }
        let words: PhraseSet
        switch modal.kind {
        case .prohibition: words = EnglishWords.unless
        case .power, .duty, .onlyThen: words = EnglishWords.onlyAfter
        case .encouragement, .exemption, .minimum: return nil
        }
        guard let word = words.last(in: text, between), reaches(word),
            !isFreed(span(word.upperBound, sentence.clause.upperBound)),
            demand(in: span(word.upperBound, trigger.lowerBound)) == nil
        else { return nil }
        return Verdict(.requires, .condition)
    }

    /// From "without" to the thing: commas end the phrase when one opened it.
    private func reaches(_ word: Range<Int>) -> Bool {
        let way = text[span(word.upperBound, trigger.lowerBound)]
        guard way.contains(",") else { return true }
        let opener = text[..<word.lowerBound].last { $0 != " " }
        return opener != "," && way.count <= 80 && !sentence.holds(EnglishWords.verbs, way.indices)
    }

    /// "without being required to", "unless … is not required": no condition of the thing.
    private func isFreed(_ range: Range<Int>) -> Bool {
        EnglishWords.beingRequired.isFound(in: text, range)
    }

    /// The modal belongs to a "where" part, and the thing does not.
    private func isConditionalHead(_ modal: Modal) -> Bool {
        modal.range.upperBound <= sentence.clause.lowerBound && sentence.isConditional
    }

    /// "A system whose source code has not been filed shall not …": the omission stands between the thing and the ban.
    private var isUndoneSubject: Bool {
        guard let ban = sentence.modals(in: sentence.afterInClause).first, ban.kind == .prohibition else {
            return false
        }
        let before = span(sentence.clause.lowerBound, trigger.lowerBound)
        let way = span(trigger.upperBound, ban.range.lowerBound)
        return sentence.holds(EnglishWords.relativeOrCondition, before)
            && sentence.holds(EnglishWords.undone, way)
    }

    /// No modal, but the thing stands as a condition.
    var statedCondition: Verdict? {
        guard !isInverse else { return nil }
        let inherits =
            sentence.holds(EnglishWords.conditionList, sentence.passage.leadIn)
            && sentence.modals(in: sentence.passage.own).isEmpty
        if inherits || sentence.holds(EnglishWords.passiveCondition, sentence.afterInClause) {
            return Verdict(.requires, .condition)
        }
        return nil
    }

    /// "may be stored only within …", "shall be used only with …": what is left open is less than what is closed.
    func isLimited(_ modal: Modal) -> Bool {
        let reach = span(modal.range.upperBound, sentence.clause.upperBound)
        guard let only = EnglishWords.onlyLimit.first(in: text, reach) else { return false }
        // "may provide data, and the recipient may use it only …": another modal's limit.
        return sentence.modals(in: span(modal.range.upperBound, only.lowerBound)).isEmpty
    }

    /// "shall be used only for …": a bound on those who hold it.
    func isBoundToPurpose(_ modal: Modal) -> Bool {
        EnglishWords.usedOnlyFor.isFound(
            in: text, span(modal.range.upperBound, sentence.clause.upperBound))
    }
}
