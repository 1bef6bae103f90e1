/// The differences of one old and one new passage, complete: outside its changes the scalars are equal.
struct PairDiff: Sendable {
    /// One difference.
    struct Change: Sendable {
        enum Cause: Sendable {
            /// Tokens replaced.
            case words(Hunk)
            /// The same token, or the gap between tokens, written otherwise.
            case form
            /// A reference that points at another number.
            case reference(old: Int, new: Int)
            /// The label of an item.
            case label
        }

        /// Unicode scalars.
        var before: Range<Int>
        var after: Range<Int>
        var cause: Cause
    }

    let old: Reading
    let new: Reading
    /// For each old token its partner or -1, before tidying.
    let partner: [Int32]
    private(set) var changes: [Change] = []
    /// Pairs of references that stand in the same place, in order: token indices.
    private(set) var references: [(old: Int, new: Int)] = []

    /// 0…1: twice the common tokens over all tokens.
    var similarity: Double {
        let all = old.passage.tokens.count + new.passage.tokens.count
        return all == 0 ? 1 : Double(2 * partner.count { $0 >= 0 }) / Double(all)
    }

    /// - Parameter sentences: pairs of sentences outside which nothing is matched; nil matches freely.
    init(_ old: Reading, _ new: Reading, within sentences: [(old: Int, new: Int)]? = nil) {
        self.old = old
        self.new = new
        var partner: [Int32]
        if let sentences {
            partner = Self.partners(old.passage, new.passage, within: sentences)
        } else {
            partner = CommonSubsequence.partners(old.passage.tokens.map(\.id), new.passage.tokens.map(\.id))
        }
        for index in partner.indices where partner[index] >= 0 {
            if !Self.isSame(old.passage, index, new.passage, Int(partner[index])) { partner[index] = -1 }
        }
        self.partner = partner
        let hunks = Hunk.all(partner, newCount: new.passage.tokens.count)
        write(HunkTidying(old: old, new: new).tidied(hunks))
    }

    private static func partners(_ old: Passage, _ new: Passage, within pairs: [(old: Int, new: Int)])
        -> [Int32]
    {
        var partner = [Int32](repeating: -1, count: old.tokens.count)
        let ordered = pairs.sorted { $0.old < $1.old }
        let chain = IncreasingChain.heaviest(ordered.map { ($0.new, old.sentences[$0.old].count) })
        for index in chain {
            let (a, b) = (old.sentences[ordered[index].old], new.sentences[ordered[index].new])
            let found = CommonSubsequence.partners(old.tokens[a].map(\.id), new.tokens[b].map(\.id))
            for (offset, other) in found.enumerated() where other >= 0 {
                partner[a.lowerBound + offset] = other + Int32(b.lowerBound)
            }
        }
        return partner
    }

    /// Hashes may collide; the tokens themselves decide.
    private static func isSame(_ old: Passage, _ i: Int, _ new: Passage, _ j: Int) -> Bool {
        let (a, b) = (old.tokens[i], new.tokens[j])
        guard a.kind == b.kind else { return false }
        switch a.kind {
        case .sign, .mark, .lineFeed, .label, .reference: return true
        case .foreignReference: return old.reference(a) == new.reference(b)
        case .number:
            if let x = old.numbers[Int(a.payload)], let y = new.numbers[Int(b.payload)] { return x == y }
            return folded(old, a) == folded(new, b)
        case .word: return folded(old, a) == folded(new, b)
        }
    }

    private static func folded(_ passage: Passage, _ token: Token) -> [UInt32] {
        passage.scalars[token.range].map { Fold.standard($0) }.filter { $0 != Fold.ignored }
    }

    // MARK: From tokens to scalars

    private mutating func write(_ hunks: [Hunk]) {
        var (i, j) = (0, 0)
        var (from, to) = (0, 0)
        for hunk in hunks {
            while i < hunk.old.lowerBound {
                writePair(i, j, &from, &to)
                i += 1
                j += 1
            }
            let oldNext = hunk.old.upperBound
            let newNext = hunk.new.upperBound
            let oldEnd = Self.start(of: oldNext, old.passage)
            let newEnd = Self.start(of: newNext, new.passage)
            append(from..<oldEnd, to..<newEnd, .words(hunk))
            (i, j) = (oldNext, newNext)
            (from, to) = (oldEnd, newEnd)
        }
        while i < old.passage.tokens.count, j < new.passage.tokens.count {
            writePair(i, j, &from, &to)
            i += 1
            j += 1
        }
        append(from..<old.passage.scalars.count, to..<new.passage.scalars.count, .form)
    }

    private static func start(of token: Int, _ passage: Passage) -> Int {
        token < passage.tokens.count ? Int(passage.tokens[token].start) : passage.scalars.count
    }

    /// A matched pair: the gap before it, then the tokens themselves.
    private mutating func writePair(_ i: Int, _ j: Int, _ from: inout Int, _ to: inout Int) {
        let (a, b) = (old.passage.tokens[i], new.passage.tokens[j])
        append(from..<Int(a.start), to..<Int(b.start), .form)
        switch a.kind {
        case .reference:
            references.append((i, j))
            let same = old.passage.reference(a) == new.passage.reference(b)
            append(a.range, b.range, same ? .form : .reference(old: i, new: j), whole: !same)
        case .label: append(a.range, b.range, .label, whole: true)
        default: append(a.range, b.range, .form, whole: a.kind == .number)
        }
        (from, to) = (Int(a.end), Int(b.end))
    }

    /// Notes a difference where there is one; common ends are cut off, of words only as far as they are blank.
    private mutating func append(
        _ before: Range<Int>, _ after: Range<Int>, _ cause: Change.Cause, whole: Bool = false
    ) {
        let (x, y) = (old.passage.scalars, new.passage.scalars)
        if x[before] == y[after] { return }
        var isWords = false
        if case .words = cause { isWords = true }
        func mayCut(_ scalar: UInt32) -> Bool {
            if whole { return false }
            if !isWords { return true }
            let folded = Fold.standard(scalar)
            return folded == Fold.blank || folded == Fold.ignored
        }
        var (a0, a1, b0, b1) = (before.lowerBound, before.upperBound, after.lowerBound, after.upperBound)
        while a0 < a1, b0 < b1, x[a0] == y[b0], mayCut(x[a0]) {
            a0 += 1
            b0 += 1
        }
        while a0 < a1, b0 < b1, x[a1 - 1] == y[b1 - 1], mayCut(x[a1 - 1]) {
            a1 -= 1
            b1 -= 1
        }
        if a0 == a1, b0 == b1 { return }
        if case .form = cause, let last = changes.last, case .form = last.cause, last.before.upperBound == a0,
            last.after.upperBound == b0
        {
            changes[changes.count - 1].before = last.before.lowerBound..<a1
            changes[changes.count - 1].after = last.after.lowerBound..<b1
        } else {
            changes.append(Change(before: a0..<a1, after: b0..<b1, cause: cause))
        }
    }
}
