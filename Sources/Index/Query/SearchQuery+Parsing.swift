extension SearchQuery {
    /// The longest query that is read, in bytes.
    package static let longest = 4_096
    private static let mostWords = 200
    private static let mostParts = 64

    /// - Throws: ``IndexError/badQuery(_:)``, in words for a person.
    package init(_ text: String) throws(IndexError) {
        guard text.utf8.count <= Self.longest else {
            throw .badQuery(
                "the query has \(text.utf8.count) bytes; at most \(Self.longest) are read: search for fewer words"
            )
        }
        var alternatives: [Alternative] = []
        var current = Alternative(wanted: [], unwanted: [])
        var distance: Int?
        var words = 0
        var parts = 0
        func close() throws(IndexError) {
            if distance != nil { throw .badQuery("NEAR stands between two words or phrases") }
            guard !current.wanted.isEmpty else {
                throw .badQuery(
                    current.unwanted.isEmpty
                        ? "there is nothing to search for: no letters, digits or ideographs"
                        : "a query, and each side of OR, needs something to find beside what to leave out")
            }
            alternatives.append(current)
            current = Alternative(wanted: [], unwanted: [])
        }
        for piece in QueryPieces.all(in: text) {
            switch piece {
            case .or: try close()
            case .near(let limit):
                guard !current.wanted.isEmpty, distance == nil else {
                    throw .badQuery("NEAR stands between two words or phrases")
                }
                distance = limit
            case .words(let raw, let isPrefix, let isUnwanted):
                for phrase in Self.phrases(raw.text, isPrefix: isPrefix, isQuoted: raw.isQuoted) {
                    words += phrase.words.count
                    parts += 1
                    if let limit = distance, let last = current.wanted.indices.last, !isUnwanted {
                        current.wanted[last].phrases.append(phrase)
                        current.wanted[last].distance = max(limit, current.wanted[last].distance ?? 0)
                        distance = nil
                    } else if isUnwanted {
                        current.unwanted.append(Part(phrases: [phrase], distance: nil))
                    } else {
                        current.wanted.append(Part(phrases: [phrase], distance: nil))
                    }
                }
            }
            guard words <= Self.mostWords, parts <= Self.mostParts else {
                throw .badQuery(
                    "at most \(Self.mostWords) words in \(Self.mostParts) parts are read: search for fewer")
            }
        }
        try close()
        self.alternatives = alternatives
    }

    /// A quotation is one phrase; outside of one, ideographs and letters that touch each other are phrases of their own, and
    /// letters joined by hyphens or the like are one.
    private static func phrases(_ raw: String, isPrefix: Bool, isQuoted: Bool) -> [Phrase] {
        let words = WordScanner.words(raw)
        var found: [Phrase] = []
        for word in words {
            if let last = found.indices.last, isQuoted || found[last].isIdeographic == word.isIdeograph {
                found[last].words.append(word.text)
                if !word.isIdeograph { found[last].isIdeographic = false }
            } else {
                found.append(Phrase(words: [word.text], isPrefix: false, isIdeographic: word.isIdeograph))
            }
        }
        // A star behind an ideograph adds nothing: a phrase of ideographs goes on as it likes anyway.
        if isPrefix, let last = found.indices.last, !found[last].isIdeographic { found[last].isPrefix = true }
        return found
    }
}
