import Statute

/// The trigger stands in an "if" part, or in a clause that only says what is being done.
extension ChineseGrammar {
    /// Only a duty that answers the condition says anything: to do what was asked for, to act when it happens, to
    /// keep secret what was given.
    var conditional: Verdict {
        guard !isInverse else { return Verdict(.mentions, .conditionalClause) }
        guard let main = sentence.modals(in: sentence.rest).first else {
            return isReportedAtOnce
                ? Verdict(.requires, .dutyUponEvent) : Verdict(.mentions, .conditionalClause)
        }
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        return complied(head, main) ?? barred(head, main) ?? guarded(head, main)
            ?? uponEvent(head, main) ?? whenDoing(main)
            ?? Verdict(.mentions, .conditionalClause)
    }

    /// 除经评估的外，不得…: what the exception names is the way.
    var excepted: Verdict? {
        let clause = sentence.clause
        guard !isInverse, !clause.isEmpty, text[clause.lowerBound] == "除", text[clause.upperBound - 1] == "外",
            sentence.modals(in: clause).isEmpty, demandBefore(clause) == nil, isPassedThrough,
            sentence.modals(in: sentence.nextClause).first?.kind == .prohibition
        else { return nil }
        return Verdict(.requires, .condition)
    }

    private var isPassedThrough: Bool {
        sentence.holds(Self.passing, span(sentence.clause.lowerBound, trigger.upperBound))
    }

    private static let passing = PhraseSet(.zh, "经|通过|取得|办理|获得")

    /// 外国机关请求提供数据的，未经批准不得提供: the request is barred, but for leave.
    private func barred(_ head: Range<Int>, _ main: Modal) -> Verdict? {
        guard main.kind == .prohibition else { return nil }
        let asked =
            demandBefore(head) != nil || sentence.holds(ChineseWords.request, head)
            || sentence.holds(ChineseWords.request, trigger)
        let end = text[main.range.upperBound...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
        guard asked, answers(main),
            sentence.holds(Self.without, span(sentence.clause.upperBound, main.range.lowerBound)),
            !sentence.holds(ChineseWords.refusing, span(main.range.upperBound, end))
        else { return nil }
        return Verdict(.forbids, .prohibition)
    }

    private static let without = PhraseSet(.zh, "未经|非经|未获|未得到|未取得")

    /// 要求提供…的，应当如实提供; 要求提供…的，不得拒绝.
    private func complied(_ head: Range<Int>, _ main: Modal) -> Verdict? {
        guard
            demandBefore(head) != nil || sentence.holds(ChineseWords.inspection, trigger)
                || sentence.holds(Self.needed, head),
            main.range.upperBound <= sentence.nextClause.upperBound
        else { return nil }
        let tail = span(main.range.upperBound, sentence.nextClause.upperBound)
        if main.kind == .duty, sentence.holds(ChineseWords.complying, tail),
            !sentence.holds(ChineseWords.amongThemselves, tail)
        {
            return Verdict(.requires, .dutyToComply)
        }
        if main.kind == .prohibition, sentence.holds(ChineseWords.refusing, tail) {
            return Verdict(.requires, .doubleNegation)
        }
        return nil
    }

    private static let needed = PhraseSet(.zh, "需要核验|需要查阅|需要调取|需要检查|需要提供|需要查验|需要调阅")

    /// 提供…的，应当保密; …的，应当限定在必要的范围内; 发现窃取…的，应当制止.
    private func guarded(_ head: Range<Int>, _ main: Modal) -> Verdict? {
        let end = text[main.range.upperBound...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
        let tail = span(main.range.upperBound, end)
        switch main.kind {
        case .duty
        where isGivenBack(tail) || isKeptSecret(tail) || sentence.holds(ChineseWords.narrowing, tail):
            return Verdict(.protects, .dutyToProtect)
        case .duty where sentence.holds(ChineseWords.event, head) && isHarmed(head) && !answers(main):
            return sentence.holds(ChineseWords.stopping, tail) ? Verdict(.protects, .dutyToProtect) : nil
        case .prohibition where isHarmed(tail) || isHandedOn(tail):
            return Verdict(.protects, .prohibitionOfHarm)
        default: return nil
        }
    }

    /// 发现漏洞的，应当报告; 收到…请求后，应当办理.
    private func uponEvent(_ head: Range<Int>, _ main: Modal) -> Verdict? {
        let isEvent =
            sentence.holds(ChineseWords.event, head)
            || sentence.holds(ChineseWords.receipt, head)
                && sentence.holds(ChineseWords.request, span(trigger.lowerBound, sentence.clause.upperBound))
        if isEvent, main.kind == .power, answers(main),
            demandBefore(span(main.range.upperBound, sentence.nextClause.upperBound)) != nil
        {
            return Verdict(.mayRequire, .powerToDemand)
        }
        guard isEvent, main.kind == .duty, answers(main) || isReported(main) else { return nil }
        return Verdict(.requires, .dutyUponEvent)
    }

    /// 发生…的，应当于两日内填报.
    private func isReported(_ main: Modal) -> Bool {
        // What happens is the thing, and not something else of it.
        guard afterInClause.count <= 4 else { return false }
        let end = text[main.range.upperBound...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
        return sentence.holds(Self.reporting, span(main.range.upperBound, end))
    }

    /// 发生…的，于一小时内向主管部门报告: the time makes it a duty.
    private var isReportedAtOnce: Bool {
        let next = sentence.nextClause
        guard Self.atOnce.begins(text, at: next.lowerBound, limit: next.upperBound) else { return false }
        return sentence.holds(ChineseWords.event, sentence.clause) && sentence.holds(Self.reporting, next)
    }

    private static let reporting = PhraseSet(.zh, "报告|填报|上报|通报|报送")
    private static let atOnce = PhraseSet(.zh, "于|立即|及时|在")

    /// 向境外提供的，应当进行评估: the trigger is itself the doing, and the duty says how.
    private func whenDoing(_ main: Modal) -> Verdict? {
        guard isItselfAct, main.kind == .duty, answers(main) else { return nil }
        return Verdict(.requires, .dutyWhenDoing)
    }

    /// 开展测试，发布漏洞等信息，应当遵守规定: no "if" word, and the duty opens the next clause.
    var doing: Verdict? {
        guard !isInverse, isItselfAct, sentence.modals(in: sentence.clause).isEmpty,
            let main = sentence.modals(in: sentence.nextClause).first,
            main.range.lowerBound == sentence.nextClause.lowerBound
        else { return nil }
        return whenDoing(main)
    }

    /// Whether what the main clause asks for is one of the concept's acts, and not to stop it (应当停止提供服务).
    private func answers(_ main: Modal) -> Bool {
        sentence.use.acts.contains { act in
            guard act.lowerBound >= main.range.upperBound else { return false }
            let before = span(max(main.range.upperBound, act.lowerBound - 2), act.lowerBound)
            return !sentence.holds(ChineseWords.refraining, before)
        }
    }

    /// The trigger is a word for doing (向境外提供, 发布漏洞) and not for a thing.
    var isItselfAct: Bool { sentence.use.acts.contains { $0.overlaps(trigger) } }

    /// The trigger is a word for the harm itself (电子侵入).
    var isItselfHarm: Bool { sentence.use.harms.contains { $0.overlaps(trigger) } }
}
