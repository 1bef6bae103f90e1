import GitStore
import Statute

/// The versions of a store in the order in which a rebuild takes them: by the time at which they became known, then by
/// instrument and legal date. The same on every machine.
struct RebuildOrder {
    struct Entry {
        var key: VersionKey
        /// Unix seconds; 0 where nobody can tell.
        var known: Int64
        /// The captures that its texts were made from.
        var captures: [CaptureKey]
    }

    let entries: [Entry]

    /// - Parameters:
    ///   - tip: The commit of the versions branch; nil while it has none.
    ///   - only: Instruments; all, when none are given.
    init(_ store: GitStore, at tip: ObjectID?, only: Set<InstrumentID>) throws {
        var entries: [Entry] = []
        if let tip {
            for id in try store.instruments(on: .versions, at: tip) where only.isEmpty || only.contains(id) {
                for key in try store.versions(of: id, at: tip) {
                    let bytes = try store.read(.versions, StoreLayout.metadata(key), at: tip)
                    let record = bytes.flatMap { try? VersionRecord($0) }
                    let captures = (record?.texts.values.map(\.capture) ?? []).compactMap {
                        try? CaptureKey(instrument: id, source: $0)
                    }
                    entries.append(
                        Entry(
                            key: key, known: record.flatMap { Self.seconds($0.known) } ?? 0,
                            captures: captures))
                }
            }
        }
        self.entries = entries.sorted { ($0.known, $0.key) < ($1.known, $1.key) }
    }

    var captures: Set<CaptureKey> { Set(entries.flatMap(\.captures)) }

    var instruments: [InstrumentID] { Set(entries.map(\.key.instrument)).sorted() }

    /// Reads `2026-11-23T04:05:06Z`, as ``UTC/text(_:)`` writes it; nil for anything else.
    static func seconds(_ words: String) -> Int64? {
        let bytes = Array(words.utf8)
        guard bytes.count == 20, bytes[10] == 0x54, bytes[19] == 0x5A,
            let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
        else { return nil }
        let clock = bytes[11..<19].split(separator: 0x3A).compactMap {
            Int64(String(decoding: $0, as: UTF8.self))
        }
        guard clock.count == 3 else { return nil }
        let moment = day.unixTime + clock[0] * 3_600 + clock[1] * 60 + clock[2]
        return UTC.text(moment) == words ? moment : nil
    }
}
