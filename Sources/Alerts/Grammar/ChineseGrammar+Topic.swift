import Statute

/// The trigger stands before the modal: what the sentence is about.
extension ChineseGrammar {
    /// The thing is what the sentence is about, and the modal follows: 源代码应当报送备案.
    var topic: Verdict? {
        guard let (modal, end) = ownRule else { return nil }
        if isModifier, modal.kind != .minimum { return Verdict(.mentions, .aboutTheThing) }
        let tail = span(modal.range.upperBound, end)
        switch modal.kind {
        case .prohibition: return topicProhibited(tail)
        case .duty: return topicOwed(tail)
        case .minimum: return isInverse ? nil : Verdict(.requires, .minimum)
        case .power where !isInverse && demandBefore(tail) != nil: return Verdict(.mayRequire, .powerToDemand)
        case .power where !isInverse && isActedOn(tail): return Verdict(.permits, .power)
        case .exemption where !isInverse && isActedOn(tail): return Verdict(.permits, .exemption)
        case .power, .exemption, .encouragement, .onlyThen: return Verdict(.mentions, .aboutTheThing)
        }
    }

    /// The first modal that is said of the trigger's clause as a topic, and where its clause ends.
    var ownRule: (modal: Modal, end: Int)? {
        let clause = sentence.clause
        if let modal = sentence.modalAfter(before: clause.upperBound) { return (modal, clause.upperBound) }
        var next = sentence.nextClause
        // 对…个人信息，除应当公示的外，应当保密.
        if isAbout, !next.isEmpty, text[next.lowerBound] == "除" { next = clauseAfter(next) }
        guard clause.upperBound == trigger.upperBound || isAbout, !next.isEmpty,
            let modal = sentence.modals(in: next).first,
            modal.range.lowerBound - next.lowerBound <= (isAbout ? 14 : 2)
        else { return nil }
        return (modal, next.upperBound)
    }

    private func clauseAfter(_ clause: Range<Int>) -> Range<Int> {
        guard clause.upperBound + 1 < text.count else { return text.count..<text.count }
        let start = clause.upperBound + 1
        return start..<(text[start...].firstIndex(where: ChineseSentence.isBorder) ?? text.count)
    }

    /// 对…知悉的商业秘密，: the clause only says what the next one is about.
    var isAbout: Bool {
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        guard sentence.modals(in: head).isEmpty, let about = text[head].firstIndex(of: "对") else {
            return false
        }
        let window = span(max(head.lowerBound, about - 1), min(head.upperBound, about + 2))
        return !Self.aboutLookalike.isFound(in: text, window)
    }

    private static let aboutLookalike = PhraseSet(.zh, "核对|应对|针对|校对|对外|对应|对比|对照|对象|绝对|反对|相对")

    private func topicProhibited(_ tail: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if demandBefore(tail) != nil || sentence.holds(ChineseWords.passiveCondition, tail) {
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if isHarmed(tail) || isHandedOn(tail) {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        return isActedOn(tail) ? Verdict(.forbids, .prohibition) : Verdict(.mentions, .aboutTheThing)
    }

    private func topicOwed(_ tail: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if isKeptSecret(tail) { return Verdict(.protects, .dutyToProtect) }
        if sentence.holds(
            ChineseWords.refraining, span(tail.lowerBound, min(tail.lowerBound + 4, tail.upperBound)))
        {
            return Verdict(.forbids, .dutyToRefrain)
        }
        if isActedOn(tail) { return Verdict(.requires, .duty) }
        return isCompliedWith ? Verdict(.requires, .dutyToComply) : Verdict(.mentions, .aboutTheThing)
    }

    /// 机关调取数据，应当办理手续，有关组织应当予以配合: whoever is looked into must comply.
    private var isCompliedWith: Bool {
        guard sentence.holds(ChineseWords.inspection, trigger) else { return false }
        return sentence.modals(in: sentence.rest).contains { modal in
            modal.kind == .duty
                && ChineseWords.complying.begins(
                    text,
                    at: modal.range.upperBound
                        + (text[modal.range.upperBound...].starts(with: "予以".unicodeScalars) ? 2 : 0),
                    limit: text.count)
        }
    }
}
