import Statute

/// The modal that stands before the trigger.
extension ChineseGrammar {
    var governed: Verdict? {
        if sentence.isConditional,
            sentence.modals(in: span(sentence.clause.lowerBound, trigger.lowerBound)).isEmpty
        {
            return conditional
        }
        guard let modal = resumed ?? sentence.modalBefore, governs(modal) else { return nil }
        let between = span(modal.range.upperBound, trigger.lowerBound)
        switch modal.kind {
        case .prohibition: return prohibited(between)
        case .duty: return owed(between)
        case .minimum: return isInverse ? Verdict(.mentions, .opposite) : Verdict(.requires, .minimum)
        case .power: return allowed(between)
        case .onlyThen:
            guard !isInverse else { return Verdict(.mentions, .opposite) }
            if isAccess(between) { return Verdict(.protects, .dutyToProtect) }
            return demandBefore(between) == nil
                ? Verdict(.permits, .power) : Verdict(.mayRequire, .powerToDemand)
        case .encouragement:
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .encouragement)
        case .exemption:
            if !isInverse, isThenNotDemanded { return Verdict(.forbids, .prohibitionOfDemand) }
            return isInverse ? Verdict(.mentions, .opposite) : Verdict(.permits, .exemption)
        }
    }

    /// 应当…，不得…，并符合下列条件: after a ban 并 takes up the duty again.
    private var resumed: Modal? {
        let before = sentence.modals.filter { $0.range.upperBound <= trigger.lowerBound }
        guard let ban = before.last, ban.kind == .prohibition, before.count > 1,
            let duty = before.dropLast().last(where: { $0.kind == .duty }),
            duty.range.lowerBound >= sentence.base
                || ban.range.lowerBound < sentence.base
        else { return nil }
        var index = ban.range.upperBound
        while let border = text[span(index, trigger.lowerBound)].firstIndex(where: ChineseSentence.isComma) {
            if Self.again.begins(text, at: border + 1, limit: trigger.lowerBound) { return duty }
            index = border + 1
        }
        return nil
    }

    private static let again = PhraseSet(.zh, "并应|并按|并符合|并将|并采取|并建立|并依法|并向|并对|并及时|并在|并保|并接受|并通过|并进行|并取得|同时")

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

    /// 不得以…为由拒绝提供: the refusal is ruled out; 不得以未登记为由拒绝: registering may not be insisted on.
    private func pretextVerdict(_ between: Range<Int>) -> Verdict? {
        let reach = span(between.lowerBound, sentence.clause.upperBound)
        guard let as_ = text[reach].firstIndex(of: "以"), as_ < trigger.lowerBound,
            let because = ChineseWords.pretext.first(in: text, span(as_, reach.upperBound))
        else { return nil }
        let refused = sentence.holds(
            ChineseWords.refusing, span(because.upperBound, min(text.count, because.upperBound + 4)))
        if because.upperBound <= trigger.lowerBound {
            return refused ? Verdict(.requires, .doubleNegation) : nil
        }
        guard refused, lastNegation(span(as_, trigger.lowerBound)) != nil else { return nil }
        return Verdict(.forbids, .prohibitionOfDemand)
    }

    private func prohibited(_ between: Range<Int>) -> Verdict {
        let after = afterInClause
        let demand = demandBefore(between)
        // 不得泄露国家秘密，向境外提供数据: a harm in another clause is done to another thing.
        let near = span(max(between.lowerBound, sentence.clause.lowerBound), between.upperBound)
        let harm = isHarmed(near) || isItselfHarm
        if isInverse, Self.excluding.ends(text, at: trigger.lowerBound, from: between.lowerBound) {
            return Verdict(.forbids, .prohibitionOfBan)
        }
        if isInverse {
            return demand == nil && !harm
                ? Verdict(.requires, .prohibitionOfOpposite) : Verdict(.mentions, .opposite)
        }
        if let pretext = pretextVerdict(between) { return pretext }
        if let refusing = ChineseWords.refusing.first(in: text, between), demand == nil,
            !ChineseWords.negationLookalike.begins(text, at: refusing.lowerBound, limit: text.count),
            refusing.lowerBound - between.lowerBound <= 8,
            !isCoordinated(refusing)
        {
            return Verdict(.requires, .doubleNegation)
        }
        if isUntested { return Verdict(.requires, .condition) }
        // 未经批准，不得… is handled as a condition; 不得未经审查… is one too.
        if let negation = lastOmission(between),
            // 不得预留未公开的通道: which thing is meant.
            !text[span(negation.upperBound, between.upperBound)].contains("的"),
            text[negation].asString != "不", demand == nil, !harm,
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
        if isTakenAway(near) { return Verdict(.protects, .prohibitionOfHarm) }
        guard isDone(from: between.lowerBound) else { return Verdict(.mentions, .aboutTheThing) }
        return Verdict(.forbids, isLeftToAuthority(between.lowerBound) ? .powerToBan : .prohibition)
    }

    /// 不得排斥境外品牌: the other way stays open.
    private static let excluding = PhraseSet(.zh, "排斥|排除|歧视|限制|拒绝|禁止|阻止|阻碍|限制或者排斥|限制、排斥")

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
        if let word = leftOff(between) { return refrained(word) }
        if isInverse { return Verdict(.mentions, .opposite) }
        if isProtected(span(max(between.lowerBound, sentence.clause.lowerBound), between.upperBound))
            || isKeptSecret(after)
        {
            return Verdict(.protects, .dutyToProtect)
        }
        if sentence.holds(ChineseWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if ChineseWords.amongThemselves.all(in: text, sentence.clause).contains(where: {
            $0.overlaps(trigger)
        }) {
            return Verdict(.mentions, .aboutTheThing)
        }
        if let making = ChineseWords.ruleMaking.last(in: text, between),
            !sentence.use.acts.contains(where: { $0.overlaps(making) }),
            ChineseWords.ruleNoun.begins(text, at: trigger.upperBound, limit: text.count)
        {
            return Verdict(.mentions, .aboutTheThing)
        }
        if isThenShielded(between) { return Verdict(.protects, .prohibitionOfHarm) }
        if isAdverbOnly(between), !isModifier { return Verdict(.requires, .duty) }
        if isModifier || marksObject(between) || !isDone(from: between.lowerBound) {
            return Verdict(.mentions, .aboutTheThing)
        }
        return Verdict(.requires, .duty)
    }

    /// 应当对接触的源代码采取措施，不得复制、提供给他人.
    private func isThenShielded(_ between: Range<Int>) -> Bool {
        let near = span(max(between.lowerBound, sentence.clause.lowerBound), trigger.lowerBound)
        guard text[near].contains("对"), let ban = sentence.modals(in: sentence.nextClause).first,
            ban.kind == .prohibition, ban.range.lowerBound == sentence.nextClause.lowerBound
        else { return false }
        let tail = span(ban.range.upperBound, sentence.nextClause.upperBound)
        return isHarmed(tail) || isHandedOn(tail)
    }

    /// 应当依法先行去标识化: the trigger is itself what must be done.
    private func isAdverbOnly(_ between: Range<Int>) -> Bool {
        guard between.lowerBound >= sentence.clause.lowerBound else { return false }
        var index = between.lowerBound
        while index < between.upperBound {
            guard let adverb = Self.adverbs.match(at: index, in: text, limit: between.upperBound) else {
                return false
            }
            index = adverb.upperBound
        }
        return true
    }

    private static let adverbs = PhraseSet(
        .zh, "依法|及时|先行|首先|立即|主动|严格|如实|妥善|同时|自行|优先|统一|定期|至少|按照规定|按照国家有关规定|按规定|一并|继续|全面|共同|另行|单独|事先|事前")

    /// 应当避免重复审查; but not 应当停止传输，保存记录, where the comma ends what is left off.
    private func leftOff(_ between: Range<Int>) -> Range<Int>? {
        let head = span(between.lowerBound, min(between.upperBound, between.lowerBound + 6))
        guard let word = ChineseWords.refraining.first(in: text, head) else { return nil }
        // 停止生成、停止传输: two things to do, and the trigger is one of them.
        if ChineseWords.refraining.begins(text, at: trigger.lowerBound, limit: trigger.upperBound),
            text[span(word.upperBound, trigger.lowerBound)].last == "、"
        {
            return nil
        }
        return text[span(word.upperBound, trigger.lowerBound)].contains(where: ChineseSentence.isBorder)
            ? nil : word
    }

    /// 应当拒绝提供 is as good as 不得提供.
    func refrained(_ word: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.requires, .dutyToRefrain) }
        return Verdict(.forbids, text[word].asString == "拒绝" ? .prohibition : .dutyToRefrain)
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
