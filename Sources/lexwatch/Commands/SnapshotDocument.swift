import Rendering
import Tracking

/// The run report as JSON.
struct SnapshotDocument {
    let json: JSONValue

    init(_ result: SnapshotRun.Result, _ pages: SnapshotPages.Written, _ settings: Settings) {
        json = [
            "schema": 1, "store": .string(settings.store), "commits": .int(result.commits),
            "needs_person": .bool(result.needsPerson), "steps": .int(pages.steps),
            "steps_changed": .int(pages.changed), "queued": .strings(pages.queued),
            "corrections": .strings(pages.corrections),
            "altered": .array(pages.altered.map(\.json)),
            "lines": .array(
                result.lines.map { line in
                    [
                        "subject": .string(line.subject), "outcome": .string(line.outcome.rawValue),
                        "detail": .string(line.detail),
                    ]
                }), "notes": .strings(result.notes),
        ]
    }
}
