import Foundation
internal import GRDB

/// What stands at the index's path.
enum IndexFile {
    /// Ours, of this revision, and as it was written, byte for byte.
    case sound(DatabaseQueue)
    case unusable(reason: String)

    init(_ path: String) {
        guard FileManager.default.fileExists(atPath: path) else {
            self = .unusable(reason: "there was none")
            return
        }
        switch Seal.holds(on: path) {
        case nil: self = .unusable(reason: "it cannot be read")
        case false: self = .unusable(reason: "it is damaged: its checksum is not that of its bytes")
        case true:
            do {
                let queue = try Connection.reading(path)
                let (application, revision) = try queue.read { db in
                    (
                        try Int.fetchOne(db, sql: "PRAGMA application_id"),
                        try Int.fetchOne(db, sql: "PRAGMA user_version")
                    )
                }
                if application != IndexSchema.application {
                    self = .unusable(reason: "it is no index of ours")
                } else if revision != IndexSchema.revision {
                    self = .unusable(reason: "another version of Lexwatch wrote it")
                } else {
                    self = .sound(queue)
                }
            } catch {
                self = .unusable(reason: "SQLite cannot open it")
            }
        }
    }

    var reason: String? {
        if case .unusable(let reason) = self { reason } else { nil }
    }
}
