/// Where the words of one provision may be cut: never inside a phrase of the lexicon, a number with its unit or a date.
///
/// Worked out from the beginning of a clause as far as somebody asks: no phrase, number or date goes over a comma, a
/// semicolon or the end of a sentence.
struct Breaks {
    /// What it is made of, in one place: breaks are handed on and kept in more than one.
    private struct Parts: BitwiseCopyable {
        var tokens: FlatTokens
        var scalars: Row<UInt32>
        var numbers: Row<Int>
        var vocabulary: Vocabulary
        /// For each token, whether the break before it lies inside a word.
        var inside: Row<Bool>
        /// What is known of the clause that was worked out last, and of the one that was looked at last.
        var clause: Row<Int>
    }

    private let parts: Row<Parts>
    private var tokens: FlatTokens { parts[0].tokens }
    private var words: Row<Int32> { parts[0].tokens.words }
    private var vocabulary: Vocabulary { parts[0].vocabulary }
    private var inside: Row<Bool> { parts[0].inside }
    private var clause: Row<Int> { parts[0].clause }
    private static let ahead = 3
    /// Where it begins, and how far its phrases and its quantities are known.
    private static let start = 0
    private static let phrases = 1
    private static let quantities = 2
    /// Where it begins, how far it was looked at, and whether a quantity may begin there.
    private static let seenStart = 3
    private static let seenEnd = 4
    private static let seenQuantity = 5

    init(_ rows: TokenRows, _ unit: Int, _ vocabulary: Vocabulary, _ arena: Arena) {
        let tokens = rows.tokens(unit)
        parts = arena.uninitialized(1)
        parts[0] = Parts(
            tokens: tokens, scalars: rows.scalars(unit),
            numbers: rows.sink.numbers[0..<rows.sink.numbers.count], vocabulary: vocabulary,
            inside: arena.row(false, tokens.count + 1), clause: arena.row(0, 6))
    }

    @inline(__always) func isInside(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count, vocabulary.mayJoin(words[index &- 1], words[index]) else {
            return false
        }
        let known = min(clause[Self.phrases], clause[Self.quantities])
        if index >= clause[Self.start], index <= known { return inside[index] }
        return work(upTo: index)
    }

    private func work(upTo index: Int) -> Bool {
        let (words, vocabulary) = (words, vocabulary)
        let floor = clause[Self.seenEnd] <= index ? clause[Self.seenEnd] : 0
        var start = index
        var hasQuantity = false
        while start > floor, !vocabulary.endsClauseOrBeginsQuantity(words[start &- 1]) { start &-= 1 }
        // Mostly the clause begins here.
        while start > floor, !vocabulary.endsClause(words[start &- 1]) {
            start &-= 1
            hasQuantity = hasQuantity || vocabulary.mayBeginQuantity(words[start])
        }
        if start == floor, floor > 0 {
            start = clause[Self.seenStart]
            hasQuantity = hasQuantity || clause[Self.seenQuantity] != 0
        }
        clause[Self.seenStart] = start
        clause[Self.seenEnd] = index
        clause[Self.seenQuantity] = hasQuantity ? 1 : 0
        // Mostly no quantity begins before it and no phrase goes over it: nothing has to be worked out.
        if !hasQuantity, !vocabulary.mayStandInPhrase(words[index &- 1], words[index]) {
            return inside[index]
        }
        if start != clause[Self.start] {
            for field in [Self.start, Self.phrases, Self.quantities] { clause[field] = start }
        }
        // Whoever asks for one place asks for those behind it next.
        var end = index
        while end < index &+ Self.ahead, end < words.count, !vocabulary.endsClause(words[end]) { end &+= 1 }
        markPhrases(upTo: end)
        markQuantities(upTo: end)
        return inside[index]
    }

    private func markQuantities(upTo end: Int) {
        let (words, vocabulary) = (words, vocabulary)
        let text = TokenText(
            tokens: .flat(tokens), scalars: parts[0].scalars.buffer, numbers: parts[0].numbers.buffer)
        var index = clause[Self.quantities]
        while index < end {
            if vocabulary.mayBeginQuantity(words[index]), let quantity = Quantity.at(index, in: text) {
                for at in quantity.range.dropFirst() { inside[at] = true }
                index = quantity.range.upperBound
            } else {
                index &+= 1
            }
        }
        clause[Self.quantities] = index
    }

    private func markPhrases(upTo end: Int) {
        let (words, tokens, vocabulary, inside) = (words, tokens, vocabulary, inside)
        var index = clause[Self.phrases]
        if index >= end { return }
        let lexicon = Lexicon.words
        var id = vocabulary.identity(words[index])
        while index < end {
            let next = index &+ 1 < words.count ? vocabulary.identity(words[index &+ 1]) : 0
            if vocabulary.mayBeginPhrase(words[index], id, next),
                let end = lexicon.end(of: tokens, at: index)
            {
                for at in (index &+ 1)..<end { inside[at] = true }
                index = end
                id = end < words.count ? vocabulary.identity(words[end]) : 0
            } else {
                index &+= 1
                id = next
            }
        }
        clause[Self.phrases] = index
    }

    /// How good a place the break before token `index` is for an edit to begin or end.
    func score(_ index: Int) -> Int {
        guard index > 0, index < tokens.count else { return 6 }
        switch tokens.id(index - 1) {
        case 0x0A: return 6
        case 0x3002, 0x3B: return tokens.id(index) == 0x0A ? 5 : 4
        case 0x2C, 0x3001, 0x3A: return 3
        default: break
        }
        if isInside(index) { return 0 }
        return tokens.isMark(index) ? 2 : 1
    }
}
