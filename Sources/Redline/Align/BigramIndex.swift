/// The pairs of neighbouring tokens of the provisions of both sides, weighed by how rare they are.
///
/// Flat rows: every bigram has a number; every provision the distinct numbers of its own, with weights. Weights are whole
/// numbers (1,024 to a bit), so that sums do not depend on their order and are the same on every machine.
struct BigramIndex {
    /// One side.
    struct Side {
        /// For each token of the side, the bigram that ends with it; -1 where there is none.
        var at: Row<Int32>
        /// For each token, what the bigram that ends with it counts for: see ``share``.
        var shares: Row<UInt8>
        /// For each provision, where its distinct bigrams stand in ``ids``.
        var rows: Row<Int32Range>
        var ids: Stack<Int32>
        /// The weight of each of ``ids``.
        var weights: Row<Int32>
        /// For each provision the sum of its weights.
        var totals: Row<Int32>
    }

    /// Provisions of one side that hold a bigram, above which it tells nothing.
    static let common: Int32 = 8
    /// What a bigram counts for in 16ths: inside a formula, beside a mark, elsewhere.
    static let inFormula: UInt8 = 1
    static let besideMark: UInt8 = 8
    static let plain: UInt8 = 16

    private(set) var old: Side
    private(set) var new: Side
    /// For each bigram its rarity in bits, times 1,024; 0 where it is common.
    private(set) var rarity: Row<Int32>
    private let arena: Arena

    init(_ olds: TokenRows, _ news: TokenRows, _ arena: Arena) {
        self.arena = arena
        var numbers = BigramNumbers(arena, capacity: olds.sink.tokens.count + news.sink.tokens.count)
        old = Self.side(olds, &numbers, arena)
        new = Self.side(news, &numbers, arena)
        rarity = arena.row(0, numbers.count)
        let oldSpread = Self.spread(old, numbers.count, arena)
        let newSpread = Self.spread(new, numbers.count, arena)
        var units: Int32 = 0
        for row in [old.rows, new.rows] {
            for index in row.indices where row[index].count > 0 { units += 1 }
        }
        for id in rarity.indices where max(oldSpread[id], newSpread[id]) <= Self.common {
            rarity[id] = Self.bits(1_024 + units &* 1_024 / max(oldSpread[id] &+ newSpread[id], 1))
        }
        weigh(&old)
        weigh(&new)
    }

    /// The binary logarithm of a number of 1,024ths, times 1,024; straight between powers of two, near enough for a
    /// weight.
    static func bits(_ value: Int32) -> Int32 {
        let exponent = Int32(31 &- max(value, 1).leadingZeroBitCount)
        let rest = (Int64(max(value, 1)) << 10) >> Int64(exponent)
        return (exponent &- 10) &* 1_024 &+ Int32(truncatingIfNeeded: rest) &- 1_024
    }

    /// The weight of the bigram that ends with a token, `index` counted through the side.
    @inline(__always) func weight(_ side: Side, at index: Int) -> Int32 {
        let id = side.at[index]
        return id < 0 ? 0 : rarity[Int(id)] &* Int32(side.shares[index]) >> 4
    }

    private static func side(_ rows: TokenRows, _ numbers: inout BigramNumbers, _ arena: Arena) -> Side {
        let count = rows.sink.tokens.count
        var side = Side(
            at: arena.row(-1, count), shares: arena.row(0, count),
            rows: arena.row(Int32Range(0, 0), rows.places.count), ids: Stack(arena, capacity: count),
            weights: arena.uninitialized(0), totals: arena.row(0, rows.places.count))
        let tokens = rows.sink.tokens
        let isFormula: Row<Bool> = arena.row(false, count)
        for unit in rows.places.indices where rows.places[unit].tokens.count > 1 {
            let range = rows.places[unit].tokens.range
            Lexicon.formulas.forEachHit(in: rows.tokens(unit).buffer) { hit, _ in
                for index in hit.dropFirst() { isFormula[range.lowerBound &+ index] = true }
            }
            let first = side.ids.count
            var wasMark = tokens[range.lowerBound].isMark
            for index in (range.lowerBound &+ 1)..<range.upperBound {
                let isMark = tokens[index].isMark
                defer { wasMark = isMark }
                if wasMark, isMark { continue }
                let id = numbers.number(rows.words[index &- 1], rows.words[index])
                side.at[index] = id
                side.shares[index] = isFormula[index] ? inFormula : (wasMark || isMark ? besideMark : plain)
                numbers.note(id, in: unit, &side, share: side.shares[index])
            }
            side.rows[unit] = Int32Range(first, side.ids.count)
        }
        numbers.forgetUnits()
        side.weights = arena.uninitialized(side.ids.count)
        for index in 0..<side.ids.count { side.weights[index] = Int32(numbers.shares[index]) }
        numbers.shares.removeLast(to: 0)
        return side
    }

