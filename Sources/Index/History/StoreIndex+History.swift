import Foundation
internal import GRDB
package import GitStore
package import Statute

extension StoreIndex {
    /// The newest commit of a branch that was made at a time or before, as ``GitStore/tip(_:knownAt:)`` finds it by walking;
    /// nil when there was none.
    ///
    /// - Parameter time: Unix seconds.
    package func commit(on branch: StoreBranch = .versions, knownAt time: Int64) throws -> ObjectID? {
        try read { db in
            let id = try Data.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT id FROM commits WHERE branch = ? AND seq =
                            (SELECT seq FROM moments WHERE branch = ? AND time <= ? ORDER BY time DESC LIMIT 1)
                        """), arguments: [branch.rawValue, branch.rawValue, time])
            return id.flatMap { ObjectID(bytes: Array($0)) }
        }
    }

    /// “What was in force on a day, as it was known at a time?” for one instrument.
    ///
    /// - Parameter time: Unix seconds; nil for as it is known now.
    /// - Returns: nil where the index cannot answer and git must be asked: no such instrument, or a record that cannot be
    ///   read.
    package func inForce(_ instrument: InstrumentID, on day: CalendarDate, knownAt time: Int64? = nil) throws
        -> InForce?
    {
        try read { db in
            guard let seq = try Self.moment(time, db) else { return nil }
            guard
                let id = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT id FROM instruments WHERE name = ?"),
                    arguments: [instrument.description])
            else { return nil }
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT v.name, s.signed, s.published, s.effective, s.status, s.readable
                        FROM versions v JOIN states s ON s.version = v.id AND s.gone = 0
                            AND s.since <= ?1 AND (s.until IS NULL OR s.until > ?1)
                        WHERE v.instrument = ?2
                        """), arguments: [seq, id])
            var dates: [VersionDates] = []
            while let row = try rows.next() {
                guard let read = Self.versionDates(row) else { return nil }
                dates.append(read)
            }
            return dates.isEmpty ? nil : InForce(on: day, among: dates)
        }
    }

    /// The last number of the versions branch at a time; nil when nothing was known then.
    static func moment(_ time: Int64?, _ db: Database) throws -> Int? {
        if let time {
            return try Int.fetchOne(
                db.cachedStatement(
                    sql:
                        "SELECT seq FROM moments WHERE branch = 'versions' AND time <= ? ORDER BY time DESC LIMIT 1"
                ),
                arguments: [time])
        }
        return try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT seq FROM commits WHERE branch = 'versions' ORDER BY seq DESC LIMIT 1"))
    }

    /// The dates of a row of `states` and `versions`; nil for a record that cannot be read.
    static func versionDates(_ row: Row) -> VersionDates? {
        guard row["readable"] as Bool, let name = VersionName(row["name"] as String) else { return nil }
        func date(_ column: String) -> CalendarDate? { (row[column] as String?).flatMap { CalendarDate($0) } }
        return VersionDates(
            name: name, signed: date("signed"), published: date("published"), effective: date("effective"),
            status: row["status"])
    }

    /// One instrument as `list` shows it.
    package struct Holding: Sendable, Hashable {
        package var id: InstrumentID
        /// In legal order.
        package var versions: [VersionName]
        /// Of the last version; nil where its record cannot be read.
        package var title: String?
    }

    /// Everything that is held, in order of ids.
    ///
    /// - Parameter time: Unix seconds; nil for as it is known now.
    package func holdings(knownAt time: Int64? = nil) throws -> [Holding] {
        try read { db in
            guard let seq = try Self.moment(time, db) else { return [] }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT i.name AS instrument, v.name, s.title FROM states s
                    JOIN versions v ON v.id = s.version JOIN instruments i ON i.id = v.instrument
                    WHERE s.gone = 0 AND s.since <= ?1 AND (s.until IS NULL OR s.until > ?1)
                    """, arguments: [seq])
            var found: [InstrumentID: [(name: VersionName, title: String?)]] = [:]
            while let row = try rows.next() {
                guard let id = InstrumentID(row["instrument"] as String),
                    let name = VersionName(row["name"] as String)
                else { continue }
                found[id, default: []].append((name, row["title"]))
            }
            return found.map { id, versions in
                let ordered = versions.sorted { $0.name < $1.name }
                return Holding(id: id, versions: ordered.map(\.name), title: ordered.last?.title)
            }
            .sorted { $0.id < $1.id }
        }
    }
}
