import GitStore
package import Material
import Statute

/// What one night attests of every source, kept on the runs branch: the proof of no change, and of what was not asked.
package struct NightRecord: StoredRecord {
    package struct Line: Sendable, Hashable, Codable {
        package var source: String
        package var outcome: SourceOutcome.Kind
        package var detail: String?
        /// Of the bytes that came, or that were held where nothing changed.
        package var sha256: String?
        package var status: Int?
        package var bytes: Int?
        package var version: String?
        package var signals: [String]?
    }

    package var schema = 1
    package var started: Instant
    /// The run before; nil for the first.
    package var last: Instant?
    package var braked: String?
    /// By source.
    package var lines: [Line]

    init(_ report: NightReport, started: Instant) {
        self.started = started
        last = report.last
        braked = report.brake
        lines = report.outcomes.map { outcome in
            Line(
                source: outcome.source, outcome: outcome.kind,
                detail: outcome.detail.isEmpty ? nil : outcome.detail, sha256: outcome.sha256,
                status: outcome.status, bytes: outcome.bytes, version: outcome.version?.description,
                signals: outcome.signals.isEmpty ? nil : outcome.signals.map(\.kind.rawValue))
        }
        .sorted { $0.source < $1.source }
    }

    /// The moment of the last night that is kept; nil before the first.
    static func last(in store: GitStore) throws -> Instant? {
        var path = try StorePath(components: ["nights"])
        while let newest = try store.list(.runs, path).last {
            if newest.isFolder {
                path = try path.appending(newest.name)
                continue
            }
            guard let bytes = try store.read(.runs, path.appending(newest.name)) else { return nil }
            return try NightRecord(bytes).started
        }
        return nil
    }
}
