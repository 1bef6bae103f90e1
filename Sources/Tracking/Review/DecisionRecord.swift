import GitStore
import Rendering
import Statute

/// One decision of one person on one alert, as a file on the decisions branch; written once and never changed.
package struct DecisionRecord: StoredRecord {
    package enum Verb: String, Sendable, Hashable, Codable, CaseIterable {
        case accept, reject, note
    }

    package struct Person: Sendable, Hashable, Codable {
        package var name: String
        package var email: String
    }

    static let kind = "reviews"

    package var schema = 1
    package var alert: String
    package var instrument: String
    /// The versions of the step, such as `2015-07-06.draft-1`.
    package var from: String
    package var to: String
    package var decision: Verb
    package var author: Person
    /// ISO 8601 UTC.
    package var at: String
    /// Which decision on this alert it is, from 1: the order does not depend on clocks.
    package var number: Int
    /// Why, or for a note its words; a rejection always has it.
    package var reason: String?
    /// ``Catalogue/version`` at the time.
    package var catalogue: String
    /// What it said; nil where it was raised no more.
    package var mark: AlertMark?
    /// The language of the evidence.
    package var language: String?
    /// SHA-256 of ``reviewed``.
    package var evidence: String
    /// The canonical form of what the reviewer saw, compact JSON.
    package var reviewed: String

    enum CodingKeys: String, CodingKey {
        case schema, alert, instrument, from, to, decision, author, at, number, reason, catalogue, mark
        case language, reviewed
        case evidence = "evidence_sha256"
    }

    init(
        _ decision: Verb, subject: ReviewSubject, author: Author, at: Int64, number: Int, reason: String?,
        catalogue: Catalogue
    ) {
        alert = subject.id
        instrument = subject.instrument
        from = subject.from
        to = subject.to
        self.decision = decision
        self.author = Person(name: author.name, email: author.email)
        self.at = UTC.text(at)
        self.number = number
        self.reason = reason
        self.catalogue = catalogue.version
        mark = subject.alert.map { AlertMark($0, catalogue: catalogue) }
        language = subject.language?.rawValue
        evidence = subject.seal.sha256
        reviewed = subject.seal.document.text(.compact)
    }

    /// Decided before the same way, for the same reason, on the same evidence, by the same person.
    func repeats(_ other: DecisionRecord) -> Bool {
        decision == other.decision && author == other.author && reason == other.reason
            && evidence == other.evidence
    }

    /// From what it says, so that no two decisions share a file.
    func path() throws -> StorePath {
        try StoreLayout.decision(
            kind: Self.kind, id: "\(alert.prefix(32))-\(SHA256.hex(of: try encoded()).prefix(16))")
    }
}
