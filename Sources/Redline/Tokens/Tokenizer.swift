/// Cuts folded scalars into tokens: signs, whole words and numbers, references, marks.
///
/// Blanks and ignored scalars belong to no token; what differs there shows when the gaps between matched tokens
/// are compared scalar by scalar.
struct Tokenizer {
    /// Where tokens go; one for all provisions of a text.
    struct Sink {
        var tokens: Stack<Token>
        /// For each token the number that stands for its identity.
        var words: Stack<Int32>
        var references: Stack<Reference>
        /// The values of number tokens; ``unknown`` where a number has none that fits.
        var numbers: Stack<Int>
        /// Token ranges of sentences, clauses ended by a semicolon, items and lines; counted from the passage's start.
        var sentences: Stack<Int32Range>

        static let unknown = Int.min
    }

    private(set) var text: UnsafeBufferPointer<UInt32>
    private var classes: UnsafeBufferPointer<UInt8>
    var sink: Sink
    private(set) var interner: Interner
    /// The first token of this passage in the sink.
    private(set) var firstToken: Int
    /// The first token of the sentence that is being read.
    private var sentenceStart: Int
    /// Where the last reference ended and whether it pointed into another text.
    var lastReference: (end: Int, foreign: Bool)?
    private var hasEnglishReference = false

    /// - Parameters:
    ///   - folded: the passage.
    ///   - classes: the class of each of its scalars.
    ///   - sink: with room for as many tokens as there are scalars.
    ///   - interner: gives the numbers.
    init(
        _ folded: UnsafeBufferPointer<UInt32>, _ classes: UnsafeBufferPointer<UInt8>, into sink: Sink,
        _ interner: Interner
    ) {
        text = folded
        self.classes = classes
        self.sink = sink
        self.interner = interner
        firstToken = sink.tokens.count
        sentenceStart = firstToken
    }

    /// Goes on with another passage.
    mutating func turn(to folded: UnsafeBufferPointer<UInt32>, _ classes: UnsafeBufferPointer<UInt8>) {
        text = folded
        self.classes = classes
        firstToken = sink.tokens.count
        sentenceStart = firstToken
        lastReference = nil
        hasEnglishReference = false
    }

    /// Reads the whole passage, with the labels of items at the given ranges.
    mutating func run(labels: Row<Int32Range>) {
        var next = 0
        for index in 0..<labels.count {
            let label = labels[index]
            read(from: next, to: Int(label.lower))
            if label.upper > label.lower { add(Token.labelID, .label, Int(label.lower)..<Int(label.upper)) }
            next = Int(label.upper)
        }
        read(from: next, to: text.count)
        endSentence()
        if hasEnglishReference { markForeignReferences() }
    }

    private mutating func read(from start: Int, to end: Int) {
        var index = start
        while index < end {
            index = signs(from: index, to: end)
            if index >= end { return }
            let before = index
            index = step(at: index)
            // A rule that consumes nothing would stand still.
            if index <= before { index = before + 1 }
        }
    }

    /// Reads signs and marks one by one: most of a Chinese text.
    ///
    /// - Returns: where something else begins.
    private mutating func signs(from start: Int, to end: Int) -> Int {
        var index = start
        var next = sink.tokens.count
        let (tokens, words, text, classes) = (sink.tokens.row, sink.words.row, text, classes)
        let usual = interner.usual
        let ideographs = min(usual.count, Interner.ideographs)
        while index < end, classes[index] <= ScalarTable.Class.mark.rawValue {
            // Ideographs that have come before.
            while index < end, classes[index] == ScalarTable.Class.sign.rawValue {
                let place = Int(text[index] &- Interner.firstIdeograph)
                if place >= ideographs { break }
                let word = Int32(usual[place]) &- 1
                if word < 0 { break }
                let at = Int32(truncatingIfNeeded: index)
                tokens[next] = Token(id: text[index], start: at, end: at &+ 1, payload: -1, kind: .sign)
                words[next] = word
                next &+= 1
                index &+= 1
            }
            if index >= end { break }
            let at = Int32(truncatingIfNeeded: index)
            let id = text[index]
            if classes[index] == ScalarTable.Class.sign.rawValue {
                let token = Token(id: id, start: at, end: at &+ 1, payload: -1, kind: .sign)
                tokens[next] = token
                words[next] = interner.number(token)
                next &+= 1
            } else if classes[index] > ScalarTable.Class.mark.rawValue {
                break
            } else {
                let token = Token(id: id, start: at, end: at &+ 1, payload: -1, kind: .mark)
                tokens[next] = token
                let place = Interner.place(id)
                let word = place < usual.count ? Int32(usual[place]) &- 1 : -1
                words[next] = word >= 0 ? word : interner.number(token)
                next &+= 1
                if endsSentence(index) {
                    sink.tokens.take(to: next)
                    endSentence()
                }
            }
            index &+= 1
        }
        sink.tokens.take(to: next)
        sink.words.take(to: next)
        return index
    }

