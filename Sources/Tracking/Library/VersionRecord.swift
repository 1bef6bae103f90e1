package import Statute

/// What `version.json` says of one version: names, dates, and where each of its texts comes from.
package struct VersionRecord: StoredRecord {
    /// One text of the version in one language.
    package struct Text: Sendable, Hashable, Codable {
        /// The capture source that it was made from.
        package var capture: String
        /// SHA-256 of the captured bytes, hexadecimal.
        package var sha256: String
        /// When those bytes were first seen, ISO 8601 UTC.
        package var captured: String
        /// How many articles proper it has.
        package var articles: Int
        package var provenance: ProvenanceRecord
    }

    /// Two moments.
    package struct Window: Sendable, Hashable, Codable {
        package var after: String
        package var before: String
    }

    package var schema = 1
    package var id: String
    package var version: String
    package var title: String
    package var signed: String?
    package var published: String?
    package var effective: String?
    package var commentsClose: String?
    package var status: String?
    /// When the version first came into the store, ISO 8601 UTC; a better text of it does not change that.
    package var known: String
    /// The parser that made the texts.
    package var parser: Int
    /// Between which two nights its source began to give it, ISO 8601 UTC: the last on which it gave the older text, and
    /// the first on which it gave this one.
    package var window: Window?
    /// It was there before we first looked at its source, so that nobody is mailed about it.
    package var backfill: Bool?
    /// By language tag.
    package var texts: [String: Text]

    package init(
        id: String, version: String, title: String, known: String, parser: Int, texts: [String: Text] = [:]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.known = known
        self.parser = parser
        self.texts = texts
    }
}

/// ``Provenance`` as it is stored.
package struct ProvenanceRecord: Sendable, Hashable, Codable {
    struct Entry: Sendable, Hashable, Codable {
        var fidelity: String
        var sources: [String]
        var note: String?
        var basis: String?

        init(_ record: Provenance.Record) {
            fidelity = record.fidelity.rawValue
            sources = record.sources
            note = record.note
            basis = record.basis
        }

        var record: Provenance.Record {
            // A word that this version does not know is trusted least.
            Provenance.Record(
                fidelity: Fidelity(rawValue: fidelity) ?? .assumed, sources: sources, note: note, basis: basis
            )
        }
    }

    /// ``Extract`` as it is stored.
    struct Left: Sendable, Hashable, Codable {
        var leftOut: [String]
        var rest: Bool
    }

    var general: Entry
    var provisions: [String: Entry]
    /// Nil for a text that is whole.
    var extract: Left?

    package init(_ provenance: Provenance) {
        general = Entry(provenance.general)
        provisions = Dictionary(
            uniqueKeysWithValues: provenance.records.map { ($0.key.rawValue, Entry($0.value)) })
        extract = provenance.extract.map { Left(leftOut: $0.leftOut.map(\.rawValue), rest: $0.rest) }
    }

    package var provenance: Provenance {
        Provenance(
            general: general.record,
            records: Dictionary(
                uniqueKeysWithValues: provisions.map { (ProvisionPath($0.key), $0.value.record) }),
            extract: extract.map { Extract(leftOut: $0.leftOut.map { ProvisionPath($0) }, rest: $0.rest) })
    }
}
