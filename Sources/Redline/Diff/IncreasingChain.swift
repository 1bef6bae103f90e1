/// The heaviest subsequence whose values increase: what kept its place while the rest moved.
enum IncreasingChain {
    /// - Parameter row: values and weights (0 or more), in the order of the first text.
    /// - Returns: the indices of the chain, increasing; of equal chains the one that ends first.
    static func heaviest(_ row: [(value: Int, weight: Int)]) -> [Int] {
        if isIncreasing(row) { return Array(row.indices) }
        let order = row.indices.sorted { (row[$0].value, $0) < (row[$1].value, $1) }
        var ranks = [Int](repeating: 0, count: row.count)
        var rank = 0
        for (place, index) in order.enumerated() {
            if place == 0 || row[order[place - 1]].value != row[index].value { rank += 1 }
            ranks[index] = rank
        }
        // A Fenwick tree of the best chain that ends at or below a value.
        var best = [(weight: Int, at: Int)](repeating: (0, -1), count: rank + 1)
        var before = [Int](repeating: -1, count: row.count)
        var last = (weight: 0, at: -1)
        for (index, entry) in row.enumerated() {
            var below = (weight: 0, at: -1)
            var slot = ranks[index] - 1
            while slot > 0 {
                if best[slot].weight > below.weight { below = best[slot] }
                slot &= slot - 1
            }
            before[index] = below.at
            let weight = below.weight &+ max(entry.weight, 1)
            slot = ranks[index]
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

    /// The usual case: nothing has moved.
    private static func isIncreasing(_ row: [(value: Int, weight: Int)]) -> Bool {
        for index in row.indices.dropFirst() where row[index].value <= row[index - 1].value { return false }
        return true
    }
}
