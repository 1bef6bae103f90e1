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
        /// For each provision, where those of its distinct bigrams stand in ``ids`` that the other side has, too.
        var rows: Row<Int32Range>
        var ids: Stack<Int32>
        /// The weight of each of ``ids``.
        var weights: Row<Int32>
        /// For each provision the weight of all its distinct bigrams.
        var totals: Row<Int32>
    }

    /// Provisions of one side that hold a bigram, above which it tells nothing.
    static let common: Int32 = 16
    /// Provisions of both sides below which all of them count for rarity.
    static let few = 24
    /// A bigram that stands in more than one text in three tells nothing either.
    static let least: Int32 = 1_536
    /// Distinct bigrams of one provision that are looked at: their weights then fit into 32 bits, at 20 bits each.
    static let most = 1 << 16
    /// What a bigram counts for in 16ths: inside a formula, beside a mark, elsewhere.
    static let inFormula: UInt8 = 1
    static let besideMark: UInt8 = 2
    static let plain: UInt8 = 16

    private(set) var old: Side
    private(set) var new: Side
    /// For each bigram its rarity in bits, times 1,024; 0 where it is common.
    private(set) var rarity: Row<Int32>
    /// For each bigram, whether both sides have it: only such a one can tell that two provisions are akin.
    private(set) var isShared: Row<Bool>

    /// - Parameter counted: which provisions of either side votes are counted of.
    init(
        _ olds: TokenRows, _ news: TokenRows, _ vocabulary: Vocabulary,
        _ counted: (old: Row<Bool>, new: Row<Bool>),
        _ arena: Arena
    ) {
        var numbers = BigramNumbers(
            arena, capacity: olds.sink.tokens.count + news.sink.tokens.count, vocabulary: vocabulary.count)
        old = Self.side(olds, counted.old, vocabulary, 0, &numbers, arena)
        new = Self.side(news, counted.new, vocabulary, olds.places.count, &numbers, arena)
        rarity = arena.row(0, numbers.count)
        isShared = arena.row(false, numbers.count)
        let oldSpread = Self.spread(old, numbers.count, arena)
        let newSpread = Self.spread(new, numbers.count, arena)
        var units: Int32 = 0
        for row in [old.rows, new.rows] {
            for index in row.indices where row[index].count > 0 { units += 1 }
        }
        units = min(units, 1 << 20)
        // In a short text that is hardly changed, what is not counted tells all the same how rare a word is.
        units = max(units, Int32(min(Self.few, olds.places.count + news.places.count)))
        let formulas = FormulaTable.standard
        for id in rarity.indices where max(oldSpread[id], newSpread[id]) <= Self.common {
            let here = Self.bits(1_024 + units &* 1_024 / (oldSpread[id] &+ newSpread[id]))
            let (first, second) = numbers.words(of: id)
            let atLarge = formulas.rarity(vocabulary.identity(first), vocabulary.identity(second)) ?? here
            rarity[id] = atLarge < Self.least ? 0 : min(here, atLarge)
            isShared[id] = rarity[id] > 0 && oldSpread[id] > 0 && newSpread[id] > 0
        }
        weigh(old)
        weigh(new)
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
        return id < 0 ? 0 : (rarity[Int(id)] &* Int32(side.shares[index])) >> 4
    }

    private static func side(
        _ rows: TokenRows, _ isCounted: Row<Bool>, _ vocabulary: Vocabulary, _ offset: Int,
        _ numbers: inout BigramNumbers, _ arena: Arena
    ) -> Side {
        let count = rows.sink.tokens.count
        let at: Row<Int32> = arena.row(-1, count)
        let shares: Row<UInt8> = arena.row(0, count)
        var ids = Stack<Int32>(arena, capacity: count)
        let spans = arena.row(Int32Range(0, 0), rows.places.count)
        let words = rows.words
        for unit in rows.places.indices where isCounted[unit] && rows.places[unit].tokens.count > 1 {
            let range = rows.places[unit].tokens.range
            if vocabulary.isSpaced {
                Lexicon.formulas.forEachHit(in: rows.tokens(unit).buffer) { hit, _ in
                    for index in hit.dropFirst() { shares[range.lowerBound &+ index] = inFormula }
                }
            }
            let first = ids.count
            let number = Int32(truncatingIfNeeded: unit &+ offset)
            var last = words[range.lowerBound]
            var wasMark = vocabulary.isMark(last)
            var index = range.lowerBound &+ 1
            while index < range.upperBound, ids.count &- first < most {
                let word = words[index]
                let isMark = vocabulary.isMark(word)
                if !(wasMark && isMark) {
                    if shares[index] == 0 { shares[index] = wasMark || isMark ? besideMark : plain }
                    at[index] = numbers.note(last, word, in: number, &ids, share: shares[index])
                }
                last = word
                wasMark = isMark
                index &+= 1
            }
            spans[unit] = Int32Range(first, ids.count)
        }
        let weights: Row<Int32> = arena.uninitialized(ids.count)
        for index in weights.indices { weights[index] = Int32(numbers.shares[index]) }
        numbers.shares.removeLast(to: 0)
        return Side(
            at: at, shares: shares, rows: spans, ids: ids, weights: weights,
            totals: arena.row(0, rows.places.count))
    }

    /// For each bigram, how many provisions hold it.
    private static func spread(_ side: Side, _ count: Int, _ arena: Arena) -> Row<Int32> {
        let spread: Row<Int32> = arena.row(0, count)
        for index in 0..<side.ids.count { spread[Int(side.ids[index])] &+= 1 }
        return spread
    }

    /// Sums up the weights of each provision, and keeps in its row what the other side has.
    private func weigh(_ side: Side) {
        for unit in side.rows.indices where side.rows[unit].count > 0 {
            var total: Int32 = 0
            let range = side.rows[unit].range
            var kept = range.lowerBound
            for index in range {
                let id = side.ids[index]
                let weight = (rarity[Int(id)] &* side.weights[index]) >> 4
                total &+= weight
                if isShared[Int(id)] {
                    side.ids[kept] = id
                    side.weights[kept] = weight
                    kept &+= 1
                }
            }
            side.rows[unit] = Int32Range(range.lowerBound, kept)
            side.totals[unit] = total
        }
    }
}

