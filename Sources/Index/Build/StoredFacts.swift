import Foundation
import Statute

/// What the index takes from `version.json`; Tracking's `VersionRecord` has all of it.
struct StoredFacts: Decodable {
    struct Text: Decodable {
        var capture: String?
        var sha256: String?
        var captured: String?
        var provenance: Trust?
    }

    struct Trust: Decodable {
        struct Entry: Decodable {
            var fidelity: String
            var basis: String?
        }

        var general: Entry
        var provisions: [String: Entry]?

        /// A word that this version does not know is trusted least, as everywhere.
        var provenance: Provenance {
            func record(_ entry: Entry) -> Provenance.Record {
                Provenance.Record(
                    fidelity: Fidelity(rawValue: entry.fidelity) ?? .assumed, basis: entry.basis)
            }
            var records: [ProvisionPath: Provenance.Record] = [:]
            for (path, entry) in provisions ?? [:] { records[ProvisionPath(path)] = record(entry) }
            return Provenance(general: record(general), records: records)
        }
    }

    var title: String
    var signed: String?
    var published: String?
    var effective: String?
    var status: String?
    var known: String
    var texts: [String: Text]

    /// Nil for bytes that are no such record.
    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(StoredFacts.self, from: Data(bytes)) else { return nil }
        self = read
    }
}

/// What the index takes from `capture.json`.
struct CaptureFacts: Decodable {
    var sha256: String?
    var bytes: Int?
    var captured: String?

    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(CaptureFacts.self, from: Data(bytes)) else { return nil }
        self = read
    }
}
