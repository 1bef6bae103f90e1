/// Where the words of one provision may be cut: never inside a phrase of the lexicon, a number with its unit or a date.
///
/// Worked out sentence by sentence, where somebody asks.
struct Breaks {
    private let tokens: Row<Token>
    private let words: Row<Int32>
    private let text: TokenText
    private let vocabulary: Vocabulary
    private let sentences: Row<Int32Range>
    /// For each sentence, whether it has been worked out.
    private let isDone: Row<Bool>
    /// For each token, whether the break before it lies inside a word.
    private let inside: Row<Bool>

    init(_ rows: TokenRows, _ unit: Int, _ vocabulary: Vocabulary, _ arena: Arena) {
        tokens = rows.tokens(unit)
        words = rows.words(unit)
        sentences = rows.sentences(unit)
        self.vocabulary = vocabulary
        inside = arena.row(false, tokens.count + 1)
        isDone = arena.row(false, sentences.count)
        text = TokenText(
            tokens: tokens.buffer, scalars: rows.scalars(unit).buffer,
            numbers: rows.sink.numbers[0..<rows.sink.numbers.count].buffer)
    }

    @inline(__always) func isInside(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        let sentence = sentence(of: index)
        if !isDone[sentence] { mark(sentence) }
        return inside[index]
    }

    private func sentence(of index: Int) -> Int {
        var (low, high) = (0, sentences.count &- 1)
        while low < high {
            let middle = (low &+ high) / 2
            if Int(sentences[middle].upper) <= index { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    private func mark(_ sentence: Int) {
        isDone[sentence] = true
        let range = sentences[sentence].range
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
