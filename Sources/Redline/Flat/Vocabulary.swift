/// What is asked of a word again and again, worked out once for each word of a comparison.
struct Vocabulary {
    private static let mark: UInt8 = 1
    private static let phrase: UInt8 = 2
    private static let quantity: UInt8 = 4

    private let flags: Row<UInt8>
    /// The token identity of each word.
    private let identities: Row<UInt32>
    /// Whether there are words of a spaced script.
    private(set) var hasLatin = false

    /// How many words there are.
    var count: Int { flags.count }

    /// - Parameter count: words are less than this.
    init(_ old: TokenRows, _ new: TokenRows, count: Int, _ arena: Arena) {
        flags = arena.row(0, count)
        identities = arena.uninitialized(count)
        for side in [old, new] {
            for index in 0..<side.sink.tokens.count {
                let word = Int(side.words[index])
                if flags[word] != 0 { continue }
                let token = side.sink.tokens[index]
                var found: UInt8 = 0x80
                if token.isMark { found |= Self.mark }
                if Lexicon.words.mayBegin(token.id) { found |= Self.phrase }
                identities[word] = token.id
                if token.kind == .word { hasLatin = true }
                if token.kind == .number || token.kind == .word { found |= Self.quantity }
                flags[word] = found
            }
        }
    }

    @inline(__always) func isMark(_ word: Int32) -> Bool { flags[Int(word)] & Self.mark != 0 }

    @inline(__always) func identity(_ word: Int32) -> UInt32 { identities[Int(word)] }

    /// Whether a phrase of the lexicon may begin with it.
    @inline(__always) func mayBeginPhrase(_ word: Int32) -> Bool { flags[Int(word)] & Self.phrase != 0 }

    /// Whether an amount, a period or a date may.
    @inline(__always) func mayBeginQuantity(_ word: Int32) -> Bool { flags[Int(word)] & Self.quantity != 0 }
}
