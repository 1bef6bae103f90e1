/// What a rule says of words that changed: class, values, direction, bearers.
struct WordFinding: Sendable {
    var `class`: ReasonClass
    /// Nil: the changed words themselves.
    var values: (before: ReasonValue?, after: ReasonValue?)?
    var direction: Direction
    var bearers = Bearers()
}

/// Names the words of a hunk that are neither modal nor measure, by the first rule that knows them: definition,
/// sanction, actor, scope; else text.
struct WordRule {
    let hunk: Hunk
    let old: Reading
    let new: Reading
    /// The hunk stands in a definition.
    var inDefinition: Bool

    var finding: WordFinding {
        if inDefinition { return WordFinding(class: .definition, direction: .unclear) }
        return SanctionRule(hunk: hunk, old: old, new: new).finding
            ?? ActorRule(hunk: hunk, old: old, new: new).finding
            ?? ScopeRule(hunk: hunk, old: old, new: new).finding
            ?? WordFinding(class: .text, direction: .unclear)
    }
}

/// Sanctions that come and go: words for them inside the hunk, or after one in its clause.
struct SanctionRule {
    let hunk: Hunk
    let old: Reading
    let new: Reading

    var finding: WordFinding? {
        let before = count(hunk.old, old)
        let after = count(hunk.new, new)
        if before == after {
            if Self.crimes.stand(in: hunk.old, of: old) != Self.crimes.stand(in: hunk.new, of: new) {
                // 构成犯罪的，依法追究刑事责任 only points at the criminal law, which holds without it.
                return WordFinding(class: .penalty, direction: .unclear)
            }
            guard continuesSanction else { return nil }
            if hunk.old.isEmpty { return WordFinding(class: .penalty, direction: .tightened) }
            if hunk.new.isEmpty { return WordFinding(class: .penalty, direction: .loosened) }
            return WordFinding(class: .penalty, direction: .unclear)
        }
        // Of a passage that was written anew nobody can say so.
        let isShort = max(hunk.old.count, hunk.new.count) <= 16 || hunk.old.isEmpty || hunk.new.isEmpty
        let direction: Direction =
            if !isShort { .unclear } else if before == 0 { .tightened } else if after == 0 { .loosened } else
            { .unclear }
        return WordFinding(class: .penalty, direction: direction)
    }

    private func count(_ range: Range<Int>, _ side: Reading) -> Int {
        if range.isEmpty { return 0 }
        return Self.sanctions.found(in: range, of: side).count
            + Self.custody.found(in: range, of: side).count { isImposed($0, side) }
    }

    /// 处…有期徒刑, 行政拘留, not the topic of a procedure: 有期徒刑的交付执行.
    private func isImposed(_ range: Range<Int>, _ side: Reading) -> Bool {
        let clause = side.clause(at: range.lowerBound)
        return (max(clause.lowerBound, range.lowerBound - 24)..<range.lowerBound).contains {
            side.id($0) == 0x5904
        }  // 处
            || side.id(range.lowerBound - 1) == 0x653F
            || side.id(range.upperBound) != 0x7684
                && Self.giving.stand(
                    in: clause.lowerBound..<max(clause.lowerBound, range.lowerBound), of: side)
    }

    private static let giving = Signs(["给予", "予以", "并处", "由公安机关"])
    private static let custody = Signs(
        ["拘留", "有期徒刑", "无期徒刑", "拘役", "管制"], masks: ["交通管制", "出口管制", "进口管制", "管制物项", "管制度"])
    private static let crimes = Signs(["刑事责任", "criminal liability", "criminally liable"])

    /// 没收违法所得|和违法工具: the object of a sanction that stands before it.
    private var continuesSanction: Bool {
        let (side, range) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
        guard !range.isEmpty, hunk.old.isEmpty != hunk.new.isEmpty else { return count(hunk.old, old) > 0 }
        let clause = side.clause(at: range.lowerBound)
        guard range.upperBound <= clause.upperBound, clause.lowerBound < range.lowerBound else {
            return false
        }
        return Self.takingVerbs.stand(in: clause.lowerBound..<range.lowerBound, of: side)
    }

    static let sanctions = Signs(
        [
            "罚款", "罚金", "没收", "吊销", "停产停业", "停业整顿", "停业", "关闭网站", "警告", "通报批评", "处分", "治安管理处罚", "从重处罚",
            "从轻处罚", "减轻处罚", "加重处罚", "免予处罚", "不予处罚", "暂扣", "终身",
            "fine", "fines", "fined", "confiscate", "confiscated", "confiscates", "confiscation", "revoke",
            "revoked",
            "revokes", "revocation", "detained", "detain", "detains", "detention", "imprisonment",
            "imprisoned",
            "warning", "warned", "warn", "penalty", "penalties", "closure", "closed", "suspended",
            "suspension",
            "life", "disqualified", "rectification",
        ],
        masks: ["罚款数额", "预警", "警告标志", "处分财产", "处分权", "纪律处分权限"])
    private static let takingVerbs = Signs([
        "没收", "吊销", "暂扣", "confiscates", "confiscate", "confiscated", "revoke", "revokes",
    ])
}

