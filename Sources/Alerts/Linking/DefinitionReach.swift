import Redline
import Statute

/// A changed definition reaches every statement that uses the term: what is owed stays as it was written, and reaches
/// further or less far all the same.
struct DefinitionReach {
    let changes: ChangeSet
    let before: [Finding]
    let after: [Finding]

    /// One group for each concept and each entry that changes definitions, in the order of the redline. Statements whose
    /// own article changed are left to the alert of that change.
    func groups(_ concepts: [Concept]) -> [ChangeGroup] {
        let changed = Set(
            changes.changes.filter { $0.significance == .substantive }.flatMap(\.after).map(\.path))
        return changes.changes.filter { !$0.unverified && !$0.affects.isEmpty }.flatMap { change in
            concepts.compactMap { group(change, $0, apartFrom: changed) }
        }
    }

    private func group(_ change: ProvisionChange, _ concept: Concept, apartFrom changed: Set<ProvisionPath>)
        -> ChangeGroup?
    {
        var terms: [String] = []
        var reached: [Finding] = []
        for finding in after
        where finding.concept == concept.id && finding.polarity != .mentions
            && !changed.contains(finding.article)
        {
            let used = change.affects.filter {
                $0.paths.contains(finding.article) && Self.uses(finding, $0.term)
            }
            guard !used.isEmpty else { continue }
            reached.append(finding)
            terms += used.map(\.term).filter { !terms.contains($0) }
        }
        guard !reached.isEmpty else { return nil }
        let articles = Set(reached.map(\.article)).sorted()
        return ChangeGroup(
            change: change, concept: concept, before: change.before.map(\.path),
            after: change.after.map(\.path) + articles,
            steps: reached.map { finding in
                ChangeGroup.Step(
                    pair: FindingPair(before: twin(of: finding), after: finding), effect: .reworded)
            },
            definition: ChangeGroup.Definition(
                terms: terms, language: changes.new.language, reached: articles))
    }

    /// The same statement in the old text, whose words did not change.
    private func twin(of finding: Finding) -> Finding? {
        before.first {
            $0.concept == finding.concept && $0.polarity == finding.polarity
                && $0.evidence.unicodeScalars.elementsEqual(finding.evidence.unicodeScalars)
        }
    }

    private static func uses(_ finding: Finding, _ term: String) -> Bool {
        func folded(_ text: String) -> [Unicode.Scalar] {
            WordPattern.folded(Array(text.unicodeScalars), .en)
        }
        let words = folded((finding.leadIn ?? "") + " " + (finding.actor ?? "") + " " + finding.evidence)
        return ScopeRule.contains(words, folded(term))
    }
}
