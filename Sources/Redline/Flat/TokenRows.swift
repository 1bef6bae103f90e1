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
    }

    let text: FlatText
    private(set) var places: Row<Place>
    private(set) var raw: Row<UInt32>
    private(set) var sink: Tokenizer.Sink
    /// For each token the number that stands for its identity in this comparison.
    var words: Row<Int32> { sink.words[0..<sink.words.count] }
    /// For each provision a hash of its words, equal for equal words; 0 where it was not read or has none.
    let keys: Row<UInt64>

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
            size += Self.scalarCount(text.bytes, Int(body.bodyStart), Int(body.bodyEnd)) + 1
            size += Int(body.endLine &- body.firstLine)
        }
        raw = arena.uninitialized(size)
        sink = Tokenizer.Sink(
            tokens: Stack(arena, capacity: size), words: Stack(arena, capacity: size), references: Stack(arena, capacity: size / 64),
            numbers: Stack(arena, capacity: size / 64), sentences: Stack(arena, capacity: size / 16))
        keys = arena.row(0, units)
        if size > 0 { read(arena, size, &interner, isWanted) }
        for unit in 0..<units where places[unit].tokens.count > 0 {
            keys[unit] = BodyHash.hash(words(unit), seed: UInt64(text.units[unit].family.rawValue)) | 1
        }
    }

    private mutating func read(
        _ arena: Arena, _ size: Int, _ interner: inout Interner, _ isWanted: (Int) -> Bool
    ) {
        let folded: Row<UInt32> = arena.uninitialized(size)
        let kinds: Row<UInt8> = arena.uninitialized(size)
        var labels = Stack<Int32Range>(arena, capacity: 16)
        ScalarTable.standard.withView { table in
            var next = 0
            for unit in places.indices where isWanted(unit) {
                labels.removeLast(to: 0)
                let start = next
                decode(unit, &next, folded, kinds, table, &labels)
                var place = Place(isRead: true, scalars: Int32Range(start, next))
                var tokenizer = Tokenizer(
                    folded[start..<next].buffer, kinds[start..<next].buffer, into: sink, interner)
                let (first, sentence) = (sink.tokens.count, sink.sentences.count)
                tokenizer.run(labels: labels[0..<labels.count])
                sink = tokenizer.sink
                interner = tokenizer.interner
                place.tokens = Int32Range(first, sink.tokens.count)
                place.sentences = Int32Range(sentence, sink.sentences.count)
                places[unit] = place
            }
        }
    }

    /// The words of one provision, line by line, into `raw`, `folded` and `kinds`.
    private func decode(
        _ unit: Int, _ next: inout Int, _ folded: Row<UInt32>, _ kinds: Row<UInt8>,
        _ table: ScalarTable.View, _ labels: inout Stack<Int32Range>
    ) {
        let start = next
        let (raw, bytes) = (raw, text.bytes)
        @inline(__always) func put(_ scalar: UInt32, _ next: Int) {
            let (value, kind) = table.read(scalar)
            raw[next] = scalar
            folded[next] = value
            kinds[next] = kind
        }
        func put(from start: Int32, to end: Int32) {
            var (at, place) = (Int(start), next)
            let end = Int(end)
            while at < end {
                let scalar = UTF8Reader.scalar(bytes, &at, end)
                if scalar == UTF8Reader.none { continue }
                put(scalar, place)
                place &+= 1
            }
            next = place
        }
        let own = text.units[unit]
        for index in Int(own.firstLine)..<Int(own.endLine) {
            let line = text.lines[index]
            if index > Int(own.firstLine) {
                put(0x0A, next)
                next &+= 1
            }
            if line.labelEnd > line.start {
                let label = next
                put(from: line.start, to: line.labelEnd)
                labels.append(Int32Range(label - start, next - start))
                if line.wordsStart < line.end {
                    var at = Int(line.wordsStart)
                    let first = UTF8Reader.scalar(bytes, &at, Int(line.end))
                    if !Han.isIdeograph(first) {
                        put(0x20, next)
                        next &+= 1
                    }
                }
            }
            put(from: line.wordsStart, to: line.end)
        }
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
    func tokens(_ unit: Int) -> Row<Token> { sink.tokens[places[unit].tokens.range] }

    /// What stands for the identities of its tokens.
    func words(_ unit: Int) -> Row<Int32> { sink.words[places[unit].tokens.range] }

    func sentences(_ unit: Int) -> Row<Int32Range> { sink.sentences[places[unit].sentences.range] }

    func scalars(_ unit: Int) -> Row<UInt32> { raw[places[unit].scalars.range] }
}

extension Row {
    var indices: Range<Int> { 0..<count }
}

/// Scalars out of UTF-8.
enum UTF8Reader {
    /// What a byte gives that can only go on with a scalar and has none before it.
    static let none = UInt32.max

    /// The scalar at `at`, which moves behind it; bytes that are none give U+FFFD.
    ///
    /// Never more scalars than there are bytes that may begin one, which is what room is made for.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int) -> UInt32 {
        let first = UInt32(bytes[at])
        if first & 0xF0 == 0xE0, at &+ 2 < end {
            let value =
                (first & 0x0F) << 12 | (UInt32(bytes[at &+ 1]) & 0x3F) << 6 | UInt32(bytes[at &+ 2]) & 0x3F
            at &+= 3
            return value
        }
        if first < 0x80 {
            at &+= 1
            return first
        }
        if first & 0xE0 == 0xC0, at &+ 1 < end {
            let value = (first & 0x1F) << 6 | UInt32(bytes[at &+ 1]) & 0x3F
            at &+= 2
            return value
        }
        if first & 0xF8 == 0xF0, at &+ 3 < end {
            let high = (first & 0x07) << 18 | (UInt32(bytes[at &+ 1]) & 0x3F) << 12
            let low = (UInt32(bytes[at &+ 2]) & 0x3F) << 6 | UInt32(bytes[at &+ 3]) & 0x3F
            at &+= 4
            return high | low
        }
        at &+= 1
        return first & 0xC0 == 0x80 ? none : 0xFFFD
    }
}
