/// What a token is; decides how it may match and how a change of it is called.
enum TokenKind: UInt8, BitwiseCopyable, Sendable {
    /// One scalar of a script that is written without spaces, or a symbol.
    case sign
    /// A run of letters of a spaced script.
    case word
    /// A number, Chinese or Arabic, whole.
    case number
    /// A reference within the same text, 第N条第N款第（N）项 or Article 21(1): matches any other.
    case reference
    /// A reference into another text: matches only its equal.
    case foreignReference
    /// The label of an item: matches any other.
    case label
    /// Punctuation.
    case mark
    /// The end of a line.
    case lineFeed

    /// Neither words nor numbers: punctuation and the ends of lines.
    var isMark: Bool { self == .mark || self == .lineFeed }
}

/// One token of a passage: its folded identity and its place.
struct Token: BitwiseCopyable, Sendable {
    /// Equal for tokens that match. Code points stand for themselves; the rest are tagged hashes.
    var id: UInt32
    /// Unicode scalars of the passage.
    var start: Int32
    var end: Int32
    /// Index into the passage's references or numbers; -1 where there is none.
    var payload: Int32
    var kind: TokenKind

    static let referenceID: UInt32 = 0x0020_0000
    static let labelID: UInt32 = 0x0020_0001

    var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether its identity is a hash, so that equal identities have to be looked into.
    var isHashed: Bool { kind == .word || kind == .number || kind == .foreignReference }

    /// Neither words nor numbers: punctuation and the ends of lines.
    var isMark: Bool { kind.isMark }
}

/// Hashes of words and numbers, tagged so that they never equal a code point.
struct TokenHash {
    private var state: UInt32 = 2_166_136_261

    mutating func add(_ value: UInt32) {
        state = (state ^ value) &* 16_777_619
        state ^= state >> 15
    }

    var word: UInt32 { 0x8000_0000 | (state & 0x7FFF_FFFF) }
    var number: UInt32 { 0x4000_0000 | (state & 0x3FFF_FFFF) }

    /// The identity of a word given as text, as the tokenizer would make it.
    static func word(_ text: String) -> UInt32 {
        var hash = TokenHash()
        for scalar in text.unicodeScalars { hash.add(scalar.value) }
        return hash.word
    }
}
