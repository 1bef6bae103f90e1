/// The modal words that changed in a pair, each with its heir, whose duty it is and which way it went.
///
/// Modals of one hunk pair in order. A rewriting may put them in different hunks (“may require … to provide” → “shall
/// provide”); then those that are left pair when their sentences belong together.
struct ModalityRule {
    private let diff: PairDiff
    private var old: Reading { diff.old }
    private var new: Reading { diff.new }
    /// Modals without a partner in their hunk.
    private var lost: [Left] = []
    private var won: [Left] = []

    private struct Left {
        var use: ModalUse
        var hunk: Hunk
        /// Of the change that it stands in.
        var change: Int
    }

    /// The reasons, and for each the index of the change that it is read from.
    private(set) var reasons: [(change: Int, reason: Reason)] = []

    init(_ diff: PairDiff, alone: Bool) {
        self.diff = diff
        for (index, change) in diff.changes.enumerated() {
            guard case .words(let hunk) = change.cause else { continue }
            pair(hunk, index)
        }
        if alone { pairLeft() }
        for left in lost { single(left, isNew: false) }
        for left in won { single(left, isNew: true) }
        reasons.sort { $0.change < $1.change }
    }

    private mutating func pair(_ hunk: Hunk, _ index: Int) {
        let before = old.modalUses(in: hunk.old)
        let after = new.modalUses(in: hunk.new)
        if before.isEmpty, after.isEmpty {
            pairNegated(hunk, index)
            return
        }
        if before.count == after.count {
            for (a, b) in zip(before, after) { note(a, b, index) }
        } else {
            lost += before.map { Left(use: $0, hunk: hunk, change: index) }
            won += after.map { Left(use: $0, hunk: hunk, change: index) }
        }
    }

    /// `No organisation may` → `Organisations may`: the word stays, what it does is turned round.
    private mutating func pairNegated(_ hunk: Hunk, _ index: Int) {
        func negates(_ range: Range<Int>, _ side: Reading) -> Bool {
            range.prefix(3).contains { ModalUse.none.contains(side.word($0)) }
        }
        guard negates(hunk.old, old) != negates(hunk.new, new) else { return }
        func next(_ range: Range<Int>, _ side: Reading) -> ModalUse? {
            side.modalUses(
                in: range.lowerBound..<max(range.upperBound, side.clause(at: range.lowerBound).upperBound)
            ).first
        }
        guard let a = next(hunk.old, old), let b = next(hunk.new, new), a.force != b.force else { return }
        note(a, b, index)
    }

    private mutating func note(_ a: ModalUse, _ b: ModalUse, _ index: Int) {
        let (x, y) = (old.passage.string(a.range), new.passage.string(b.range))
        if a.force == b.force, Exactly.equal(x, y) { return }
        reasons.append(
            (
                index,
                Reason(
                    .modality, before: ReasonValue(text: x), after: ReasonValue(text: y),
                    direction: Modality.direction(a.force, b.force),
                    bearers: Bearers(before: bearer(a, old), after: bearer(b, new)))
            ))
    }

    private func bearer(_ use: ModalUse, _ side: Reading) -> String? {
        Bearer.of(use.range, in: side).map { side.passage.string($0.range) }
    }

    // MARK: What is left

    private static let most = 32
    /// Words beside a modal that came or went alone; with more of them a clause came or went, and says more than its modal.
    private static let mostBeside = 3

    private mutating func pairLeft() {
        guard lost.count <= Self.most, won.count <= Self.most else { return }
        // The same word in two places has only moved.
        cancelMoved()
        if isSole, let a = lost.first, let b = won.first {
            note(a.use, b.use, b.change)
            lost = []
            won = []
            return
        }
        var pairs: [(Int, Int)] = []
        var next = 0
        for (i, a) in lost.enumerated() {
            guard let j = (next..<won.count).first(where: { belong(a.use, won[$0].use) }) else { continue }
            pairs.append((i, j))
            next = j + 1
        }
        for (i, j) in pairs { note(lost[i].use, won[j].use, won[j].change) }
        for (i, j) in pairs.reversed() {
            lost.remove(at: i)
            won.remove(at: j)
        }
    }

    /// Each provision has one modal word, and both are left: the one is the heir of the other however little else is.
    private var isSole: Bool {
        lost.count == 1 && won.count == 1
            && old.modalUses(in: old.passage.tokens.indices).count == 1
            && new.modalUses(in: new.passage.tokens.indices).count == 1
    }

    private mutating func cancelMoved() {
        for i in lost.indices.reversed() {
            let gone = lost[i].use
            let words = old.passage.string(gone.range)
            let place = won.lastIndex { left in
                left.use.force == gone.force && Exactly.equal(words, new.passage.string(left.use.range))
                    && belong(gone, left.use)
            }
            guard let place else { continue }
            lost.remove(at: i)
            won.remove(at: place)
        }
    }

    /// Whether the sentences of two modals share a quarter of the words of the shorter one.
    private func belong(_ a: ModalUse, _ b: ModalUse) -> Bool {
        let here = old.sentence(at: a.range.lowerBound)
        let there = new.sentence(at: b.range.lowerBound)
        let shared = here.count { diff.partner.indices.contains($0) && there.contains(Int(diff.partner[$0])) }
        return shared * 4 >= min(here.count, there.count)
    }

    /// A modal word put in or taken out by itself. Without 可以, a sanction no longer waits for a decision.
    private mutating func single(_ left: Left, isNew: Bool) {
        let use = left.use
        let words = left.hunk.old.count + left.hunk.new.count - use.range.count
        guard words <= Self.mostBeside else { return }
        let side = isNew ? new : old
        let value = ReasonValue(text: side.passage.string(use.range))
        let clause = side.clause(at: use.range.lowerBound)
        var direction = Direction.unclear
        if use.force == .permission, SanctionRule.sanctions.stand(in: clause, of: side) {
            direction = isNew ? .loosened : .tightened
        }
        let bearer = bearer(use, side)
        reasons.append(
            (
                left.change,
                Reason(
                    .modality, before: isNew ? nil : value, after: isNew ? value : nil, direction: direction,
                    bearers: isNew ? Bearers(after: bearer) : Bearers(before: bearer))
            ))
    }
}
