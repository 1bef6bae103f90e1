import Statute

/// The thing is the subject of its clause, and the modal follows.
extension EnglishGrammar {
    /// The thing is the subject and the modal follows: "Source code shall be filed".
    var topic: Verdict? {
        guard let modal = sentence.modals(in: sentence.afterInClause).first else { return nil }
        if isModifier { return Verdict(.mentions, .aboutTheThing) }
        let tail = predicate(after: modal)
        if isInverse, modal.kind == .prohibition,
            EnglishWords.permitted.isFound(in: text, tail) || isPutToUse(modal, tail)
        {
            return Verdict(.requires, .prohibitionOfOpposite)
        }
        if let limited = limitedTopic(modal) { return limited }
        if EnglishWords.isBanned.begins(text, at: modal.range.lowerBound, limit: text.count) { return banned }
        if isInverse { return Verdict(.mentions, .opposite) }
        switch modal.kind {
        case .prohibition:
            if EnglishWords.denied.isFound(in: text, tail) {
                return Verdict(.requires, .doubleNegation)
            }
            if demand(in: tail) != nil { return Verdict(.forbids, .prohibitionOfDemand) }
            if sentence.holds(EnglishWords.usedForOther, tail) || isHarmed(tail) || isHandedOn(tail)
                || isLearned && EnglishWords.disclosing.isFound(in: text, tail)
            {
                return Verdict(.protects, .prohibitionOfHarm)
            }
            if standsInRelative, EnglishWords.excluded.isFound(in: text, tail) {
                return Verdict(.requires, .condition)
            }
            return Verdict(
                isActedOn(tail) ? .forbids : .mentions, isActedOn(tail) ? .prohibition : .aboutTheThing)
        case .duty:
            // "An officer who asks to see the code shall show an order": what the asker owes.
            if standsInRelative, demand(in: span(sentence.clause.lowerBound, trigger.lowerBound)) != nil,
                !EnglishWords.pronoun.isFound(in: text, tail)
            {
                return Verdict(.mentions, .aboutTheThing)
            }
            if isKeptSecret(tail) { return Verdict(.protects, .dutyToProtect) }
            if EnglishWords.avoided.isFound(in: text, tail) { return Verdict(.forbids, .dutyToRefrain) }
            if EnglishWords.voluntary.isFound(in: text, tail) { return Verdict(.permits, .voluntary) }
            return isActedOn(tail) || demand(in: tail) != nil
                ? Verdict(.requires, .duty) : Verdict(.mentions, .aboutTheThing)
        case .minimum: return Verdict(.requires, .minimum)
        case .power where demand(in: tail) != nil: return Verdict(.mayRequire, .powerToDemand)
        // "The Central Authority may postpone …": the thing is the one who has the power.
        case .power where isAuthority(modal) && sentence.holds(EnglishWords.restricting, tail.prefix(16)):
            return Verdict(.mayRequire, .powerToDemand)
        case .power where isActedOn(tail) || isDoneBefore(modal): return Verdict(.permits, .power)
        case .encouragement where isActedOn(tail): return Verdict(.permits, .encouragement)
        case .exemption where EnglishWords.disclosureAlone.isFound(in: text, tail.prefix(20)):
            return Verdict(.protects, .dutyToProtect)
        case .exemption where EnglishWords.notNeededAfter.isFound(in: text, modal.range):
            return Verdict(.forbids, .exemption)
        case .exemption where isActedOn(tail): return Verdict(.permits, .exemption)
        case .power, .exemption, .encouragement, .onlyThen: return Verdict(.mentions, .aboutTheThing)
        }
    }

    /// "Foreign products shall not be bought without approval": of the opposite, where it is itself barred.
    private func isPutToUse(_ modal: Modal, _ tail: Range<Int>) -> Bool {
        EnglishWords.putToUse.isFound(in: text, tail) && !standsInRelative && demand(in: tail) == nil
    }

    /// "The code may be used only for the test": a bound on its holder; "may be sold only after …": a condition.
    private func limitedTopic(_ modal: Modal) -> Verdict? {
        guard modal.kind == .power || modal.kind == .duty else { return nil }
        if !isInverse, isBoundToPurpose(modal) { return Verdict(.protects, .dutyToProtect) }
        return isLimited(modal) ? Verdict(.requires, .condition) : nil
    }

    /// "A provider in which a foreign government holds a share shall not …"
    private var standsInRelative: Bool {
        sentence.holds(
            EnglishWords.relative, span(sentence.clause.lowerBound, trigger.lowerBound))
    }

    /// "Staff who learn of the code must not disclose it": it came to them in their work.
    private var isLearned: Bool {
        standsInRelative
            && sentence.holds(EnglishWords.learning, span(sentence.clause.lowerBound, trigger.lowerBound))
    }

    /// "Information that has been anonymised may be …": what was done opens the way.
    private func isDoneBefore(_ modal: Modal) -> Bool {
        let before = span(sentence.clause.lowerBound, trigger.lowerBound)
        return standsInRelative
            && sentence.holds(EnglishWords.perfect, span(before.lowerBound, trigger.upperBound))
    }

    /// To the end of the clause; past a parenthesis that follows the modal: "must, on request, be filed".
    private func predicate(after modal: Modal) -> Range<Int> {
        let end = sentence.clause.upperBound
        let own = span(modal.range.upperBound, end)
        guard end < text.count, text[end] == ",", text[own].allSatisfy({ $0 == " " }) else { return own }
        return span(modal.range.upperBound, text[end...].firstIndex { $0 == "." || $0 == ";" } ?? text.count)
    }

    /// "The storing of data abroad is prohibited": what is banned stands before the verb.
    private var banned: Verdict {
        let subject = span(sentence.clause.lowerBound, trigger.lowerBound)
        if isInverse { return Verdict(.requires, .prohibitionOfOpposite) }
        if demand(in: subject) != nil || demand(in: trigger) != nil {
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if isHarmed(span(sentence.clause.lowerBound, trigger.upperBound)) {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        return Verdict(.forbids, .prohibition)
    }
}
