import Redline
import Statute

/// What a rewritten law says about each concept, text against text.
///
/// When hardly anything aligns, that a duty stands in another article says nothing: only whether the old text had such a
/// statement at all and the new one has. One group for each concept and polarity, however many articles say it.
struct WholeTextGrouper {
    let changes: ChangeSet
    let before: [Finding]
    let after: [Finding]

    /// In the order of the concepts, the graver polarity first.
    func groups(_ concepts: [Concept]) -> [ChangeGroup] {
        let whole = whole
        return concepts.flatMap { concept in
            Polarity.allCases.filter { $0 != .mentions }.compactMap { polarity in
                group(concept, polarity, whole)
            }
        }
    }

    private func group(_ concept: Concept, _ polarity: Polarity, _ whole: ProvisionChange) -> ChangeGroup? {
        let old = known(before, concept, polarity, \.before)
        let new = known(after, concept, polarity, \.after)
        let effect: Effect
        switch (old.isEmpty, new.isEmpty) {
        case (true, true): return nil
        case (true, false): effect = .introduced
        case (false, true): effect = .removed
        case (false, false): effect = .reworded
        }
        let steps = (0..<max(old.count, new.count)).map { index in
            ChangeGroup.Step(
                pair: FindingPair(
                    before: index < old.count ? old[index] : nil, after: index < new.count ? new[index] : nil),
                effect: effect)
        }
        return ChangeGroup(
            change: whole, concept: concept, before: Self.articles(of: old), after: Self.articles(of: new),
            steps: steps, isWholeText: true)
    }

    /// Each once, in the order of the text.
    private static func articles(of findings: [Finding]) -> [ProvisionPath] {
        var seen: Set<ProvisionPath> = []
        return findings.map(\.article).filter { seen.insert($0).inserted }
    }

    /// Those whose provisions are more than assumed and did not live on word for word.
    private func known(
        _ findings: [Finding], _ concept: Concept, _ polarity: Polarity,
        _ side: (ProvisionChange) -> [ArticleText]
    ) -> [Finding] {
        let told = Set(
            changes.changes.filter { !$0.unverified }.flatMap(side).map(\.path))
        return findings.filter {
            $0.concept == concept.id && $0.polarity == polarity && told.contains($0.article)
        }
    }

    /// All entries as one, with the worst fidelity of each side.
    private var whole: ProvisionChange {
        let known = changes.changes.filter { !$0.unverified }
        return ProvisionChange(
            kind: .modified, before: known.flatMap(\.before), after: known.flatMap(\.after), links: [],
            moved: false, significance: .substantive, reasons: [],
            fidelityBefore: known.compactMap(\.fidelityBefore).max(),
            fidelityAfter: known.compactMap(\.fidelityAfter).max())
    }
}
