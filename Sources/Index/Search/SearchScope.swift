import Foundation
internal import GRDB
import Statute

/// The versions that a search is confined to, where that takes more than a look at each by itself.
struct SearchScope {
    /// States of versions, by their row; nil for all.
    private(set) var states: [Int64]?
    /// Instruments of which it cannot be told what was in force.
    private(set) var untold: [InstrumentID: String] = [:]

    init(_ request: SearchRequest, seq: Int, in db: Database) throws {
        guard request.newest || request.inForce != nil else { return }
        var chosen: [Int64] = []
        for (name, versions) in try Self.versions(seq, request.instruments, in: db) {
            if let day = request.inForce {
                let held = versions.map(\.dates)
                switch held.contains(where: { $0 == nil })
                    ? InForce.cannotTell("a record of it cannot be read")
                    : InForce(on: day, among: held.compactMap(\.self))
                {
                case .version(let version):
                    chosen += versions.filter { $0.dates?.name == version }.map(\.state)
                case .cannotTell(let reason):
                    // Drafts alone are no law of which anything could be told.
                    guard versions.contains(where: { $0.dates?.isDraft == false }) else { continue }
                    if let id = InstrumentID(name) { untold[id] = reason }
                }
            } else {
                let readable = versions.filter { $0.dates != nil }
                let laws = readable.filter { $0.dates?.isDraft == false }
                let newest = (laws.isEmpty ? readable : laws).max {
                    guard let a = $0.dates, let b = $1.dates else { return false }
                    return a.name < b.name
                }
                if let newest { chosen.append(newest.state) }
            }
        }
        states = chosen.sorted()
    }

    private static func versions(_ seq: Int, _ only: Set<InstrumentID>?, in db: Database) throws
        -> [String: [(state: Int64, dates: VersionDates?)]]
    {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.name AS instrument, v.name, s.id, s.signed, s.published, s.effective, s.status, s.readable
                FROM states s JOIN versions v ON v.id = s.version JOIN instruments i ON i.id = v.instrument
                WHERE s.gone = 0 AND s.since <= ?1 AND (s.until IS NULL OR s.until > ?1)
                """, arguments: [seq])
        let wanted = only.map { Set($0.map(\.description)) }
        var found: [String: [(state: Int64, dates: VersionDates?)]] = [:]
        while let row = try rows.next() {
            let name = row["instrument"] as String
            if let wanted, !wanted.contains(name) { continue }
            found[name, default: []].append((row["id"], StoreIndex.versionDates(row)))
        }
        return found
    }
}
