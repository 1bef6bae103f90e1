package import Redline
import Statute

/// Links the changes between two versions to the promises on which they bear.
///
/// What it says is an assessment by fixed rules: the direction comes from the concept's declaration, the severity
/// and the confidence from the rules next door. Words that are only mentioned never make an alert that points
/// anywhere, and provisions that are only assumed make none at all.
package struct AlertLinker: Sendable {
    private let concepts: [Concept]
    private let commitments: [String: Commitment]

    /// Concepts that bear on a commitment which no agreement holds make no alert for it.
    package init(concepts: [Concept], agreements: [Agreement]) {
        self.concepts = concepts
        var commitments: [String: Commitment] = [:]
        for commitment in agreements.flatMap(\.commitments) { commitments[commitment.id] = commitment }
        self.commitments = commitments
    }

    /// The alerts for a redline, in its order; each with an id of its own.
    ///
    /// - Parameters:
    ///   - instrument: the id, such as `cn/cybersecurity-law`; its first part is the country whose force counts.
    ///   - before: the findings of the old text, by ``ConceptScanner``.
    ///   - after: those of the new text.
    package func alerts(
        for changes: ChangeSet, instrument: String, from: VersionMark, to: VersionMark, before: [Finding],
        after: [Finding]
    ) -> [Alert] {
        let context = Context(
            instrument: instrument, from: from, to: to, rewrite: changes.rewrite, before: before, after: after
        )
        let groups =
            changes.rewrite
            ? WholeTextGrouper(changes: changes, before: before, after: after).groups(concepts)
            : ChangeGrouper(changes: changes, before: before, after: after).groups(concepts)
                + DefinitionReach(changes: changes, before: before, after: after).groups(concepts)
        return groups.flatMap { group in
            group.concept.bearsOn.compactMap { bearsOn in
                commitments[bearsOn.commitment].map { alert(group, bearsOn, $0, context) }
            }
        }
    }

    private struct Context {
        var instrument: String
        var from: VersionMark
        var to: VersionMark
        var rewrite: Bool
        var before: [Finding]
        var after: [Finding]

        var country: String { instrument.split(separator: "/").first.map(String.init) ?? "" }
    }

    private func alert(
        _ group: ChangeGroup, _ bearsOn: Concept.BearsOn, _ commitment: Commitment, _ context: Context
    ) -> Alert {
        let steps = group.ranked
        let main = steps.first
        let effect = main?.effect ?? .reworded
        let polarity = main?.polarity ?? .mentions
        let findings = steps.flatMap { [$0.pair.after, $0.pair.before].compactMap { $0 } }
        let exclusions = ExclusionRule.exclusions(
            of: findings, from: commitment, country: context.country, on: context.to)
        let excluded = exclusions.first?.id
        // A penalty that goes or comes is no duty that goes or comes.
        let direction = group.isPenalty ? .depends : direction(steps, bearsOn)
        let isOwn = !group.isPenalty && group.definition == nil && !group.isWholeText
        let elsewhere = isOwn ? main.flatMap { repeated($0, group, context) } : nil
        let severity = SeverityRule.severity(
            effect: effect, polarity: polarity, old: main?.pair.before?.polarity, direction: direction,
            excluded: excluded != nil, repeats: elsewhere != nil, isPenalty: group.isPenalty,
            isByDefinition: group.definition != nil)
        let fidelity = max(group.change.fidelityBefore ?? .official, group.change.fidelityAfter ?? .official)
        var notes = elsewhere.map { [$0] } ?? []
        let speaksOfSectors = commitment.limits.contains { $0.id == "commercial-sectors" }
        if speaksOfSectors, !findings.isEmpty, findings.allSatisfy(BoundScope.isInfrastructureOnly) {
            notes.append(BoundScope.infrastructureNote)
        }
        if findings.contains(where: \.isByWeight) { notes.append(AlertWording.weightNote) }
        let caveat = AlertWording.caveat(bearsOn, exclusions, notes: notes)
        var alert = Alert(
            id: AlertIdentity.id(
                instrument: context.instrument, from: context.from.name, to: context.to.name,
                before: group.before,
                after: group.after, concept: group.concept.id, commitment: commitment.id),
            instrument: context.instrument, from: context.from.name, to: context.to.name,
            before: group.before,
            after: group.after, concept: group.concept.id, polarity: polarity, effect: effect,
            commitment: commitment.id, direction: direction, excludedBy: excluded,
            force: commitment.force(of: context.country, on: context.to.date), severity: severity.level,
            confidence: ConfidenceRule.confidence(
                fidelity, commitment: commitment, rules: findings.map { GrammarRule(rawValue: $0.rule) },
                rewrite: context.rewrite, isByWeight: findings.contains(where: \.isByWeight)),
            fidelity: fidelity, reason: AlertWording.reason(group, bearsOn: bearsOn),
            limits: AlertWording.limits(caveat: caveat, commitment, exclusions),
            evidence: definitions(group) + evidence(steps))
        alert.why = bearsOn.reason
        alert.change = AlertWording.change(group)
        let told = main.flatMap { $0.pair.after ?? $0.pair.before }
        // Of many statements no one speaks for the others.
        if !group.isWholeText || steps.count == 1 {
            alert.actor = told?.actor
            alert.beneficiary = told?.beneficiary
        }
        alert.caveat = caveat
        alert.isPenalty = group.isPenalty
        alert.severityReason = severity.reason
        return alert
    }

    /// Two steps in one place that point opposite ways depend on how they are weighed.
    private func direction(_ steps: [ChangeGroup.Step], _ bearsOn: Concept.BearsOn) -> Bearing {
        let all = Set(steps.map { $0.direction(bearsOn.directions) })
        if all.contains(.away), all.contains(.toward) { return .depends }
        return steps.first?.direction(bearsOn.directions) ?? .depends
    }

    /// A sentence when what came in, or went, also stands elsewhere in the text on the other side.
    private func repeated(_ step: ChangeGroup.Step, _ group: ChangeGroup, _ context: Context) -> String? {
        func same(_ findings: [Finding], but own: [ProvisionPath]) -> Finding? {
            findings.first {
                $0.concept == group.concept.id && $0.polarity == step.polarity && !own.contains($0.article)
            }
        }
        switch step.effect {
        case .introduced:
            return same(context.before, but: group.before).map {
                "The old text already said as much in \(AlertWording.name($0.article))."
            }
        case .removed:
            return same(context.after, but: group.after).map {
                "The new text still says as much in \(AlertWording.name($0.article))."
            }
        case .strengthened, .weakened, .widened, .narrowed, .reworded, .carried: return nil
        }
    }

    /// The sentences of the definitions that changed, on both sides.
    private func definitions(_ group: ChangeGroup) -> [Alert.Evidence] {
        guard let definition = group.definition else { return [] }
        var found: [Alert.Evidence] = []
        for (provisions, side) in [
            (group.change.before, Alert.Evidence.Side.before), (group.change.after, .after),
        ] {
            for term in definition.terms {
                for provision in provisions {
                    guard let cut = EvidenceCut.sentence(of: provision, holding: term, definition.language)
                    else { continue }
                    let evidence = Alert.Evidence(side: side, path: cut.path, text: cut.words)
                    if !found.contains(evidence) { found.append(evidence) }
                }
            }
        }
        return found
    }

    /// How many steps are shown with their words; the places of all are named.
    private static let mostSteps = 6

    private func evidence(_ steps: [ChangeGroup.Step]) -> [Alert.Evidence] {
        var found: [Alert.Evidence] = []
        func add(_ finding: Finding?, _ side: Alert.Evidence.Side) {
            guard let finding else { return }
            var evidence = Alert.Evidence(side: side, path: finding.path, text: finding.evidence)
            evidence.leadIn = finding.leadIn
            if !found.contains(evidence) { found.append(evidence) }
        }
        for step in steps.prefix(Self.mostSteps) {
            add(step.pair.before, .before)
            add(step.pair.after, .after)
        }
        return found
    }
}
