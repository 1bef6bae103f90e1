import Alerts
package import Redline
import Statute

/// The JSON document of `compare` and `diff`.
package struct RedlineDocument: Sendable {
    package var changes: ChangeSet
    /// Hexadecimal digests of the two inputs.
    package var oldSHA256: String
    package var newSHA256: String
    /// What the two texts say about the concepts; each entry prints those of its own provisions.
    package var findings: SidedFindings
    /// Whether entries of equal text and number are printed too. They are counted always.
    package var all: Bool
    /// Whether each entry carries the words of its provisions, so that its ranges can be read without the files.
    package var texts: Bool
    /// Which changes were asked for; entries that are not known are printed in any case, and everything is counted.
    package var selection = Selection([])
    /// The other language of both versions; nil where it is not held or was not asked for.
    package var translation: BilingualChanges?

    package init(
        _ changes: ChangeSet, oldSHA256: String, newSHA256: String, findings: SidedFindings = SidedFindings(),
        all: Bool = false, texts: Bool = false
    ) {
        self.changes = changes
        self.oldSHA256 = oldSHA256
        self.newSHA256 = newSHA256
        self.findings = findings
        self.all = all
        self.texts = texts
    }

    /// The shape of the contract, with `schema` at the top.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", 1), .init("old", side(changes.old, oldSHA256)),
            .init("new", side(changes.new, newSHA256)), .init("rewrite", .bool(changes.rewrite)),
            .init("summary", summary),
        ]
        if !selection.terms.isEmpty {
            members.append(.init("only", .strings(selection.terms.map(\.word))))
        }
        let printed = changes.changes.filter { all || $0.kind != .unchanged }
            .filter { $0.unverified || selection.holds($0, findings) }
        if let translation { members.append(.init("translation", translation.json)) }
        members.append(.init("changes", .array(printed.map(entry))))
        return .object(members)
    }

    private func side(_ side: ChangeSet.Side, _ sha256: String) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("title", .string(side.title)), .init("language", .string(side.language.rawValue)),
            .init("articles", .int(side.articles)), .init("sha256", .string(sha256)),
        ]
        if let extract = side.extract {
            members.append(.init("extract", .string(extract.words(held: side.articles))))
        }
        return .object(members)
    }

    private var summary: JSONValue {
        let summary = changes.summary
        let kinds: [ChangeKind] = [
            .inserted, .repealed, .modified, .renumbered, .split, .joined, .regrouped, .unchanged,
        ]
        var members = kinds.map { JSONValue.Member($0.rawValue, .int(summary.kinds[$0] ?? 0)) }
        members.append(.init("unverified", .int(summary.unverified)))
        if changes.old.extract != nil || changes.new.extract != nil {
            members.append(.init("notHeld", .int(summary.notHeld)))
        }
        members.append(.init("moved", .int(summary.moved)))
        for significance in [Significance.substantive, .editorial, .formal] {
            members.append(.init(significance.rawValue, .int(summary.significances[significance] ?? 0)))
        }
        return .object(members)
    }

    private func entry(_ change: ProvisionChange) -> JSONValue {
        var members: [JSONValue.Member] = [
            // What an extract leaves out was neither inserted nor repealed as far as is known.
            .init("kind", .string(change.notHeld ? "not-held" : change.kind.rawValue)),
            .init("before", .strings(change.before.map(\.path.rawValue))),
            .init("after", .strings(change.after.map(\.path.rawValue))),
            .init("links", .array(change.links.map { .strings([$0.before.rawValue, $0.after.rawValue]) })),
            .init("grounds", .strings(change.links.map(\.ground.rawValue))),
            .init(
                "fidelity",
                [
                    "before": .optional(change.fidelityBefore?.rawValue),
                    "after": .optional(change.fidelityAfter?.rawValue),
                ]),
            .init("unverified", .bool(change.unverified)),
            .init(
                "labels",
                [
                    "before": .strings(change.before.map(\.label)),
                    "after": .strings(change.after.map(\.label)),
                ]
            ),
            .init("moved", .bool(change.moved)),
            .init("significance", .string(change.significance.rawValue)),
            .init("similarity", .double((change.similarity * 1000).rounded() / 1000)),
            .init("reasons", .array(change.reasons.map(\.json))),
            .init("edits", .array(edits(change))),
            .init("findings", .array(entryFindings(change))),
        ]
        members += change.partMembers + change.relationMembers
        if texts {
            members.append(
                .init(
                    "text",
                    [
                        "before": .strings(change.before.map(\.string)),
                        "after": .strings(change.after.map(\.string)),
                    ]))
        }
        members += translation?.member(for: change) ?? []
        return .object(members)
    }

    private func edits(_ change: ProvisionChange) -> [JSONValue] {
        change.links.enumerated().flatMap { index, link in
            link.edits.map { edit in
                var members: [JSONValue.Member] = [
                    .init("before", .range(edit.before)), .init("after", .range(edit.after)),
                    .init("class", .string(edit.class.rawValue)),
                ]
                if change.links.count > 1 { members.append(.init("link", .int(index))) }
                return .object(members)
            }
        }
    }

    private func entryFindings(_ change: ProvisionChange) -> [JSONValue] {
        let before = change.before.flatMap { findings.before(in: $0.path) }
        let after = change.after.flatMap { findings.after(in: $0.path) }
        return before.map { .object([.init("side", "before")] + $0.members) }
            + after.map { .object([.init("side", "after")] + $0.members) }
    }
}
