/// Links what stands in step with a linked neighbour and shares most of its words with its counterpart there.
///
/// Most amended provisions are of this kind. None of them needs a vote, and the comparison that settles them is the one
/// that their edits are made of.
struct InStep {
    /// The part of the tokens of both that must be common, in 16ths.
    static let share = 11

    let old: TokenRows
    let new: TokenRows
    let matching: PairMatching

    /// Forwards, then backwards, so that a run of amended provisions is linked from either end.
    func link(_ alignment: inout Alignment) {
        let (olds, news) = (alignment.ofOld.count, alignment.ofNew.count)
        for unit in 0..<olds where alignment.ofOld[unit] < 0 {
            let before = unit > 0 ? alignment.ofOld[unit - 1] : -1
            if unit == 0 || before >= 0 { link(unit, before + 1, &alignment) }
        }
        for unit in (0..<olds).reversed() where alignment.ofOld[unit] < 0 {
            let after = unit == olds - 1 ? news : alignment.ofOld[unit + 1]
            if after >= 0 { link(unit, after - 1, &alignment) }
        }
    }

    private func link(_ unit: Int, _ other: Int, _ alignment: inout Alignment) {
        guard alignment.ofNew.indices.contains(other), alignment.isFree(unit, other),
            alignment.mayPair(unit, other)
        else { return }
        let (a, b) = (old.places[unit].tokens.count, new.places[other].tokens.count)
        // Too different in length to share so much.
        guard 2 * min(a, b) * 16 >= (a + b) * Self.share else { return }
        let common = matching.match(unit, other)
        // Nothing is better than what lives on whole.
        let isRivalled =
            2 * common < a + b
            && (isRival(other - 1, unit, alignment) && isBetter(unit, other - 1, than: common, of: a + b)
                || isRival(other + 1, unit, alignment) && isBetter(unit, other + 1, than: common, of: a + b))
        if common * 32 >= (a + b) * Self.share, !isRivalled {
            alignment.link(unit, other, .wording)
        } else {
            matching.forget(unit)
        }
    }

    private func isRival(_ rival: Int, _ unit: Int, _ alignment: Alignment) -> Bool {
        alignment.ofNew.indices.contains(rival) && alignment.isFree(unit, rival)
            && alignment.mayPair(unit, rival)
    }

    /// Whether the one beside it shares as great a part, so that votes have to tell which is the heir: two penalties of
    /// which only the deeds differ.
    private func isBetter(_ unit: Int, _ rival: Int, than common: Int, of all: Int) -> Bool {
        let (a, b) = (old.places[unit].tokens.count, new.places[rival].tokens.count)
        guard 2 * min(a, b) * all >= common * 2 * (a + b) else { return false }
        return matching.count(unit, rival) * all * 16 >= common * (a + b) * 15
    }
}

/// The common tokens of chief partners, found once for whatever asks for them.
struct PairMatching {
    let old: TokenRows
    let new: TokenRows
    let vocabulary: Vocabulary
    /// For each token of the old side its partner in the chief partner of its provision, counted there, or -1.
    let partners: Row<Int32>
    private let search: CommonSubsequence
    private let scratch: Row<Int32>
    /// For each old provision how many tokens it has in common with its partner; -1 before they have been compared.
    private let counts: Row<Int32>
    /// For each old provision the one that it was compared with last, and the outcome: whoever stands in step and is too little
    /// alike for that is often linked by votes, and asked for on the way back, too.
    private let tried: Row<(other: Int32, count: Int32)>

    init(_ old: TokenRows, _ new: TokenRows, _ vocabulary: Vocabulary, _ arena: Arena) {
        self.old = old
        self.new = new
        self.vocabulary = vocabulary
        partners = arena.row(-1, old.sink.words.count)
        counts = arena.row(-1, old.places.count)
        tried = arena.row((-1, 0), old.places.count)
        scratch = arena.uninitialized(old.places.indices.reduce(0) { max($0, old.places[$1].tokens.count) })
        search = CommonSubsequence(vocabulary: vocabulary.count, arena)
    }

