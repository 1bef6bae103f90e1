import Foundation
import GitStore

/// What a `.json` file of the store says beside a text or a document.
package protocol StoredRecord: Sendable, Hashable, Codable {}

extension StoredRecord {
    /// Readable JSON with sorted keys, ending in a line feed.
    package func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [0x0A]
    }

    /// Reads ``encoded()``.
    package init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
}

extension StoredRecord {
    /// Every record of a kind on the decisions branch.
    ///
    /// - Throws: ``TrackingError`` for one that this program cannot read: a decision is never passed over in silence.
    static func all(_ kind: String, in store: GitStore) throws -> [Self] {
        try store.records(kind).map { bytes in
            do {
                return try Self(bytes)
            } catch {
                throw TrackingError.unreadableRecord(path: "decisions/\(kind)", reason: "\(error)")
            }
        }
    }
}