/// Another bearer of a duty, a right or a ban.
struct ActorRule {
    let hunk: Hunk
    let old: Reading
    let new: Reading

    var finding: WordFinding? {
        guard let (a, b, force) = phrases, holds(a, b), !isMatter
        else { return nil }
        if isDescription(a, b) { return WordFinding(class: .scope, direction: .unclear) }
        let (x, y) = (old.passage.string(a), new.passage.string(b))
        let reach = Reach.between(
            old.passage.tokens[a].map(\.id), new.passage.tokens[b].map(\.id),
            isEnglish: new.isWord(b.lowerBound))
        return WordFinding(
            class: .actor, values: (ReasonValue(text: x), ReasonValue(text: y)),
            direction: reach?.direction(under: force) ?? .unclear, bearers: Bearers(before: x, after: y))
    }

    /// The actor phrases of both sides; of the modal after the hunk, else those that 由 or `by` names, else those that open
    /// the clause.
    private var phrases: (old: Range<Int>, new: Range<Int>, force: Modality.Force?)? {
        if let bound = bound, holds(bound.old, bound.new) { return bound }
        if let x = Bearer.agent(around: hunk.old.lowerBound, in: old),
            let y = Bearer.agent(around: hunk.new.lowerBound, in: new), holds(x.range, y.range)
        {
            return (x.range, y.range, nil)
        }
        guard let x = Bearer.opening(around: hunk.old.lowerBound, in: old),
            let y = Bearer.opening(around: hunk.new.lowerBound, in: new)
        else { return nil }
        return (x.range, y.range, nil)
    }

    private func holds(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.contains(hunk.old, orPlace: hunk.old.lowerBound)
            && b.contains(hunk.new, orPlace: hunk.new.lowerBound)
    }

    private var bound: (old: Range<Int>, new: Range<Int>, force: Modality.Force?)? {
        if let a = modal(after: hunk.old, in: old), let b = modal(after: hunk.new, in: new),
            let x = Bearer.of(a.range, in: old), let y = Bearer.of(b.range, in: new)
        {
            return (x.range, y.range, b.force)
        }
        return nil
    }

    private func modal(after range: Range<Int>, in side: Reading) -> ModalUse? {
        let sentence = side.sentence(at: range.lowerBound)
        return side.modalUses(in: range.lowerBound..<max(range.lowerBound, sentence.upperBound))
            .first { $0.range.lowerBound >= range.upperBound }
    }

    /// |攻击设施|的境外组织: who it is stays, what they do changes.
    private func isDescription(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        func closes(_ range: Range<Int>, _ phrase: Range<Int>, _ side: Reading) -> Bool {
            guard range.upperBound < phrase.upperBound, !range.contains(where: { side.id($0) == 0x7684 }),
                let closing = (range.upperBound..<phrase.upperBound).first(where: { side.id($0) == 0x7684 })
            else { return false }
            // 管理机构的工作人员: whose people they are, not what they do.
            return !ChineseBearer.namesActor(before: closing, side)
        }
        return !hunk.old.isEmpty && !hunk.new.isEmpty && closes(hunk.old, a, old) && closes(hunk.new, b, new)
    }

    /// A qualifier of what the actor deals with, not of who it is: 关键岗位的|从业人员, handlers of |sensitive| data.
    private var isMatter: Bool {
        guard hunk.old.isEmpty != hunk.new.isEmpty else { return false }
        let (side, range) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
        if side.id(range.upperBound - 1) == 0x7684 { return true }  // 的
        guard side.isWord(range.lowerBound) else { return false }
        let clause = side.clause(at: range.lowerBound)
        return (clause.lowerBound..<max(clause.lowerBound, range.lowerBound)).contains {
            side.word($0) == "of"
        }
            && !["and", "or"].contains(side.word(range.lowerBound))
    }
}

extension Range<Int> {
    /// Whether a range lies in this one; an empty one, as a place, between its ends.
    fileprivate func contains(_ range: Range<Int>, orPlace place: Int) -> Bool {
        if range.isEmpty { return lowerBound <= place && place <= upperBound }
        return lowerBound <= range.lowerBound && range.upperBound <= upperBound
    }
}
