import GitStore
import Statute

/// In which commit each captured document stands: the newest tree has only the last one of a source. One walk over the
/// log of captures; what it holds grows with the captures that are asked for, by some 200 bytes each.
struct CaptureIndex {
    private var places: [String: ObjectID] = [:]

    /// - Parameters:
    ///   - tip: Where the walk begins; nil for an empty branch.
    ///   - wanted: The sources whose captures will be asked for.
    init(_ store: GitStore, at tip: ObjectID?, wanted: Set<CaptureKey>) throws {
        guard let tip else { return }
        try store.walk(.captures, from: tip) { entry in
            guard let id = entry.trailer(.instrument).flatMap({ InstrumentID($0) }),
                let source = entry.trailer(.source),
                let key = try? CaptureKey(instrument: id, source: source), wanted.contains(key),
                let bytes = try store.read(.captures, StoreLayout.metadata(key), at: entry.id),
                let record = try? CaptureRecord(bytes)
            else { return }
            // From the newest to the oldest: of equal bytes the first capture stays.
            places[Self.name(key, record.sha256, record.captured)] = entry.id
            places[Self.name(key, record.sha256, "")] = entry.id
        }
    }

    /// The commit in whose tree the document stands that a text was made from: the same bytes at the same time, else the
    /// first capture of the same bytes; nil when there is none.
    func commit(of key: CaptureKey, _ text: VersionRecord.Text) -> ObjectID? {
        places[Self.name(key, text.sha256, text.captured)] ?? places[Self.name(key, text.sha256, "")]
    }

    private static func name(_ key: CaptureKey, _ sha256: String, _ captured: String) -> String {
        "\(key) \(sha256) \(captured)"
    }
}