    /// For each bigram, how many provisions hold it.
    private static func spread(_ side: Side, _ count: Int, _ arena: Arena) -> Row<Int32> {
        let spread: Row<Int32> = arena.row(0, count)
        for index in 0..<side.ids.count { spread[Int(side.ids[index])] &+= 1 }
        return spread
    }

    private func weigh(_ side: inout Side) {
        for unit in side.rows.indices {
            var total: Int32 = 0
            for index in side.rows[unit].range {
                let weight = rarity[Int(side.ids[index])] &* side.weights[index] >> 4
                side.weights[index] = weight
                total &+= weight
            }
            side.totals[unit] = total
        }
    }
}

/// Gives each bigram a number: an open-addressing table of one size.
struct BigramNumbers {
    private let keys: Row<UInt64>
    private let values: Row<Int32>
    /// For each bigram the last provision that it was met in, and its place among that provision's.
    private let lastUnit: Row<Int32>
    private let place: Row<Int32>
    /// The greatest share of each distinct bigram of each provision.
    var shares: Stack<UInt8>
    private(set) var count = 0

    /// - Parameter capacity: how many bigrams there can be at most.
    init(_ arena: Arena, capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        keys = arena.uninitialized(size)
        values = arena.row(-1, size)
        lastUnit = arena.row(-1, capacity)
        place = arena.uninitialized(capacity)
        shares = Stack(arena, capacity: capacity)
    }

    @inline(__always) mutating func number(_ first: Int32, _ second: Int32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
        let mask = values.count &- 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot &+ 1) & mask
        }
        keys[slot] = key
        values[slot] = Int32(truncatingIfNeeded: count)
        count &+= 1
        return values[slot]
    }

    /// Adds a bigram to those of a provision, or raises its share.
    @inline(__always)
    mutating func note(_ id: Int32, in unit: Int, _ side: inout BigramIndex.Side, share: UInt8) {
        if lastUnit[Int(id)] == Int32(truncatingIfNeeded: unit) {
            let at = Int(place[Int(id)])
            if shares[at] < share { shares[at] = share }
        } else {
            lastUnit[Int(id)] = Int32(truncatingIfNeeded: unit)
            place[Int(id)] = Int32(truncatingIfNeeded: side.ids.count)
            side.ids.append(id)
            shares.append(share)
        }
    }

    func forgetUnits() {
        for index in lastUnit.indices.prefix(count) { lastUnit[index] = -1 }
    }
}

/// For each bigram, the rows that hold it: one flat row, cut at `starts`.
struct BigramPostings {
    private let starts: Row<Int32>
    private let rows: Row<Int32>

    /// - Parameters:
    ///   - ids: the bigrams of all rows, one row after the other.
    ///   - count: how many bigrams there are.
    init(_ ranges: Row<Int32Range>, _ ids: Row<Int32>, _ weights: Row<Int32>, count: Int, _ arena: Arena) {
        starts = arena.row(0, count + 2)
        var total = 0
        for row in ranges.indices {
            for index in ranges[row].range where weights[index] > 0 {
                starts[Int(ids[index]) &+ 2] &+= 1
                total &+= 1
            }
        }
        for id in starts.indices.dropFirst() { starts[id] &+= starts[id &- 1] }
        rows = arena.uninitialized(total)
        // Filling moves each start to where the next one begins.
        for row in ranges.indices {
            for index in ranges[row].range where weights[index] > 0 {
                let id = Int(ids[index]) &+ 1
                rows[Int(starts[id])] = Int32(truncatingIfNeeded: row)
                starts[id] &+= 1
            }
        }
    }

    @inline(__always) func range(of id: Int32) -> Range<Int> {
        Int(starts[Int(id)])..<Int(starts[Int(id) &+ 1])
    }

    @inline(__always) subscript(index: Int) -> Int { Int(rows[index]) }
}
