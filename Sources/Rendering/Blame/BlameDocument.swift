import Redline
import Statute

/// The JSON document of `blame`.
package struct BlameDocument: Sendable {
    private let view: BlameView

    package init(_ view: BlameView) { self.view = view }

    /// `{"schema":1,"instrument":…,"version":…,"language":…,"versions":[…],"unplaced":[…],"provisions":[…]}`
    package var json: JSONValue {
        [
            "schema": 1, "instrument": .string(view.instrument), "version": .string(view.name(view.asked)),
            "title": .string(view.title), "language": .string(view.language.rawValue),
            "versions": .array(view.versions.map(\.json)), "unplaced": .strings(view.unplaced),
            "provisions": .array(view.provisions.map(provision)),
        ]
    }

    private func provision(_ blame: ProvisionBlame) -> JSONValue {
        let scalars = Array(blame.provision.string.unicodeScalars)
        var members: [JSONValue.Member] = [
            .init("path", .string(blame.provision.path.rawValue)),
            .init("part", .string(blame.part.rawValue)),
            .init("label", .string(blame.provision.label)), .init("range", .range(blame.range)),
            .init("text", .string(scalars[blame.range.clamped(to: 0..<scalars.count)].string)),
            .init(
                "runs",
                .array(
                    blame.runs.map { run in
                        [
                            "range": .range(run.range), "text": .string(blame.words(of: run)),
                            "origin": .int(run.origin), "was": .range(run.was),
                            "touches": .array(
                                run.touches.map {
                                    [
                                        "version": .string(view.name($0.version)),
                                        "kind": .string($0.kind.rawValue),
                                    ]
                                }),
                        ]
                    })),
            .init("origins", .array(blame.origins.map(origin))),
            .init("lineage", .array(blame.lineage.map(row))),
        ]
        if let other = view.beside[blame.provision.path] {
            members.append(
                .init(
                    "translation",
                    [
                        "language": .string(view.language == .zh ? "en" : "zh"),
                        "path": .string(other.text.path.rawValue), "label": .string(other.text.label),
                        "text": .string(other.text.string), "ground": .string(other.ground.rawValue),
                        "confidence": .string(other.confidence.rawValue),
                    ]))
        }
        return .object(members)
    }

    private func origin(_ origin: Origin) -> JSONValue {
        [
            "version": .string(view.name(origin.version)), "path": .string(origin.provision.rawValue),
            "label": .string(origin.label), "kind": .string(origin.kind.rawValue),
            "rewrite": .bool(origin.isRewrite), "fidelity": .string(origin.record.fidelity.rawValue),
            "sources": .strings(origin.record.sources), "note": .optional(origin.record.note),
            "basis": .optional(origin.record.basis),
            "doubts": .array(
                origin.doubts.map {
                    ["version": .string(view.name($0.version)), "reason": .string($0.ground.word)]
                }),
            "crossings": .array(
                origin.crossings.map {
                    [
                        "version": .string(view.name($0.version)), "kind": .string($0.kind.rawValue),
                        "before": .string($0.before.rawValue), "after": .string($0.after.rawValue),
                    ]
                }),
        ]
    }

    private func row(_ row: LineageRow) -> JSONValue {
        [
            "version": .string(view.name(row.version)), "state": .string(row.state.word),
            "path": .optional(row.provision?.path.rawValue), "label": .optional(row.provision?.label),
            "others": .strings(row.others.map(\.path.rawValue)), "kind": .optional(row.kind?.rawValue),
            "significance": .optional(row.significance?.rawValue), "moved": .bool(row.isMoved),
            "since": .optional(row.since.map(view.name)), "fidelity": .optional(row.fidelity?.rawValue),
            "reasons": .array(row.reasons.map(\.json)),
        ]
    }
}

extension BlameView.Version {
    /// Who made it in law stands in `enactment`, how we know of it in `text` and `commit`.
    fileprivate var json: JSONValue {
        let made: JSONValue = [
            "body": .optional(body), "act": .optional(act),
            "headnote": .optional(actSource ?? act.map { _ in name }),
        ]
        let held: JSONValue =
            holding.map {
                [
                    "fidelity": .optional(fidelity?.rawValue), "known": .string($0.known),
                    "captured": .string($0.captured), "capture": .string($0.capture),
                    "sha256": .string($0.sha256),
                ]
            } ?? .null
        let stored: JSONValue =
            commit.map { ["id": .string($0.id), "author": .string($0.author), "time": .string($0.time)] }
            ?? .null
        return [
            "version": .string(name), "stage": .string(stage), "draft": .bool(isDraft),
            "signed": .optional(signed), "published": .optional(published), "effective": .optional(effective),
            "absence": .optional(absence?.rawValue), "enactment": made, "text": held, "commit": stored,
        ]
    }
}

extension Origin.Doubt.Ground {
    /// `not-held`, `left-out`, `assumed` …
    fileprivate var word: String {
        switch self {
        case .absent(let absence): absence.rawValue
        case .leftOut: "left-out"
        case .assumed: "assumed"
        case .mostlyAssumed: "mostly-assumed"
        }
    }
}

extension LineageRow.State {
    /// `stands`, `missing`, `repealed`, `left-out`, or why there is no text.
    fileprivate var word: String {
        switch self {
        case .stands: "stands"
        case .missing: "missing"
        case .repealed: "repealed"
        case .leftOut: "left-out"
        case .absent(let absence): absence.rawValue
        }
    }
}
