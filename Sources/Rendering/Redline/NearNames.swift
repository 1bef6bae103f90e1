/// Names that somebody may have meant.
package enum NearNames {
    /// At most this many are told.
    private static let most = 3

    /// The known names within a third of their letters of the wanted one (Levenshtein 1966), or that hold it; nearest
    /// first.
    package static func of(_ wanted: String, among known: [String]) -> [String] {
        let letters = Array(wanted.utf8.prefix(200))
        let scored = known.compactMap { name -> (Int, String)? in
            let other = Array(name.utf8)
            let distance = distance(letters, other)
            let isPart = letters.count >= 3 && isPart(letters, of: other)
            guard isPart || distance * 3 <= max(letters.count, other.count) else { return nil }
            return (isPart ? min(distance, 1) : distance, name)
        }
        return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(most).map(\.1)
    }

    private static func isPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
