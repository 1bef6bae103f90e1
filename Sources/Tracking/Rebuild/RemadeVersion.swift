import GitStore
import Statute

/// A version as a rebuild writes it: where its texts differ with the new ones, else as it is stored, byte for byte.
struct RemadeVersion {
    private(set) var texts: [String: [UInt8]]
    private(set) var metadata: [UInt8]
    /// Why texts were made again; empty where none was.
    private(set) var causes: [String] = []
    private var record: VersionRecord?
    private let key: VersionKey

    /// - Parameter tags: the languages whose texts are to be made again.
    init(_ stored: StoredVersion, tags: some Sequence<String>, _ remake: VersionRemake) throws {
        key = stored.key
        texts = stored.texts
        metadata = stored.metadata
        record = try? VersionRecord(stored.metadata)
        guard var remade = record else { return }
        for tag in tags.sorted() {
            guard case .differs(let difference) = try remake.outcome(stored, remade, tag) else { continue }
            texts[tag] = difference.canonical
            remade.texts[tag]?.articles = difference.articles
            if !causes.contains(difference.reason) { causes.append(difference.reason) }
        }
        guard !causes.isEmpty else { return }
        remade.parser = Recorder.parserVersion
        record = remade
        metadata = try remade.encoded()
    }

    /// In place of the stored version, marked as an upgrade.
    func upgrade(at time: Int64) throws -> CommitDraft {
        try draft("Upgrade", [Trailer(.upgrade, causes.joined(separator: "; "))], at: time)
    }

    /// As the first of its name, in a new store.
    func addition(at time: Int64) throws -> CommitDraft { try draft("Add", [], at: time) }

    var bytes: Int { texts.values.reduce(metadata.count) { $0 + $1.count } }

    private func draft(_ verb: String, _ more: [Trailer], at time: Int64) throws -> CommitDraft {
        let tags = texts.keys.sorted()
        var trailers = tags.compactMap { tag in
            record?.texts[tag].map { Trailer(.capture, $0.capture) }
        }
        if let record { trailers.append(Trailer(.parser, String(record.parser))) }
        return try .version(
            key, texts: texts, metadata: metadata,
            title: "\(verb) \(key.instrument) \(key.version) (\(tags.joined(separator: ", ")))",
            trailers: trailers + more, time: UInt32(clamping: time))
    }
}
