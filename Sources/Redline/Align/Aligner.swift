/// Finds which old provisions go with which new ones: exact bodies, then wording, then single sentences.
struct Aligner {
    let olds: FlatText
    let news: FlatText
    let arena: Arena
    private(set) var alignment: Alignment
    /// Read where a provision has no equal on the other side.
    private(set) var old: TokenRows
    private(set) var new: TokenRows
    /// For each token of the old side its partner in the chief partner of its provision, counted there, or -1.
    private(set) var partners: Row<Int32>
    let vocabulary: Vocabulary

    init(_ olds: FlatText, _ news: FlatText, _ arena: Arena) {
        self.olds = olds
        self.news = news
        self.arena = arena
        var alignment = Alignment(olds, news)
        let bodies = Self.exactAnchors(olds, news, arena)
        bodies.linkUnique(&alignment, .exact)
        bodies.linkBesideNeighbours(&alignment)
        var interner = Interner(arena)
        old = TokenRows(olds, arena, &interner) { alignment.ofOld[$0] < 0 }
        new = TokenRows(news, arena, &interner) { alignment.ofNew[$0] < 0 }
        vocabulary = Vocabulary(old, new, count: interner.count, arena)
        partners = arena.row(-1, old.sink.tokens.count)
        self.alignment = alignment
        if old.sink.tokens.count > 0, new.sink.tokens.count > 0 { alignRest(bodies) }
    }

    private func mayPair(_ a: Int, _ b: Int) -> Bool { olds.units[a].family == news.units[b].family }

    private mutating func alignRest(_ bodies: BodyAnchors) {
        let folded = foldedAnchors()
        folded.linkUnique(&alignment, .wording)
        folded.linkBesideNeighbours(&alignment)
        NearAnchors(old: old, new: new, mayPair: mayPair).link(&alignment)
        let index = BigramIndex(old, new, vocabulary, alignment, arena)
        let votes = WordingVotes(index, arena) { mayPair($0, $1) && alignment.isFree($0, $1) }
        GreedyPairing.run(votes.candidates, GreedyPairing.sure, &alignment)
        let (olds, news) = (alignment.ofOld, alignment.ofNew)
        let open = votes.candidates.filter { olds[Int($0.old)] < 0 || news[Int($0.new)] < 0 }
        let overlap = WordOverlap(
            old, new, vocabulary, arena,
            isWanted: ({ index.old.rows[$0].count > 0 }, { index.new.rows[$0].count > 0 }))
        let scored = overlap.scored(open)
        GreedyPairing.run(scored, GreedyPairing.thresholds, &alignment)
        let joins = WholeJoins(scored, alignment)
        WholeWording(old: old, new: new, vocabulary: vocabulary, mayPair: mayPair).link(&alignment)
        bodies.linkBesideNeighbours(&alignment)
        bodies.linkRest(&alignment)
        folded.linkRest(&alignment)
        linkCommencement()
        let search = CommonSubsequence(vocabulary: vocabulary.count, arena)
        for unit in old.places.indices where old.places[unit].isRead && alignment.ofOld[unit] >= 0 {
            match(unit, alignment.ofOld[unit], search)
        }
        let sentences = SentenceVotes(
            old: old, new: new, index: index, alignment: alignment, partners: partners, arena: arena)
        linkSentences(sentences.links(joins, mayPair: mayPair), search)
    }

    private func match(_ unit: Int, _ other: Int, _ search: CommonSubsequence) {
        let row = partners[old.places[unit].tokens.range]
        search.run(old.words(unit), new.words(other), into: row)
        TokenIdentity(old, unit, new, other).check(row)
    }

    /// The partners of a link that carries only some sentences, matched within them.
    func match(_ partial: Alignment.Partial, into partner: Row<Int32>) {
        let search = CommonSubsequence(vocabulary: vocabulary.count, arena)
        let (olds, news) = (old.sentences(partial.old), new.sentences(partial.new))
        let ordered = partial.sentences.sorted { $0.old < $1.old }
        let chain = IncreasingChain.heaviest(ordered.map { ($0.new, olds[$0.old].count) })
        for index in chain {
            let (a, b) = (olds[ordered[index].old].range, news[ordered[index].new].range)
            let row = partner[a]
            search.run(old.words(partial.old)[a], new.words(partial.new)[b], into: row)
            for at in row.indices where row[at] >= 0 { row[at] += Int32(truncatingIfNeeded: b.lowerBound) }
        }
        TokenIdentity(old, partial.old, new, partial.new).check(partner)
    }

    /// The strongest first: a sentence that went to one place is no evidence for another.
    private mutating func linkSentences(_ links: [Alignment.Partial], _ search: CommonSubsequence) {
        var spent: Set<Sentence> = []
        for link in links {
            let own = link.sentences.map {
                (
                    Sentence(isOld: true, unit: link.old, at: $0.old),
                    Sentence(isOld: false, unit: link.new, at: $0.new)
                )
            }
            if own.allSatisfy({ spent.contains($0.0) || spent.contains($0.1) }) { continue }
            for (before, after) in own {
                spent.insert(before)
                spent.insert(after)
            }
            // Where neither has a chief partner, a sentence is enough to make one.
            if alignment.isFree(link.old, link.new) {
                alignment.link(link.old, link.new, .wording)
                match(link.old, link.new, search)
            } else {
                alignment.partials.append(link)
            }
        }
    }

    private struct Sentence: Hashable {
        var isOld: Bool
        var unit: Int
        var at: Int
    }

    private static func exactAnchors(_ olds: FlatText, _ news: FlatText, _ arena: Arena) -> BodyAnchors {
        func keys(_ text: FlatText) -> Row<UInt64> {
            let keys: Row<UInt64> = arena.uninitialized(text.units.count)
            for unit in keys.indices { keys[unit] = text.units[unit].hash | 1 }
            return keys
        }
        return BodyAnchors(old: keys(olds), new: keys(news), arena: arena) {
            olds.hasEqualBody(olds.units[$0], news, news.units[$1])
        }
    }

    /// Equal but for width, variants and where references point.
    private func foldedAnchors() -> BodyAnchors {
        func keys(_ side: TokenRows) -> Row<UInt64> {
            let keys: Row<UInt64> = arena.row(0, side.places.count)
            for unit in keys.indices where side.places[unit].tokens.count > 0 {
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(side.text.units[unit].family.rawValue)
                let words = side.words(unit)
                for index in words.indices {
                    hash = (hash ^ UInt64(UInt32(bitPattern: words[index]))) &* 0x100_0000_01B3
                }
                keys[unit] = hash | 1
            }
            return keys
        }
        let (old, new) = (old, new)
        return BodyAnchors(old: keys(old), new: keys(new), arena: arena) { a, b in
            let (mine, theirs) = (old.words(a), new.words(b))
            guard mayPair(a, b), mine.count == theirs.count else { return false }
            for index in mine.indices where mine[index] != theirs[index] { return false }
            return true
        }
    }

    private mutating func linkCommencement() {
        guard let before = Commencement.unit(old), let after = Commencement.unit(new),
            alignment.isFree(before, after)
        else { return }
        alignment.link(before, after, .wording)
    }
}
