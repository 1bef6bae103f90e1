/// The heaviest subsequence whose values increase: what kept its place while the rest moved.
enum IncreasingChain {
    /// - Parameter row: values and weights (0 or more), in the order of the first text.
    /// - Returns: the indices of the chain, increasing; of equal chains the one that ends first.
    static func heaviest(_ row: [(value: Int, weight: Int)]) -> [Int] {
        let values = Set(row.map(\.value)).sorted()
        var rank: [Int: Int] = [:]
        for (index, value) in values.enumerated() { rank[value] = index + 1 }
        // A Fenwick tree of the best chain that ends at or below a value.
        var best = [(weight: Int, at: Int)](repeating: (0, -1), count: values.count + 1)
        var before = [Int](repeating: -1, count: row.count)
        var last = (weight: 0, at: -1)
        for (index, entry) in row.enumerated() {
            let place = rank[entry.value] ?? 1
            var below = (weight: 0, at: -1)
            var slot = place - 1
            while slot > 0 {
                if best[slot].weight > below.weight { below = best[slot] }
                slot &= slot - 1
            }
            before[index] = below.at
            let weight = below.weight &+ max(entry.weight, 1)
            slot = place
            while slot < best.count {
                if weight > best[slot].weight { best[slot] = (weight, index) }
                slot += slot & -slot
            }
            if weight > last.weight { last = (weight, index) }
        }
        var chain: [Int] = []
        var at = last.at
        while at >= 0 {
            chain.append(at)
            at = before[at]
        }
        return chain.reversed()
    }
}
