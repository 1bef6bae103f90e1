import Statute

/// Makes the entries of a redline: aligns, compares each linked pair, classifies, groups, orders.
struct Redliner {
    let old: [Unit]
    let new: [Unit]
    let provenance: (old: Provenance, new: Provenance)
    private(set) var rewrite = false

    init(old: [Unit], new: [Unit], provenance: (old: Provenance, new: Provenance)) {
        self.old = old
        self.new = new
        self.provenance = provenance
    }

    /// One link with all that is known of it.
    struct Link {
        var old: Int
        var new: Int
        var ground: ProvisionLink.Ground
        /// Nil where the bodies are equal.
        var diff: PairDiff?

        var similarity: Double { diff?.similarity ?? 1 }
    }

    mutating func entries() -> [ProvisionChange] {
        var aligner = Aligner(old: old, new: new)
        aligner.run()
        var alignment = aligner.alignment
        var passages = aligner.passages
        var links = Self.chiefLinks(alignment, &passages, old, new)
        if let strong = RewriteRule(links, old: old, new: new).strongLinks {
            rewrite = true
            for link in links where !strong.contains(link.old) { alignment.unlink(old: link.old) }
            links.removeAll { !strong.contains($0.old) }
            alignment.partials = []
        }
        var grouping = Grouping(&alignment)
        for partial in alignment.partials {
            guard let a = passages.old[partial.old], let b = passages.new[partial.new] else { continue }
            let diff = PairDiff(Reading(a, .words), Reading(b, .words), within: partial.sentences)
            links.append(Link(old: partial.old, new: partial.new, ground: .partial, diff: diff))
        }
        let map = referenceMap(links)
        let moved = movedUnits(alignment)
        let byOld = Dictionary(grouping: links, by: \.old)
        let builder = EntryBuilder(
            old: old, new: new, provenance: provenance, references: map, moved: moved, passages: passages)
        let entries = grouping.groups().map { group in
            builder.entry(group.old, group.new, group.old.flatMap { byOld[$0] ?? [] })
        }
        return EntryOrder(oldPaths: old.map(\.text.path), newPaths: new.map(\.text.path)).ordered(entries)
    }

    private static func chiefLinks(
        _ alignment: Alignment, _ passages: inout Passages, _ old: [Unit], _ new: [Unit]
    ) -> [Link] {
        var links: [Link] = []
        for (index, other) in alignment.ofOld.enumerated() where other >= 0 {
            var diff: PairDiff?
            if !old[index].hasBody(of: new[other]) {
                passages.readOld(index, old[index])
                passages.readNew(other, new[other])
                if let a = passages.old[index], let b = passages.new[other] {
                    diff = PairDiff(Reading(a, .words), Reading(b, .words))
                }
            }
            links.append(Link(old: index, new: other, ground: alignment.grounds[index], diff: diff))
        }
        return links
    }

    private func referenceMap(_ links: [Link]) -> ReferenceMap {
        var partners = [[Int]](repeating: [], count: old.count)
        for link in links { partners[link.old].append(link.new) }
        var map = ReferenceMap(old: old, new: new, partners: partners)
        for link in links {
            if let diff = link.diff { map.learn(link.old, link.new, diff) }
        }
        return map
    }

    /// Old units whose chief partner is off the heaviest chain that keeps the order.
    private func movedUnits(_ alignment: Alignment) -> Set<Int> {
        let linked = alignment.ofOld.indices.filter { alignment.ofOld[$0] >= 0 }
        let chain = IncreasingChain.heaviest(
            linked.map { index in
                (alignment.ofOld[index], old[index].text.lines.reduce(1) { $0 + $1.text.utf8.count })
            })
        return Set(linked).subtracting(chain.map { linked[$0] })
    }
}
