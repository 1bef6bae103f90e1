/// Where the words of one provision may be cut: never inside a phrase of the lexicon, a number with its unit or a date.
///
/// Worked out clause by clause, where somebody asks: no phrase, number or date goes over a comma, a semicolon or the end of a
/// sentence.
struct Breaks {
    private let tokens: Row<Token>
    private let words: Row<Int32>
    private let text: TokenText
    private let vocabulary: Vocabulary
    /// For each token, whether its clause has been worked out.
    private let isDone: Row<Bool>
    /// For each token, whether the break before it lies inside a word.
    private let inside: Row<Bool>

    init(_ rows: TokenRows, _ unit: Int, _ vocabulary: Vocabulary, _ arena: Arena) {
        tokens = rows.tokens(unit)
        words = rows.words(unit)
        self.vocabulary = vocabulary
        inside = arena.row(false, tokens.count + 1)
        isDone = arena.row(false, tokens.count + 1)
        text = TokenText(
            tokens: tokens.buffer, scalars: rows.scalars(unit).buffer,
            numbers: rows.sink.numbers[0..<rows.sink.numbers.count].buffer)
    }

    @inline(__always) func isInside(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        if !isDone[index] { mark(around: index) }
        return inside[index]
    }

    @inline(__always) private static func endsClause(_ id: UInt32) -> Bool {
        switch id {
        case 0x0A, 0x2C, 0x3B, 0x3002: true
        default: false
        }
    }

    private func mark(around index: Int) {
        var start = index
        while start > 0, !Self.endsClause(tokens[start &- 1].id) { start &-= 1 }
        var end = start
        while end < tokens.count, !Self.endsClause(tokens[end].id) { end &+= 1 }
        let range = start..<end
        for at in start...end { isDone[at] = true }
        markPhrases(range)
        var index = range.lowerBound
        while index < range.upperBound {
            if vocabulary.mayBeginQuantity(words[index]), let quantity = Quantity.at(index, in: text) {
                for at in quantity.range.dropFirst() { inside[at] = true }
                index = quantity.range.upperBound
            } else {
                index &+= 1
            }
        }
    }

    private func markPhrases(_ range: Range<Int>) {
        let lexicon = Lexicon.words
        var index = range.lowerBound
        while index < range.upperBound {
            guard vocabulary.mayBeginPhrase(words[index]) else {
                index &+= 1
                continue
            }
            let next = index &+ 1 < tokens.count ? tokens[index &+ 1].id : 0
            if lexicon.mayBegin(tokens[index].id, next) || vocabulary.isPhrase(words[index]),
                let end = lexicon.end(of: tokens.buffer, at: index)
            {
                for at in (index &+ 1)..<end { inside[at] = true }
                index = end
            } else {
                index &+= 1
            }
        }
    }

    /// How good a place the break before token `index` is for an edit to begin or end.
    func score(_ index: Int) -> Int {
        guard index > 0, index < tokens.count else { return 6 }
        switch tokens[index - 1].id {
        case 0x0A: return 6
        case 0x3002, 0x3B: return tokens[index].kind == .lineFeed ? 5 : 4
        case 0x2C, 0x3001, 0x3A: return 3
        default: break
        }
        if isInside(index) { return 0 }
        return tokens[index].isMark ? 2 : 1
    }
}
