import Statute

/// The lines of one linked provision, made ready for comparison.
struct PartLines {
    let passage: Passage
    let kinds: [ProvisionKind]
    /// For each line its tokens, the label and the end of the line left out.
    let tokens: [Range<Int>]
    /// For each line a hash of its words, label left out.
    let hashes: [UInt64]
    /// For each line how many words it has: tokens that are no punctuation.
    let counts: [Int]

    init(_ passage: Passage, _ text: ArticleText) {
        self.passage = passage
        kinds = text.lines.map(\.kind)
        var tokens: [Range<Int>] = []
        var hashes: [UInt64] = []
        var counts: [Int] = []
        var next = 0
        for line in passage.lines {
            while next < passage.tokens.count, Int(passage.tokens[next].start) < line.words.lowerBound {
                next += 1
            }
            let first = next
            var count = 0
            while next < passage.tokens.count, Int(passage.tokens[next].start) < line.words.upperBound {
                if !passage.tokens[next].isMark { count += 1 }
                next += 1
            }
            tokens.append(first..<next)
            counts.append(count)
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            // Lines without words are told apart by what they are.
            if count == 0 { hash ^= UInt64(text.lines[tokens.count - 1].kind.level) }
            for scalar in passage.scalars[line.words] {
                hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
            }
            hashes.append(hash)
        }
        self.tokens = tokens
        self.hashes = hashes
        self.counts = counts
    }

    var count: Int { tokens.count }

    func words(_ line: Int) -> ArraySlice<UInt32> { passage.scalars[passage.lines[line].words] }

    /// The identities of a line's words, sorted.
    func sortedWords(_ line: Int) -> [UInt32] {
        passage.tokens[tokens[line]].lazy.filter { !$0.isMark }.map(\.id).sorted()
    }
}

extension ProvisionKind {
    /// A small number for each kind of line.
    fileprivate var level: Int {
        switch self {
        case .paragraph: 1
        case .item: 2
        case .subitem: 3
        default: 0
        }
    }
}
