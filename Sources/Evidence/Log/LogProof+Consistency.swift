extension LogProof {
    /// The hashes that show a tree of `size` leaves to begin with the tree of `before` leaves.
    package static func consistency(
        from before: Int, to size: Int, reading: TileReading
    ) throws -> [LogHash] {
        guard before >= 0, before <= size else {
            throw EvidenceError.refuted(
                subject: "log", reason: "a log of \(size) did not grow from \(before)")
        }
        guard before > 0, before < size else { return [] }
        var tree = TileTree(size: size)
        var (low, high) = (0, size)
        var path: [LogHash] = []
        // Whether the part that is looked at is a whole tree of the old root, which the reader knows.
        var isKnown = true
        while before != high {
            let middle = low + split(high - low)
            if before <= middle {
                path.append(try tree.root(middle..<high, reading))
                high = middle
            } else {
                path.append(try tree.root(low..<middle, reading))
                low = middle
                isKnown = false
            }
        }
        if !isKnown { path.append(try tree.root(low..<high, reading)) }
        return path.reversed()
    }

    /// Whether the proof shows that the tree with root `newRoot` begins with the one with root `oldRoot`.
    package static func isConsistent(
        _ proof: [LogHash], from before: Int, oldRoot: LogHash, to size: Int, newRoot: LogHash
    ) -> Bool {
        guard before >= 0, before <= size else { return false }
        if before == size { return proof.isEmpty && oldRoot == newRoot }
        if before == 0 { return proof.isEmpty && oldRoot == LogHashing.empty }
        var steps = proof[...]
        var (first, last) = (before - 1, size - 1)
        while first & 1 == 1 {
            first >>= 1
            last >>= 1
        }
        // A whole tree is its own first hash.
        let isPower = before & (before - 1) == 0
        guard let start = isPower ? oldRoot : steps.popFirst() else { return false }
        var (old, new) = (start, start)
        for step in steps {
            guard last != 0 else { return false }
            if first & 1 == 1 || first == last {
                old = LogHashing.node(step, old)
                new = LogHashing.node(step, new)
                while first & 1 == 0, first != 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                new = LogHashing.node(new, step)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
