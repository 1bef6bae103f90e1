import Statute

/// Makes the entries of a redline: the engine's links and changes, classified, grouped and put in order.
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
        /// 0…1.
        var similarity: Double
        /// Nil where the bodies are equal.
        var diff: PairDiff?
        /// Which line became which; empty where the bodies are equal.
        var parts: [PartLink] = []
        /// The items that changed places where nothing else changed; nil elsewhere.
        var moves: [Reason]?
    }

    mutating func entries() -> [ProvisionChange] {
        let before = FlatSource(old.map { ($0.text, $0.family) })
        let after = FlatSource(new.map { ($0.text, $0.family) })
        let (old, new, provenance) = (old, new, provenance)
        var isRewrite = false
        let entries = before.bytes.withUnsafeBufferPointer { oldBytes in
            after.bytes.withUnsafeBufferPointer { newBytes in
                let arena = Arena(bytes: 4 * (oldBytes.count + newBytes.count))
                var redline = FlatRedline(before.flat(oldBytes, arena), after.flat(newBytes, arena), arena)
                isRewrite = redline.isRewrite
                var grouping = redline.group()
                redline.addPartials()
                return Self.entries(redline, &grouping, old, new, provenance)
            }
        }
        rewrite = isRewrite
        return EntryOrder(oldPaths: old.map(\.text.path), newPaths: new.map(\.text.path)).ordered(entries)
    }

    private static func entries(
        _ redline: FlatRedline, _ grouping: inout Grouping, _ old: [Unit], _ new: [Unit],
        _ provenance: (old: Provenance, new: Provenance)
    ) -> [ProvisionChange] {
        let passages = Passages(redline, old, new)
        var links = redline.links.map { link in
            var diff: PairDiff?
            if !link.isEqual, let a = passages.old[link.old], let b = passages.new[link.new] {
                diff = PairDiff(Reading(a, .words), Reading(b, .words), link, redline)
            }
            let parts = diff.map { PartAligner.parts($0, old[link.old].text, new[link.new].text) }
            return Link(
                old: link.old, new: link.new, ground: link.ground, similarity: link.similarity, diff: diff,
                parts: parts ?? [])
        }
        noteMoves(&links, old, new)
        let builder = EntryBuilder(
            old: old, new: new, provenance: provenance, references: referenceMap(links, old, new),
            moved: redline.moved)
        let byOld = Dictionary(grouping: links, by: \.old)
        return grouping.groups().map { group in
            builder.entry(group.old, group.new, group.old.flatMap { byOld[$0] ?? [] })
        }
    }

    private static func noteMoves(_ links: inout [Link], _ old: [Unit], _ new: [Unit]) {
        // Both texts are read for it only where it may tell something.
        var order: ItemOrder?
        for index in links.indices {
            let (a, b) = (old[links[index].old].text, new[links[index].new].text)
            guard let moves = ItemOrder.moves(links[index], a, b) else { continue }
            let known = order ?? ItemOrder([old, new])
            order = known
            if known.isUnnamed(a, b) { links[index].moves = moves }
        }
    }

    private static func referenceMap(_ links: [Link], _ old: [Unit], _ new: [Unit]) -> ReferenceMap {
        var partners = [[Int]](repeating: [], count: old.count)
        for link in links { partners[link.old].append(link.new) }
        var map = ReferenceMap(old: old, new: new, partners: partners)
        for link in links {
            if let diff = link.diff { map.learn(link.old, link.new, diff, link.parts) }
        }
        return map
    }
}

/// The passages of the provisions that are linked and not equal.
private struct Passages {
    private(set) var old: [Passage?]
    private(set) var new: [Passage?]

    init(_ redline: FlatRedline, _ olds: [Unit], _ news: [Unit]) {
        old = [Passage?](repeating: nil, count: olds.count)
        new = [Passage?](repeating: nil, count: news.count)
        for link in redline.links where !link.isEqual {
            if old[link.old] == nil { old[link.old] = Passage(redline.old, link.old, olds[link.old].text) }
            if new[link.new] == nil { new[link.new] = Passage(redline.new, link.new, news[link.new].text) }
        }
    }
}
