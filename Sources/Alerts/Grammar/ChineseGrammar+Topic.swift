import Statute

/// The trigger stands before the modal: what the sentence is about.
extension ChineseGrammar {
    /// The thing is what the sentence is about, and the modal follows: 源代码应当报送备案.
    var topic: Verdict? {
        guard let (modal, end) = ownRule else { return nil }
        if isModifier, modal.kind != .minimum { return Verdict(.mentions, .aboutTheThing) }
        let tail = span(modal.range.upperBound, end)
        if !isInverse, Self.onlyWords.match(at: modal.range.lowerBound, in: text, limit: end) != nil,
            sentence.holds(Self.used, tail.prefix(8))
        {
            return Verdict(.protects, .dutyToProtect)
        }
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
        // …提出的请求，有损主权的，应当予以拒绝.
        if endsAtTrigger, !next.isEmpty, text[next.upperBound - 1] == "的", sentence.modals(in: next).isEmpty {
            next = clauseAfter(next)
        }
        guard endsAtTrigger || isAbout, !next.isEmpty, let modal = sentence.modals(in: next).first,
            modal.range.lowerBound - next.lowerBound <= (isAbout ? 14 : 2)
                || namesSubject(span(next.lowerBound, modal.range.lowerBound))
        else { return nil }
        return (modal, next.upperBound)
    }

    /// The trigger's clause is a noun phrase that ends with it or with the noun that it marks.
    private var endsAtTrigger: Bool {
        let after = afterInClause
        if after.isEmpty { return true }
        let all = sentence.clause
        if after.count <= 12, ChineseWords.request.ends(text, at: all.upperBound, from: all.lowerBound) {
            return true
        }
        return after.count <= 8 && Self.topicNoun.begins(text, at: after.lowerBound, limit: after.upperBound)
    }

    private static let topicNoun = PhraseSet(.zh, "的请求|请求|的信息|信息|的数据|数据|等信息|等数据|等资料|的资料|资料|且")

    /// 处理者应当: nothing but a subject before the modal.
    private func namesSubject(_ range: Range<Int>) -> Bool {
        guard range.count <= 20, let run = ChineseAgents.run(in: range, of: text) else { return false }
        return run.upperBound == range.upperBound
            && !ChineseAgents.isClause(text[run].asString)
            && !ChineseSubject(text: text).isAdverbial(range.lowerBound, limit: range.upperBound)
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

    private static let onlyWords = PhraseSet(.zh, "只能|只可|仅能|仅可|只得|仅限")
    private static let used = PhraseSet(.zh, "用于|使用|为")

    private func topicProhibited(_ tail: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if let because = ChineseWords.pretext.first(in: text, tail),
            sentence.holds(
                ChineseWords.refusing, span(because.upperBound, min(text.count, because.upperBound + 4)))
        {
            return Verdict(.requires, .doubleNegation)
        }
        if demandBefore(tail) != nil || sentence.holds(ChineseWords.passiveCondition, tail) {
            return Verdict(.forbids, .prohibitionOfDemand)
        }
        if isHarmed(tail) || isHandedOn(tail) || isTakenAway(tail) {
            return Verdict(.protects, .prohibitionOfHarm)
        }
        return isActedOn(tail) ? Verdict(.forbids, .prohibition) : Verdict(.mentions, .aboutTheThing)
    }

    private func topicOwed(_ tail: Range<Int>) -> Verdict {
        if isInverse { return Verdict(.mentions, .opposite) }
        if isKeptSecret(tail) || isGivenBack(tail) { return Verdict(.protects, .dutyToProtect) }
        if sentence.holds(ChineseWords.amongThemselves, tail) { return Verdict(.mentions, .aboutTheThing) }
        if let word = ChineseWords.refraining.first(
            in: text, span(tail.lowerBound, min(tail.lowerBound + 4, tail.upperBound)))
        {
            return refrained(word)
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
