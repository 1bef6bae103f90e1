/// The distinct words of each provision of one side.
struct WordRows {
    var rows: Row<Int32Range>
    var words: Row<Int32>
}

/// Reads the words of the provisions that are counted, once: bigrams and single words, those that a provision holds and how
/// many provisions hold them.
struct BigramReader {
    private let vocabulary: Vocabulary
    private let arena: Arena
    /// For what is not of ``BigramIndex/Side``.
    private let steps: Arena
    private(set) var numbers: BigramNumbers
    /// Provisions with at least one bigram.
    private(set) var units: Int32 = 0
    /// Of spaced scripts alone: for each of ``BigramIndex/Side/ids`` the greatest of its shares in the provision.
    private(set) var shares: (old: Row<UInt8>, new: Row<UInt8>)
    /// Of spaced scripts alone: for each bigram its place in the row of the provision that it was met in last.
    private let placeOf: Row<Int32>
    /// For each word, the provision that it was met in last.
    private let lastOf: Row<Int32>

    init(
        _ olds: TokenRows, _ news: TokenRows, _ vocabulary: Vocabulary,
        _ counted: (old: Row<Bool>, new: Row<Bool>), _ arena: Arena, steps: Arena
    ) {
        self.vocabulary = vocabulary
        self.arena = arena
        self.steps = steps
        let room = Self.room(olds, counted.old) + Self.room(news, counted.new)
        numbers = BigramNumbers(steps, capacity: room, vocabulary: vocabulary.count)
        shares = (arena.uninitialized(0), arena.uninitialized(0))
        placeOf = steps.uninitialized(vocabulary.isSpaced ? room + 1 : 0)
        lastOf = steps.row(0, vocabulary.count)
    }

    private static func room(_ rows: TokenRows, _ isCounted: Row<Bool>) -> Int {
        var room = 0
        for unit in isCounted.indices where isCounted[unit] { room &+= rows.places[unit].tokens.count }
        return room
    }

    mutating func side(_ rows: TokenRows, _ isCounted: Row<Bool>, isNew: Bool) -> BigramIndex.Side {
        let (units, tokens) = (rows.places.count, rows.sink.words.count)
        let room = Self.room(rows, isCounted)
        let side = BigramIndex.Side(
            at: arena.uninitialized(tokens),
            shares: vocabulary.isSpaced ? arena.row(0, tokens) : arena.uninitialized(0),
            rows: arena.row(Int32Range(0, 0), units), ids: arena.uninitialized(room),
            weights: arena.uninitialized(vocabulary.isSpaced ? room : 0), totals: arena.row(0, units),
            words: WordRows(rows: arena.row(Int32Range(0, 0), units), words: arena.uninitialized(room)))
        var next = (id: 0, word: 0)
        // No provision has the same number on both sides.
        let offset = isNew ? 1 << 30 : 0
        if vocabulary.isSpaced {
            let greatest: Row<UInt8> = steps.uninitialized(room)
            if isNew { shares.new = greatest } else { shares.old = greatest }
            for unit in 0..<units where isCounted[unit] && rows.places[unit].tokens.count > 1 {
                markFormulas(rows, unit, side.shares)
                read(rows.places[unit].tokens.range, rows.words, side, unit, offset, &next, greatest)
            }
        } else {
            for unit in 0..<units where isCounted[unit] && rows.places[unit].tokens.count > 1 {
                read(rows.places[unit].tokens.range, rows.words, side, unit, offset, &next, nil)
            }
        }
        return side
    }

    private func markFormulas(_ rows: TokenRows, _ unit: Int, _ shares: Row<UInt8>) {
        let start = rows.places[unit].tokens.range.lowerBound
        Lexicon.formulas.forEachHit(in: rows.tokens(unit)) { hit, _ in
            for index in hit.dropFirst() { shares[start &+ index] = BigramIndex.inFormula }
        }
    }

    /// Reads one provision.
    @inline(__always)
    private mutating func read(
        _ range: Range<Int>, _ words: Row<Int32>, _ side: BigramIndex.Side, _ unit: Int, _ offset: Int,
        _ next: inout (id: Int, word: Int), _ greatest: Row<UInt8>?
    ) {
        let number = Int32(truncatingIfNeeded: unit &+ offset &+ 1)
        let first = next
        next.word = readWords(words[range], number, side.words.words, from: first.word)
        side.words.rows[unit] = Int32Range(first.word, next.word)
        numbers.reserve(range.count)
        side.at[range.lowerBound] = 0
        var place = Place(index: range.lowerBound &+ 1, id: first.id)
        let most = first.id &+ BigramIndex.most
        let step: UInt64 = offset == 0 ? BigramNumbers.Entry.old : BigramNumbers.Entry.new
        // As many tokens at once as cannot make too many bigrams.
        while place.index < range.upperBound, place.id < most {
            let end = min(range.upperBound, place.index &+ most &- place.id)
            if greatest == nil, numbers.isExact {
                place = readBigrams(place, end, words, side, number, step, nil, nil)
            } else {
                place = readBigrams(
                    place, end, words, side, number, step, numbers.isExact ? nil : numbers.pairs, greatest)
            }
        }
        for index in place.index..<max(place.index, range.upperBound) { side.at[index] = 0 }
        next.id = place.id
        side.rows[unit] = Int32Range(first.id, next.id)
        units &+= next.id > first.id ? 1 : 0
    }

