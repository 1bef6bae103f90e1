import Foundation
internal import GRDB
import GitStore
import Statute

extension StoreIndex {
    /// Finds provisions. What is shown of them is read from the store; the index only says where to look.
    ///
    /// - Throws: ``IndexError``; ``StoreError`` where the store lacks a text.
    package func search(_ request: SearchRequest) throws -> SearchResult {
        var result = SearchResult()
        let found = try read { db in try candidates(for: request, in: db, &result) }
        var presenter = HitPresenter(store: store)
        for candidate in found.candidates {
            guard let hit = try presenter.hit(candidate, finder: found.finder(isFuzzy: candidate.isFuzzy))
            else {
                continue
            }
            if result.hits.count == request.limit {
                result.hasMore = true
                break
            }
            result.hits.append(hit)
        }
        return result
    }

    /// Candidates in the order in which they are shown, and what finds the words in them.
    struct Found {
        var candidates: [Candidate]
        var exact: PhraseFinder
        var fuzzy: PhraseFinder?

        func finder(isFuzzy: Bool) -> PhraseFinder { isFuzzy ? fuzzy ?? exact : exact }
    }

    private func candidates(for request: SearchRequest, in db: Database, _ result: inout SearchResult) throws
        -> Found
    {
        let exact = PhraseFinder(request.query?.phrases ?? [])
        guard let seq = try Self.moment(request.known, db) else { return Found(candidates: [], exact: exact) }
        let scope = try SearchScope(request, seq: seq, in: db)
        result.untold = scope.untold
        let filter = StateFilter(
            request, seq: seq, states: scope.states,
            marked: try request.marked.map { try Self.keys($0, in: db) })
        let reader = CandidateReader(db: db, filter: filter)
        let most = max(request.limit * 4, 60)
        var collected: [Candidate.Key: Candidate] = [:]
        func collect(
            _ rows: [(wording: Int64, score: Double)], isFuzzy: Bool = false, isTitle: Bool = false
        ) throws {
            var fresh = 0
            for row in rows {
                for candidate in try reader.candidates(
                    of: row.wording, score: row.score, isFuzzy: isFuzzy, isTitle: isTitle)
                {
                    if collected[candidate.key] == nil {
                        collected[candidate.key] = candidate
                        fresh += 1
                    } else if collected[candidate.key]?.isFuzzy == isFuzzy {
                        // The same words under another title or heading.
                        let held = Set(
                            (collected[candidate.key]?.places ?? []).map { "\($0.state) \($0.path)" })
                        collected[candidate.key]?.places += candidate.places.filter {
                            !held.contains("\($0.state) \($0.path)")
                        }
                    }
                }
                if fresh >= most { break }
            }
        }
        if let query = request.query {
            try collect(reader.rows(query.titles, isTitle: true), isTitle: true)
            for expression in query.closeProvisions { try collect(reader.rows(expression)) }
            try collect(reader.rows(query.provisions))
        } else {
            try collect(reader.rows())
        }
        var fuzzy: PhraseFinder?
        if request.isFuzzy, let query = request.query {
            let search = try FuzzySearch(query, reader: reader)
            result.taken = search.taken
            fuzzy = search.finder
            try collect(search.rows, isFuzzy: true)
        }
        let current = try Self.current(Set(collected.keys.map(\.instrument)), seq: seq, in: db)
        let groups = [false, true].flatMap { isFuzzy in
            Ranking.ordered(
                collected.values.filter { $0.isFuzzy == isFuzzy }, current: current, most: most)
        }
        return Found(candidates: groups, exact: exact, fuzzy: fuzzy)
    }

    /// `text:path` for each provision of a set that the index has.
    private static func keys(_ set: ProvisionSet, in db: Database) throws -> [String] {
        var found: [String] = []
        let statement = try db.cachedStatement(sql: "SELECT id FROM texts WHERE blob = ? AND language = ?")
        for (key, paths) in set.paths.sorted(by: { $0.key.blob < $1.key.blob }) {
            guard let blob = ObjectID(key.blob),
                let text = try Int64.fetchOne(
                    statement, arguments: [Data(blob.bytes), key.language.rawValue])
            else { continue }
            found += paths.sorted().map { "\(text):\($0)" }
        }
        return found
    }

    /// For each instrument the versions that stand: the newest that is no draft, and drafts that are newer.
    private static func current(_ instruments: Set<String>, seq: Int, in db: Database) throws -> [String: Set<
        VersionName
    >] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT v.name, s.status FROM instruments i JOIN versions v ON v.instrument = i.id
                JOIN states s ON s.version = v.id AND s.gone = 0 AND s.since <= ?1 AND (s.until IS NULL OR s.until > ?1)
                WHERE i.name = ?2
                """)
        var found: [String: Set<VersionName>] = [:]
        for instrument in instruments {
            let rows = try Row.fetchAll(statement, arguments: [seq, instrument])
            let dates = rows.compactMap { row in
                VersionName(row["name"] as String).map { VersionDates(name: $0, status: row["status"]) }
            }
            let law = dates.filter { !$0.isDraft }.map(\.name).max()
            found[instrument] = Set(dates.map(\.name).filter { name in law.map { name >= $0 } ?? true })
        }
        return found
    }
}
