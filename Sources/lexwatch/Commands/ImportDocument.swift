import Rendering
import Tracking

/// The report of an import, as text and as JSON.
struct ImportDocument {
    private let report: ImportReport

    init(_ report: ImportReport) { self.report = report }

    var text: String {
        let counts = report.counted.map { "\($0.number) \($0.kind.rawValue)" }
        var lines = ["\(report.files) files: " + (counts.isEmpty ? "none" : counts.joined(separator: ", "))]
        lines.append("\(report.commits) commits in \(report.batches) batches, \(report.timelines) timelines")
        return (lines + report.notes).joined(separator: "\n")
    }

    var json: JSONValue {
        [
            "schema": 1, "files": .int(report.files), "commits": .int(report.commits),
            "outcomes": .object(report.counted.map { .init($0.kind.rawValue, .int($0.number)) }),
            "notes": .strings(report.notes), "batches": .int(report.batches),
            "timelines": .int(report.timelines), "refused": Self.array(report.refusals),
            "quarantined": Self.array(report.quarantined),
            "signal": report.stopped.map { .int(Int($0)) } ?? .null,
        ]
    }

    func stopped(by signal: Int32) -> String {
        "stopped by signal \(signal) after \(report.files) files; \(report.commits) commits were made, and the same import goes on from there"
    }

    private static func array(_ refusals: [Refusal]) -> JSONValue {
        .array(refusals.map { ["file": .string($0.origin), "reason": .string($0.reason)] })
    }
}
