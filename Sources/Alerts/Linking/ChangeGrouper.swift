import Redline
import Statute

/// Turns a redline and the findings of its two texts into what happened to each concept, place by place.
struct ChangeGrouper {
    let changes: ChangeSet
    let before: [Finding]
    let after: [Finding]

    /// A pair with the entry of the redline that it belongs to.
    private struct Placed {
        var entry: Int
        var pair: FindingPair
    }

    /// In the order of the redline, then of the concepts.
    func groups(_ concepts: [Concept]) -> [ChangeGroup] {
        concepts.enumerated().flatMap { number, concept in
            groups(of: concept).map { ($0.0, number, $0.1) }
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        .map(\.2)
    }

    private func groups(of concept: Concept) -> [(Int, ChangeGroup)] {
        var placed: [Placed] = []
        for (entry, change) in changes.changes.enumerated() where change.kind != .unchanged {
            let old = findings(before, of: concept, in: change.before)
            let new = findings(after, of: concept, in: change.after)
            guard !old.isEmpty || !new.isEmpty else { continue }
            placed += FindingPair.pairs(old, new, links: change.links).map { Placed(entry: entry, pair: $0) }
        }
        var groups: [(Int, ChangeGroup)] = []
        for item in reunited(placed) {
            let change = changes.changes[item.entry]
            guard !change.unverified,
                let effect = effect(item.pair, in: change) ?? opposite(item.pair, in: change, concept)
            else { continue }
            let step = ChangeGroup.Step(pair: item.pair, effect: effect)
            let (old, new) = places(item.pair, in: change)
            if let index = groups.firstIndex(where: {
                $0.0 == item.entry && $0.1.before == old && $0.1.after == new
            }) {
                groups[index].1.steps.append(step)
            } else {
                groups.append(
                    (
                        item.entry,
                        ChangeGroup(change: change, concept: concept, before: old, after: new, steps: [step])
                    ))
            }
        }
        return groups
    }

    private func effect(_ pair: FindingPair, in change: ProvisionChange) -> Effect? {
        guard change.kind == .renumbered else { return EffectRule.effect(of: pair, in: change) }
        // Same words under another number: whatever the grammar makes of either side, nothing was changed.
        guard let old = pair.before, let new = pair.after else { return nil }
        return old.polarity == .mentions && new.polarity == .mentions ? nil : .carried
    }

    /// Where the duty stands on both sides, room for the opposite that went makes it stronger, and weaker where it came.
    private func opposite(_ pair: FindingPair, in change: ProvisionChange, _ concept: Concept) -> Effect? {
        let isOwed = [(before, change.before), (after, change.after)].allSatisfy { all, provisions in
            findings(all, of: concept, in: provisions).contains { $0.polarity == .requires }
        }
        switch (pair.before, pair.after) {
        case (let gone?, nil) where gone.isOpposite && isOwed: return .strengthened
        case (nil, let come?) where come.isOpposite && isOwed: return .weakened
        default: return nil
        }
    }

    /// A statement that left one entry and one just like it that came into another are one that moved.
    private func reunited(_ placed: [Placed]) -> [Placed] {
        var result = placed
        for gone in result.indices {
            guard let old = result[gone].pair.before, result[gone].pair.after == nil else { continue }
            var best: (index: Int, likeness: Double)?
            for come in result.indices where result[come].pair.before == nil {
                guard let new = result[come].pair.after else { continue }
                let likeness = Likeness.of(old.evidence, new.evidence)
                if likeness >= Self.threshold(old.polarity, new.polarity), likeness > (best?.likeness ?? 0) {
                    best = (come, likeness)
                }
            }
            guard let best else { continue }
            let isKnown = !changes.changes[result[gone].entry].unverified
            result[gone].pair.before = nil
            // When either side is only assumed, the move is not known, and the pair must not look new.
            if isKnown { result[best.index].pair.before = old } else { result[best.index].pair.after = nil }
        }
        return result.filter { $0.pair.before != nil || $0.pair.after != nil }
    }

    /// More and less of the same demand (may require, requires) are one statement even when half reworded.
    private static func threshold(_ old: Polarity, _ new: Polarity) -> Double {
        if old == new { return Likeness.carried }
        let isDemand = EffectRule.demandRank(old) != nil && EffectRule.demandRank(new) != nil
        return isDemand ? Likeness.rewritten : 1.1
    }

    private func findings(_ all: [Finding], of concept: Concept, in provisions: [ArticleText]) -> [Finding] {
        all.filter { finding in
            finding.concept == concept.id && provisions.contains { $0.path == finding.article }
        }
    }

    /// The provisions of the findings, with the partners that the redline gives them.
    private func places(_ pair: FindingPair, in change: ProvisionChange) -> ([ProvisionPath], [ProvisionPath])
    {
        var old: Set<ProvisionPath> = []
        var new: Set<ProvisionPath> = []
        if let finding = pair.before { old.insert(finding.article) }
        if let finding = pair.after { new.insert(finding.article) }
        for link in change.links {
            if pair.after == nil, old.contains(link.before) { new.insert(link.after) }
            if pair.before == nil, new.contains(link.after) { old.insert(link.before) }
        }
        return (old.sorted(), new.sorted())
    }
}
