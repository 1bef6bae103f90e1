/// Where the words of one provision may be cut: never inside a phrase of the lexicon, a number with its unit or a date.
struct Breaks {
    private let tokens: Row<Token>
    /// For each token, whether the break before it lies inside a word.
    private let inside: Row<Bool>

    init(_ rows: TokenRows, _ unit: Int, _ vocabulary: Vocabulary, _ arena: Arena) {
        tokens = rows.tokens(unit)
        inside = arena.row(false, tokens.count + 1)
        let words = rows.words(unit)
        let text = TokenText(
            tokens: tokens.buffer, scalars: rows.scalars(unit).buffer,
            numbers: rows.sink.numbers[0..<rows.sink.numbers.count].buffer)
        markPhrases(words, vocabulary)
        var index = 0
        while index < words.count {
            if vocabulary.mayBeginQuantity(words[index]), let quantity = Quantity.at(index, in: text) {
                for at in quantity.range.dropFirst() { inside[at] = true }
                index = quantity.range.upperBound
            } else {
                index &+= 1
            }
        }
    }

    private func markPhrases(_ words: Row<Int32>, _ vocabulary: Vocabulary) {
        let lexicon = Lexicon.words
        var index = 0
        let tokens = tokens
        while index < words.count {
            guard vocabulary.mayBeginPhrase(words[index]) else {
                index &+= 1
                continue
            }
            let next = index &+ 1 < tokens.count ? tokens[index &+ 1].id : 0
            if lexicon.mayBegin(tokens[index].id, next) || vocabulary.isPhrase(words[index]), let end = lexicon.end(of: tokens.buffer, at: index) {
                for at in (index &+ 1)..<end { inside[at] = true }
                index = end
            } else {
                index &+= 1
            }
        }
    }

    @inline(__always) func isInside(_ index: Int) -> Bool { inside[index] }

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
