internal import GRDB

/// A search for what is nearly asked for: most pairs of neighbouring ideographs, words a letter or two away.
struct FuzzySearch {
    /// So many of the pairs must be there.
    private static let share = 0.6
    /// So many words at most stand in for one.
    private static let most = 16

    private(set) var rows: [(wording: Int64, score: Double)] = []
    private(set) var finder: PhraseFinder
    /// Words that no text has, with what was taken instead.
    private(set) var taken: [String: [String]] = [:]

    init(_ query: SearchQuery, reader: CandidateReader) throws {
        finder = PhraseFinder(patterns: [])
        var scores: [Int64: Double] = [:]
        for side in query.alternatives {
            var held: [Int64: Double]?
            for phrase in side.wanted.flatMap(\.phrases) {
                let found =
                    try phrase.isIdeographic ? pairs(phrase, reader) : near(phrase, reader)
                guard let before = held else {
                    held = found
                    continue
                }
                held = before.reduce(into: [:]) { both, entry in
                    if let score = found[entry.key] { both[entry.key] = entry.value * score }
                }
            }
            for unwanted in side.unwanted {
                for phrase in unwanted.phrases {
                    for row in try reader.all(phrase.expression) { held?[row] = nil }
                }
            }
            scores.merge(held ?? [:]) { max($0, $1) }
        }
        rows = scores.map { ($0.key, $0.value) }
            .sorted { ($0.score, $0.wording) > ($1.score, $1.wording) }
        if rows.count > CandidateReader.most { rows.removeLast(rows.count - CandidateReader.most) }
    }

    /// Rows with most of the pairs of neighbouring ideographs, and the share of them.
    private mutating func pairs(_ phrase: SearchQuery.Phrase, _ reader: CandidateReader) throws -> [Int64:
        Double]
    {
        let words = phrase.words
        guard words.count > 2 else {
            finder.patterns.append(.init(places: words.map { [$0] }))
            guard words.count == 2 else { return try whole(phrase.expression, reader) }
            // Two ideographs have one pair; they may stand apart by a word.
            return try whole("NEAR(\"\(words[0])\" \"\(words[1])\", 2)", reader)
        }
        var counts: [Int64: Int] = [:]
        let pairs = Array(Set(zip(words, words.dropFirst()).map { [$0, $1] }))
        for pair in pairs {
            finder.patterns.append(.init(places: pair.map { [$0] }))
            for row in try reader.all("\"\(pair[0]) \(pair[1])\"") { counts[row, default: 0] += 1 }
        }
        let needed = Double(pairs.count) * Self.share
        return counts.filter { Double($0.value) >= needed }.mapValues { Double($0) / Double(pairs.count) }
    }

    /// Rows that have, for each word, it or one that is nearly it; in any order.
    private mutating func near(_ phrase: SearchQuery.Phrase, _ reader: CandidateReader) throws -> [Int64:
        Double]
    {
        var parts: [String] = []
        for (index, word) in phrase.words.enumerated() {
            if phrase.isPrefix, index == phrase.words.count - 1 {
                parts.append("\"\(word)\"*")
                finder.patterns.append(.init(places: [[word]], isPrefix: true))
                continue
            }
            let words = try Self.neighbours(of: word, reader)
            if !words.contains(word) { taken[word] = words }
            finder.patterns.append(.init(places: [Set(words + [word])]))
            parts.append("(\(Set(words + [word]).sorted().map { "\"\($0)\"" }.joined(separator: " OR ")))")
        }
        return try whole(parts.joined(separator: " AND "), reader)
    }

    private func whole(_ expression: String, _ reader: CandidateReader) throws -> [Int64: Double] {
        Dictionary(uniqueKeysWithValues: try reader.all(expression).map { ($0, 1) })
    }

    /// Words of the texts that are nearly a word, the most frequent first.
    private static func neighbours(of word: String, _ reader: CandidateReader) throws -> [String] {
        let letters = Array(word.utf8)
        let limit = EditDistance.allowed(letters.count)
        guard limit > 0, letters.allSatisfy({ $0 < 0x80 }) else { return [word] }
        let cursor = try Row.fetchCursor(
            reader.db,
            sql:
                "SELECT term, doc FROM terms WHERE term >= 'a' AND term < '{' AND length(term) BETWEEN ? AND ?",
            arguments: [letters.count - limit, letters.count + limit])
        var found: [(word: String, count: Int)] = []
        while let row = try cursor.next() {
            let term = row["term"] as String
            if EditDistance.isWithin(limit, letters, Array(term.utf8)) { found.append((term, row["doc"])) }
        }
        return found.sorted {
            ($0.word == word ? 1 : 0, $0.count, $1.word) > ($1.word == word ? 1 : 0, $1.count, $0.word)
        }
        .prefix(most).map(\.word)
    }
}
