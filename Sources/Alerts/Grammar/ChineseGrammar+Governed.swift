import Statute

/// The modal that stands before the trigger.
extension ChineseGrammar {
    var governed: Verdict? {
        if sentence.isConditional,
            sentence.modals(in: span(sentence.clause.lowerBound, trigger.lowerBound)).isEmpty
        {
            return conditional
        }
        guard let modal = sentence.modalBefore, governs(modal) else { return nil }
        let between = span(modal.range.upperBound, trigger.lowerBound)
        switch modal.kind {
        case .prohibition: return prohibited(between)
        case .duty: return owed(between)
        case .minimum: return isInverse ? Verdict(.mentions, .opposite) : Verdict(.requires, .minimum)
        case .power: return allowed(between)
        case .onlyThen:
            guard !isInverse else { return Verdict(.mentions, .opposite) }
            return demandBefore(between) == nil
                ? Verdict(.permits, .power) : Verdict(.mayRequire, .powerToDemand)
        case .encouragement:
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .encouragement)
        case .exemption:
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .exemption)
        }
    }

    /// Whether a modal reaches the trigger: one in the lead-in of a list of circumstances (…情形之一的，应当…) does not.
    private func governs(_ modal: Modal) -> Bool {
        // …应当出示证件，对商业秘密应当保密: what the clause is about has a rule of its own.
        if isAbout, modal.range.upperBound <= sentence.clause.lowerBound, ownRule != nil { return false }
        guard modal.range.upperBound <= sentence.base else {
            // 可以抽测，公安机关予以配合: a clause with a subject of its own has left the reach of the modal.
            return modal.range.lowerBound >= sentence.clause.lowerBound || modal.kind == .prohibition
                || !ChineseParties(sentence).opensClause
        }
        let leadIn = sentence.leadIn
        if sentence.holds(ChineseWords.circumstanceList, leadIn),
            !sentence.holds(ChineseWords.conditionList, leadIn)
        {
            return false
        }
        // 具备下列条件的，可以…: the item is the condition and not what is allowed.
        return !(modal.kind == .power && sentence.holds(ChineseWords.conditionList, leadIn))
    }

    private func prohibited(_ between: Range<Int>) -> Verdict {
        let after = afterInClause
        let demand = demandBefore(between)
        // 不得泄露国家秘密，向境外提供数据: a harm in another clause is done to another thing.
        let near = span(max(between.lowerBound, sentence.clause.lowerBound), between.upperBound)
        let harm = isHarmed(near) || isItselfHarm
        if isInverse {
            return demand == nil && !harm
                ? Verdict(.requires, .prohibitionOfOpposite) : Verdict(.mentions, .opposite)
        }
        if let refusing = ChineseWords.refusing.first(in: text, between), demand == nil,
            !ChineseWords.negationLookalike.begins(text, at: refusing.lowerBound, limit: text.count),
            refusing.lowerBound - between.lowerBound <= 8,
            !isCoordinated(refusing)
        {
            return Verdict(.requires, .doubleNegation)
        }
        if isUntested { return Verdict(.requires, .condition) }
        // 未经批准，不得… is handled as a condition; 不得未经审查… is one too.
        if let negation = lastOmission(between), text[negation].asString != "不", demand == nil, !harm,
            !isCoordinated(negation)
        {
            return Verdict(.requires, .condition)
        }
        if demand != nil || sentence.holds(ChineseWords.passiveCondition, after)
            || ChineseWords.demand.isFound(in: text, trigger)
        {
            if let demand, harm, isHarmed(span(demand.upperBound, trigger.lowerBound)) {
                return Verdict(.protects, .prohibitionOfHarm)
            }
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if sentence.holds(ChineseWords.pretext, after.prefix(4)) {
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if harm || sentence.holds(ChineseWords.breach, near) && isProtected(near) || isHarmed(after)
            || isHandedOn(between)
        {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        return isDone(from: between.lowerBound)
            ? Verdict(.forbids, .prohibition) : Verdict(.mentions, .aboutTheThing)
    }

    /// 不得阻挠和强制…: two bans, and not a ban on refusing; 不得拒绝、拖延提供 is one.
    private func isCoordinated(_ refusing: Range<Int>) -> Bool {
        guard
            let joint = ChineseWords.coordination.match(
                at: refusing.upperBound, in: text, limit: trigger.upperBound)
        else { return false }
        return !ChineseWords.refusing.begins(text, at: joint.upperBound, limit: trigger.lowerBound)
    }

    /// 未通过评估的，不得向境外提供: the ban on doing it asks for what one of the concept's acts names.
    private var isUntested: Bool {
        let before = sentence.clause.lowerBound - 1
        guard isItselfAct, before > sentence.base else { return false }
        let start =
            text[sentence.base..<before].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 }
            ?? sentence.base
        guard let negation = lastOmission(start..<before) else { return false }
        return isActedOn(negation.upperBound..<before)
    }

    private func owed(_ between: Range<Int>) -> Verdict {
        let after = afterInClause
        if leavesOff(between) { return Verdict(isInverse ? .requires : .forbids, .dutyToRefrain) }
        if isInverse { return Verdict(.mentions, .opposite) }
        if isProtected(span(max(between.lowerBound, sentence.clause.lowerBound), between.upperBound))
            || isKeptSecret(after)
        {
            return Verdict(.protects, .dutyToProtect)
        }
        if sentence.holds(ChineseWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if sentence.holds(ChineseWords.ruleMaking, between),
            ChineseWords.ruleNoun.begins(text, at: trigger.upperBound, limit: text.count)
        {
            return Verdict(.mentions, .aboutTheThing)
        }
        if isModifier || marksObject(between) || !isDone(from: between.lowerBound) {
            return Verdict(.mentions, .aboutTheThing)
        }
        return Verdict(.requires, .duty)
    }

    private func allowed(_ between: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if sentence.holds(
            ChineseWords.refusing, span(between.lowerBound, min(between.upperBound, between.lowerBound + 6))),
            demandBefore(between) == nil
        {
            return Verdict(.forbids, .rightToRefuse)
        }
        if sentence.holds(ChineseWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if demandBefore(between) != nil { return Verdict(.mayRequire, .powerToDemand) }
        if isAuthority, isLookedInto(span(between.lowerBound, sentence.clause.upperBound)),
            !ChineseWords.serving.begins(text, at: between.lowerBound, limit: text.count)
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        return isModifier || !isDone(from: between.lowerBound)
            ? Verdict(.mentions, .aboutTheThing) : Verdict(.permits, .power)
    }

    /// 应当避免重复审查; but not 应当停止传输，保存记录, where the comma ends what is left off.
    private func leavesOff(_ between: Range<Int>) -> Bool {
        let head = span(between.lowerBound, min(between.upperBound, between.lowerBound + 6))
        guard let word = ChineseWords.refraining.first(in: text, head) else { return false }
        return !text[span(word.upperBound, trigger.lowerBound)].contains(where: ChineseSentence.isBorder)
    }

    private var isAuthority: Bool {
        guard let actor = ChineseParties(sentence).speaker else { return false }
        let scalars = Array(actor.unicodeScalars)
        return ChineseWords.authority.isFound(in: scalars, scalars.indices)
    }

    private func isLookedInto(_ range: Range<Int>) -> Bool {
        sentence.holds(ChineseWords.inspection, range)
            || sentence.holds(ChineseWords.inspection, trigger)
                && sentence.holds(ChineseWords.carryingOut, range)
    }

    /// 对取得许可的设备进行抽查, 按照规定应当取得许可的设备: the trigger says which things are meant.
    private func marksObject(_ between: Range<Int>) -> Bool {
        let after = afterInClause
        guard let next = text[after.prefix(2)].firstIndex(of: "的"), next + 1 < after.upperBound else {
            return false
        }
        let near = span(max(between.lowerBound, sentence.clause.lowerBound), between.upperBound)
        if text[near].contains("对") { return true }
        return Self.ofRule.ends(text, at: between.lowerBound - 2, from: sentence.clause.lowerBound)
    }

    private static let ofRule = PhraseSet(.zh, "规定|依法")

    /// 审查期间, 审查人员: the trigger only says when, or which people.
    var isModifier: Bool {
        ChineseWords.adverbial.begins(text, at: trigger.upperBound, limit: text.count)
    }
}
