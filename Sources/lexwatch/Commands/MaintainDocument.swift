import GitStore
import Rendering

/// What upkeep did, for people and for programs.
struct MaintainDocument {
    private let report: UpkeepReport
    private let store: String
    private let recovered: [String]
    private let isDry: Bool

    init(_ report: UpkeepReport, store: String, recovered: [String], isDry: Bool) {
        self.report = report
        self.store = store
        self.recovered = recovered
        self.isDry = isDry
    }

    func text(verbose: Bool) -> String {
        var lines = ["\(store): \(words(report.before))"]
        if let made = report.made {
            lines[0] += "; now \(words(report.after))"
            lines.append("\(report.packed) objects packed anew into \(made)")
        } else if !isDry {
            lines[0] += report.pruned.isEmpty ? "; nothing to put together" : "; now \(words(report.after))"
        }
        lines += recovered.map { "removed what a killed run had left: \($0)" }
        if !report.pruned.isEmpty {
            let bytes = report.pruned.reduce(0) { $0 + $1.bytes }
            lines.append(
                "\(isDry ? "would take away" : "took away") \(report.pruned.count) files of \(bytes) bytes")
            if verbose || isDry {
                lines += report.pruned.map { "    \($0.path) (\($0.bytes) bytes): \($0.why)" }
            }
        }
        lines += report.branches.map {
            "\($0.name): \($0.commits) commits, \($0.objects) objects, \($0.bytes) bytes"
        }
        let days = report.nights.count
        lines.append(
            "growth: \(report.growth) bytes a night over the last \(UpkeepReport.span), \(days) of them with commits"
        )
        if verbose {
            lines += report.nights.map { "    \($0.day): \($0.bytes) bytes, \($0.commits) commits" }
        }
        lines.append(
            "longest chain of differences: \(report.longestChain) (at most \(report.chainLimit)); commit-graph: "
                + (report.graph.map { "\($0) commits" } ?? "none"))
        return (lines + report.left + strays).joined(separator: "\n")
    }

    /// What somebody has to look at.
    var forPeople: [String] {
        report.left
            + report.strays.filter(\.isLogged).map {
                "\($0.id) \($0.title): no branch holds this commit, but the log of evidence names it: a branch was set back"
            }
    }

    private var strays: [String] {
        var lines: [String] = []
        guard report.strayObjects > 0 else { return lines }
        let what = "\(report.strayObjects) objects (\(report.strayBytes) bytes) that no branch reaches"
        switch (report.dropped, isDry) {
        case (true, true): lines.append("would drop \(what)")
        case (true, false): lines.append("dropped \(what)")
        default: lines.append("kept \(what); --drop-unreachable takes them away")
        }
        lines += report.strays.map {
            "    \($0.id) \($0.title)"
                + ($0.isLogged ? ": the log of evidence names it, a branch was set back" : "")
        }
        return lines
    }

    private func words(_ figures: StoreFigures) -> String {
        "\(figures.bytes) bytes, \(figures.packs) packs, \(figures.loose) loose objects"
    }

    var json: JSONValue {
        [
            "schema": 1, "store": .string(store), "dry_run": .bool(isDry), "before": json(report.before),
            "after": json(report.after), "made": .optional(report.made), "packed": .int(report.packed),
            "stayed": .strings(report.stayed), "recovered": .strings(recovered),
            "pruned": .array(
                report.pruned.map {
                    ["path": .string($0.path), "bytes": .int($0.bytes), "why": .string($0.why)]
                }), "left": .strings(report.left),
            "branches": .array(
                report.branches.map {
                    [
                        "name": .string($0.name), "commits": .int($0.commits), "objects": .int($0.objects),
                        "bytes": .int($0.bytes),
                    ]
                }),
            "growth": [
                "nights": .int(UpkeepReport.span), "bytes_per_night": .int(report.growth),
                "days": .array(
                    report.nights.map {
                        ["day": .string($0.day), "bytes": .int($0.bytes), "commits": .int($0.commits)]
                    }),
            ],
            "unreachable": [
                "objects": .int(report.strayObjects), "bytes": .int(report.strayBytes),
                "dropped": .bool(report.dropped),
                "commits": .array(
                    report.strays.map {
                        [
                            "id": .string($0.id.description), "title": .string($0.title),
                            "logged": .bool($0.isLogged),
                        ]
                    }),
            ],
            "delta_depth": ["limit": .int(report.chainLimit), "longest": .int(report.longestChain)],
            "commit_graph": report.graph.map { ["commits": .int($0)] } ?? .null,
        ]
    }

    private func json(_ figures: StoreFigures) -> JSONValue {
        ["bytes": .int(figures.bytes), "packs": .int(figures.packs), "loose": .int(figures.loose)]
    }
}
