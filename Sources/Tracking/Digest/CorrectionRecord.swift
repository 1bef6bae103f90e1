package import GitStore
import Statute

/// One correction of a mail, as a file on the decisions branch: what readers believe after it.
package struct CorrectionRecord: StoredRecord {
    static let kind = "corrected"

    /// What the correction says of one alert.
    package struct Told: Sendable, Hashable, Codable {
        package var alert: String
        /// What holds now; nil when nothing does.
        package var now: AlertMark?
        /// One sentence for a reader.
        package var sentence: String
    }

    package var schema = 1
    /// The step of the mail that it corrects, `cn/x@2015-07-06.draft-1..2016-07-05.draft-2`.
    package var step: String
    /// Which correction of that mail it is, from 1.
    package var number: Int
    /// ISO 8601 UTC.
    package var queued: String
    /// Of the mail.
    package var sha256: String
    /// Without angle brackets.
    package var messageID: String
    package var told: [Told]
    /// ``Catalogue/version`` that it was made with.
    package var catalogue: String

    enum CodingKeys: String, CodingKey {
        case schema, step, number, queued, sha256, told, catalogue
        case messageID = "message_id"
    }

    /// All of them by step, the oldest first.
    package static func byStep(_ store: GitStore) throws -> [String: [CorrectionRecord]] {
        Dictionary(grouping: try all(kind, in: store), by: \.step).mapValues {
            $0.sorted { $0.number < $1.number }
        }
    }

    /// What a digest says of them, a sentence each.
    package static func lines(_ records: [CorrectionRecord]) -> [String] {
        records.flatMap { record in record.told.map { "\(record.queued.prefix(10)): \($0.sentence)" } }
    }

    func path() throws -> StorePath {
        try StoreLayout.decision(kind: Self.kind, id: "\(MailedRecord.id(step))-\(number)")
    }
}
