import Foundation
internal import GRDB
import Statute

/// Reads from the tables which provisions have what is searched for, and where they stand.
struct CandidateReader {
    let db: Database
    let filter: StateFilter
    /// Rows of the full-text index that are looked at; what comes after them is worse than all of them.
    static let most = 1_000

    /// How much a find in the title, in the headings, in the words counts.
    static let weights = "4.0, 2.0, 1.0"

    /// Rows of the full-text index with their score, best first.
    ///
    /// - Parameter isTitle: for instruments: only the first provision of each text.
    func rows(_ expression: String, isTitle: Bool = false) throws -> [(wording: Int64, score: Double)] {
        var sql =
            "SELECT rowid, -bm25(words, \(Self.weights)) AS score FROM words WHERE words MATCH :expression"
        var arguments = filter.arguments
        arguments["expression"] = expression
        if !filter.isWide { sql += " AND rowid IN (SELECT p.wording FROM \(Self.joins) WHERE \(filter.sql))" }
        if filter.isWide { arguments["seq"] = nil }
        if isTitle {
            // Asked of each row that fits, which are few: a list of all first provisions would be made every time.
            sql += " AND EXISTS (SELECT 1 FROM provisions f WHERE f.wording = words.rowid AND f.ord = 0)"
        }
        sql += " ORDER BY score DESC, rowid DESC LIMIT \(Self.most)"
        return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map {
            ($0["rowid"], $0["score"])
        }
    }

    /// Every wording that passes the filter, the one that was seen last first.
    func rows() throws -> [(wording: Int64, score: Double)] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT p.wording FROM \(Self.joins) WHERE \(filter.sql)
                ORDER BY p.wording DESC LIMIT \(Self.most)
                """, arguments: StatementArguments(filter.arguments)
        ).map { ($0, 0) }
    }

    /// Rows of the full-text index that have an expression, without score.
    func all(_ expression: String) throws -> Set<Int64> {
        try Set(
            Int64.fetchCursor(db, sql: "SELECT rowid FROM words WHERE words MATCH ?", arguments: [expression])
        )
    }

    /// Where a wording stands, as far as the filter lets it pass: one candidate for each instrument and language.
    func candidates(of wording: Int64, score: Double, isFuzzy: Bool, isTitle: Bool) throws -> [Candidate] {
        var arguments = filter.arguments
        arguments["wording"] = wording
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT p.path, p.label, p.heading, w.body, t.blob, st.language, st.captured,
                        s.id AS state, s.record, s.title, s.signed, s.published, s.effective, v.name,
                        i.name AS instrument
                    FROM provisions p CROSS JOIN wordings w ON w.id = p.wording CROSS JOIN texts t ON t.id = p.text
                    CROSS JOIN state_texts st ON st.text = p.text AND st.language = t.language
                    CROSS JOIN states s ON s.id = st.state CROSS JOIN versions v ON v.id = s.version
                    CROSS JOIN instruments i ON i.id = v.instrument
                    WHERE p.wording = :wording AND \(filter.sql)
                    ORDER BY i.name, v.name, p.text, p.ord
                    """), arguments: StatementArguments(arguments))
        var found: [Candidate.Key: Candidate] = [:]
        var order: [Candidate.Key] = []
        while let row = try rows.next() {
            guard let version = VersionName(row["name"] as String) else { continue }
            let key = Candidate.Key(
                instrument: row["instrument"], language: row["language"],
                body: isTitle ? Data() : row["body"],
                isTitle: isTitle)
            if found[key] == nil { order.append(key) }
            found[
                key,
                default: Candidate(
                    key: key, title: row["title"] ?? "", score: score, isFuzzy: isFuzzy, places: [])
            ].places.append(
                Candidate.Place(
                    state: row["state"], version: version, label: row["label"], path: row["path"],
                    heading: row["heading"], signed: row["signed"], published: row["published"],
                    effective: row["effective"], captured: row["captured"], record: row["record"],
                    text: row["blob"]))
        }
        return order.compactMap { found[$0] }
    }

    static let joins = """
        instruments i CROSS JOIN versions v ON v.instrument = i.id CROSS JOIN states s ON s.version = v.id
        CROSS JOIN state_texts st ON st.state = s.id CROSS JOIN provisions p ON p.text = st.text
        """
}