    /// Reads one token.
    ///
    /// - Returns: where the next one starts.
    @inline(__always) private mutating func step(at index: Int) -> Int {
        switch ScalarTable.Class(rawValue: classes[index]) ?? .sign {
        case .sign:
            add(text[index], .sign, index)
            return index &+ 1
        case .mark:
            add(text[index], .mark, index)
            if endsSentence(index) { endSentence() }
            return index &+ 1
        case .ignored, .blank:
            return index &+ 1
        case .lineFeed:
            add(0x0A, .lineFeed, index)
            endSentence()
            return index &+ 1
        case .di:
            if let end = chineseReference(at: index) { return end }
        case .digit:
            return number(at: index, NumeralReader.arabic(text, at: index))
        case .letter:
            if let end = englishReference(at: index) {
                hasEnglishReference = true
                return end
            }
            return word(at: index)
        case .farLetter:
            return word(at: index)
        case .numeral, .hundred:
            if let end = chineseNumber(at: index) { return end }
        }
        add(text[index], .sign, index)
        return index &+ 1
    }

    /// 。 ； ！ ？; a full stop only where a space or nothing follows.
    @inline(__always) private func endsSentence(_ index: Int) -> Bool {
        switch text[index] {
        case 0x3002, 0x3B, 0x21, 0x3F: return true
        case 0x2E:
            guard index &+ 1 < text.count else { return true }
            let next = text[index &+ 1]
            return next == Fold.blank || next == Fold.ignored
        default: return false
        }
    }

    private mutating func endSentence() {
        let end = sink.tokens.count
        if end > sentenceStart {
            sink.sentences.append(Int32Range(sentenceStart &- firstToken, end &- firstToken))
        }
        sentenceStart = end
    }

    @inline(__always) private mutating func add(_ id: UInt32, _ kind: TokenKind, _ index: Int) {
        let start = Int32(truncatingIfNeeded: index)
        add(Token(id: id, start: start, end: start &+ 1, payload: -1, kind: kind))
    }

    private mutating func add(_ token: Token) {
        sink.tokens.append(token)
        sink.words.append(interner.number(token))
    }

    mutating func add(_ id: UInt32, _ kind: TokenKind, _ range: Range<Int>, payload: Int = -1) {
        add(
            Token(
                id: id, start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
                payload: Int32(clamping: payload), kind: kind))
    }

    mutating func addReference(_ reference: Reference, _ range: Range<Int>, foreign: Bool) {
        sink.references.append(reference)
        add(
            foreign ? reference.id : Token.referenceID, foreign ? .foreignReference : .reference, range,
            payload: sink.references.count - 1)
        lastReference = (range.upperBound, foreign)
    }

    /// Turns a reference that was taken for one of this text into one of another.
    mutating func makeForeign(_ index: Int) {
        var token = sink.tokens[index]
        guard token.kind == .reference else { return }
        token.kind = .foreignReference
        token.id = sink.references[Int(token.payload)].id
        sink.tokens[index] = token
        sink.words[index] = interner.number(token)
    }

    /// The identities of the tokens of a text given as a string.
    static func identities(of text: String) -> [UInt32] { tokens(of: text).map(\.id) }

