import Foundation
internal import GRDB
import GitStore
import Statute

/// Makes an index follow the branches of a store, commit by commit.
struct IndexBuilder {
    let db: Database
    let store: GitStore

    /// The last commit of a branch that the index has.
    static func tip(_ branch: StoreBranch, in db: Database) throws -> (id: ObjectID, seq: Int)? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT id, seq FROM commits WHERE branch = ? ORDER BY seq DESC LIMIT 1",
                arguments: [branch.rawValue]),
            let id = ObjectID(bytes: Array(row["id"] as Data))
        else { return nil }
        return (id, row["seq"])
    }

    /// Takes over commits that follow the last one.
    ///
    /// - Parameter said: told every thousand commits how many were taken.
    func follow(_ branch: StoreBranch, _ steps: [IndexedBranches.Step], said: (Int) -> Void = { _ in }) throws
    {
        var seq = try Self.tip(branch, in: db)?.seq ?? 0
        let commit = try db.cachedStatement(sql: "INSERT INTO commits VALUES (?, ?, ?, ?)")
        let overtaken = try db.cachedStatement(sql: "DELETE FROM moments WHERE branch = ? AND time >= ?")
        let moment = try db.cachedStatement(sql: "INSERT INTO moments VALUES (?, ?, ?)")
        for (count, step) in steps.enumerated() {
            seq += 1
            try commit.execute(arguments: [branch.rawValue, seq, Data(step.id.bytes), step.time])
            try overtaken.execute(arguments: [branch.rawValue, step.time])
            try moment.execute(arguments: [branch.rawValue, step.time, seq])
            switch branch {
            case .versions: try takeVersions(step, seq)
            case .captures: try takeCaptures(step, seq)
            default: break
            }
            if (count + 1) % 1_000 == 0 { said(count + 1) }
        }
    }

    private func takeVersions(_ step: IndexedBranches.Step, _ seq: Int) throws {
        var touched: [VersionKey] = []
        for change in try store.changes(from: step.parent, to: step.id) {
            let parts = change.path.split(separator: "/").map(String.init)
            // What we would not have written is left to `verify`.
            guard parts.count == 5, let id = InstrumentID("\(parts[0])/\(parts[2])"),
                let name = VersionName(parts[3])
            else { continue }
            let key = VersionKey(instrument: id, version: name)
            if touched.last != key { touched.append(key) }
        }
        for key in touched { try takeState(key, step, seq) }
    }

    private func takeCaptures(_ step: IndexedBranches.Step, _ seq: Int) throws {
        var documents: [String: (instrument: String, source: String, document: Data?, record: ObjectID?)] =
            [:]
        for change in try store.changes(from: step.parent, to: step.id) {
            let parts = change.path.split(separator: "/").map(String.init)
            guard parts.count == 5 else { continue }
            let folder = parts[0..<4].joined(separator: "/")
            var entry = documents[folder] ?? ("\(parts[0])/\(parts[2])", parts[3], nil, nil)
            if parts[4] == StoreLayout.captureMetadata {
                entry.record = change.after
            } else if let after = change.after {
                entry.document = Data(after.bytes)
            }
            documents[folder] = entry
        }
        let insert = try db.cachedStatement(sql: "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (_, entry) in documents.sorted(by: { $0.key < $1.key }) {
            let facts = try entry.record.flatMap { CaptureFacts(try store.blob($0)) }
            try insert.execute(arguments: [
                entry.instrument, entry.source, seq, entry.document, facts?.sha256, facts?.bytes,
                facts?.captured,
            ])
        }
    }
}
