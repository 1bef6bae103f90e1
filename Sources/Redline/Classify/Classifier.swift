import Statute

/// Says of each change in a pair what kind it is, by rules over words, numbers and places.
struct Classifier {
    let diff: PairDiff
    let references: ReferenceMap
    let oldUnit: Int
    let newUnit: Int

    private var old: Reading { diff.old }
    private var new: Reading { diff.new }

    func verdict(_ change: PairDiff.Change) -> Verdict {
        switch change.cause {
        case .form: return typography(change)
        case .label: return following(change)
        case .reference(let i, let j):
            let before = old.passage.reference(old.passage.tokens[i]) ?? Reference()
            let after = new.passage.reference(new.passage.tokens[j]) ?? Reference()
            let follows = references.follows(before, in: oldUnit, after, in: newUnit)
            return follows ? following(change) : strayReference(change)
        case .words(let hunk): return words(hunk, change)
        }
    }

    private func value(_ side: Reading, _ range: Range<Int>) -> ReasonValue? {
        range.isEmpty ? nil : ReasonValue(text: side.passage.string(scalars: range))
    }

    private func plain(_ class: ReasonClass, _ change: PairDiff.Change, _ direction: Direction) -> Reason {
        Reason(
            `class`, before: value(old, change.before), after: value(new, change.after), direction: direction)
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

    private func words(_ hunk: Hunk, _ change: PairDiff.Change) -> Verdict {
        let before = old.passage.tokens[hunk.old]
        let after = new.passage.tokens[hunk.new]
        if (before + after).allSatisfy({ $0.isMark || $0.kind == .label })
            || EditorialRule.hold(before, after)
        {
            return typography(change)
        }
        if Self.areReferences(before), Self.areReferences(after) { return strayReference(change) }
        var reasons = modality(hunk) + quantities(hunk)
        let residue = reasons.isEmpty || hasResidue(hunk)
        if residue {
            let context = ClauseContext(hunk, old, new)
            reasons.append(plain(context.reasonClass, change, .unclear))
        }
        return Verdict(edit: reasons.first?.class ?? .text, reasons: reasons, significance: .substantive)
    }

    /// References and what joins them in lists; nothing at all does as well.
    private static func areReferences(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.contains { $0.kind == .reference || $0.kind == .foreignReference }
            ? tokens.allSatisfy { token in
                token.kind == .reference || token.kind == .foreignReference || token.isMark
                    || Han.joinsReferences(token.id) || token.kind == .number
            } : tokens.isEmpty
    }

    /// Modal words that differ, paired in order; none where their number differs but for a lone one.
    private func modality(_ hunk: Hunk) -> [Reason] {
        let before = old.modals(in: hunk.old)
        let after = new.modals(in: hunk.new)
        func value(_ side: Reading, _ range: Range<Int>) -> ReasonValue {
            ReasonValue(text: side.passage.string(range))
        }
        if before.count == after.count {
            return zip(before, after).compactMap { a, b in
                let (x, y) = (value(old, a.range), value(new, b.range))
                if Exactly.equal(x.text, y.text) { return nil }
                return Reason(
                    .modality, before: x, after: y, direction: Modality.direction(a.modality, b.modality))
            }
        }
        // A modal word put in or taken out by itself.
        guard before.count + after.count == 1, max(hunk.old.count, hunk.new.count) <= 6 else { return [] }
        return [
            Reason(
                .modality, before: before.first.map { value(old, $0.range) },
                after: after.first.map { value(new, $0.range) }, direction: .unclear)
        ]
    }

    /// The one modal word of a provision for the one of its heir, when a rewriting has put them in different hunks:
    /// "may require … to provide" → "shall provide".
    ///
    /// - Parameter verdicts: those of the single changes; nil when one of them names both modal words already.
    func soleModality(besides verdicts: [Verdict]) -> Reason? {
        let named = verdicts.flatMap(\.reasons).filter { $0.class == .modality }
        if named.contains(where: { $0.before != nil && $0.after != nil }) { return nil }
        let before = old.modals(in: old.passage.tokens.indices)
        let after = new.modals(in: new.passage.tokens.indices)
        guard before.count == 1, after.count == 1, before[0].modality != after[0].modality else { return nil }
        return Reason(
            .modality, before: ReasonValue(text: old.passage.string(before[0].range)),
            after: ReasonValue(text: new.passage.string(after[0].range)),
            direction: Modality.direction(before[0].modality, after[0].modality))
    }

    private func quantities(_ hunk: Hunk) -> [Reason] {
        let before = Array(old.quantities(in: hunk.old))
        let after = Array(new.quantities(in: hunk.new))
        guard !(before.isEmpty && after.isEmpty) else { return [] }
        let isShort = max(hunk.old.count, hunk.new.count) <= 12
        guard before.count == after.count || isShort else { return [] }
        var reasons: [Reason] = []
        for index in 0..<max(before.count, after.count) {
            let a = index < before.count ? before[index] : nil
            let b = index < after.count ? after[index] : nil
            if let a, let b, a.value == b.value, a.unit == b.unit, a.value != nil { continue }
            reasons += QuantityRule(before: a, after: b, old: old, new: new).reasons
        }
        return reasons
    }

    /// Whether the hunk changes more than its modal words and quantities.
    private func hasResidue(_ hunk: Hunk) -> Bool {
        func residue(_ side: Reading, _ range: Range<Int>) -> [UInt32] {
            let taken = side.modals(in: range).map(\.range) + side.quantities(in: range).map(\.range)
            return range.filter { index in !taken.contains { $0.contains(index) } }
                .map { side.passage.tokens[$0] }.filter { !$0.isMark }.map(\.id)
        }
        return residue(old, hunk.old) != residue(new, hunk.new)
    }
}

/// Replacements of words without legal effect, by name.
enum EditorialRule {
    /// Pairs that drafters use one for the other.
    private static let pairs: Set<Set<String>> = [["或", "或者"], ["其它", "其他"], ["及", "以及"], ["作", "做"]]

    static func hold(_ before: ArraySlice<Token>, _ after: ArraySlice<Token>) -> Bool {
        let (a, b) = (text(before), text(after))
        return a != b && pairs.contains([a, b])
    }

    private static func text(_ tokens: ArraySlice<Token>) -> String {
        guard tokens.count <= 2, tokens.allSatisfy({ $0.kind == .sign }) else { return "" }
        return tokens.compactMap { Unicode.Scalar($0.id) }.string
    }
}
