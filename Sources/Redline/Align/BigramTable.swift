/// The pairs of neighbouring tokens of many passages, weighed by how rare they are.
///
/// Flat arrays: the distinct bigrams of each unit, sorted by key, with the weight of each in this comparison.
struct BigramTable {
    /// The distinct bigrams of one unit, by key.
    struct Row {
        var keys: [UInt64] = []
        var weights: [Float] = []
        /// Sum of ``weights``.
        var total: Float = 0
    }

    /// Units that hold a bigram, each side counted for itself, above which it tells nothing.
    private static let common = 8

    private(set) var old: [Row]
    private(set) var new: [Row]

    static func key(_ first: Token, _ second: Token) -> UInt64 { UInt64(first.id) << 32 | UInt64(second.id) }

    /// - Parameters:
    ///   - old: token rows of the old units; empty where a unit takes no part.
    ///   - new: likewise.
    init(old: [[Token]], new: [[Token]], formulas: Lexicon) {
        var oldSpread = Spread()
        var newSpread = Spread()
        self.old = old.map { oldSpread.row($0, formulas) }
        self.new = new.map { newSpread.row($0, formulas) }
        let units = Float(old.count { !$0.isEmpty } + new.count { !$0.isEmpty })
        func weigh(_ row: inout Row) {
            for (index, key) in row.keys.enumerated() {
                let a = oldSpread.units[key] ?? 0
                let b = newSpread.units[key] ?? 0
                if max(a, b) > Self.common {
                    row.weights[index] = 0
                } else {
                    row.weights[index] *= Self.log2(1 + units / Float(a + b))
                }
                row.total += row.weights[index]
            }
        }
        for index in self.old.indices { weigh(&self.old[index]) }
        for index in self.new.indices { weigh(&self.new[index]) }
    }

    /// How many units hold a bigram.
    private struct Spread {
        var units: [UInt64: Int] = [:]

        /// The distinct bigrams of one unit; those inside a formula begin with a small weight.
        mutating func row(_ tokens: [Token], _ formulas: Lexicon) -> Row {
            guard tokens.count > 1 else { return Row() }
            let inFormula = BigramTable.formulaBigrams(tokens, formulas)
            var pairs: [(key: UInt64, weight: Float)] = []
            pairs.reserveCapacity(tokens.count)
            for index in 1..<tokens.count where !tokens[index].isMark || !tokens[index - 1].isMark {
                let weight: Float =
                    inFormula[index] ? 0.1 : tokens[index].isMark || tokens[index - 1].isMark ? 0.5 : 1
                pairs.append((BigramTable.key(tokens[index - 1], tokens[index]), weight))
            }
            pairs.sort { ($0.key, -$0.weight) < ($1.key, -$1.weight) }
            var row = Row()
            for pair in pairs where row.keys.last != pair.key {
                row.keys.append(pair.key)
                row.weights.append(pair.weight)
                units[pair.key, default: 0] += 1
            }
            return row
        }
    }

    /// The binary logarithm, straight between powers of two: near enough for a weight, and the same everywhere.
    private static func log2(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }

    /// For each token, whether it and the one before it stand in one formula.
    static func formulaBigrams(_ tokens: [Token], _ formulas: Lexicon) -> [Bool] {
        var flags = [Bool](repeating: false, count: tokens.count)
        for hit in formulas.hits(in: tokens) {
            for index in hit.range.dropFirst() { flags[index] = true }
        }
        return flags
    }
}

extension BigramTable.Row {
    /// The weight of a bigram in this row; 0 where it does not stand.
    func weight(_ key: UInt64) -> Float {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? weights[low] : 0
    }
}
