import GitStore
import Statute

/// What one mail told, as a file on the decisions branch: against it a later run can see that something no longer holds.
package struct MailedRecord: StoredRecord {
    static let kind = "queued"

    package var schema = 1
    /// `cn/x/2015-07-06.draft-1..2016-07-05.draft-2`
    package var step: String
    /// Of the mail.
    package var sha256: String
    /// ISO 8601 UTC.
    package var queued: String
    /// Ids of the alerts in it.
    package var alerts: [String]
    /// Without angle brackets.
    package var messageID: String?
    package var subject: String?
    /// The step as it was told.
    package var told: StepMark?

    enum CodingKeys: String, CodingKey {
        case schema, step, sha256, queued, alerts, subject, told
        case messageID = "message_id"
    }

    /// - Parameter step: `cn/x@2015-07-06.draft-1..2016-07-05.draft-2`
    static func path(_ step: String) throws -> StorePath {
        try StoreLayout.decision(kind: kind, id: id(step))
    }

    static func id(_ step: String) -> String { String(SHA256.hex(of: Array(step.utf8)).prefix(32)) }
}
