import Statute

/// Says of each change in a pair what kind it is, by rules over words, numbers and places.
struct Classifier {
    let diff: PairDiff
    let references: ReferenceMap
    let oldUnit: Int
    let newUnit: Int
    private let modality: ModalityRule
    private let oldDefinitions: [Definition]
    private let newDefinitions: [Definition]

    private var old: Reading { diff.old }
    private var new: Reading { diff.new }

    /// - Parameter isChief: the two provisions belong together as a whole, not by some sentences only.
    init(diff: PairDiff, references: ReferenceMap, oldUnit: Int, newUnit: Int, isChief: Bool) {
        self.diff = diff
        self.references = references
        self.oldUnit = oldUnit
        self.newUnit = newUnit
        let hasWords = diff.changes.contains { if case .words = $0.cause { true } else { false } }
        modality = ModalityRule(diff, alone: isChief)
        oldDefinitions = hasWords ? DefinitionFinder.all(in: diff.old) : []
        newDefinitions = hasWords ? DefinitionFinder.all(in: diff.new) : []
    }

    /// For each change of the pair, in order.
    var verdicts: [Verdict] {
        var reasons: [Int: [Reason]] = [:]
        for (index, reason) in modality.reasons { reasons[index, default: []].append(reason) }
        return diff.changes.enumerated().map { verdict($1, reasons[$0] ?? []) }
    }

    private func verdict(_ change: PairDiff.Change, _ modality: [Reason]) -> Verdict {
        switch change.cause {
        case .form: return typography(change)
        case .label: return following(change)
        case .reference(let i, let j):
            let before = old.passage.reference(old.passage.tokens[i]) ?? Reference()
            let after = new.passage.reference(new.passage.tokens[j]) ?? Reference()
            let follows = references.follows(before, in: oldUnit, after, in: newUnit)
            return follows ? following(change) : strayReference(change)
        case .words(let hunk): return words(hunk, change, modality)
        }
    }

    private func value(_ side: Reading, _ range: Range<Int>) -> ReasonValue? {
        range.isEmpty ? nil : ReasonValue(text: side.passage.string(scalars: range))
    }

    private func plain(
        _ class: ReasonClass, _ change: PairDiff.Change, _ direction: Direction,
        _ bearers: Bearers = Bearers()
    ) -> Reason {
        Reason(
            `class`, before: value(old, change.before), after: value(new, change.after), direction: direction,
            bearers: bearers)
    }

    private func typography(_ change: PairDiff.Change) -> Verdict {
        Verdict(edit: .typography, reasons: [plain(.typography, change, .neither)], significance: .editorial)
    }

    private func following(_ change: PairDiff.Change) -> Verdict {
        Verdict(
            edit: .crossReference, reasons: [plain(.crossReference, change, .neither)], significance: .formal)
    }

    private func strayReference(_ change: PairDiff.Change) -> Verdict {
        Verdict(
            edit: .crossReference, reasons: [plain(.crossReference, change, .unclear)],
            significance: .substantive)
    }

    // MARK: Words

    private func words(_ hunk: Hunk, _ change: PairDiff.Change, _ modality: [Reason]) -> Verdict {
        let before = old.passage.tokens[hunk.old]
        let after = new.passage.tokens[hunk.new]
        if (before + after).allSatisfy({ $0.isMark || $0.kind == .label })
            || EditorialRule.hold(before, after, old.passage, new.passage)
        {
            return typography(change)
        }
        if Self.areReferences(before), Self.areReferences(after) { return strayReference(change) }
        if let moved = containerReference(hunk) { return moved }
        let terms = terms(hunk)
        let measures = MeasurePairs(hunk, diff)
        var reasons = modality
        for (a, b) in measures.pairs {
            reasons +=
                MeasureRule(
                    before: a, after: b, old: old, new: new, inDefinition: !terms.isEmpty, hunk: hunk
                ).reasons
        }
        let residue = Residue(hunk, old, new, measures)
        if reasons.isEmpty, residue.isEmpty, measures.isEqual {
            return typography(change)
        }
        if reasons.isEmpty || !residue.isSlight {
            let rule = WordRule(hunk: hunk, old: old, new: new, inDefinition: !terms.isEmpty)
            var finding = rule.finding
            if finding.direction != .unclear, isRewritten(hunk) { finding.direction = .unclear }
            var reason = plain(finding.class, change, finding.direction, finding.bearers)
            if let values = finding.values {
                reason.before = values.before
                reason.after = values.after
            }
            if !reasons.contains(where: {
                $0.class == .penalty && finding.class == .penalty && residue.isSmall
            }) {
                reasons.append(reason)
            }
        }
        return Verdict(
            edit: reasons.first?.class ?? .text, reasons: reasons, significance: .substantive, terms: terms)
    }

    /// Whether hardly half of the shorter sentence lives on: of words put in or out there nobody can say which way they go.
    private func isRewritten(_ hunk: Hunk) -> Bool {
        let here = old.sentence(at: hunk.old.lowerBound)
        let there = new.sentence(at: hunk.new.lowerBound)
        let kept = here.count { diff.partner.indices.contains($0) && there.contains(Int(diff.partner[$0])) }
        return kept * 2 < min(here.count, there.count)
    }

    /// 第二章 → 第三章: whether it follows the chapter is known when all provisions are linked.
    private func containerReference(_ hunk: Hunk) -> Verdict? {
        guard let a = ContainerReference.holding(hunk.old, in: old),
            let b = ContainerReference.holding(hunk.new, in: new), a.kind == b.kind
        else { return nil }
        var reason = Reason(
            .crossReference, before: ReasonValue(text: old.passage.string(a.range)),
            after: ReasonValue(text: new.passage.string(b.range)), direction: .unclear)
        reason.container = ContainerMove(kind: a.kind, before: a.number, after: b.number)
        return Verdict(edit: .crossReference, reasons: [reason], significance: .substantive)
    }

    /// The terms whose definitions hold the hunk, the old ones first.
    private func terms(_ hunk: Hunk) -> [String] {
        var terms: [String] = []
        func add(_ definitions: [Definition], _ range: Range<Int>) {
            for definition in definitions where definition.range.holds(range) {
                if !terms.contains(where: { Exactly.equal($0, definition.term) }) {
                    terms.append(definition.term)
                }
            }
        }
        add(oldDefinitions, hunk.old)
        add(newDefinitions, hunk.new)
        return terms
    }

    /// References and what joins them in lists; nothing at all does as well.
    private static func areReferences(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.contains { $0.kind == .reference || $0.kind == .foreignReference }
            ? tokens.allSatisfy { token in
                token.kind == .reference || token.kind == .foreignReference || token.isMark
                    || Han.joinsReferences(token.id) || token.kind == .number
            } : tokens.isEmpty
    }
}

extension Range<Int> {
    /// Whether a range begins in this one, or as a place stands between its ends.
    fileprivate func holds(_ range: Range<Int>) -> Bool {
        range.isEmpty
            ? lowerBound < range.lowerBound && range.lowerBound < upperBound
            : lowerBound < range.upperBound && range.lowerBound < upperBound
    }
}
