/// A range of a row, in little space.
struct Int32Range: BitwiseCopyable, Hashable {
    var lower: Int32
    var upper: Int32

    init(_ lower: Int, _ upper: Int) {
        self.lower = Int32(truncatingIfNeeded: lower)
        self.upper = Int32(truncatingIfNeeded: upper)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
    var count: Int { Int(upper &- lower) }
}

/// The words of those provisions of one text that have been read: scalars, tokens, sentences, all in flat rows.
///
/// Scalars are those of ``Statute/ArticleText/string``; token places and sentences count from the provision's start.
struct TokenRows {
    /// Where the rows of one provision lie.
    struct Place: BitwiseCopyable {
        var isRead = false
        var scalars = Int32Range(0, 0)
        var tokens = Int32Range(0, 0)
        var sentences = Int32Range(0, 0)
        /// Whether there is any reference, to whatever text.
        var refers = false
        /// Of ``Tokenizer/Sink/hashed``.
        var hashed = Int32Range(0, 0)
    }

    let text: FlatText
    private(set) var places: Row<Place>
    private(set) var raw: Row<UInt32>
    private(set) var sink: Tokenizer.Sink
    /// For each token the number that stands for its identity in this comparison.
    var words: Row<Int32> { sink.words[0..<sink.words.count] }
    /// For each provision a hash of its words, equal for equal words; 0 where it was not read or has none.
    let keys: Row<UInt64>
    /// The identity and the kind of each word that had come when all was read.
    private var known: (ids: Row<UInt32>, kinds: Row<TokenKind>)

    /// Reads the provisions that `isWanted` names.
    init(
        _ text: FlatText, _ arena: Arena, _ interner: inout Interner, isWanted: (Int) -> Bool
    ) {
        self.text = text
        let units = text.units.count
        places = arena.row(Place(), units)
        var size = 0
        for unit in 0..<units where isWanted(unit) {
            let body = text.units[unit]
            let own =
                Self.scalarCount(text.bytes, Int(body.bodyStart), Int(body.bodyEnd)) + 1
                + Int(body.endLine &- body.firstLine)
            size += own
        }
        raw = arena.uninitialized(size)
        sink = Tokenizer.Sink(
            words: Stack(arena, capacity: size), places: Stack(arena, capacity: size),
            specials: Stack(arena, capacity: size / 16), hashed: Stack(arena, capacity: size / 32),
            references: Stack(arena, capacity: size / 64),
            numbers: Stack(arena, capacity: size / 64), sentences: SentenceRows(arena, capacity: size / 16))
        keys = arena.row(0, units)
        known = (interner.ids[0..<0], interner.kinds[0..<0])
        if size > 0 { read(arena, &interner, isWanted) }
        for unit in 0..<units where places[unit].tokens.count > 0 {
            keys[unit] = BodyHash.hash(words(unit), seed: UInt64(text.units[unit].family.rawValue)) | 1
        }
    }

    private mutating func read(_ arena: Arena, _ interner: inout Interner, _ isWanted: (Int) -> Bool) {
        var labels = Stack<Int32Range>(arena, capacity: 16)
        ScalarTable.standard.withView { table in
            var next = 0
            var tokenizer = Tokenizer(FoldedText(raw: raw[0..<0].buffer, table: table), into: sink, interner)
            for unit in places.indices where isWanted(unit) {
                labels.removeLast(to: 0)
                let start = next
                let count = decode(unit, raw[start..<raw.count], &labels)
                next = start + count
                var place = Place(isRead: true, scalars: Int32Range(start, next))
                let (first, sentence) = (tokenizer.sink.words.count, tokenizer.sink.sentences.count)
                let (references, hashed) = (tokenizer.sink.references.count, tokenizer.sink.hashed.count)
                tokenizer.turn(to: FoldedText(raw: raw[start..<next].buffer, table: table))
                tokenizer.run(labels: labels[0..<labels.count])
                place.tokens = Int32Range(first, tokenizer.sink.words.count)
                place.sentences = Int32Range(sentence, tokenizer.sink.sentences.count)
                place.refers = tokenizer.sink.references.count > references
                place.hashed = Int32Range(hashed, tokenizer.sink.hashed.count)
                places[unit] = place
            }
            sink = tokenizer.sink
            interner = tokenizer.interner
        }
        known = (interner.ids[0..<interner.count], interner.kinds[0..<interner.count])
    }

