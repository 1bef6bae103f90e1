/// Which tokens the links of a group carry over, so that what one link loses and another finds is no loss.
struct Explained {
    private var old: [Int: [Bool]] = [:]
    private var new: [Int: [Bool]] = [:]

    init(_ links: [Redliner.Link]) {
        guard links.count > 1 else { return }
        for link in links {
            guard let diff = link.diff else { continue }
            var before = old[link.old] ?? [Bool](repeating: false, count: diff.partner.count)
            var after = new[link.new] ?? [Bool](repeating: false, count: diff.new.passage.tokens.count)
            for (index, other) in diff.partner.enumerated() where other >= 0 {
                before[index] = true
                after[Int(other)] = true
            }
            old[link.old] = before
            new[link.new] = after
        }
    }

    /// Whether all words of a change stand in links of the group.
    func covers(_ change: PairDiff.Change, _ link: Redliner.Link) -> Bool {
        guard case .words(let hunk) = change.cause, let diff = link.diff, let before = old[link.old],
            let after = new[link.new]
        else { return false }
        return hunk.old.allSatisfy { before[$0] || diff.old.passage.tokens[$0].isMark }
            && hunk.new.allSatisfy { after[$0] || diff.new.passage.tokens[$0].isMark }
    }
}
