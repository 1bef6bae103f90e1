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
        _ counted: (old: Row<Bool>, new: Row<Bool>), _ arena: Arena
    ) {
        self.vocabulary = vocabulary
        self.arena = arena
        let room = Self.room(olds, counted.old) + Self.room(news, counted.new)
        numbers = BigramNumbers(arena, capacity: room, vocabulary: vocabulary.count)
        shares = (arena.uninitialized(0), arena.uninitialized(0))
        placeOf = arena.uninitialized(vocabulary.isSpaced ? room + 1 : 0)
        lastOf = arena.row(-1, vocabulary.count)
    }

    private static func room(_ rows: TokenRows, _ isCounted: Row<Bool>) -> Int {
        var room = 0
        for unit in isCounted.indices where isCounted[unit] { room &+= rows.places[unit].tokens.count }
        return room
    }

    mutating func side(_ rows: TokenRows, _ isCounted: Row<Bool>, isNew: Bool) -> BigramIndex.Side {
        let (units, tokens) = (rows.places.count, rows.sink.tokens.count)
        let room = Self.room(rows, isCounted)
        let side = BigramIndex.Side(
            at: arena.uninitialized(tokens),
            shares: vocabulary.isSpaced ? arena.row(0, tokens) : arena.uninitialized(0),
            rows: arena.row(Int32Range(0, 0), units), ids: arena.uninitialized(room),
            weights: arena.uninitialized(room), totals: arena.row(0, units),
            words: WordRows(rows: arena.row(Int32Range(0, 0), units), words: arena.uninitialized(room)))
        var next = (id: 0, word: 0)
        // No provision has the same number on both sides.
        let offset = isNew ? 1 << 30 : 0
        if vocabulary.isSpaced {
            let greatest: Row<UInt8> = arena.uninitialized(room)
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
        Lexicon.formulas.forEachHit(in: rows.tokens(unit).buffer) { hit, _ in
            for index in hit.dropFirst() { shares[start &+ index] = BigramIndex.inFormula }
        }
    }

    /// Reads one provision.
    @inline(__always)
    private mutating func read(
        _ range: Range<Int>, _ words: Row<Int32>, _ side: BigramIndex.Side, _ unit: Int, _ offset: Int,
        _ next: inout (id: Int, word: Int), _ greatest: Row<UInt8>?
    ) {
        let number = Int32(truncatingIfNeeded: unit &+ offset)
        let firstWord = next.word
        next.word = readWords(words[range], number, side.words.words, from: firstWord)
        side.words.rows[unit] = Int32Range(firstWord, next.word)
        let first = next.id
        next.id = readBigrams(
            range, words, side, number, offset == 0 ? BigramNumbers.ofOld : BigramNumbers.ofNew, from: first,
            greatest)
        side.rows[unit] = Int32Range(first, next.id)
        units &+= next.id > first ? 1 : 0
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
            let isMet = lastOf[Int(word)] == number ? 1 : 0
            distinct[place] = word
            lastOf[Int(word)] = number
            place &+= 1 &- (isMet | (vocabulary.isMark(word) ? 1 : 0))
        }
        return place
    }

    /// - Returns: where the distinct bigrams end that begin at `start`.
    @inline(__always)
    private mutating func readBigrams(
        _ range: Range<Int>, _ words: Row<Int32>, _ side: BigramIndex.Side, _ number: Int32, _ field: Int,
        from start: Int, _ greatest: Row<UInt8>?
    ) -> Int {
        let (entries, vocabulary, at, ids) = (numbers.entries, vocabulary, side.at, side.ids)
        let isExact = numbers.isExact
        var (slots, mask) = (numbers.slots, numbers.slots.count &- 1)
        let most = start &+ BigramIndex.most
        var id = start
        at[range.lowerBound] = 0
        var last = words[range.lowerBound]
        var wasMark = vocabulary.isMark(last)
        for index in range.dropFirst() {
            let word = words[index]
            let isMark = vocabulary.isMark(word)
            let (before, isAfterMark) = (last, wasMark)
            (last, wasMark) = (word, isMark)
            if isAfterMark && isMark || id == most {
                at[index] = 0
                continue
            }
            let key = BigramNumbers.key(before, word, isExact: isExact)
            let slot = slots[BigramNumbers.place(key) & mask]
            var bigram = Int32(truncatingIfNeeded: slot & 0xFFFF_FFFF)
            if UInt32(truncatingIfNeeded: slot >> 32) != key || bigram == 0 {
                bigram = numbers.find(key, before, word, isBesideMark: isAfterMark || isMark)
                (slots, mask) = (numbers.slots, numbers.slots.count &- 1)
            }
            at[index] = bigram
            let entry = Int(bigram) &* BigramNumbers.width
            let isMet = entries[entry] == number
            if let greatest {
                let found = side.shares[index]
                let own =
                    found > 0 ? found : isAfterMark || isMark ? BigramIndex.besideMark : BigramIndex.plain
                side.shares[index] = own
                if isMet {
                    let there = Int(placeOf[Int(bigram)])
                    greatest[there] = max(greatest[there], own)
                } else {
                    placeOf[Int(bigram)] = Int32(truncatingIfNeeded: id)
                    greatest[id] = own
                }
            }
            entries[entry] = number
            ids[id] = bigram
            id &+= isMet ? 0 : 1
            entries[entry &+ field] &+= isMet ? 0 : 1
        }
        return id
    }
}
