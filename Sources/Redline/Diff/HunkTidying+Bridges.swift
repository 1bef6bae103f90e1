extension HunkTidying {
    /// Signs that carry no meaning by themselves: 的 和 或 及 与 之 了 其 在 由 为 对, and English ones.
    private static func isSlight(_ id: UInt32) -> Bool {
        switch id {
        case 0x7684, 0x548C, 0x6216, 0x53CA, 0x4E0E, 0x4E4B, 0x4E86, 0x5176, 0x5728, 0x7531, 0x4E3A, 0x5BF9:
            true
        default: english.contains(id)
        }
    }

    private static let english = Set(
        ["a", "an", "the", "of", "and", "or", "to", "in", "by", "for", "with"].map { TokenHash.word($0) })

    /// Tokens of either neighbour from which on a lone slight sign between them is an accident.
    private static let weight = 5

    /// Joins hunks that nothing but one slight sign keeps apart: 的 standing alone between two new clauses is no word of the
    /// old text that was kept, and a reader stumbles over it.
    func bridged(_ hunks: Stack<Hunk>) -> Stack<Hunk> {
        if hunks.count < 2 { return hunks }
        var result = Stack<Hunk>(arena, capacity: hunks.count)
        for index in 0..<hunks.count {
            let hunk = hunks[index]
            if result.count > 0 {
                let last = result[result.count - 1]
                let gap = hunk.old.lowerBound - last.old.upperBound
                if gap == 1, hunk.new.lowerBound - last.new.upperBound == 1,
                    Self.isSlight(old.id(last.old.upperBound)),
                    isLong(last), isLong(hunk)
                {
                    result[result.count - 1] = Hunk(
                        old: last.old.lowerBound..<hunk.old.upperBound,
                        new: last.new.lowerBound..<hunk.new.upperBound)
                    continue
                }
            }
            result.append(hunk)
        }
        return result
    }

    private func isLong(_ hunk: Hunk) -> Bool { max(hunk.old.count, hunk.new.count) >= Self.weight }
}
