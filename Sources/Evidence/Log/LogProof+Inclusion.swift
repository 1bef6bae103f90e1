extension LogProof {
    /// The hashes beside the way from leaf `index` to the root of a tree of `size` leaves, lowest first.
    package static func inclusion(
        of index: Int, size: Int, reading: TileReading
    ) throws -> [LogHash] {
        var tree = TileTree(size: size)
        guard index >= 0, index < size else {
            throw EvidenceError.refuted(subject: "log", reason: "entry \(index) is not in a log of \(size)")
        }
        var (low, high) = (0, size)
        var path: [LogHash] = []
        while high - low > 1 {
            let middle = low + split(high - low)
            if index < middle {
                path.append(try tree.root(middle..<high, reading))
                high = middle
            } else {
                path.append(try tree.root(low..<middle, reading))
                low = middle
            }
        }
        return path.reversed()
    }

    /// The root that a proof of inclusion leads to; nil when the proof cannot be one for this index and size.
    package static func root(
        ofInclusion proof: [LogHash], leaf: LogHash, index: Int, size: Int
    ) -> LogHash? {
        guard index >= 0, index < size else { return nil }
        var (first, last) = (index, size - 1)
        var hash = leaf
        for step in proof {
            guard last != 0 else { return nil }
            if first & 1 == 1 || first == last {
                hash = LogHashing.node(step, hash)
                while first & 1 == 0, first != 0 {
                    first >>= 1
                    last >>= 1
                }
            } else {
                hash = LogHashing.node(hash, step)
            }
            first >>= 1
            last >>= 1
        }
        return last == 0 ? hash : nil
    }

    /// The largest power of two below `count`, which is at least 2.
    static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
}
