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
    /// How those that turned did: a drift that goes over several nights is seen by it.
    package var turned: [NightSummary]

    init(_ report: NightReport, started: Instant, turned: [NightSummary]) {
        self.turned = turned
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
        try newest(1, in: store).first?.started
    }

    /// What turned in the nights before one, the newest first.
    static func turned(in store: GitStore, before now: Instant, nights: Int) throws -> [NightSummary] {
        try newest(nights, in: store).filter { $0.started < now }.flatMap(\.turned)
    }

    /// The newest records; names sort by time, so that only the last folders are looked into.
    private static func newest(_ count: Int, in store: GitStore) throws -> [NightRecord] {
        var found: [NightRecord] = []
        var open = [try StorePath(components: ["nights"])]
        while let path = open.popLast(), found.count < count {
            let entries = try store.list(.runs, path)
            for file in entries.reversed() where !file.isFolder && found.count < count {
                guard let bytes = try store.read(.runs, path.appending(file.name)) else { continue }
                do {
                    found.append(try NightRecord(bytes))
                } catch {
                    throw TrackingError.unreadableRecord(
                        path: "runs/\(path)/\(file.name)", reason: "\(error)")
                }
            }
            open += try entries.filter(\.isFolder).map { try path.appending($0.name) }
        }
        return found
    }
}
