/// Tokens one behind the other, wherever they are kept.
protocol TokenList {
    var count: Int { get }
    subscript(index: Int) -> Token { get }
    /// The identity of a token.
    func id(_ index: Int) -> UInt32
}

extension UnsafeBufferPointer<Token>: TokenList {
    @inline(__always) func id(_ index: Int) -> UInt32 { self[index].id }
}

extension TokenList {
    var array: [Token] { (0..<count).map { self[$0] } }
}

/// The tokens of a provision in the rows of a comparison: eight bytes each, and more only for those that need it.
struct FlatTokens: TokenList {
    /// What stands for the identities.
    let words: Row<Int32>
    /// Where a token begins that is one scalar long and has no payload: a sign, a mark or the end of a line; of any other the
    /// complement of its place in ``specials``.
    let places: Row<Int32>
    let specials: Row<Token>
    /// The identity and the kind of each word.
    let ids: Row<UInt32>
    let kinds: Row<TokenKind>

    var count: Int { words.count }

    @inline(__always) func id(_ index: Int) -> UInt32 { ids[Int(words[index])] }

    @inline(__always) func isMark(_ index: Int) -> Bool { kinds[Int(words[index])].isMark }

    /// Whether a token is a sign, a mark or the end of a line.
    @inline(__always) func isPlain(_ index: Int) -> Bool { places[index] >= 0 }

    @inline(__always) func start(_ index: Int) -> Int {
        let place = places[index]
        return Int(place >= 0 ? place : specials[Int(~place)].start)
    }

    @inline(__always) func end(_ index: Int) -> Int {
        let place = places[index]
        return Int(place >= 0 ? place &+ 1 : specials[Int(~place)].end)
    }

    subscript(index: Int) -> Token {
        let place = places[index]
        if place < 0 { return specials[Int(~place)] }
        let word = Int(words[index])
        return Token(id: ids[word], start: place, end: place &+ 1, payload: -1, kind: kinds[word])
    }
}

/// Tokens of either kind, for what is asked of few.
enum SomeTokens: TokenList {
    case whole(UnsafeBufferPointer<Token>)
    case flat(FlatTokens)

    var count: Int {
        switch self {
        case .whole(let tokens): tokens.count
        case .flat(let tokens): tokens.count
        }
    }

    subscript(index: Int) -> Token {
        switch self {
        case .whole(let tokens): tokens[index]
        case .flat(let tokens): tokens[index]
        }
    }

    func id(_ index: Int) -> UInt32 {
        switch self {
        case .whole(let tokens): tokens.id(index)
        case .flat(let tokens): tokens.id(index)
        }
    }
}
