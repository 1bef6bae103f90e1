import Statute

/// Penalties: what is punished says what is owed.
extension ChineseGrammar {
    /// 违反…，未…的，处…罚款; or an item of a list that such a sentence opens.
    var liability: Verdict? {
        guard isPunished else { return nil }
        let conduct = span(sentence.clause.lowerBound, trigger.lowerBound)
        let omitted =
            lastOmission(conduct) != nil || isOmittedLater || isOmittedBefore || isWithheld(conduct)
            || isUnlicensed(conduct)
            || Self.refused.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
        if isInverse {
            // 对违法信息未及时处置的: what was to be done away with was left standing.
            return omitted && !sentence.holds(Self.disposing, sentence.clause)
                ? Verdict(.mentions, .opposite) : Verdict(.requires, .penaltyForBreach)
        }
        // 未依法保密的: what is punished is that it was not kept secret.
        if omitted, isKeptSecret(afterInClause) { return Verdict(.protects, .penaltyForHarm) }
        if isMisused(conduct), lastOmission(conduct) == nil { return Verdict(.protects, .penaltyForHarm) }
        if omitted { return Verdict(.requires, .penaltyForBreach) }
        if demandBefore(conduct) != nil || sentence.holds(ChineseWords.passiveCondition, afterInClause)
            || ChineseWords.demand.isFound(in: text, trigger)
        {
            return Verdict(.forbids, .penaltyForDemand)
        }
        if isHarmed(conduct) || isHarmed(harmReach) || isItselfHarm {
            return Verdict(.protects, .penaltyForHarm)
        }
        // In the conduct itself: punished for doing it. Elsewhere (the frame of the offence) it is only named.
        return isActedOn(sentence.clause) && !sentence.clauseNamesOther && !standsInModifier
            ? Verdict(.forbids, .penaltyForAct) : Verdict(.mentions, .aboutTheThing)
    }

    /// The trigger is itself the omission: 拒不配合数据调取.
    private static let refused = PhraseSet(.zh, "拒绝|拒不|不配合|不履行|未")
    private static let disposing = PhraseSet(.zh, "处置|停止|删除|清除|阻断|制止|消除|下架|屏蔽|拦截")

    /// 强制转让技术，当事人请求确认合同无效的: what was forced does not hold.
    var voided: Verdict? {
        guard !isInverse, demandBefore(span(sentence.clause.lowerBound, trigger.lowerBound)) != nil,
            sentence.modals(in: sentence.clause).isEmpty, sentence.holds(Self.void, sentence.rest)
        else { return nil }
        return Verdict(.forbids, .penaltyForDemand)
    }

    private static let void = PhraseSet(.zh, "无效|不发生效力|予以撤销")

    /// 隐瞒、迟报漏洞的: what had to be told was not.
    private func isWithheld(_ conduct: Range<Int>) -> Bool {
        sentence.holds(Self.withholding, conduct) || sentence.holds(Self.withholding, afterInClause.prefix(6))
    }

    private static let withholding = PhraseSet(.zh, "隐瞒|瞒报|谎报|迟报|漏报|缓报|虚报|藏匿|隐匿")

    /// 未经批准从事检测活动的: a business that needs leave; 未经批准复制 is punished for what is done.
    private func isUnlicensed(_ conduct: Range<Int>) -> Bool {
        guard let negation = lastNegation(conduct) else { return false }
        return sentence.holds(Self.business, span(negation.upperBound, conduct.upperBound))
    }

    private static let giving = PhraseSet(.zh, "提供|传输|公开|披露|发布|转移")
    private static let business = PhraseSet(.zh, "从事|开展|经营|设立|擅自从事")

    /// After the thing a harm stands next to it, or anywhere in the clause after 将…: 将知悉的个人信息出售.
    private var harmReach: Range<Int> {
        let head = text[span(sentence.clause.lowerBound, trigger.lowerBound)]
        return head.contains("将") || head.contains("把") ? afterInClause : afterInClause.prefix(8)
    }