    /// The tokens of a text given as a string, for tables and tests.
    static func tokens(of text: String) -> [Token] {
        let arena = Arena(bytes: 1 << 10)
        let read = ScalarTable.standard.withView { table in
            text.unicodeScalars.map { table.read($0.value) }
        }
        let sink = Sink(
            tokens: Stack(arena, capacity: read.count), words: Stack(arena, capacity: read.count),
            references: Stack(arena, capacity: 0),
            numbers: Stack(arena, capacity: 0), sentences: Stack(arena, capacity: 0))
        let interner = Interner(arena, capacity: 64, isLarge: false)
        return read.map(\.0).withUnsafeBufferPointer { folded in
            read.map(\.1).withUnsafeBufferPointer { classes in
                var tokenizer = Tokenizer(folded, classes, into: sink, interner)
                tokenizer.run(labels: arena.uninitialized(0))
                // Rows do not hold their arena.
                return withExtendedLifetime(arena) {
                    Array(tokenizer.sink.tokens[0..<tokenizer.sink.tokens.count].buffer)
                }
            }
        }
    }

    // MARK: Words and numbers

    private mutating func word(at start: Int) -> Int {
        var end = start
        var hash = TokenHash()
        while end < text.count, Self.continuesWord(text, at: end) {
            if text[end] != Fold.ignored { hash.add(text[end]) }
            end += 1
        }
        if end == start { end = start + 1 }
        add(hash.word, .word, start..<end)
        return end
    }

    private mutating func number(at start: Int, _ read: (value: Int?, end: Int)?) -> Int {
        guard let read else { return start }
        var end = read.end
        var hash = TokenHash()
        if let value = read.value {
            hash.add(UInt32(truncatingIfNeeded: value))
            hash.add(UInt32(truncatingIfNeeded: value >> 32))
        } else {
            for index in start..<end { hash.add(text[index]) }
        }
        if end < text.count, text[end] == 0x25 {
            end += 1
            hash.add(0x25)
        }
        sink.numbers.append(read.value ?? Sink.unknown)
        add(hash.number, .number, start..<end, payload: sink.numbers.count - 1)
        return end
    }

    /// A run of Chinese numerals; a single one only where it counts something, because 一 is in many words.
    private mutating func chineseNumber(at start: Int) -> Int? {
        let scalar = text[start]
        if scalar == Han.hundred, start + 3 < text.count, text[start + 1] == Han.fen,
            text[start + 2] == Han.zhi,
            let share = NumeralReader.chinese(text, at: start + 3)
        {
            return percentage(start..<share.end, share.value)
        }
        guard NumeralReader.digitValue(scalar) != nil || scalar == 0x5341,
            let read = NumeralReader.chinese(text, at: start)
        else { return nil }
        if read.end == start + 1 {
            guard read.end < text.count, Han.isCounter(text[read.end]) else { return nil }
        }
        return number(at: start, read)
    }

    private mutating func percentage(_ range: Range<Int>, _ value: Int?) -> Int {
        var hash = TokenHash()
        hash.add(UInt32(truncatingIfNeeded: value ?? -1))
        hash.add(UInt32(truncatingIfNeeded: (value ?? -1) >> 32))
        hash.add(0x25)
        sink.numbers.append(value ?? Sink.unknown)
        add(hash.number, .number, range, payload: sink.numbers.count - 1)
        return range.upperBound
    }

    // MARK: Classes

    /// Letters of spaced scripts: ASCII, Latin with accents, Greek, Cyrillic, and the marks that combine with them.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x52F, 0x1E00...0x1FFF: true
        default: false
        }
    }

    private static func continuesWord(_ text: UnsafeBufferPointer<UInt32>, at index: Int) -> Bool {
        let scalar = text[index]
        if isLetter(scalar) || scalar == Fold.ignored || (0x30...0x39).contains(scalar) { return true }
        // An apostrophe or a hyphen between letters.
        guard scalar == 0x27 || scalar == 0x2D, index > 0, index + 1 < text.count else { return false }
        return isLetter(text[index - 1]) && isLetter(text[index + 1])
    }

    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x24, 0x26...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA7, 0xB7: true
        case 0x2016...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F: true
        case 0x30FB, 0xFE30...0xFE4F, 0xFF5F...0xFF65: true
        default: false
        }
    }
}
