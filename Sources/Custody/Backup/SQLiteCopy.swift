import CSQLite
import Foundation

/// A copy of a SQLite database as it is at one moment, whoever writes to it meanwhile.
enum SQLiteCopy {
    static func make(_ source: String, to target: String) throws {
        guard
            FileManager.default.createFile(
                atPath: target, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw BackupError(.cannotWrite, "\(target): cannot be made")
        }
        let from = try open(source, SQLITE_OPEN_READONLY)
        defer { sqlite3_close_v2(from) }
        let to = try open(target, SQLITE_OPEN_READWRITE)
        defer { sqlite3_close_v2(to) }
        guard let copy = sqlite3_backup_init(to, "main", from, "main") else {
            throw BackupError(.cannotRead, "\(source): \(reason(to))")
        }
        var tries = 0
        var code = sqlite3_backup_step(copy, -1)
        while code == SQLITE_BUSY || code == SQLITE_LOCKED, tries < 300 {
            tries += 1
            sqlite3_sleep(100)
            code = sqlite3_backup_step(copy, -1)
        }
        sqlite3_backup_finish(copy)
        guard code == SQLITE_DONE else {
            throw BackupError(
                code == SQLITE_BUSY || code == SQLITE_LOCKED ? .moving : .damaged,
                "\(source): cannot be copied: \(String(cString: sqlite3_errstr(code)))")
        }
        var answer = ""
        var statement: OpaquePointer?
        if sqlite3_prepare_v2(to, "PRAGMA integrity_check(1)", -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0)
        {
            answer = String(cString: text)
        }
        sqlite3_finalize(statement)
        guard answer == "ok" else {
            throw BackupError(
                .damaged,
                "\(source): is damaged (\(answer.isEmpty ? reason(to) : answer)); restore it before it is backed up"
            )
        }
        // A copy that stands for itself: nothing of it waits in a file beside.
        sqlite3_exec(to, "PRAGMA journal_mode=DELETE", nil, nil, nil)
    }

    private static func open(_ path: String, _ flags: Int32) throws -> OpaquePointer? {
        var database: OpaquePointer?
        guard sqlite3_open_v2(path, &database, flags, nil) == SQLITE_OK else {
            let reason = reason(database)
            sqlite3_close_v2(database)
            throw BackupError(.cannotRead, "\(path): \(reason)")
        }
        return database
    }

    private static func reason(_ database: OpaquePointer?) -> String {
        sqlite3_errmsg(database).map { String(cString: $0) } ?? "no reason given"
    }
}