    /// What is met again is told from what is new without a branch, because nobody can foretell it.
    ///
    /// - Returns: where the distinct words end that begin at `start`.
    @inline(__always)
    private func readWords(_ words: Row<Int32>, _ number: Int32, _ distinct: Row<Int32>, from start: Int)
        -> Int
    {
        let (vocabulary, lastOf) = (vocabulary, lastOf)
        let most = start &+ BigramIndex.most
        var place = start
        for index in words.indices where place < most {
            let word = words[index]
            let isMet: Int32 = lastOf[Int(word)] == number ? 1 : 0
            distinct[place] = word
            lastOf[Int(word)] = number
            place &+= 1 &- Int(isMet | vocabulary.markBit(word))
        }
        return place
    }

    /// The token at hand and the place of the next distinct bigram.
    private struct Place {
        var index: Int
        var id: Int
    }

    /// Two rounds, so that each has all that it needs at hand: the numbers of the bigrams, then which of them are the first
    /// of their kind in the provision. Counters move by 0 or 1, and what a new bigram needs is written for one that is known,
    /// too: no branch depends on it.
    ///
    /// - Parameter pairs: where keys are hashes, the words of each bigram.
    @inline(__always)
    private mutating func readBigrams(
        _ start: Place, _ end: Int, _ words: Row<Int32>, _ side: BigramIndex.Side, _ number: Int32,
        _ step: UInt64, _ pairs: Row<UInt64>?, _ greatest: Row<UInt8>?
    ) -> Place {
        let range = start.index..<end
        let number = UInt32(bitPattern: number)
        numbers.take(to: numbered(range, words, side.at, pairs))
        if let greatest {
            return Place(
                index: end, id: distinct(range, words, side, number, step, from: start.id, greatest))
        }
        return Place(index: end, id: distinct(range, side, number, step, from: start.id))
    }

    /// Puts the number of each bigram into `at`, 0 where both words are marks.
    ///
    /// - Returns: how many numbers have been given then.
    @inline(__always)
    private func numbered(_ range: Range<Int>, _ words: Row<Int32>, _ at: Row<Int32>, _ pairs: Row<UInt64>?)
        -> Int
    {
        let (keys, slots, vocabulary) = (numbers.keys, numbers.slots, vocabulary)
        let mask = slots.count &- 1
        let isExact = pairs == nil || numbers.isExact
        var given = numbers.count
        var last = words[range.lowerBound &- 1]
        var wasMark = vocabulary.markBit(last)
        for index in range {
            let word = words[index]
            let isMark = vocabulary.markBit(word)
            let (before, isAfterMark) = (last, wasMark)
            (last, wasMark) = (word, isMark)
            if isAfterMark & isMark != 0 {
                at[index] = 0
                continue
            }
            let key = BigramNumbers.key(before, word, isExact: isExact)
            let home = BigramNumbers.place(key) & mask
            let known = Int(slots[home])
            var bigram = known &+ (known == 0 ? given : 0)
            keys[given] = key
            // Free, or of this key: one question, because a new bigram has its key by now.
            if keys[bigram] == key {
                slots[home] = UInt32(truncatingIfNeeded: bigram)
            } else {
                bigram = BigramNumbers.find(key, in: slots, keys, orElse: given)
            }
            given &+= bigram == given ? 1 : 0
            if let pairs {
                pairs[bigram] = UInt64(UInt32(bitPattern: before)) << 32 | UInt64(UInt32(bitPattern: word))
            }
            at[index] = Int32(truncatingIfNeeded: bigram)
        }
        return given
    }

    /// Counts the provision in with each bigram that it has.
    ///
    /// - Returns: where its distinct bigrams end, which begin at `first`.
    @inline(__always)
    private func distinct(
        _ range: Range<Int>, _ side: BigramIndex.Side, _ number: UInt32, _ step: UInt64, from first: Int
    ) -> Int {
        let (entries, at, ids) = (numbers.entries, side.at, side.ids)
        // What stands for no bigram is never the first.
        _ = entries[0].meet(number, step)
        var id = first
        for index in range {
            let bigram = at[index]
            var entry = entries[Int(bigram)]
            let isFirst = entry.meet(number, step)
            entries[Int(bigram)] = entry
            ids[id] = bigram
            id &+= Int(truncatingIfNeeded: isFirst)
        }
        return id
    }

    /// Of spaced scripts: also what each bigram counts for where it stands, and at most in the provision.
    private func distinct(
        _ range: Range<Int>, _ words: Row<Int32>, _ side: BigramIndex.Side, _ number: UInt32, _ step: UInt64,
        from first: Int, _ greatest: Row<UInt8>
    ) -> Int {
        var id = first
        for index in range where side.at[index] != 0 {
            let bigram = Int(side.at[index])
            let isBesideMark = vocabulary.markBit(words[index &- 1]) | vocabulary.markBit(words[index])
            let found = side.shares[index]
            let own = found > 0 ? found : isBesideMark != 0 ? BigramIndex.besideMark : BigramIndex.plain
            side.shares[index] = own
            if numbers.entries[bigram].meet(number, step) == 0 {
                let there = Int(placeOf[bigram])
                greatest[there] = max(greatest[there], own)
                continue
            }
            placeOf[bigram] = Int32(truncatingIfNeeded: id)
            greatest[id] = own
            side.ids[id] = Int32(truncatingIfNeeded: bigram)
            id &+= 1
        }
        return id
    }
}
