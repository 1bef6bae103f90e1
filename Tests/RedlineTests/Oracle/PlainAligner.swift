import Statute

@testable import Redline

/// The whole alignment by its rules, stage after stage, as slow as it likes.
struct PlainAligner {
    struct Link: Hashable {
        var old: Int
        var new: Int
        var ground: ProvisionLink.Ground
        /// Of chief links; partial ones have 0 here.
        var similarity: Double
    }

    private(set) var links: [Link] = []
    private(set) var isRewrite = false
    private var chief: PlainLinks
    private var partials: [Alignment.Partial] = []
    private let read: (old: [Int], new: [Int])

    init(_ old: StatuteText, _ new: StatuteText) {
        chief = PlainLinks(PlainUnit.all(old), PlainUnit.all(new))
        chief.linkUnique(PlainKey.exact, .exact)
        chief.linkBesideNeighbours(PlainKey.exact)
        read = (chief.freeOlds, chief.freeNews)
        alignRest()
        var found = chief.olds.indices.compactMap(link)
        rewrite(&found)
        links = found + keptPartials().map { Link(old: $0.old, new: $0.new, ground: .partial, similarity: 0) }
    }

    private mutating func alignRest() {
        let hasTokens =
            read.old.contains { !chief.olds[$0].tokens.isEmpty }
            && read.new.contains { !chief.news[$0].tokens.isEmpty }
        if !hasTokens {
            chief.linkRest(PlainKey.exact)
            return
        }
        chief.linkUnique(PlainKey.folded, .wording)
        chief.linkBesideNeighbours(PlainKey.folded)
        chief.linkInStep()
        let votes = PlainVotes(chief, read: read)
        let candidates = votes.candidates()
        PlainPairing.link(candidates, [0.80, 0.55], &chief)
        let open = candidates.filter { chief.ofOld[Int($0.old)] == nil || chief.ofNew[Int($0.new)] == nil }
        let scored = open.map(votes.scored)
        PlainPairing.link(scored, [0.80, 0.50, 0.35, 0.25, 0.16], &chief)
        PlainPairing.linkHeirsInPlace(votes, &chief)
        let joins = PlainPairing.wholeJoins(scored, chief)
        PlainPairing.linkWholeWording(&chief)
        chief.linkBesideNeighbours(PlainKey.exact)
        chief.linkRest(PlainKey.exact)
        chief.linkRest(PlainKey.folded)
        PlainPairing.linkCommencement(read, &chief)
        linkSentences(PlainSentences(links: chief, votes: votes, read: read).found(joins))
    }

    /// A link whose every sentence has a side that went with a stronger one is none.
    private mutating func linkSentences(_ found: [Alignment.Partial]) {
        var spent: Set<[Int]> = []
        for partial in found {
            let sides = partial.sentences.map { ([0, partial.old, $0.old], [1, partial.new, $0.new]) }
            if sides.allSatisfy({ spent.contains($0.0) || spent.contains($0.1) }) { continue }
            spent.formUnion(sides.flatMap { [$0.0, $0.1] })
            if chief.ofOld[partial.old] == nil, chief.ofNew[partial.new] == nil {
                chief.link(partial.old, partial.new, .wording)
            } else {
                partials.append(partial)
            }
        }
    }

    private func link(_ unit: Int) -> Link? {
        guard let other = chief.ofOld[unit] else { return nil }
        let (a, b) = (chief.olds[unit], chief.news[other])
        var similarity = 1.0
        if PlainKey.exact(a) != PlainKey.exact(b), a.tokens.count + b.tokens.count > 0 {
            let common = chief.partners(unit, other).count { $0 >= 0 }
            similarity = Double(2 * common) / Double(a.tokens.count + b.tokens.count)
        }
        return Link(old: unit, new: other, ground: chief.grounds[unit] ?? .exact, similarity: similarity)
    }

    /// Less than 15 % of the bytes of the smaller side live on: only exact links and those of 0.4 stay.
    private mutating func rewrite(_ found: inout [Link]) {
        let sizes = (chief.olds.map(\.body.count), chief.news.map(\.body.count))
        let smaller = min(sizes.0.reduce(0, +), sizes.1.reduce(0, +))
        guard min(chief.olds.count, chief.news.count) >= 5, smaller > 0 else { return }
        let common = found.reduce(0) { $0 + $1.similarity * Double(sizes.0[$1.old] + sizes.1[$1.new]) / 2 }
        guard common < 0.15 * Double(smaller) else { return }
        isRewrite = true
        partials = []
        for link in found where link.ground != .exact && link.similarity < 0.4 { chief.unlink(link.old) }
        found.removeAll { chief.ofOld[$0.old] == nil }
    }

    /// While no more than eight provisions hang together.
    private func keptPartials() -> [Alignment.Partial] {
        var groups = chief.olds.indices.map { unit in
            Set([[0, unit]] + (chief.ofOld[unit].map { [[1, $0]] } ?? []))
        }
        groups += chief.news.indices.filter { chief.ofNew[$0] == nil }.map { [[1, $0]] }
        return partials.filter { partial in
            guard let a = groups.firstIndex(where: { $0.contains([0, partial.old]) }),
                let b = groups.firstIndex(where: { $0.contains([1, partial.new]) })
            else { return false }
            if a == b { return true }
            guard groups[a].count + groups[b].count <= 8 else { return false }
            groups[a].formUnion(groups[b])
            groups.remove(at: b)
            return true
        }
    }
}
