/// The pairs of neighbouring tokens of the provisions of both sides, weighed by how rare they are.
///
/// Flat rows: every bigram has a number; every provision the distinct numbers of its own, with weights. Weights are whole
/// numbers (1,024 to a bit), so that sums do not depend on their order and are the same on every machine.
struct BigramIndex {
    /// One side.
    struct Side {
        /// For each token of a provision that is counted, the bigram that ends with it; 0 where there is none.
        var at: Row<Int32>
        /// Of spaced scripts alone, for each token, what the bigram that ends with it counts for: see ``inFormula``.
        var shares: Row<UInt8>
        /// For each provision, where those of its distinct bigrams stand in ``ids`` that the other side has, too.
        var rows: Row<Int32Range>
        var ids: Row<Int32>
        /// Of spaced scripts alone, the weight of each of ``ids``; of others that is its value.
        var weights: Row<Int32>
        /// For each provision the weight of all its distinct bigrams.
        var totals: Row<Int32>
        /// For each provision its distinct words, marks aside.
        var words: WordRows
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

    let old: Side
    let new: Side
    /// For each bigram its rarity in bits, times 1,024; 0 where it is common. Where shares do not depend on the place, with its
    /// share.
    let values: Row<Int32>
    /// For each bigram 1 where both sides have it, else 0: only such a one can tell that two provisions are akin.
    let isShared: Row<UInt8>
    let isSpaced: Bool

    /// How many bigrams there are, and 0, which stands for none.
    var count: Int { values.count }

    /// - Parameters:
    ///   - counted: which provisions of either side votes are counted of.
    ///   - steps: for what nobody looks at once the index is made.
    init(
        _ olds: TokenRows, _ news: TokenRows, _ vocabulary: Vocabulary,
        _ counted: (old: Row<Bool>, new: Row<Bool>),
        _ arena: Arena, steps: Arena
    ) {
        isSpaced = vocabulary.isSpaced
        var reader = BigramReader(olds, news, vocabulary, counted, arena, steps: steps)
        old = reader.side(olds, counted.old, isNew: false)
        new = reader.side(news, counted.new, isNew: true)
        let numbers = reader.numbers
        values = arena.uninitialized(numbers.count)
        isShared = arena.uninitialized(numbers.count)
        var units = min(reader.units, 1 << 20)
        // In a short text that is hardly changed, what is not counted tells all the same how rare a word is.
        units = max(units, Int32(min(Self.few, olds.places.count + news.places.count)))
        weigh(numbers, vocabulary, units: units, steps)
        sumUp(old, reader.shares.old)
        sumUp(new, reader.shares.new)
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
        let value = values[Int(side.at[index])]
        return isSpaced ? (value &* Int32(side.shares[index])) >> 4 : value
    }

    /// What the bigrams of a sentence weigh together.
    @inline(__always) func weight(_ side: Side, _ sentence: Range<Int>) -> Int {
        var total = 0
        if isSpaced {
            for token in sentence.dropFirst() { total &+= Int(weight(side, at: token)) }
        } else {
            let (values, at) = (values, side.at)
            for token in sentence.dropFirst() { total &+= Int(values[Int(at[token])]) }
        }
        return total
    }

    /// What the bigrams of a sentence weigh together, and those of them that `carried` names.
    ///
    /// - Parameter carried: for each token -1 or 0.
    @inline(__always)
    func weights(_ side: Side, _ sentence: Range<Int>, _ carried: Row<Int8>) -> (total: Int, kept: Int) {
        var (total, kept) = (0, 0)
        if isSpaced {
            for token in sentence.dropFirst() {
                let weight = weight(side, at: token)
                total &+= Int(weight)
                kept &+= Int(weight & Int32(carried[token]))
            }
        } else {
            let (values, at) = (values, side.at)
            for token in sentence.dropFirst() {
                let weight = values[Int(at[token])]
                total &+= Int(weight)
                kept &+= Int(weight & Int32(carried[token]))
            }
        }
        return (total, kept)
    }

