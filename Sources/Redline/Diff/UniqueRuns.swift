/// Places to cut two rows that are too large to be compared whole: runs of four tokens that stand once on both sides.
enum UniqueRuns {
    private static let run = 4

    /// Cuts along the longest increasing chain of common runs; nothing where there is nothing to hold on to.
    static func cut(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) -> [(Range<Int>, Range<Int>)] {
        let olds = uniqueRuns(old, a)
        let news = uniqueRuns(new, b)
        var pairs: [(old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        while i < olds.count, j < news.count {
            if olds[i].key == news[j].key {
                if isSame(old, olds[i].at, new, news[j].at) { pairs.append((olds[i].at, news[j].at)) }
                i += 1
                j += 1
            } else if olds[i].key < news[j].key {
                i += 1
            } else {
                j += 1
            }
        }
        pairs.sort { $0.old < $1.old }
        let chain = IncreasingChain.heaviest(pairs.map { ($0.new, 1) })
        var pieces: [(Range<Int>, Range<Int>)] = []
        var (a0, b0) = (a.lowerBound, b.lowerBound)
        for index in chain {
            let (i, j) = pairs[index]
            if i < a0 || j < b0 { continue }
            partner[i] = Int32(truncatingIfNeeded: j)
            pieces.append((a0..<i, b0..<j))
            (a0, b0) = (i + 1, j + 1)
        }
        if pieces.isEmpty { return [] }
        pieces.append((a0..<a.upperBound, b0..<b.upperBound))
        return pieces
    }

    private static func isSame(_ old: Row<Int32>, _ i: Int, _ new: Row<Int32>, _ j: Int) -> Bool {
        for offset in 0..<run where old[i + offset] != new[j + offset] { return false }
        return true
    }

    private static func uniqueRuns(_ row: Row<Int32>, _ range: Range<Int>) -> [(key: UInt64, at: Int)] {
        guard range.count >= run else { return [] }
        var keys: [(key: UInt64, at: Int)] = []
        for start in range.lowerBound...(range.upperBound - run) {
            var key: UInt64 = 0xCBF2_9CE4_8422_2325
            for offset in 0..<run {
                key = (key ^ UInt64(UInt32(bitPattern: row[start + offset]))) &* 0x100_0000_01B3
                key ^= key >> 29
            }
            keys.append((key, start))
        }
        keys.sort { ($0.key, $0.at) < ($1.key, $1.at) }
        return keys.indices.filter { index in
            (index == 0 || keys[index - 1].key != keys[index].key)
                && (index + 1 == keys.count || keys[index + 1].key != keys[index].key)
        }.map { keys[$0] }
    }
}
