/// Cuts folded scalars into tokens: signs, whole words and numbers, references, marks.
///
/// Blanks and ignored scalars belong to no token; what differs there shows when the gaps between matched tokens
/// are compared scalar by scalar.
struct Tokenizer {
    /// Where tokens go; one for all provisions of a text.
    struct Sink {
        /// For each token the number that stands for its identity.
        var words: Stack<Int32>
        /// For each token its place: see ``FlatTokens``.
        var places: Stack<Int32>
        /// The tokens that are more than a sign, a mark or the end of a line.
        var specials: Stack<Token>
        /// The tokens whose identities are hashes, counted through the text.
        var hashed: Stack<Int32>
        var references: Stack<Reference>
        /// The values of number tokens; ``unknown`` where a number has none that fits.
        var numbers: Stack<Int>
        /// Token ranges of sentences, clauses ended by a semicolon, items and lines; counted from the passage's start.
        var sentences: SentenceRows

        static let unknown = Int.min
    }

    private(set) var text: FoldedText
    var sink: Sink
    private(set) var interner: Interner
    /// The first token of this passage in the sink.
    private(set) var firstToken: Int
    /// Where the last reference ended and whether it pointed into another text.
    var lastReference: (end: Int, foreign: Bool)?
    private var hasEnglishReference = false

    /// - Parameters:
    ///   - text: the passage.
    ///   - sink: with room for as many tokens as there are scalars.
    ///   - interner: gives the numbers.
    init(_ text: FoldedText, into sink: Sink, _ interner: Interner) {
        self.text = text
        self.sink = sink
        self.interner = interner
        firstToken = sink.words.count
        self.sink.sentences.begin(firstToken)
    }

    /// All tokens in the sink.
    var tokens: FlatTokens {
        FlatTokens(
            words: sink.words[0..<sink.words.count], places: sink.places[0..<sink.places.count],
            specials: sink.specials[0..<sink.specials.count], ids: interner.ids[0..<interner.count],
            kinds: interner.kinds[0..<interner.count])
    }

    /// Goes on with another passage.
    mutating func turn(to text: FoldedText) {
        self.text = text
        firstToken = sink.words.count
        self.sink.sentences.begin(firstToken)
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
        var next = sink.words.count
        let (places, words, text) = (sink.places.row, sink.words.row, text)
        let usual = interner.usual
        while true {
            let read = interner.read(text.raw, index..<end, places, words, next, &sink.sentences)
            index &+= read
            next &+= read
            if index >= end { break }
            let at = Int32(truncatingIfNeeded: index)
            if let number = usual.end(text.raw[index]) {
                words[next] = number
                places[next] = at
                next &+= 1
                index &+= 1
                sink.words.take(to: next)
                endSentence()
                continue
            }
            let (folded, kind) = text.read(index)
            guard kind <= ScalarTable.Class.mark.rawValue else { break }
            let isMark = kind == ScalarTable.Class.mark.rawValue
            let token = Token(
                id: folded, start: at, end: at &+ 1, payload: -1, kind: isMark ? .mark : .sign)
            places[next] = at
            words[next] = interner.number(token)
            next &+= 1
            // What comes after it decides for a full stop of spaced scripts alone.
            let ends = isMark && Self.mayEndSentence(folded) && endsSentence(index)
            if ends {
                sink.words.take(to: next)
                endSentence()
            }
            if folded != 0x2E { usual.note(text.raw[index], words[next &- 1], endsSentence: ends) }
            index &+= 1
        }
        sink.places.take(to: next)
        sink.words.take(to: next)
        return index
    }

    /// Reads one token.
    ///
    /// - Returns: where the next one starts.
    @inline(__always) private mutating func step(at index: Int) -> Int {
        switch ScalarTable.Class(rawValue: text.read(index).kind) ?? .sign {
        case .sign:
            addPlain(text[index], .sign, index)
            return index &+ 1
        case .mark:
            addPlain(text[index], .mark, index)
            if endsSentence(index) { endSentence() }
            return index &+ 1
        case .ignored, .blank:
            return index &+ 1
        case .lineFeed:
            addPlain(0x0A, .lineFeed, index)
            interner.usual.note(0x0A, sink.words[sink.words.count &- 1], endsSentence: true)
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
        addPlain(text[index], .sign, index)
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

    static func mayEndSentence(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x3002, 0x3B, 0x21, 0x3F, 0x2E: true
        default: false
        }
    }

    private mutating func endSentence() { sink.sentences.end(sink.words.count) }

    /// A sign, a mark or the end of a line: one scalar, told from others by its identity.
    @inline(__always) private mutating func addPlain(_ id: UInt32, _ kind: TokenKind, _ index: Int) {
        let start = Int32(truncatingIfNeeded: index)
        sink.places.append(start)
        sink.words.append(
            interner.number(Token(id: id, start: start, end: start &+ 1, payload: -1, kind: kind)))
    }

    mutating func add(_ id: UInt32, _ kind: TokenKind, _ range: Range<Int>, payload: Int = -1) {
        let token = Token(
            id: id, start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
            payload: Int32(clamping: payload), kind: kind)
        if token.isHashed { sink.hashed.append(Int32(truncatingIfNeeded: sink.words.count)) }
        sink.places.append(~Int32(truncatingIfNeeded: sink.specials.count))
        sink.specials.append(token)
        sink.words.append(interner.number(token))
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
        let place = sink.places[index]
        guard place < 0, sink.specials[Int(~place)].kind == .reference else { return }
        var token = sink.specials[Int(~place)]
        token.kind = .foreignReference
        token.id = sink.references[Int(token.payload)].id
        sink.hashed.append(Int32(truncatingIfNeeded: index))
        sink.specials[Int(~place)] = token
        sink.words[index] = interner.number(token)
    }
}