    /// Finds out how rare each bigram is.
    private func weigh(_ numbers: BigramNumbers, _ vocabulary: Vocabulary, units: Int32, _ arena: Arena) {
        // Rarity here by how many provisions of either side hold the bigram; 0 from ``common`` on. Then the same for a bigram
        // that is not known at large, which has to be rare here.
        let width = Int(Self.common) + 2
        let here: Row<Int32> = arena.row(0, 2 * width * width)
        for before in 0...Int(Self.common) {
            for after in 0...Int(Self.common) where before + after > 0 {
                let spread = Int32(truncatingIfNeeded: before + after)
                let rarity = Self.bits(1_024 + units &* 1_024 / spread)
                here[before * width + after] = rarity
                here[(width + before) * width + after] = rarity < Self.least ? 0 : rarity
            }
        }
        // Rarity at large by half-bits; the last stands for bigrams that are not known.
        let atLarge: Row<Int32> = arena.row(.max, Int(FormulaTable.unknown) + 1)
        for halves in 0..<Int32(FormulaTable.unknown) {
            atLarge[Int(halves)] = halves << 9 < Self.least ? 0 : halves << 9
        }
        values[0] = 0
        isShared[0] = 0
        let (entries, values, isShared) = (numbers.entries, values, isShared)
        let known = known(numbers, vocabulary, arena)
        // Beside a mark a bigram counts for so many bits less.
        let shift: UInt8 = isSpaced ? 0 : 3
        let most = Self.common + 1
        for id in 1..<numbers.count {
            let entry = entries[id]
            let (before, after) = (min(entry.ofOld, most), min(entry.ofNew, most))
            let found = known[id]
            let halves = Int(found & FormulaTable.unknown)
            // 1 for ``unknown``, which is 15, and 0 below it.
            let row = (halves &+ 1) >> 4 &* width &+ Int(before)
            let rarity = min(here[row &* width &+ Int(after)], atLarge[halves])
            // 1 where none of the three is 0, as numbers: nobody can foretell it.
            isShared[id] = UInt8(
                truncatingIfNeeded: ((0 &- rarity) & (0 &- before &* after)) >> 31 & 1)
            values[id] = rarity >> Int32(truncatingIfNeeded: (found >> 7) &* shift)
        }
    }

    /// For each bigram its half-bits of rarity at large or ``FormulaTable/unknown``, and 0x80 where it stands beside a mark.
    private func known(_ numbers: BigramNumbers, _ vocabulary: Vocabulary, _ arena: Arena) -> Row<UInt8> {
        let known: Row<UInt8> = arena.uninitialized(numbers.count)
        let others: Row<Int32> = arena.uninitialized(numbers.count)
        let hashes: Row<UInt32> = arena.uninitialized(numbers.count)
        var count = 0
        @inline(__always) func hash(_ id: Int) -> (UInt32, mark: UInt8) {
            let (first, second) = numbers.words(of: id)
            return (
                FormulaTable.hash(vocabulary.identity(first), vocabulary.identity(second)),
                UInt8(truncatingIfNeeded: (vocabulary.markBit(first) | vocabulary.markBit(second)) << 7)
            )
        }
        FormulaTable.standard.withView { formulas in
            if numbers.count > FormulaTable.worthFetching { others[0] = Int32(formulas.fetch()) }
            // Of most no place is taken, and nothing more has to be asked.
            var some = 0
            for id in 1..<numbers.count {
                let (hash, mark) = hash(id)
                known[id] = FormulaTable.unknown | mark
                others[some] = Int32(truncatingIfNeeded: id)
                hashes[some] = hash
                some &+= formulas.isTaken(hash)
            }
            for at in 0..<some {
                let id = Int(others[at])
                let (found, isOther) = formulas.first(hashes[at])
                known[id] = known[id] & 0x80 | found
                others[count] = Int32(truncatingIfNeeded: id)
                hashes[count] = hashes[at]
                count &+= isOther
            }
            // Where another bigram has the place, those behind it have to be looked at: the exception.
            for at in 0..<count {
                let id = Int(others[at])
                known[id] = known[id] & 0x80 | formulas.behind(hashes[at])
            }
        }
        return known
    }

    /// Sums up the weights of each provision, and keeps in its row what the other side has.
    private func sumUp(_ side: Side, _ shares: Row<UInt8>) {
        let (ids, weights, values, isShared, isSpaced) = (side.ids, side.weights, values, isShared, isSpaced)
        for unit in side.rows.indices where side.rows[unit].count > 0 {
            var total: Int32 = 0
            let range = side.rows[unit].range
            var kept = range.lowerBound
            if isSpaced {
                for index in range {
                    let id = ids[index]
                    let weight = (values[Int(id)] &* Int32(shares[index])) >> 4
                    total &+= weight
                    ids[kept] = id
                    weights[kept] = weight
                    kept &+= Int(isShared[Int(id)])
                }
            } else {
                for index in range {
                    let id = ids[index]
                    total &+= values[Int(id)]
                    ids[kept] = id
                    kept &+= Int(isShared[Int(id)])
                }
            }
            side.rows[unit] = Int32Range(range.lowerBound, kept)
            side.totals[unit] = total
        }
    }
}
