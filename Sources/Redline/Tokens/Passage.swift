import Statute

/// The words of one provision, made ready for classification: scalars, tokens, sentences.
struct Passage: Sendable {
    /// ``Statute/ArticleText/string``, scalar by scalar.
    let scalars: [UInt32]
    let tokens: [Token]
    let references: [Reference]
    /// The values of number tokens; ``Tokenizer/Sink/unknown`` where one has none that fits.
    let numbers: [Int]
    /// Ranges of ``tokens``: sentences, clauses ended by a semicolon, items. They cover all tokens, in order.
    let sentences: [Range<Int>]
    /// For each line, where it stands in ``scalars`` and which paragraph and item it is.
    let lines: [PassageLine]

    /// The passage of a provision that has been read.
    init(_ rows: TokenRows, _ unit: Int, _ text: ArticleText) {
        let all = rows.tokens(unit)
        scalars = Array(rows.scalars(unit).buffer)
        sentences = rows.sentences(unit).buffer.map(\.range)
        var tokens: [Token] = []
        tokens.reserveCapacity(all.count)
        var references: [Reference] = []
        var numbers: [Int] = []
        for index in 0..<all.count {
            var token = all[index]
            switch token.kind {
            case .reference, .foreignReference:
                references.append(rows.sink.references[Int(token.payload)])
                token.payload = Int32(clamping: references.count - 1)
            case .number:
                numbers.append(rows.sink.numbers[Int(token.payload)])
                token.payload = Int32(clamping: numbers.count - 1)
            default: break
            }
            tokens.append(token)
        }
        self.tokens = tokens
        self.references = references
        self.numbers = numbers
        var lines: [PassageLine] = []
        var place = PassageLine(start: 0, paragraph: 0, item: 0)
        var next = 0
        for line in text.lines {
            place.start = next
            place.advance(to: line)
            let words = line.text.unicodeScalars.count
            let end = next + line.printed.unicodeScalars.count
            place.words = (end - words)..<end
            lines.append(place)
            next = end + 1
        }
        self.lines = lines
    }

    /// The passage of a provision by itself.
    init(_ text: ArticleText) {
        let source = FlatSource([(text, .article)])
        self = source.bytes.withUnsafeBufferPointer { bytes in
            let arena = Arena(bytes: 32 * bytes.count)
            // Rows do not hold their arena.
            return withExtendedLifetime(arena) {
                var interner = Interner(arena, capacity: 64, isLarge: false)
                let rows = TokenRows(source.flat(bytes, arena), arena, &interner) { _ in true }
                return Passage(rows, 0, text)
            }
        }
    }

    /// The line that the scalar at `offset` stands in, looked for from line `first` on.
    func line(at offset: Int, from first: Int) -> Int {
        var line = first
        while line + 1 < lines.count, lines[line + 1].start <= offset { line += 1 }
        return line
    }

    func reference(_ token: Token) -> Reference? {
        let index = Int(token.payload)
        switch token.kind {
        case .reference, .foreignReference:
            return references.indices.contains(index) ? references[index] : nil
        default: return nil
        }
    }

    /// The scalars of a range of tokens, gaps included, as text.
    func string(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return string(scalars: Int(tokens[first].start)..<Int(tokens[last].end))
    }

    func string(scalars range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars[range] {
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }

    /// The same as the engine's rows have it.
    func withText<Result>(_ body: (TokenText) -> Result) -> Result {
        tokens.withUnsafeBufferPointer { tokens in
            scalars.withUnsafeBufferPointer { scalars in
                numbers.withUnsafeBufferPointer { numbers in
                    body(TokenText(tokens: .whole(tokens), scalars: scalars, numbers: numbers))
                }
            }
        }
    }
}

extension ArticleText {
    /// Whether a reference can stand in it at all: 第, or a word that ends like "Article".
    var mayRefer: Bool {
        lines.contains { line in
            var last: (UInt8, UInt8) = (0, 0)
            for byte in line.text.utf8 {
                switch (last.0, last.1, byte) {
                case (0xE7, 0xAC, 0xAC), (0x69, 0x63, 0x6C), (0x49, 0x43, 0x4C), (0x61, 0x67, 0x72),
                    (0x69, 0x74, 0x65):
                    return true
                default: last = (last.1, byte)
                }
            }
            return false
        }
    }
}

/// The tokens of a provision with what they are read from, wherever it is kept.
struct TokenText {
    let tokens: SomeTokens
    let scalars: UnsafeBufferPointer<UInt32>
    /// What number tokens' payloads point into.
    let numbers: UnsafeBufferPointer<Int>
}

/// The place of a line within its article, as references name it.
struct PassageLine: Sendable, Hashable {
    /// Unicode scalars of the passage.
    var start: Int
    /// 1 for the first paragraph.
    var paragraph: Int
    /// 0 outside lists.
    var item: Int
    /// The line without its label: Unicode scalars of the passage.
    var words = 0..<0

    mutating func advance(to line: ArticleText.Line) {
        switch line.kind {
        case .item:
            if paragraph == 0 { paragraph = 1 }
            item += 1
        case .subitem:
            break
        default:
            paragraph += 1
            item = 0
        }
    }
}
