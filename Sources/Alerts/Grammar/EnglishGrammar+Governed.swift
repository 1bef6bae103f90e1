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
        if isProtected(between) || isKeptSecret(sentence.afterInClause) {
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

    func allowed(_ between: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 12))
        if sentence.holds(EnglishWords.refusing, opening), demand(in: between) == nil {
            return Verdict(.forbids, .rightToRefuse)
        }
        if sentence.holds(EnglishWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if demand(in: between) != nil { return Verdict(.mayRequire, .powerToDemand) }
        if let actor = EnglishParties(sentence).actor {
            let folded = WordPattern.folded(Array(actor.unicodeScalars), .en)
            if EnglishWords.authority.isFound(in: folded, folded.indices),
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
        let tail = span(modal.range.upperBound, sentence.clause.upperBound)
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
}
