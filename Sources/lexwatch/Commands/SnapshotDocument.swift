import Custody
import Evidence
import Material
import Rendering
import Statute
import Tracking

/// The run report as JSON.
struct SnapshotDocument {
    let json: JSONValue

    init(
        _ result: SnapshotRun.Result, _ night: NightReport, _ pages: SnapshotPages.Written,
        _ size: StoreGrowth, _ settings: Settings, _ log: Custody.State?
    ) {
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
            "sources": .array(night.outcomes.map(Self.source)), "expected": .int(night.outcomes.count),
            "changed": .int(night.count(.changed)), "unchanged": .int(night.count(.unchanged)),
            "quarantined": .int(night.count(.quarantined)), "failed": .int(night.count(.failed)),
            "deferred": .int(night.count(.deferred)), "braked": .bool(night.brake != nil),
            "brake": night.brake.map { .string($0) } ?? .null,
            "missed_nights": .strings(night.missed.map(\.description)),
            "last_run": night.last.map { .string(UTC.text($0.secondsSince1970)) } ?? .null,
            "checkpoint": log.map {
                [
                    "origin": .string($0.origin), "size": .int($0.size), "root": .string($0.root.hex),
                    "note": .string($0.note), "key": .optional($0.key?.fingerprint),
                ]
            } ?? .null,
            "storage": size.json,
            "stopped_by": night.stopped.map { .int(Int($0)) } ?? .null,
        ]
    }

    private static func source(_ outcome: SourceOutcome) -> JSONValue {
        [
            "source": .string(outcome.source), "outcome": .string(outcome.kind.rawValue),
            "detail": .string(outcome.detail),
            "signals": .strings(outcome.signals.map(\.kind.rawValue)),
            "kind": outcome.failure.map { .string($0.rawValue) } ?? .null,
            "version": outcome.version.map { .string($0.description) } ?? .null,
            "status": outcome.status.map { .int($0) } ?? .null,
            "bytes": outcome.bytes.map { .int($0) } ?? .null,
            "sha256": outcome.sha256.map { .string($0) } ?? .null,
            "seconds": .int(Int(outcome.seconds)), "news": .bool(outcome.isNews),
        ]
    }
}