    /// Harm by the concept's own list, or passing on what was entrusted; not by a demand.
    private func isMisused(_ conduct: Range<Int>) -> Bool {
        guard demandBefore(conduct) == nil else { return false }
        return sentence.use.harms.contains {
            $0.lowerBound >= conduct.lowerBound && $0.upperBound <= conduct.upperBound
        } || isItselfHarm || sentence.holds(Self.passingOn, conduct)
    }

    private static let passingOn = PhraseSet(.zh, "违法披露|擅自披露|非法披露|擅自公开|违法公开|非法公开")

    /// 安全审查未通过的, and 存在漏洞，未按照规定报告的: the omission stands after the thing.
    private var isOmittedLater: Bool {
        if lastNegation(afterInClause.prefix(3)) != nil { return true }
        let penalty = ChineseWords.punishment.first(in: text, sentence.rest)?.lowerBound ?? text.count
        let conduct = span(trigger.upperBound, penalty)
        return Self.omission.all(in: text, conduct).contains { hit in
            isActedOn(span(hit.upperBound, conduct.upperBound))
        }
    }

    /// 未按照规定，核验…，或者留存…的: the omission stands in a clause of its own and holds for what follows.
    private var isOmittedBefore: Bool {
        var end = sentence.clause.lowerBound - 1
        while end > sentence.base {
            let start =
                text[sentence.base..<end].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 }
                ?? sentence.base
            if Self.omission.begins(text, at: start, limit: end) {
                return Self.standard.ends(text, at: end, from: start)
            }
            end = start - 1
        }
        return false
    }

    private static let standard = PhraseSet(.zh, "规定|要求|标准|规范|约定")
    private static let omission = PhraseSet(.zh, "未按|未依|未及时|未立即|未向|未如实|不按|不及时|拒不报")

    /// 对支持…的个人进行…: the trigger belongs to a relative clause, and another act is punished.
    private var standsInModifier: Bool {
        let after = afterInClause
        // 向境外提供未公布的信息: what follows belongs to its object.
        if Self.giving.ends(text, at: trigger.upperBound, from: trigger.lowerBound) { return false }
        guard let relative = text[after].firstIndex(of: "的") else { return false }
        return relative + 1 < after.upperBound
    }

    private var isPunished: Bool {
        let leadIn = sentence.leadIn
        let own = sentence.own
        if sentence.holds(ChineseWords.punishment, leadIn), sentence.holds(ChineseWords.conductList, leadIn),
            !sentence.holds(ChineseWords.leniency, leadIn)
        {
            return sentence.modals(in: span(own.lowerBound, trigger.lowerBound)).isEmpty
        }
        guard let punishment = ChineseWords.punishment.first(in: text, sentence.rest),
            !sentence.holds(ChineseWords.leniency, sentence.rest)
        else { return false }
        let before = span(own.lowerBound, trigger.lowerBound)
        let breached = ChineseWords.breach.last(in: text, before)
        guard breached != nil || marksConduct(span(trigger.upperBound, punishment.lowerBound)) else {
            return false
        }
        // 责令停止使用: what stands in the penalty is not the conduct.
        if sentence.holds(
            ChineseWords.punishment, span(breached?.upperBound ?? own.lowerBound, trigger.lowerBound))
        {
            return false
        }
        // 应当提交；未提交的，责令改正: the duty governs what follows it, the penalty what breaks it.
        let start = breached?.upperBound ?? own.lowerBound
        return sentence.modals(in: span(start, trigger.lowerBound)).allSatisfy { $0.kind == .encouragement }
    }

    /// …的，由 / …的，处 between the trigger and the penalty.
    private func marksConduct(_ range: Range<Int>) -> Bool {
        range.contains { index in
            text[index] == "的" && index + 1 < text.count
                && (ChineseSentence.isComma(text[index + 1]) || text[index + 1] == "由"
                    || text[index + 1] == "处")
        }
    }
}

extension ChineseSentence {
    /// 为他人…提供 and other frames in which the thing is done for somebody outside the rule.
    fileprivate var clauseNamesOther: Bool {
        text[clause].asString.contains("他人")
    }
}
