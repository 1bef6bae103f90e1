/// Links what stands in step with a linked neighbour and differs from its counterpart in one place and by little.
///
/// Most amended articles are of this kind; none of them needs a vote.
struct NearAnchors {
    /// Tokens that may differ on either side, and one in how many of all.
    static let most = 12
    static let share = 5

    let old: TokenRows
    let new: TokenRows
    let mayPair: (Int, Int) -> Bool

    /// Forwards, then backwards, so that a run of amended articles is linked from either end.
    func link(_ alignment: inout Alignment) {
        for unit in alignment.ofOld.indices {
            let before = unit > 0 ? alignment.ofOld[unit - 1] : -1
            if unit == 0 || before >= 0 { link(unit, before + 1, &alignment) }
        }
        for unit in alignment.ofOld.indices.reversed() {
            let isLast = unit == alignment.ofOld.count - 1
            let after = isLast ? alignment.ofNew.count : alignment.ofOld[unit + 1]
            if after >= 0 { link(unit, after - 1, &alignment) }
        }
    }

    private func link(_ unit: Int, _ other: Int, _ alignment: inout Alignment) {
        guard alignment.ofOld[unit] < 0, alignment.ofNew.indices.contains(other), alignment.ofNew[other] < 0,
            mayPair(unit, other), areNear(old.words(unit), new.words(other))
        else { return }
        alignment.link(unit, other, .wording)
    }

    private func areNear(_ a: Row<Int32>, _ b: Row<Int32>) -> Bool {
        let shorter = min(a.count, b.count)
        if max(a.count, b.count) - shorter > Self.most { return false }
        var start = 0
        while start < shorter, a[start] == b[start] { start &+= 1 }
        var end = 0
        while end < shorter &- start, a[a.count &- 1 &- end] == b[b.count &- 1 &- end] { end &+= 1 }
        let left = max(a.count, b.count) - start - end
        return left <= Self.most && left * Self.share <= shorter
    }
}
