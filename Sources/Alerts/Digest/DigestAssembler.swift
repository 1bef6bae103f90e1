package import Redline
import Statute

/// Puts together what a digest says, from what the other parts found. Pure: same input, same digest.
package struct DigestAssembler: Sendable {
    private let agreements: [Agreement]
    private let concepts: [Concept]

    package init(agreements: [Agreement], concepts: [Concept]) {
        self.agreements = agreements
        self.concepts = concepts
    }

    /// - Parameters:
    ///   - alerts: those of this step, by ``AlertLinker``.
    ///   - claims: what was said of this instrument.
    ///   - held: every text of the instrument that is held, for the counted facts.
    package func content(
        _ subject: DigestContent.Subject, from: VersionMark, to: VersionMark, changes: ChangeSet,
        alerts: [Alert],
        claims: [Claim], held: [VersionFindings]
    ) -> DigestContent {
        let groups = groups(alerts)
        return DigestContent(
            subject: subject,
            headline: headline(subject, to, changes: changes, groups: groups), groups: groups,
            changeNotes: notes(changes, alerts), formalLine: formalLine(changes),
            unknownLine: unknownLine(changes),
            claims: claims.map { DigestContent.ClaimNote(claim: $0, fact: fact($0, held)) },
            fidelity: fidelity(changes, from, to))
    }

    /// What the United States and China promised each other stands before what many promised.
    private var ordered: [Agreement] {
        agreements.filter(isBetweenTheTwo) + agreements.filter { !isBetweenTheTwo($0) }
    }

    private func isBetweenTheTwo(_ agreement: Agreement) -> Bool {
        Set(agreement.parties) == ["us", "cn"] && agreement.others == nil
    }

    private func groups(_ alerts: [Alert]) -> [DigestContent.CommitmentGroup] {
        var groups: [DigestContent.CommitmentGroup] = []
        var between: Set<String> = []
        for agreement in ordered {
            if isBetweenTheTwo(agreement) { between.formUnion(agreement.commitments.map(\.id)) }
            for commitment in agreement.commitments {
                let own = alerts.filter { $0.commitment == commitment.id }
                guard !own.isEmpty else { continue }
                let mailed = own.filter(\.isTold)
                    .enumerated().sorted { a, b in
                        (b.element.severity.weight, a.offset) < (a.element.severity.weight, b.offset)
                    }
                    .map(\.element)
                groups.append(
                    DigestContent.CommitmentGroup(
                        commitment: commitment,
                        away: mailed.filter { $0.direction == .away },
                        toward: mailed.filter { $0.direction == .toward },
                        depends: mailed.filter { $0.direction == .depends },
                        carried: own.filter { $0.excludedBy == nil && $0.effect == .carried },
                        excluded: own.filter { $0.excludedBy != nil }))
            }
        }
        func order(_ group: DigestContent.CommitmentGroup) -> Int {
            let others = between.contains(group.commitment.id) ? 0 : 3
            if !group.away.isEmpty { return others }
            if !group.toward.isEmpty { return others + 1 }
            return group.depends.isEmpty ? 6 : others + 2
        }
        return groups.enumerated()
            .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(\.element)
    }

    private func headline(
        _ subject: DigestContent.Subject, _ to: VersionMark, changes: ChangeSet,
        groups: [DigestContent.CommitmentGroup]
    ) -> String {
        let total = Self.count(changes.summary.significances[.substantive] ?? 0, "change") + " of substance"
        guard let gravest = gravest(groups), gravest.severity != .low else {
            return "\(subject.title), \(to.stage): \(total); \(links(groups))."
        }
        let concept = concepts.first { $0.id == gravest.concept }?.titleInSentence ?? gravest.concept
        let place = (gravest.after + gravest.before).first.map { AlertWording.name($0) } ?? ""
        let standing = Standing.phrase(gravest.polarity, concept, isPenalty: gravest.isPenalty)
        return "\(subject.title), \(to.stage): \(standing) \(gravest.effect.rawValue) (\(place)); "
            + "\(total); \(links(groups))."
    }

    /// The alert that a reader should see first: by severity, then away before toward before depends.
    private func gravest(_ groups: [DigestContent.CommitmentGroup]) -> Alert? {
        func weight(_ alert: Alert) -> Int {
            let bearing = alert.direction == .depends ? 0 : alert.direction == .toward ? 1 : 2
            return alert.severity.weight * 3 + bearing
        }
        let mailed = groups.flatMap { $0.away + $0.toward + $0.depends }
        return mailed.enumerated()
            .max { (weight($0.element), -$0.offset) < (weight($1.element), -$1.offset) }?.element
    }

    private func links(_ groups: [DigestContent.CommitmentGroup]) -> String {
        let away = groups.filter { !$0.away.isEmpty }.count
        let toward = groups.filter { !$0.toward.isEmpty }.count
        let depends = groups.filter { $0.away.isEmpty && $0.toward.isEmpty && !$0.depends.isEmpty }.count
        var parts: [String] = []
        if away > 0 { parts.append("points away from \(Self.count(away, "commitment"))") }
        if toward > 0 { parts.append("points toward \(Self.count(toward, "commitment"))") }
        if depends > 0 { parts.append("may bear on \(Self.count(depends, "commitment"))") }
        return parts.isEmpty ? "no link to a commitment" : parts.joined(separator: ", ")
    }

    private func notes(_ changes: ChangeSet, _ alerts: [Alert]) -> [DigestContent.ChangeNote] {
        changes.changes.filter { $0.kind != .unchanged && !$0.unverified && $0.significance == .substantive }
            .map {
                change in
                let old = Set(change.before.map(\.path))
                let new = Set(change.after.map(\.path))
                return DigestContent.ChangeNote(
                    kind: change.kind, before: change.before.map(label), after: change.after.map(label),
                    reasons: change.reasons.map(words),
                    alerts: alerts.filter {
                        !old.isDisjoint(with: $0.before) || !new.isDisjoint(with: $0.after)
                    }.map(\.id))
            }
    }

    private func label(_ provision: ArticleText) -> String {
        provision.label.isEmpty ? AlertWording.name(provision.path) : provision.label
    }

    private func words(_ reason: Reason) -> String {
        let before = reason.before?.text ?? "–"
        let after = reason.after?.text ?? "–"
        let direction =
            reason.direction == .tightened || reason.direction == .loosened
            ? " (\(reason.direction.rawValue))" : ""
        return "\(reason.class.rawValue): \(before) → \(after)\(direction)"
    }

    private func formalLine(_ changes: ChangeSet) -> String? {
        let counts = changes.summary.significances
        let formal = counts[.formal] ?? 0
        let editorial = counts[.editorial] ?? 0
        guard formal + editorial > 0 else { return nil }
        return
            "Without effect in law: \(Self.count(formal, "formal change")) (numbers and references that follow), "
            + "\(Self.count(editorial, "editorial change"))."
    }

    private func unknownLine(_ changes: ChangeSet) -> String? {
        let summary = changes.summary
        let assumed = summary.unverified - summary.notHeld
        var sentences: [String] = []
        if assumed > 0 {
            sentences.append(
                "Not known: \(Self.count(assumed, "provision")) whose words in one of the two texts are only assumed. "
                    + "Whether they changed cannot be said.")
        }
        if summary.notHeld > 0 {
            sentences.append(
                "Not held: \(Self.count(summary.notHeld, "provision")) that one of the two texts, an extract, may leave "
                    + "out. Whether they were inserted or repealed cannot be said.")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// What the texts that can be relied on say, counted. Texts put together from reports prove nothing by silence.
    private func fact(_ claim: Claim, _ held: [VersionFindings]) -> String {
        let title = concepts.first { $0.id == claim.concept }?.titleInSentence ?? claim.concept
        let whole = held.filter {
            $0.provenance.general.fidelity <= .rendered && $0.provenance.extract == nil
        }
        guard !whole.isEmpty else { return "" }
        let names = whole.map(\.version.stage).joined(separator: ", ")
        let found = whole.flatMap { version in
            version.findings.filter { $0.concept == claim.concept && $0.polarity != .mentions }
                .map { "\(AlertWording.name($0.article)) (\(version.version.stage))" }
        }
        var places: [String] = []
        for place in found where !places.contains(place) { places.append(place) }
        let texts = "the \(Self.count(whole.count, "text")) held in full (\(names))"
        if places.isEmpty { return "Counted in \(texts): 0 findings of \(title)." }
        return "Found in \(texts), on \(title): \(places.joined(separator: ", "))."
    }

    private func fidelity(_ changes: ChangeSet, _ from: VersionMark, _ to: VersionMark) -> [DigestContent
        .FidelityNote]
    {
        func notes(_ version: VersionMark, _ side: (ProvisionChange) -> (Fidelity?, Int)) -> [DigestContent
            .FidelityNote]
        {
            var counts: [Fidelity: Int] = [:]
            for change in changes.changes {
                let (fidelity, provisions) = side(change)
                if let fidelity, provisions > 0 { counts[fidelity, default: 0] += provisions }
            }
            return counts.sorted { $0.key < $1.key }.map {
                DigestContent.FidelityNote(version: version.name, fidelity: $0.key, provisions: $0.value)
            }
        }
        return notes(from) { ($0.fidelityBefore, $0.before.count) }
            + notes(to) { ($0.fidelityAfter, $0.after.count) }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
