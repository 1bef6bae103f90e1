import Statute

/// What 可以 and 有权 leave open, and to whom.
extension ChineseGrammar {
    func allowed(_ between: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if sentence.holds(
            ChineseWords.refusing, span(between.lowerBound, min(between.upperBound, between.lowerBound + 6))),
            demandBefore(between) == nil
        {
            return Verdict(.forbids, .rightToRefuse)
        }
        if sentence.holds(ChineseWords.voluntary, sentence.clause) { return Verdict(.permits, .voluntary) }
        if isAuthority, sentence.holds(ChineseWords.passiveCondition, afterInClause) {
            return Verdict(.mayRequire, .powerToDemand)
        }
        if demandBefore(between) != nil || isOrdered(between) { return Verdict(.mayRequire, .powerToDemand) }
        if isAuthority, isLookedInto(span(between.lowerBound, sentence.clause.upperBound)),
            !ChineseWords.serving.begins(text, at: between.lowerBound, limit: text.count)
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        if isAuthority, isRestricted(between) { return Verdict(.mayRequire, .powerToDemand) }
        return isModifier || !isDone(from: between.lowerBound)
            ? Verdict(.mentions, .aboutTheThing) : Verdict(.permits, .power)
    }

    private var isAuthority: Bool {
        guard let actor = ChineseParties(sentence).speaker else {
            // 经国务院批准，可以采取限制措施: nobody else is named.
            guard let modal = sentence.modalBefore else { return false }
            return Self.leaveOfState.isFound(in: text, span(sentence.base, modal.range.lowerBound))
        }
        let scalars = Array(actor.unicodeScalars)
        return ChineseWords.authority.isFound(in: scalars, scalars.indices)
    }

    private func isLookedInto(_ range: Range<Int>) -> Bool {
        sentence.holds(ChineseWords.inspection, range)
            || sentence.holds(ChineseWords.inspection, trigger)
                && sentence.holds(ChineseWords.carryingOut, range)
    }

    private static let leaveOfState = PhraseSet(.zh, "经国务院|经省级|经人民政府|经公安机关|经主管部门|报国务院|报经国务院|报经省")

    /// 可以通知有关机构采取措施, 可以提请启动审查: somebody is told to.
    private func isOrdered(_ between: Range<Int>) -> Bool {
        let opening = span(between.lowerBound, min(between.upperBound, between.lowerBound + 6))
        return Self.ordering.isFound(in: text, opening)
    }

    private static let ordering = PhraseSet(.zh, "通知|责成|指令|指示|提请|商请")

    /// 可以冻结, 可以采取限制措施: an authority's measure against others, who have to bear it.
    private func isRestricted(_ between: Range<Int>) -> Bool {
        sentence.holds(
            Self.restricting,
            span(between.lowerBound, min(trigger.upperBound + 8, sentence.clause.upperBound)))
    }

    private static let restricting = PhraseSet(
        .zh, "限制|阻断|冻结|查封|扣押|中断|切断|断开|关闭|暂停|禁止|制裁|反制|列入|列为|驱逐|没收|责令|停止传输|停止接入|启动")

    /// 可以发布禁令，禁止…: the ban is left to an authority.
    func isLeftToAuthority(_ start: Int) -> Bool {
        guard let ban = sentence.modalBefore, text[ban.range.lowerBound] == "禁",
            ban.range.upperBound == start, ban.range.lowerBound > 0,
            ChineseSentence.isComma(text[ban.range.lowerBound - 1]),
            let power = sentence.modals.last(where: { $0.range.upperBound < ban.range.lowerBound }),
            power.kind == .power
        else { return false }
        return sentence.holds(Self.deciding, span(power.range.upperBound, ban.range.lowerBound))
    }

    private static let deciding = PhraseSet(.zh, "发布|作出|决定|公告|命令|采取")

    /// 无需提交，主管部门也不得强制其提交: what is left open is also kept open.
    var isThenNotDemanded: Bool {
        guard let ban = sentence.modals(in: sentence.nextClause).first, ban.kind == .prohibition else {
            return false
        }
        return demandBefore(span(ban.range.upperBound, sentence.nextClause.upperBound)) != nil
    }
}