    /// Reads the words of one provision, line by line, into `raw`.
    ///
    /// - Returns: how many scalars there are.
    private func decode(_ unit: Int, _ raw: Row<UInt32>, _ labels: inout Stack<Int32Range>) -> Int {
        var next = 0
        let bytes = text.bytes
        func put(from start: Int32, to end: Int32) {
            var (at, place) = (Int(start), next)
            let end = Int(end)
            while at < end {
                if at &+ 12 <= end, UTF8Reader.areFour(bytes, at) {
                    let (head, tail) = UTF8Reader.four(bytes, at)
                    raw[place] = UInt32(truncatingIfNeeded: head & 0xFFFF)
                    raw[place &+ 1] = UInt32(truncatingIfNeeded: head >> 24 & 0xFFFF)
                    raw[place &+ 2] = UInt32(truncatingIfNeeded: tail & 0xFFFF)
                    raw[place &+ 3] = UInt32(truncatingIfNeeded: tail >> 24 & 0xFFFF)
                    place &+= 4
                    at &+= 12
                    continue
                }
                let scalar = UTF8Reader.scalar(bytes, &at, end)
                if scalar == UTF8Reader.none { continue }
                raw[place] = scalar
                place &+= 1
            }
            next = place
        }
        let own = text.units[unit]
        for index in Int(own.firstLine)..<Int(own.endLine) {
            let line = text.lines[index]
            if index > Int(own.firstLine) {
                raw[next] = 0x0A
                next &+= 1
            }
            if line.labelEnd > line.start {
                let label = next
                put(from: line.start, to: line.labelEnd)
                labels.append(Int32Range(label, next))
                if line.wordsStart < line.end {
                    var at = Int(line.wordsStart)
                    let first = UTF8Reader.scalar(bytes, &at, Int(line.end))
                    if !Han.isIdeograph(first) {
                        raw[next] = 0x20
                        next &+= 1
                    }
                }
            }
            put(from: line.wordsStart, to: line.end)
        }
        return next
    }

    /// How many bytes begin a scalar: sixteen at a time.
    private static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var (count, at) = (end - start, start)
        let raw = UnsafeRawBufferPointer(bytes)
        while end - at >= 16 {
            // Each lane counts at most 255 bytes.
            var lanes = SIMD16<UInt8>(repeating: 0)
            var left = min(255, (end - at) / 16)
            while left > 0 {
                let sixteen = raw.loadUnaligned(fromByteOffset: at, as: SIMD16<Int8>.self)
                // As signed numbers those that go on with a scalar are the least.
                lanes &+= SIMD16<UInt8>(repeating: 1)
                    .replacing(with: 0, where: sixteen .>= SIMD16<Int8>(repeating: -64))
                at += 16
                left -= 1
            }
            for lane in 0..<16 { count -= Int(lanes[lane]) }
        }
        while at < end {
            count -= bytes[at] & 0xC0 == 0x80 ? 1 : 0
            at += 1
        }
        return count
    }
}

extension TokenRows {
    /// The tokens of one provision.
    func tokens(_ unit: Int) -> FlatTokens {
        let range = places[unit].tokens.range
        return FlatTokens(
            words: sink.words[range], places: sink.places[range],
            specials: sink.specials[0..<sink.specials.count], ids: known.ids, kinds: known.kinds)
    }

    /// What stands for the identities of its tokens.
    func words(_ unit: Int) -> Row<Int32> { sink.words[places[unit].tokens.range] }

    /// The tokens of one provision whose identities are hashes, counted through the text.
    func hashed(_ unit: Int) -> Row<Int32> { sink.hashed[places[unit].hashed.range] }

    func sentences(_ unit: Int) -> Row<Int32Range> { sink.sentences[places[unit].sentences.range] }

    func scalars(_ unit: Int) -> Row<UInt32> { raw[places[unit].scalars.range] }
}

extension Row {
    var indices: Range<Int> { 0..<count }
}
