import Statute

/// What each modal makes of the trigger.
extension EnglishGrammar {
    func prohibited(_ between: Range<Int>) -> Verdict {
        let after = sentence.afterInClause
        let demanded = demand(in: between)
        let harm = isHarmed(between)
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 14))
        if let ground = isRefusedOnGround(between) { return ground }
        if let banning = EnglishWords.banning.first(in: text, opening), demanded == nil,
            !isHarmed(span(banning.upperBound, trigger.upperBound))
        {
            // "may not prohibit storage abroad": the other way stays open.
            return Verdict(.forbids, .prohibitionOfBan)
        }
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
        let heeded = sentence.holds(EnglishWords.heeding, opening)
        if !heeded, demanded != nil || conditioned || demand(in: trigger) != nil {
            if let demanded, isHarmed(span(demanded.upperBound, trigger.lowerBound)) {
                return Verdict(.protects, .prohibitionOfHarm)
            }
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if harm || isHarmed(after) || isItselfHarm || isHandedOn(between) || isHandedOn(after)
            || sentence.holds(EnglishWords.usedForOther, span(between.lowerBound, sentence.clause.upperBound))
        {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        if isTakenAway(between) { return Verdict(.protects, .prohibitionOfHarm) }
        return Verdict(.forbids, .prohibition)
    }

    /// "shall not remove copies of the source code", "shall not retain a copy of …".
    private func isTakenAway(_ between: Range<Int>) -> Bool {
        EnglishWords.copies.isFound(in: text, between)
    }

    /// "shall not refuse access because a user has not …", "approval shall not be denied on the ground that …": who
    /// does not do the thing is not to suffer for it.
    private func isRefusedOnGround(_ between: Range<Int>) -> Verdict? {
        guard EnglishWords.denying.isFound(in: text, between),
            let ground = EnglishWords.ground.last(in: text, between)
        else { return nil }
        let way = span(ground.upperBound, trigger.lowerBound)
        if isInverse { return Verdict(.mentions, .opposite) }
        // ", on the ground that …, to produce the thing": the ground ends before it.
        guard !text[way].contains(";"), !text[way].contains(",") else { return nil }
        // "may not refuse, on the ground that they are encrypted, to produce them": the duty to produce comes after.
        let opener = text[..<ground.lowerBound].last { $0 != " " }
        if opener == ",", let close = text[trigger.upperBound...].firstIndex(of: ","),
            EnglishWords.infinitive.begins(
                text, at: EnglishSentence.clauseStart(of: text, at: close + 1), limit: text.count)
        {
            return Verdict(.requires, .doubleNegation)
        }
        return Verdict(.forbids, .prohibitionOfDemand)
    }

    /// The trigger names the wrong, and not what it is done to: "electronic intrusion".
    var isItselfHarm: Bool {
        sentence.use.harms.contains { $0.overlaps(trigger) } || EnglishWords.harm.isFound(in: text, trigger)
    }

    /// Given to others, where that is not what the concept itself is about.
    func isHandedOn(_ range: Range<Int>) -> Bool {
        EnglishWords.handingOn.all(in: text, range).contains { hit in
            !sentence.use.acts.contains { $0.overlaps(hit) }
        }
    }

    func owed(_ between: Range<Int>) -> Verdict {
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 12))
        if let ensured = ensuredNot(between) { return ensured }
        if let not = EnglishWords.notTo.last(in: text, between),
            !text[not.upperBound..<trigger.lowerBound].contains(",")
        {
            // "It is the duty of the staff not to disclose …"
            return prohibited(span(not.upperBound, trigger.lowerBound))
        }
        if sentence.holds(EnglishWords.refraining, opening) {
            // "must refuse a request for it": the help is barred, and not a demand.
            if !isInverse,
                sentence.holds(EnglishWords.refusedRequest, span(between.lowerBound, trigger.upperBound))
            {
                return Verdict(.forbids, .prohibition)
            }
            return Verdict(isInverse ? .requires : .forbids, .dutyToRefrain)
        }
        if let modal = sentence.modalBefore, isAuthority(modal), !isInverse, demand(in: between) == nil,
            let allowing = EnglishWords.allowing.first(in: text, opening),
            !sentence.holds(EnglishWords.infinitive, span(allowing.upperBound, trigger.lowerBound))
        {
            // "A Party shall permit the transfer of data": it may not restrict it.
            return Verdict(.forbids, .prohibitionOfBan)
        }
        if let ban = EnglishWords.outlawing.first(in: text, opening),
            !isHarmed(span(ban.upperBound, sentence.clause.upperBound))
        {
            return prohibited(span(ban.upperBound, trigger.lowerBound))
        }
        if isInverse { return Verdict(.mentions, .opposite) }
        if isLeftOut(between) { return Verdict(.forbids, .dutyToRefrain) }
        if isNone(between) { return prohibited(span(trigger.lowerBound, trigger.lowerBound)) }
        if isProtected(between) || isKeptSecret(sentence.afterInClause) || isHarmFought(between) {
            return Verdict(.protects, .dutyToProtect)
        }
        if sentence.holds(EnglishWords.voluntary, sentence.clause)
            || sentence.holds(EnglishWords.voluntary, between)
        {
            return Verdict(.permits, .voluntary)
        }
        if sentence.holds(EnglishWords.ruleMaking, between),
            sentence.holds(EnglishWords.ruleNounBefore, between)
        {
            return Verdict(.mentions, .aboutTheThing)
        }
        if isModifier { return Verdict(.mentions, .aboutTheThing) }
        return isDone(from: between.lowerBound) || sentence.holds(EnglishWords.requiring, opening)
            ? Verdict(.requires, .duty) : Verdict(.mentions, .aboutTheThing)
    }

    /// "shall be designed without hidden functions", "shall be open whether or not technology is transferred".
    private func isLeftOut(_ between: Range<Int>) -> Bool {
        guard let without = EnglishWords.leavingOut.last(in: text, between) else { return false }
        let way = span(without.upperBound, trigger.lowerBound)
        // Commas make a list of what is left out, unless one opened the phrase.
        let opener = text[..<without.lowerBound].last { $0 != " " }
        return way.count <= 60 && !EnglishWords.manner.isFound(in: text, way)
            && (opener != "," || !text[way].contains(",")) && !isFreed(way)
            && !EnglishWords.verbs.isFound(in: text, way) && !EnglishWords.permission.isFound(in: text, way)
    }

    /// "shall build no backdoor or hidden function": nothing but nouns between "no" and the thing.
    private func isNone(_ between: Range<Int>) -> Bool {
        guard let no = EnglishWords.noDeterminer.last(in: text, between),
            !EnglishWords.subjectNoLookalike.begins(text, at: no.lowerBound, limit: text.count)
        else { return false }
        let way = span(no.upperBound, trigger.lowerBound)
        return way.count <= 40 && !text[way].contains(",") && !EnglishWords.verbs.isFound(in: text, way)
            && !EnglishWords.preposition.isFound(in: text, way)
    }

    /// "shall ensure that no …", "shall ensure that the source code is not …".
    private func ensuredNot(_ between: Range<Int>) -> Verdict? {
        guard let ensure = EnglishWords.ensuring.first(in: text, between) else { return nil }
        let way = span(ensure.upperBound, trigger.lowerBound)
        if let no = EnglishWords.clauseNegation.last(in: text, way),
            !text[span(no.upperBound, way.upperBound)].contains(",")
                || !EnglishWords.verbs.isFound(in: text, span(no.upperBound, way.upperBound))
        {
            return prohibited(span(no.upperBound, trigger.lowerBound))
        }
        guard let no = EnglishWords.verbNegation.first(in: text, sentence.afterInClause),
            no.lowerBound - trigger.upperBound <= 40
        else { return nil }
        let tail = span(no.upperBound, sentence.clause.upperBound)
        if isInverse { return Verdict(.requires, .prohibitionOfOpposite) }
        if demand(in: tail) != nil { return Verdict(.forbids, .prohibitionOfDemand) }
        return isHarmed(tail) || isHandedOn(tail) || !isActedOn(tail)
            || sentence.holds(EnglishWords.disclosing, tail)
            ? Verdict(.protects, .prohibitionOfHarm) : Verdict(.forbids, .prohibition)
    }

    /// "combat the theft of …", "take measures to prevent … from being stolen".
    func isHarmFought(_ between: Range<Int>) -> Bool {
        guard let fight = EnglishWords.combating.last(in: text, between),
            !text[span(fight.upperBound, trigger.lowerBound)].contains(",")
        else { return false }
        return isHarmed(span(fight.upperBound, sentence.clause.upperBound))
    }
}
