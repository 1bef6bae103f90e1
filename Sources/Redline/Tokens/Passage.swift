import Statute

/// The words of one provision, made ready for comparison: scalars, tokens, sentences.
struct Passage: Sendable {
    /// ``Statute/ArticleText/string``, scalar by scalar.
    var scalars: [UInt32] = []
    var tokens: [Token] = []
    var references: [Reference] = []
    var numbers: [Int?] = []
    /// Ranges of ``tokens``: sentences, clauses ended by a semicolon, items. They cover all tokens, in order.
    var sentences: [Range<Int>] = []
    /// For each line, where it stands in ``scalars`` and which paragraph and item it is.
    var lines: [PassageLine] = []

    init(_ text: ArticleText, fold: Fold) {
        var labels: [Range<Int>] = []
        var place = PassageLine(start: 0, paragraph: 0, item: 0)
        for (index, line) in text.lines.enumerated() {
            if index > 0 { scalars.append(0x0A) }
            place.start = scalars.count
            place.advance(to: line)
            lines.append(place)
            for scalar in line.label.unicodeScalars { scalars.append(scalar.value) }
            if !line.label.isEmpty { labels.append(place.start..<scalars.count) }
            for scalar in line.separator.unicodeScalars { scalars.append(scalar.value) }
            for scalar in line.text.unicodeScalars { scalars.append(scalar.value) }
        }
        let read = Tokenizer.tokens(of: scalars.map { fold($0) }, labels: labels)
        tokens = read.tokens
        references = read.references
        numbers = read.numbers
        cutSentences()
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

    private mutating func cutSentences() {
        var start = 0
        for index in tokens.indices where Self.endsSentence(tokens, index) {
            sentences.append(start..<(index + 1))
            start = index + 1
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
    }

    /// 。 ； ！ ？ and the ends of lines; a full stop only where a space or nothing follows.
    private static func endsSentence(_ tokens: [Token], _ index: Int) -> Bool {
        switch tokens[index].id {
        case 0x0A, 0x3002, 0x3B, 0x21, 0x3F: true
        case 0x2E: index + 1 == tokens.count || tokens[index + 1].start > tokens[index].end
        default: false
        }
    }
}

/// The place of a line within its article, as references name it.
struct PassageLine: Sendable, Hashable {
    /// Unicode scalars of the passage.
    var start: Int
    /// 1 for the first paragraph.
    var paragraph: Int
    /// 0 outside lists.
    var item: Int

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