/// Gives each bigram a number: open addressing, growing.
///
/// A slot holds 32 bits of the key: the bigram itself while there are at most 65,536 words, else a hash of it. Two bigrams
/// of one hash then count as one, which can shift a vote by a little and nothing else.
struct BigramNumbers {
    private struct Slot: BitwiseCopyable {
        var key: UInt32 = 0
        /// -1 where the slot is free.
        var number: Int32 = -1
        /// Where the bigram was met last: provision and place among that provision's.
        var unit: Int32 = -1
        var place: Int32 = 0
    }

    private unowned(unsafe) let arena: Arena
    private let isExact: Bool
    private var slots: Row<Slot>
    private let firsts: Row<Int32>
    private let seconds: Row<Int32>
    /// The greatest share of each distinct bigram of each provision.
    var shares: Stack<UInt8>
    private(set) var count = 0

    /// - Parameters:
    ///   - capacity: how many bigrams there can be at most.
    ///   - vocabulary: words are less than this.
    init(_ arena: Arena, capacity: Int, vocabulary: Int) {
        self.arena = arena
        isExact = vocabulary <= 0x10000
        slots = arena.row(Slot(), 1_024)
        firsts = arena.uninitialized(capacity)
        seconds = arena.uninitialized(capacity)
        shares = Stack(arena, capacity: capacity)
    }

    @inline(__always) func words(of id: Int) -> (Int32, Int32) { (firsts[id], seconds[id]) }

    /// Adds a bigram to those of a provision, or raises its share.
    ///
    /// - Returns: its number.
    @inline(__always)
    mutating func note(
        _ first: Int32, _ second: Int32, in unit: Int32, _ ids: inout Stack<Int32>, share: UInt8
    ) -> Int32 {
        let (a, b) = (UInt32(bitPattern: first), UInt32(bitPattern: second))
        let key = isExact ? a << 16 | b : Self.mixed(a, b)
        let mask = slots.count &- 1
        var at = Self.place(key) & mask
        while slots[at].number >= 0, slots[at].key != key { at = (at &+ 1) & mask }
        var slot = slots[at]
        if slot.unit == unit {
            let place = Int(slot.place)
            if shares[place] < share { shares[place] = share }
            return slot.number
        }
        slot.unit = unit
        slot.place = Int32(truncatingIfNeeded: ids.count)
        if slot.number < 0 {
            slot.key = key
            slot.number = Int32(truncatingIfNeeded: count)
            firsts[count] = first
            seconds[count] = second
            count &+= 1
        }
        slots[at] = slot
        ids.append(slot.number)
        shares.append(share)
        if count &* 3 > slots.count &* 2 { grow() }
        return slot.number
    }

    @inline(__always) private static func place(_ key: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 34)
    }

    @inline(__always) private static func mixed(_ a: UInt32, _ b: UInt32) -> UInt32 {
        let key = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: key >> 32)
    }

    private mutating func grow() {
        let old = slots
        slots = arena.row(Slot(), 4 * old.count)
        let mask = slots.count - 1
        for index in old.indices where old[index].number >= 0 {
            var at = Self.place(old[index].key) & mask
            while slots[at].number >= 0 { at = (at + 1) & mask }
            slots[at] = old[index]
        }
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
