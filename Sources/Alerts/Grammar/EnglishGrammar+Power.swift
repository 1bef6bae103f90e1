import Statute

/// What "may" leaves open, and to whom.
extension EnglishGrammar {
    func allowed(_ between: Range<Int>, _ modal: Modal) -> Verdict {
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 14))
        if isInverse {
            if sentence.holds(EnglishWords.banning, opening) { return Verdict(.mayRequire, .powerToDemand) }
            // "may be kept abroad only where …"
            if EnglishWords.onlyLimit.isFound(in: text, sentence.afterInClause), isLimited(modal) {
                return Verdict(.requires, .condition)
            }
            return Verdict(.mentions, .opposite)
        }
        if sentence.holds(EnglishWords.refusing, opening), demand(in: between) == nil {
            // An authority that refuses a request uses a power; anybody else need not comply.
            if isAuthority(modal),
                EnglishWords.refusedRequest.isFound(in: text, span(between.lowerBound, trigger.upperBound))
            {
                return Verdict(.mayRequire, .powerToDemand)
            }
            return Verdict(.forbids, .rightToRefuse)
        }
        if demand(in: between) != nil || sentence.holds(EnglishWords.passiveCondition, sentence.afterInClause)
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        // "may issue a notice requiring a provider to …"
        if EnglishWords.demandingParticiple.isFound(in: text, sentence.afterInClause), !isLimited(modal) {
            return Verdict(.mayRequire, .powerToDemand)
        }
        // "may use the information obtained only for …": what was looked into before is no act of looking.
        if isLimited(modal), !sentence.holds(EnglishWords.inspection, opening) {
            return Verdict(.requires, .condition)
        }
        let ownAct = span(between.lowerBound, sentence.clause.upperBound)
        if isAuthority(modal),
            sentence.holds(EnglishWords.inspection, ownAct)
                || EnglishWords.starting.isFound(in: text, opening)
                    && sentence.holds(EnglishWords.inspection, trigger)
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        if isLimited(modal) { return Verdict(.requires, .condition) }
        if sentence.holds(EnglishWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if isWithoutIt(between) { return Verdict(.permits, .exemption) }
        let wider = span(between.lowerBound, min(between.upperBound, between.lowerBound + 30))
        if isAuthority(modal),
            sentence.holds(EnglishWords.restricting, wider)
                || EnglishWords.postponing.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        return isModifier || !isDone(from: between.lowerBound)
            ? Verdict(.mentions, .aboutTheThing) : Verdict(.permits, .power)
    }

    /// "may be passed on without the consent of": the thing is not needed.
    private func isWithoutIt(_ between: Range<Int>) -> Bool {
        let inside = EnglishWords.withoutWord.match(
            at: trigger.lowerBound, in: text, limit: trigger.upperBound)
        guard let without = inside ?? EnglishWords.leavingOut.last(in: text, between) else { return false }
        let way = span(without.upperBound, trigger.lowerBound)
        return way.count <= 20 && !text[way].contains(",") && !EnglishWords.verbs.isFound(in: text, way)
            && !EnglishWords.manner.isFound(in: text, way)
            && !isFreed(span(way.lowerBound, sentence.clause.upperBound))
    }

    /// The subject of the modal is an organ of the state.
    func isAuthority(_ modal: Modal) -> Bool {
        guard let subject = EnglishSubject(sentence).range(before: modal.range.lowerBound) else {
            return false
        }
        return EnglishWords.authority.isFound(in: text, subject)
            && !EnglishWords.authorityLookalike.isFound(in: text, subject)
    }

    /// "security review staff", "technology transfer procedure": the trigger only says which.
    var isModifier: Bool {
        let next = sentence.text[sentence.rest].firstIndex { $0 != " " } ?? text.count
        return EnglishWords.adverbial.begins(text, at: next, limit: text.count)
    }
}
