import GitStore
import Statute

/// What earlier imports of a history have brought in: so that the next one goes on where the last ended, wherever that was.
///
/// A batch writes captures before versions. A run that dies in between leaves captures of which nothing was made; they
/// are the last ones, since a batch begins only when the one before is whole. One walk over the log of captures; it holds
/// some 150 bytes for each capture that came from a history.
struct KeptRevisions {
    /// When the bytes were kept, by instrument, source and commit.
    private var kept: [String: Int64] = [:]
    /// Those of which nothing may have been made.
    private var open: Set<String> = []

    init(_ store: GitStore) throws {
        let last = try Self.lastMade(in: store)
        var isMade = false
        try store.walk(.captures) { entry in
            guard let name = Self.name(entry, .source) else { return }
            if name == last { isMade = true }
            // From the newest to the oldest: the first time stays.
            kept[name] = entry.time
            if !isMade { open.insert(name) }
        }
    }

    /// When the bytes of an arrival were kept; nil when they were not.
    func time(of arrival: Arrival) -> Int64? { Self.name(arrival).flatMap { kept[$0] } }

    /// Whether all that was to be made of it was made.
    func isMade(_ arrival: Arrival) -> Bool {
        Self.name(arrival).map { kept[$0] != nil && !open.contains($0) } ?? false
    }

    private struct Found: Error { let name: String }

    /// The newest version that was made of a revision.
    private static func lastMade(in store: GitStore) throws -> String? {
        do {
            try store.walk(.versions) { entry in
                if let name = name(entry, .capture) { throw Found(name: name) }
            }
        } catch let found as Found {
            return found.name
        }
        return nil
    }

    private static func name(_ entry: LogEntry, _ source: TrailerName) -> String? {
        guard let revision = entry.trailer(.revision), let id = entry.trailer(.instrument),
            let source = entry.trailer(source)
        else { return nil }
        return "\(id) \(source) \(revision)"
    }

    private static func name(_ arrival: Arrival) -> String? {
        arrival.revision.map { "\(arrival.instrument) \(arrival.source) \($0.commit)" }
    }
}
