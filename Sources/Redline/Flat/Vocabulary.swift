/// What is asked of a word again and again, worked out once for each word of a comparison.
struct Vocabulary {
    private static let mark: UInt8 = 1
    private static let quantity: UInt8 = 4
    private static let hashed: UInt8 = 8
    private static let single: UInt8 = 16
    private static let clauseEnd: UInt8 = 32
    private static let inQuantity: UInt8 = 64

    private let flags: Row<UInt8>
    /// The token identity of each word.
    private let identities: Row<UInt32>
    /// The word of all references within the text; -1 where there are none.
    private(set) var reference: Int32 = -1
    /// Whether most of the words are of a spaced script.
    let isSpaced: Bool

    /// Which pairs of tokens begin phrases: of the lexicon.
    private let pairs: (first: Row<UInt64>, any: Row<UInt64>)

    /// How many words there are.
    var count: Int { flags.count }

    /// What is known of the usual ideographs, which are signs.
    private static let ideographs: [UInt8] = (0x4E00...0x9FFF).map {
        phrases($0, .words) | (SpokenQuantity.mayBegin(with: $0) ? quantity : 0)
    }

    private static func phrases(_ id: UInt32, _ lexicon: Lexicon) -> UInt8 {
        (lexicon.isSingle(id) ? single : 0) | (Quantity.mayContinue(with: id) ? inQuantity : 0)
    }

    init(_ interner: Interner, _ arena: Arena) {
        flags = arena.row(0, interner.count)
        identities = interner.ids[0..<interner.count]
        let lexicon = Lexicon.words
        pairs = lexicon.pairs(arena)
        let known = Self.ideographs
        var spaced = 0
        for word in 0..<interner.count {
            let (id, kind) = (identities[word], interner.kinds[word])
            if id &- 0x4E00 < UInt32(known.count) {
                flags[word] = known[Int(id &- 0x4E00)]
                continue
            }
            var found = Self.phrases(id, lexicon)
            if kind.isMark { found |= Self.mark }
            switch kind {
            case .number: found |= Self.quantity | Self.hashed
            case .word:
                found |= Self.quantity | Self.hashed
                spaced += 1
            case .sign where SpokenQuantity.mayBegin(with: id): found |= Self.quantity
            case .foreignReference: found |= Self.hashed
            default: break
            }
            if kind != .sign, kind != .mark { found |= Self.inQuantity }
            if id == Token.referenceID { reference = Int32(truncatingIfNeeded: word) }
            if Self.endsClause(id) { found |= Self.clauseEnd }
            flags[word] = found
        }
        isSpaced = 2 * spaced > interner.count
    }

    /// Whether its identity is a hash, so that equal identities have to be looked into.
    @inline(__always) func isHashed(_ word: Int32) -> Bool { flags[Int(word)] & Self.hashed != 0 }

    private static func endsClause(_ id: UInt32) -> Bool {
        switch id {
        case 0x0A, 0x2C, 0x3B, 0x3002: true
        default: false
        }
    }

    /// A comma, a semicolon, a full stop or the end of a line.
    @inline(__always) func endsClause(_ word: Int32) -> Bool { flags[Int(word)] & Self.clauseEnd != 0 }

    @inline(__always) func isMark(_ word: Int32) -> Bool { flags[Int(word)] & Self.mark != 0 }

    /// The same as a number, 0 or 1, to count with.
    @inline(__always) func markBit(_ word: Int32) -> Int32 { Int32(flags[Int(word)] & Self.mark) }

    @inline(__always) func identity(_ word: Int32) -> UInt32 { identities[Int(word)] }

    /// Whether a phrase of the lexicon may begin with it, given its identity and that of the word behind it; false is
    /// certain. Asked in one, because each half of the question is a toss-up.
    @inline(__always) func mayBeginPhrase(_ word: Int32, _ id: UInt32, _ next: UInt32) -> Bool {
        let pair = Lexicon.pair(id, next)
        let found = UInt8(truncatingIfNeeded: pairs.first[pair >> 6] >> UInt64(pair & 63)) & 1
        return found | (flags[Int(word)] & Self.single) != 0
    }

    /// Whether two words may stand one behind the other in a phrase of the lexicon; false is certain.
    @inline(__always) func mayStandInPhrase(_ word: Int32, _ next: Int32) -> Bool {
        let pair = Lexicon.pair(identity(word), identity(next))
        return pairs.any[pair >> 6] >> UInt64(pair & 63) & 1 != 0
    }

    /// Whether it ends a clause or a quantity may begin with it.
    @inline(__always) func endsClauseOrBeginsQuantity(_ word: Int32) -> Bool {
        flags[Int(word)] & (Self.clauseEnd | Self.quantity) != 0
    }

    /// Whether the break between two words may lie inside a phrase of the lexicon or a quantity; false is certain.
    @inline(__always) func mayJoin(_ word: Int32, _ next: Int32) -> Bool {
        let pair = Lexicon.pair(identity(word), identity(next))
        let inPhrase = UInt8(truncatingIfNeeded: pairs.any[pair >> 6] >> UInt64(pair & 63)) & 1
        return (flags[Int(next)] & Self.inQuantity) | inPhrase != 0
    }

    /// Whether an amount, a period or a date may.
    @inline(__always) func mayBeginQuantity(_ word: Int32) -> Bool { flags[Int(word)] & Self.quantity != 0 }
}
