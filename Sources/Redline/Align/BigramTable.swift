/// The pairs of neighbouring tokens of many passages, weighed by how rare they are.
///
/// Flat arrays: every bigram has a number, every unit the sorted numbers of its own, with weights.
struct BigramTable: Sendable {
    /// The bigrams of one unit.
    struct Row: Sendable {
        /// For each token, the number of the bigram that ends with it; -1 where there is none.
        var at: [Int32] = []
        /// For each token, the weight of that bigram; 0 where there is none.
        var weightsAt: [Float] = []
        /// The distinct numbers, increasing.
        var ids: [Int32] = []
        var weights: [Float] = []
        /// Sum of ``weights``.
        var total: Float = 0

        /// The weight of a bigram in this row; 0 where it does not stand.
        func weight(_ id: Int32) -> Float {
            var low = 0
            var high = ids.count
            while low < high {
                let middle = (low + high) / 2
                if ids[middle] < id { low = middle + 1 } else { high = middle }
            }
            return low < ids.count && ids[low] == id ? weights[low] : 0
        }

        /// Sums up what was added to ``ids`` and ``weights`` in order.
        mutating func add(_ id: Int32, _ weight: Float) {
            ids.append(id)
            weights.append(weight)
            total += weight
        }
    }

    /// Units that hold a bigram, each side counted for itself, above which it tells nothing.
    private static let common: Int32 = 8

    private(set) var old: [Row]
    private(set) var new: [Row]
    /// How many bigrams there are.
    let count: Int

    /// - Parameters:
    ///   - old: token rows of the old units; empty where a unit takes no part.
    ///   - new: likewise.
    init(old: [[Token]], new: [[Token]], formulas: Lexicon) {
        var numbers = BigramNumbers(
            capacity: old.reduce(0) { $0 + $1.count } + new.reduce(0) { $0 + $1.count })
        self.old = old.map { Self.row($0, formulas, &numbers) }
        self.new = new.map { Self.row($0, formulas, &numbers) }
        count = numbers.count
        let oldSpread = Self.spread(self.old, count)
        let newSpread = Self.spread(self.new, count)
        let units = Float(old.count { !$0.isEmpty } + new.count { !$0.isEmpty })
        var rarity = [Float](repeating: 0, count: count)
        for id in 0..<count where max(oldSpread[id], newSpread[id]) <= Self.common {
            rarity[id] = Self.log2(1 + units / Float(max(oldSpread[id] + newSpread[id], 1)))
        }
        for index in self.old.indices { Self.weigh(&self.old[index], rarity) }
        for index in self.new.indices { Self.weigh(&self.new[index], rarity) }
    }

    /// The rows of one unit before it is weighed: bigrams inside a formula begin with a small weight.
    private static func row(_ tokens: [Token], _ formulas: Lexicon, _ numbers: inout BigramNumbers) -> Row {
        var row = Row()
        row.at = [Int32](repeating: -1, count: tokens.count)
        row.weightsAt = [Float](repeating: 0, count: tokens.count)
        guard tokens.count > 1 else { return row }
        let inFormula = formulaBigrams(tokens, formulas)
        var found: [UInt64] = []
        found.reserveCapacity(tokens.count)
        for index in 1..<tokens.count {
            let (first, second) = (tokens[index - 1], tokens[index])
            if first.isMark, second.isMark { continue }
            let id = numbers.number(UInt64(first.id) << 32 | UInt64(second.id))
            row.at[index] = id
            // The greatest weight of a number sorts last.
            let rank: UInt64 = inFormula[index] ? 0 : (first.isMark || second.isMark ? 1 : 2)
            row.weightsAt[index] = share(rank)
            found.append(UInt64(UInt32(bitPattern: id)) << 2 | rank)
        }
        found.sort()
        for (index, entry) in found.enumerated() {
            if index + 1 < found.count, found[index + 1] >> 2 == entry >> 2 { continue }
            row.ids.append(Int32(truncatingIfNeeded: entry >> 2))
            row.weights.append(share(entry & 3))
        }
        return row
    }

    /// What a bigram counts for inside a formula, beside a mark, and elsewhere.
    private static func share(_ rank: UInt64) -> Float { rank == 0 ? 0.1 : (rank == 1 ? 0.5 : 1) }

    private static func spread(_ rows: [Row], _ count: Int) -> [Int32] {
        var spread = [Int32](repeating: 0, count: count)
        for row in rows {
            for id in row.ids { spread[Int(id)] += 1 }
        }
        return spread
    }

    private static func weigh(_ row: inout Row, _ rarity: [Float]) {
        for index in row.ids.indices {
            row.weights[index] *= rarity[Int(row.ids[index])]
            row.total += row.weights[index]
        }
        for index in row.at.indices where row.at[index] >= 0 {
            row.weightsAt[index] *= rarity[Int(row.at[index])]
        }
    }

    /// The binary logarithm, straight between powers of two: near enough for a weight, and the same everywhere.
    private static func log2(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }

    /// For each token, whether it and the one before it stand in one formula.
    private static func formulaBigrams(_ tokens: [Token], _ formulas: Lexicon) -> [Bool] {
        var flags = [Bool](repeating: false, count: tokens.count)
        for hit in formulas.hits(in: tokens) {
            for index in hit.range.dropFirst() { flags[index] = true }
        }
        return flags
    }
}

/// Gives each bigram a number: an open-addressing table of one size.
private struct BigramNumbers {
    private var keys: [UInt64]
    private var values: [Int32]
    private let mask: Int
    private(set) var count = 0

    /// - Parameter capacity: how many bigrams there can be at most.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    mutating func number(_ key: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        values[slot] = Int32(clamping: count)
        count += 1
        return values[slot]
    }
}

/// For each bigram, the rows that hold it: one flat array, cut at ``starts``.
struct BigramPostings {
    private var starts: [Int32]
    private var rows: [Int32]

    init(_ table: [BigramTable.Row], count: Int) {
        starts = [Int32](repeating: 0, count: count + 1)
        for row in table {
            for index in row.ids.indices where row.weights[index] > 0 { starts[Int(row.ids[index]) + 1] += 1 }
        }
        for id in 0..<count { starts[id + 1] += starts[id] }
        rows = [Int32](repeating: 0, count: Int(starts[count]))
        var next = starts
        for (number, row) in table.enumerated() {
            for index in row.ids.indices where row.weights[index] > 0 {
                let id = Int(row.ids[index])
                rows[Int(next[id])] = Int32(clamping: number)
                next[id] += 1
            }
        }
    }

    subscript(id: Int32) -> ArraySlice<Int32> { rows[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])] }
}
