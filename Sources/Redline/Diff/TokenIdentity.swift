/// Settles whether matched tokens are equal indeed: identities of words and numbers are hashes, which may collide.
struct TokenIdentity {
    private let before: FlatTokens
    private let after: FlatTokens
    private let oldScalars: Row<UInt32>
    private let newScalars: Row<UInt32>
    private let oldReferences: Stack<Reference>
    private let newReferences: Stack<Reference>
    private let oldNumbers: Stack<Int>
    private let newNumbers: Stack<Int>
    private let words: Row<Int32>
    private let otherWords: Row<Int32>
    private let vocabulary: Vocabulary
    /// The tokens of the old provision whose identities are hashes, counted through the text, and where it begins there.
    private let hashed: Row<Int32>
    private let first: Int

    init(_ old: TokenRows, _ unit: Int, _ new: TokenRows, _ other: Int, _ vocabulary: Vocabulary) {
        words = old.words(unit)
        otherWords = new.words(other)
        self.vocabulary = vocabulary
        hashed = old.hashed(unit)
        first = Int(old.places[unit].tokens.lower)
        before = old.tokens(unit)
        after = new.tokens(other)
        oldScalars = old.scalars(unit)
        newScalars = new.scalars(other)
        oldReferences = old.sink.references
        newReferences = new.sink.references
        oldNumbers = old.sink.numbers
        newNumbers = new.sink.numbers
    }

    /// Takes back the partners that are not equal.
    ///
    /// - Returns: how many there are then.
    @discardableResult
    func check(_ partner: Row<Int32>) -> Int {
        var gone: Int32 = 0
        // The sign of -1 is -1.
        for index in partner.indices { gone &+= partner[index] >> 31 }
        var count = partner.count &+ Int(gone)
        for index in hashed.indices {
            let place = Int(hashed[index]) &- first
            let other = partner[place]
            if other >= 0, !isSame(before[place], after[Int(other)]) {
                partner[place] = -1
                count &-= 1
            }
        }
        return count
    }

    /// Whether an old token is a new one, by their places in the provisions.
    @inline(__always) func areSame(_ place: Int, _ other: Int) -> Bool {
        guard words[place] == otherWords[other] else { return false }
        return !vocabulary.isHashed(words[place]) || isSame(before[place], after[other])
    }

    @inline(__always) private func isSame(_ a: Token, _ b: Token) -> Bool {
        guard a.kind == b.kind else { return false }
        switch a.kind {
        case .sign, .mark, .lineFeed, .label, .reference: return true
        case .foreignReference:
            return oldReferences[Int(a.payload)] == newReferences[Int(b.payload)]
        case .number:
            let (x, y) = (oldNumbers[Int(a.payload)], newNumbers[Int(b.payload)])
            if x != Tokenizer.Sink.unknown || y != Tokenizer.Sink.unknown { return x == y }
            return areEqualFolded(a, b)
        case .word: return areEqualFolded(a, b)
        }
    }

    private func areEqualFolded(_ a: Token, _ b: Token) -> Bool {
        var (i, j) = (Int(a.start), Int(b.start))
        while true {
            while i < Int(a.end), Fold.standard(oldScalars[i]) == Fold.ignored { i += 1 }
            while j < Int(b.end), Fold.standard(newScalars[j]) == Fold.ignored { j += 1 }
            if i == Int(a.end) || j == Int(b.end) { return i == Int(a.end) && j == Int(b.end) }
            if Fold.standard(oldScalars[i]) != Fold.standard(newScalars[j]) { return false }
            i += 1
            j += 1
        }
    }
}
