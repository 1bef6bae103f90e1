/// Finds which old provisions go with which new ones: exact bodies, then wording, then single sentences.
struct Aligner {
    let olds: FlatText
    let news: FlatText
    private let arena: Arena
    /// For what is needed within one step alone: the next one writes where it has been, which is near memory then.
    private let steps: Arena
    private(set) var alignment: Alignment
    /// Read where a provision has no equal on the other side.
    let old: TokenRows
    let new: TokenRows
    let vocabulary: Vocabulary
    let matching: PairMatching

    init(_ olds: FlatText, _ news: FlatText, _ arena: Arena) {
        self.olds = olds
        self.news = news
        self.arena = arena
        let steps = Arena(in: arena, bytes: 1 << 16 + 6 * min(olds.size + news.size, 1 << 19))
        self.steps = steps
        var alignment = Alignment(olds, news)
        let bodies = Self.exactAnchors(olds, news, arena)
        bodies.linkUnique(&alignment, .exact)
        bodies.linkBesideNeighbours(&alignment)
        var interner = Interner(arena, steps: steps)
        old = TokenRows(olds, arena, &interner) { alignment.ofOld[$0] < 0 }
        new = TokenRows(news, arena, &interner) { alignment.ofNew[$0] < 0 }
        vocabulary = Vocabulary(interner, arena)
        steps.reset()
        matching = PairMatching(old, new, vocabulary, arena)
        self.alignment = alignment
        if old.sink.words.count > 0, new.sink.words.count > 0 {
            alignRest(bodies)
        } else {
            // Provisions without words are equal, too.
            bodies.linkRest(&self.alignment)
        }
    }

    private mutating func alignRest(_ bodies: BodyAnchors) {
        var alignment = alignment
        let folded = foldedAnchors()
        folded.linkUnique(&alignment, .wording)
        folded.linkBesideNeighbours(&alignment)
        InStep(old: old, new: new, matching: matching).link(&alignment)
        let index = BigramIndex(old, new, vocabulary, counted(alignment), arena, steps: steps)
        steps.reset()
        let joins = linkByWording(index, &alignment)
        bodies.linkBesideNeighbours(&alignment)
        bodies.linkRest(&alignment)
        folded.linkRest(&alignment)
        linkCommencement(&alignment)
        for unit in old.places.indices where old.places[unit].isRead && alignment.ofOld[unit] >= 0 {
            matching.match(unit, alignment.ofOld[unit])
        }
        steps.reset()
        let sentences = SentenceVotes(
            old: old, new: new, index: index, alignment: alignment, partners: matching.partners,
            arena: steps)
        self.alignment = alignment
        linkSentences(sentences.links(joins))
        steps.reset()
    }

    /// The provisions that votes are counted of: the free ones, and of the others those that do not live on whole.
    private func counted(_ alignment: Alignment) -> (old: Row<Bool>, new: Row<Bool>) {
        let counts = (old: arena.row(false, old.places.count), new: arena.row(false, new.places.count))
        for unit in old.places.indices where old.places[unit].isRead {
            let other = alignment.ofOld[unit]
            if other < 0 {
                counts.old[unit] = true
            } else if new.places[other].isRead {
                matching.match(unit, other)
                if matching.isWhole(unit, other) { continue }
                counts.old[unit] = matching.hasLooseSentence(old: unit)
                counts.new[other] = matching.hasLooseSentence(new: other, of: unit)
            }
        }
        for unit in new.places.indices where new.places[unit].isRead && alignment.ofNew[unit] < 0 {
            counts.new[unit] = true
        }
        return counts
    }

    private func linkByWording(_ index: BigramIndex, _ alignment: inout Alignment) -> WholeJoins {
        let votes = WordingVotes(index, alignment, steps)
        steps.reset()
        GreedyPairing.run(votes.candidates, GreedyPairing.sure, &alignment)
        let open = votes.candidates.filter {
            alignment.ofOld[Int($0.old)] < 0 || alignment.ofNew[Int($0.new)] < 0
        }
        let overlap = WordOverlap(index, vocabulary, steps)
        let scored = overlap.scored(open)
        GreedyPairing.run(scored, GreedyPairing.thresholds, &alignment)
        HeirsInPlace.link(overlap, &alignment)
        let joins = WholeJoins(scored, alignment)
        WholeWording(old: old, new: new, vocabulary: vocabulary).link(&alignment)
        return joins
    }

    /// The strongest first: a sentence that went to one place is no evidence for another.
    private mutating func linkSentences(_ links: [Alignment.Partial]) {
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
                matching.match(link.old, link.new)
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
        let (old, new, alignment) = (old, new, alignment)
        return BodyAnchors(old: old.keys, new: new.keys, arena: arena) { a, b in
            let (mine, theirs) = (old.words(a), new.words(b))
            guard alignment.mayPair(a, b), mine.count == theirs.count else { return false }
            for index in mine.indices where mine[index] != theirs[index] { return false }
            return true
        }
    }

    private func linkCommencement(_ alignment: inout Alignment) {
        guard let before = Commencement.unit(old), let after = Commencement.unit(new),
            alignment.isFree(before, after)
        else { return }
        alignment.link(before, after, .wording)
    }
}
