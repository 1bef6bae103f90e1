/// Finds which old provisions go with which new ones: exact bodies, then wording, then single sentences.
struct Aligner {
    let old: [Unit]
    let new: [Unit]
    private(set) var passages: Passages
    private(set) var alignment: Alignment

    init(old: [Unit], new: [Unit]) {
        self.old = old
        self.new = new
        passages = Passages(old: old.count, new: new.count)
        alignment = Alignment(old: old.count, new: new.count)
    }

    mutating func run() {
        let bodies = exactAnchors()
        bodies.linkUnique(&alignment, .exact)
        bodies.linkBesideNeighbours(&alignment)
        readRest()
        guard let folded = foldedAnchors() else { return }
        folded.linkUnique(&alignment, .wording)
        folded.linkBesideNeighbours(&alignment)
        let table = bigrams()
        let votes = WordingVotes(table) { old[$0].family == new[$1].family && alignment.isFree($0, $1) }
        GreedyPairing.run(votes.candidates, &alignment)
        GapHeirs.run(passages, family: { old[$0].family == new[$1].family }, &alignment)
        bodies.linkBesideNeighbours(&alignment)
        bodies.linkRest(&alignment)
        folded.linkRest(&alignment)
        linkCommencement()
        let families = (old: old.map(\.family), new: new.map(\.family))
        let sentences = SentenceVotes(passages, alignment, table) { families.old[$0] == families.new[$1] }
        linkSentences(sentences.links())
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

    private func exactAnchors() -> BodyAnchors {
        BodyAnchors(old: old.map(\.bodyHash), new: new.map(\.bodyHash)) {
            old[$0].family == new[$1].family && old[$0].hasBody(of: new[$1])
        }
    }

    /// Tokens for every unit that has no equal.
    private mutating func readRest() {
        for index in old.indices where alignment.ofOld[index] < 0 { passages.readOld(index, old[index]) }
        for index in new.indices where alignment.ofNew[index] < 0 { passages.readNew(index, new[index]) }
    }

    /// Equal but for width, variants and where references point; nil when one side has nothing left.
    private func foldedAnchors() -> BodyAnchors? {
        func key(_ passage: Passage?, _ family: Unit.Family) -> UInt64? {
            guard let passage, !passage.tokens.isEmpty else { return nil }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(family.rawValue)
            for token in passage.tokens { hash = (hash ^ UInt64(token.id)) &* 0x100_0000_01B3 }
            return hash
        }
        let olds = old.indices.map { key(passages.old[$0], old[$0].family) }
        let news = new.indices.map { key(passages.new[$0], new[$0].family) }
        guard passages.old.contains(where: { $0 != nil }), passages.new.contains(where: { $0 != nil }) else {
            return nil
        }
        let read = passages
        return BodyAnchors(old: olds, new: news) {
            guard let a = read.old[$0], let b = read.new[$1], old[$0].family == new[$1].family else {
                return false
            }
            return a.tokens.elementsEqual(b.tokens) { $0.id == $1.id }
        }
    }

    private func bigrams() -> BigramTable {
        BigramTable(
            old: passages.old.map { $0?.tokens ?? [] }, new: passages.new.map { $0?.tokens ?? [] },
            formulas: .formulas)
    }

    private mutating func linkCommencement() {
        let oldArticles = old.indices.filter { old[$0].family == .article }
        let newArticles = new.indices.filter { new[$0].family == .article }
        guard let before = Commencement.unit(among: oldArticles, tokens: { passages.old[$0]?.tokens ?? [] }),
            let after = Commencement.unit(among: newArticles, tokens: { passages.new[$0]?.tokens ?? [] }),
            alignment.isFree(before, after)
        else { return }
        alignment.link(before, after, .wording)
    }
}

/// The passages of both sides, read only where they are needed.
struct Passages: Sendable {
    private(set) var old: [Passage?]
    private(set) var new: [Passage?]

    init(old: Int, new: Int) {
        self.old = [Passage?](repeating: nil, count: old)
        self.new = [Passage?](repeating: nil, count: new)
    }

    mutating func readOld(_ index: Int, _ unit: Unit) {
        if old[index] == nil { old[index] = Passage(unit.text, fold: .standard) }
    }

    mutating func readNew(_ index: Int, _ unit: Unit) {
        if new[index] == nil { new[index] = Passage(unit.text, fold: .standard) }
    }
}
