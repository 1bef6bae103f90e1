import Statute

/// What each modal makes of the trigger.
extension EnglishGrammar {
    func prohibited(_ between: Range<Int>) -> Verdict {
        let after = sentence.afterInClause
        let demanded = demand(in: between)
        let harm = isHarmed(between)
        if isInverse {
            return demanded == nil && !harm
                ? Verdict(.requires, .prohibitionOfOpposite) : Verdict(.mentions, .opposite)
        }
        if let refusing = EnglishWords.refusing.first(in: text, between), demanded == nil,
            refusing.lowerBound - between.lowerBound <= 14
        {
            return Verdict(.requires, .doubleNegation)
        }
        let conditioned = sentence.holds(EnglishWords.passiveCondition, after)
        if demanded != nil || conditioned || demand(in: trigger) != nil {
            if let demanded, isHarmed(span(demanded.upperBound, trigger.lowerBound)) {
                return Verdict(.protects, .prohibitionOfHarm)
            }
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if harm || isHarmed(after) || sentence.holds(EnglishWords.handingOn, between)
            || sentence.holds(EnglishWords.handingOn, after)
        {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        return Verdict(.forbids, .prohibition)
    }

    func owed(_ between: Range<Int>) -> Verdict {
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 12))
        if sentence.holds(EnglishWords.refraining, opening) {
            return Verdict(isInverse ? .requires : .forbids, .dutyToRefrain)
        }
        if isInverse { return Verdict(.mentions, .opposite) }
        if isProtected(between) || isKeptSecret(sentence.afterInClause) || isHarmFought(between) {
            return Verdict(.protects, .dutyToProtect)
        }
        if sentence.holds(EnglishWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if sentence.holds(EnglishWords.ruleMaking, between),
            sentence.holds(EnglishWords.ruleNounBefore, between)
        {
            return Verdict(.mentions, .aboutTheThing)
        }
        return isModifier || !isDone(from: between.lowerBound)
            ? Verdict(.mentions, .aboutTheThing) : Verdict(.requires, .duty)
    }

    /// "combat the theft of …", "take measures to prevent … from being stolen".
    private func isHarmFought(_ between: Range<Int>) -> Bool {
        guard let fight = EnglishWords.combating.last(in: text, between),
            !text[span(fight.upperBound, trigger.lowerBound)].contains(",")
        else { return false }
        return isHarmed(span(fight.upperBound, sentence.clause.upperBound))
    }

    func allowed(_ between: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        // "may be stored only …": what is left open is less than what is closed.
        if EnglishWords.only.ends(text, at: trigger.lowerBound, from: between.lowerBound)
            || EnglishWords.only.ends(text, at: trigger.lowerBound - 1, from: between.lowerBound)
            || EnglishWords.onlyFor.isFound(in: text, span(between.lowerBound, trigger.upperBound))
        {
            return Verdict(.requires, .condition)
        }
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 12))
        if sentence.holds(EnglishWords.refusing, opening), demand(in: between) == nil {
            return Verdict(.forbids, .rightToRefuse)
        }
        if sentence.holds(EnglishWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if demand(in: between) != nil { return Verdict(.mayRequire, .powerToDemand) }
        if let actor = EnglishParties(sentence).actor {
            let folded = WordPattern.folded(Array(actor.unicodeScalars), .en)
            if EnglishWords.authority.isFound(in: folded, folded.indices),
                !EnglishWords.authorityLookalike.isFound(in: folded, folded.indices),
                sentence.holds(EnglishWords.inspection, span(between.lowerBound, sentence.clause.upperBound))
            {
                return Verdict(.mayRequire, .powerToDemand)
            }
        }
        return isModifier || !isDone(from: between.lowerBound)
            ? Verdict(.mentions, .aboutTheThing) : Verdict(.permits, .power)
    }

    /// "security review staff", "technology transfer procedure": the trigger only says which.
    private var isModifier: Bool {
        let next = sentence.text[sentence.rest].firstIndex { $0 != " " } ?? text.count
        return EnglishWords.adverbial.begins(text, at: next, limit: text.count)
    }

    /// The thing is the subject and the modal follows: "Source code shall be filed".
    var topic: Verdict? {
        guard let modal = sentence.modals(in: sentence.afterInClause).first else { return nil }
        if isModifier { return Verdict(.mentions, .aboutTheThing) }
        let tail = predicate(after: modal)
        if EnglishWords.isBanned.begins(text, at: modal.range.lowerBound, limit: text.count) { return banned }
        if isInverse { return Verdict(.mentions, .opposite) }
        switch modal.kind {
        case .prohibition:
            if demand(in: tail) != nil { return Verdict(.forbids, .prohibitionOfDemand) }
            if isHarmed(tail) || sentence.holds(EnglishWords.handingOn, tail) {
                return Verdict(.protects, .prohibitionOfHarm)
            }
            return Verdict(
                isActedOn(tail) ? .forbids : .mentions, isActedOn(tail) ? .prohibition : .aboutTheThing)
        case .duty:
            if isKeptSecret(tail) { return Verdict(.protects, .dutyToProtect) }
            return isActedOn(tail) ? Verdict(.requires, .duty) : Verdict(.mentions, .aboutTheThing)
        case .minimum: return Verdict(.requires, .minimum)
        case .power where demand(in: tail) != nil: return Verdict(.mayRequire, .powerToDemand)
        case .power where isActedOn(tail): return Verdict(.permits, .power)
        case .exemption where isActedOn(tail): return Verdict(.permits, .exemption)
        case .power, .exemption, .encouragement, .onlyThen: return Verdict(.mentions, .aboutTheThing)
        }
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
