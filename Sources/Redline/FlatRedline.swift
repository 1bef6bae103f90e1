/// One link as the engine finds it.
struct FlatLink {
    var old: Int
    var new: Int
    var ground: ProvisionLink.Ground
    /// 0…1: twice the common tokens over all tokens, references folded; 1 where the bodies are equal.
    var similarity: Double
    /// For each old token its partner or -1; empty where the bodies are equal.
    var partner: Row<Int32>
    /// Of ``FlatRedline/changes``.
    var changes: Int32Range
    /// Of ``FlatRedline/references``.
    var references: Int32Range

    /// Whether the bodies are equal, so that there is nothing to compare.
    var isEqual: Bool
}

/// The redline of two flat texts: links, and the changes of each, before anybody asks what they mean in law.
///
/// Linear in the bytes of what is unchanged; in what has changed, linear but for the comparison inside a pair of n and m
/// tokens, n·m/64 steps up to 2²⁶ cells and cut at unique runs beyond.
struct FlatRedline {
    let aligner: Aligner
    private var alignment: Alignment
    private(set) var links: [FlatLink] = []
    private(set) var changes: Stack<FlatChange>
    private(set) var references: Stack<EditWriter.Place>
    private(set) var isRewrite = false
    /// Old provisions whose chief partner is off the heaviest chain that keeps the order.
    private(set) var moved: Set<Int> = []
    let arena: Arena
    /// For what is needed of one pair alone.
    private let scratch = Arena(bytes: 1 << 14)

    var old: TokenRows { aligner.old }
    var new: TokenRows { aligner.new }

    init(_ olds: FlatText, _ news: FlatText, _ arena: Arena) {
        self.arena = arena
        aligner = Aligner(olds, news, arena)
        alignment = aligner.alignment
        changes = Stack(arena, capacity: 64)
        references = Stack(arena, capacity: 64)
        links.reserveCapacity(alignment.ofOld.count)
        for unit in alignment.ofOld.indices where alignment.ofOld[unit] >= 0 {
            links.append(chief(unit, alignment.ofOld[unit]))
        }
        if let strong = RewriteRule(links, olds, news).strongLinks {
            isRewrite = true
            for link in links where !strong.contains(link.old) { alignment.unlink(old: link.old) }
            links.removeAll { !strong.contains($0.old) }
            alignment.partials = []
        }
        for index in links.indices where !links[index].isEqual {
            var link = links[index]
            compare(&link)
            links[index] = link
        }
        findMoved(olds)
    }

    /// The groups that chief links make, and those partial links that do not make them too large.
    mutating func group() -> Grouping { Grouping(&alignment) }

    /// The links that carry only some sentences, of those groups that have stayed small.
    mutating func addPartials() {
        guard !alignment.partials.isEmpty else { return }
        for partial in alignment.partials
        where old.places[partial.old].isRead && new.places[partial.new].isRead {
            let partner: Row<Int32> = arena.row(-1, old.places[partial.old].tokens.count)
            aligner.matching.match(partial, into: partner)
            var link = FlatLink(
                old: partial.old, new: partial.new, ground: .partial,
                similarity: similarity(partner, partial.new), partner: partner, changes: Int32Range(0, 0),
                references: Int32Range(0, 0), isEqual: false)
            compare(&link)
            links.append(link)
        }
    }

    private func chief(_ unit: Int, _ other: Int) -> FlatLink {
        let (olds, news) = (aligner.olds, aligner.news)
        let ground = alignment.grounds[unit]
        let isEqual =
            ground == .exact || !old.places[unit].isRead || !new.places[other].isRead
            || olds.hasEqualBody(olds.units[unit], news, news.units[other])
        let partner =
            isEqual
            ? aligner.matching.partners[0..<0] : aligner.matching.partners[old.places[unit].tokens.range]
        return FlatLink(
            old: unit, new: other, ground: ground,
            similarity: isEqual
                ? 1 : similarity(partner, other, common: aligner.matching.common(unit)),
            partner: partner, changes: Int32Range(0, 0), references: Int32Range(0, 0), isEqual: isEqual)
    }

    /// - Parameter common: how many partners there are, where that is known.
    private func similarity(_ partner: Row<Int32>, _ other: Int, common: Int? = nil) -> Double {
        let all = partner.count + new.places[other].tokens.count
        if all == 0 { return 1 }
        if let common { return Double(2 * common) / Double(all) }
        var count = 0
        for index in partner.indices { count &+= partner[index] >= 0 ? 1 : 0 }
        return Double(2 * count) / Double(all)
    }

    private mutating func compare(_ link: inout FlatLink) {
        let (before, after) = (old.tokens(link.old), new.tokens(link.new))
        scratch.reset()
        var hunks = Hunk.all(link.partner, newCount: after.count, scratch)
        if hunks.count > 0 {
            hunks =
                HunkTidying(
                    old: before, new: after, oldBreaks: Breaks(old, link.old, aligner.vocabulary, scratch),
                    newBreaks: Breaks(new, link.new, aligner.vocabulary, scratch),
                    oldIdentity: TokenIdentity(old, link.old, old, link.old, aligner.vocabulary),
                    newIdentity: TokenIdentity(new, link.new, new, link.new, aligner.vocabulary),
                    arena: scratch
                ).tidied(hunks)
        }
        var writer = EditWriter(
            old, link.old, new, link.new, aligner.vocabulary, into: changes, references)
        writer.write(hunks)
        link.changes = Int32Range(changes.count, writer.changes.count)
        link.references = Int32Range(references.count, writer.references.count)
        changes = writer.changes
        references = writer.references
    }

    private mutating func findMoved(_ olds: FlatText) {
        var last = -1
        let keepsOrder = alignment.ofOld.allSatisfy { other in
            defer { last = max(last, other) }
            return other < 0 || other > last
        }
        if keepsOrder { return }
        let linked = alignment.ofOld.indices.filter { alignment.ofOld[$0] >= 0 }
        let chain = IncreasingChain.heaviest(
            linked.map { unit in
                let body = olds.units[unit]
                return (alignment.ofOld[unit], Int(body.bodyEnd &- body.bodyStart) + 1)
            })
        if chain.count == linked.count { return }
        moved = Set(linked).subtracting(chain.map { linked[$0] })
    }
}
