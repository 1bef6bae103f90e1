internal import GRDB

extension StoreIndex {
    /// Every row of every table, and every word with every place where it stands: equal dumps give equal answers.
    package func dump() throws -> [String] {
        try read { db in
            let tables = [
                "commits", "moments", "instruments", "versions", "states", "texts", "state_texts", "wordings",
                "provisions", "captures", "words_docsize", "terms",
            ]
            var lines: [String] = []
            for table in tables {
                lines += try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                    "\(table): " + row.map { name, value in "\(name)=\(value)" }.joined(separator: " ")
                }
            }
            return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// How much there is of what.
    package struct Size: Sendable, Hashable {
        package var commits: Int
        package var versions: Int
        package var texts: Int
        package var provisions: Int
        /// Different wordings: rows of the full-text index.
        package var wordings: Int
    }

    package func size() throws -> Size {
        try read { db in
            func count(_ table: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            return Size(
                commits: try count("commits"), versions: try count("versions"), texts: try count("texts"),
                provisions: try count("provisions"), wordings: try count("wordings"))
        }
    }
}