    /// - Returns: how many tokens the two have in common.
    @discardableResult
    func match(_ unit: Int, _ other: Int) -> Int {
        if counts[unit] >= 0 { return Int(counts[unit]) }
        if Int(tried[unit].other) == other {
            counts[unit] = tried[unit].count
            return Int(counts[unit])
        }
        let row = partners[old.places[unit].tokens.range]
        if tried[unit].other >= 0 {
            for index in row.indices { row[index] = -1 }
        }
        search.run(old.words(unit), new.words(other), into: row)
        let count = TokenIdentity(old, unit, new, other, vocabulary).check(row)
        counts[unit] = Int32(truncatingIfNeeded: count)
        tried[unit] = (Int32(truncatingIfNeeded: other), counts[unit])
        return count
    }

    /// How many tokens any two provisions have in common.
    func count(_ unit: Int, _ other: Int) -> Int {
        let row = scratch[0..<old.places[unit].tokens.count]
        for index in row.indices { row[index] = -1 }
        search.run(old.words(unit), new.words(other), into: row)
        var count = 0
        for index in row.indices { count &+= row[index] >= 0 ? 1 : 0 }
        return count
    }

    /// The partners stay for whoever asks for the same two again; nobody else looks at them.
    func forget(_ unit: Int) { counts[unit] = -1 }

    /// The partners of a link that carries only some sentences, matched within them.
    func match(_ partial: Alignment.Partial, into partner: Row<Int32>) {
        let (olds, news) = (old.sentences(partial.old), new.sentences(partial.new))
        let ordered = partial.sentences.sorted { $0.old < $1.old }
        let chain = IncreasingChain.heaviest(ordered.map { ($0.new, olds[$0.old].count) })
        for index in chain {
            let (a, b) = (olds[ordered[index].old].range, news[ordered[index].new].range)
            let row = partner[a]
            search.run(old.words(partial.old)[a], new.words(partial.new)[b], into: row)
            for at in row.indices where row[at] >= 0 { row[at] += Int32(truncatingIfNeeded: b.lowerBound) }
        }
        TokenIdentity(old, partial.old, new, partial.new, vocabulary).check(partner)
    }

    /// Whether all tokens of both live on, so that no sentence is loose.
    func isWhole(_ unit: Int, _ other: Int) -> Bool {
        Int(counts[unit]) == old.places[unit].tokens.count
            && Int(counts[unit]) == new.places[other].tokens.count
    }

    /// Whether a linked provision has a sentence of some length of which less than half lives on: such a sentence may have
    /// come from elsewhere, or gone there.
    func hasLooseSentence(old unit: Int) -> Bool {
        if Self.isTooLittle(old.places[unit].tokens.count, kept: counts[unit]) { return false }
        let row = partners[old.places[unit].tokens.range]
        let sentences = old.sentences(unit)
        for sentence in sentences.indices {
            var kept = 0
            for index in sentences[sentence].range { kept &+= row[index] >= 0 ? 1 : 0 }
            if isLoose(sentences[sentence], kept) { return true }
        }
        return false
    }

    func hasLooseSentence(new other: Int, of unit: Int) -> Bool {
        if Self.isTooLittle(new.places[other].tokens.count, kept: counts[unit]) { return false }
        let row = partners[old.places[unit].tokens.range]
        let sentences = new.sentences(other)
        var at = 0
        for sentence in sentences.indices {
            var kept = 0
            let end = sentences[sentence].upper
            // Partners increase.
            while at < row.count, row[at] < end {
                kept &+= row[at] >= 0 ? 1 : 0
                at &+= 1
            }
            if isLoose(sentences[sentence], kept) { return true }
        }
        return false
    }

    /// Of a loose sentence at least four tokens are gone.
    private static func isTooLittle(_ count: Int, kept: Int32) -> Bool { count - Int(kept) < 4 }

    /// How many tokens a provision has in common with its chief partner; nil where nobody has compared them.
    func common(_ unit: Int) -> Int? { counts[unit] >= 0 ? Int(counts[unit]) : nil }

    @inline(__always) private func isLoose(_ sentence: Int32Range, _ kept: Int) -> Bool {
        sentence.count >= 6 && kept * 2 < sentence.count
    }
}
