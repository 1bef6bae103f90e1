import Custody
import Rendering
import Statute

/// What a verification found, for people and for programs.
struct VerifyDocument {
    private let report: VerifyReport

    init(_ report: VerifyReport) { self.report = report }

    /// The problems, a line each.
    var wrong: [String] {
        report.told.flatMap { problem, more in
            [Self.line(problem)]
                + (more > 0
                    ? ["\(problem.kind.rawValue): … and \(more) more; --format json has them all"] : [])
        }
    }

    var text: String {
        var lines = wrong
        var advised: Set<Problem.Kind> = []
        for (problem, _) in report.told where advised.insert(problem.kind).inserted {
            lines.append("    \(problem.kind.rawValue): \(problem.kind.advice)")
        }
        if !lines.isEmpty { lines.append("") }
        lines += report.remarks
        lines.append(verdict)
        if let size = report.size, let root = report.root, let origin = report.origin {
            lines.append("log \(origin): \(size) \(size == 1 ? "entry" : "entries"), root \(root)")
        }
        if let time = report.checkpointTime { lines.append("checkpoint of \(UTC.text(time))") }
        if let key = report.keys.last { lines.append("signed by \(key)") }
        for tip in report.tips { lines.append("\(tip.name) \(tip.commit)") }
        if let since = report.since { lines.append("since entry \(since): what is older was not looked at") }
        return lines.map { VisibleText.line($0) }.joined(separator: "\n")
    }

    private var verdict: String {
        let looked =
            (report.objects > 0 ? "\(report.objects) objects, " : "")
            + "\(report.entries) \(report.entries == 1 ? "entry" : "entries") of the log, \(report.timelineCommits) commits on timelines"
        if report.faults > 0 {
            return "NOT SOUND: \(report.faults) \(report.faults == 1 ? "fault" : "faults") in \(looked)"
        }
        if report.warnings > 0 {
            return
                "sound, with \(report.warnings) \(report.warnings == 1 ? "warning" : "warnings"): \(looked)"
        }
        return "sound: \(looked)"
    }

    var json: JSONValue {
        [
            "schema": 1, "store": .string(report.path), "sound": .bool(report.faults == 0),
            "faults": .int(report.faults), "warnings": .int(report.warnings),
            "problems": .array(report.problems.map(Self.json)), "remarks": .strings(report.remarks),
            "origin": .optional(report.origin), "size": report.size.map { .int($0) } ?? .null,
            "root": .optional(report.root), "checkpoint": .optional(report.checkpoint),
            "checkpoint_time": .optional(report.checkpointTime.map(UTC.text)),
            "since": report.since.map { .int($0) } ?? .null,
            "tips": .array(
                report.tips.map { ["branch": .string($0.name), "commit": .string($0.commit)] }),
            "keys": .strings(report.keys), "objects": .int(report.objects), "entries": .int(report.entries),
            "timeline_commits": .int(report.timelineCommits),
        ]
    }

    static func line(_ problem: Problem) -> String {
        "\(problem.weight == .fault ? "✗" : "!") \(problem.kind.rawValue): \(problem.place): \(problem.reason)"
    }

    static func json(_ problem: Problem) -> JSONValue {
        [
            "name": .string(problem.kind.rawValue), "weight": .string(problem.weight.rawValue),
            "place": .string(problem.place), "reason": .string(problem.reason),
            "advice": .string(problem.kind.advice),
        ]
    }
}
