/// Where the words of one provision may be cut: never inside a phrase of the lexicon, a number with its unit or a date.
struct Breaks {
    private let tokens: Row<Token>
    /// For each token, whether the break before it lies inside a word.
    private let inside: Row<Bool>

    init(_ rows: TokenRows, _ unit: Int, _ arena: Arena) {
        tokens = rows.tokens(unit)
        let inside: Row<Bool> = arena.row(false, tokens.count + 1)
        Lexicon.words.forEachHit(in: tokens.buffer) { range, _ in
            for index in range.dropFirst() { inside[index] = true }
        }
        let text = TokenText(
            tokens: tokens.buffer, scalars: rows.scalars(unit).buffer,
            numbers: rows.sink.numbers[0..<rows.sink.numbers.count].buffer)
        Quantity.forEach(in: text) { quantity in
            for index in quantity.range.dropFirst() { inside[index] = true }
        }
        self.inside = inside
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
