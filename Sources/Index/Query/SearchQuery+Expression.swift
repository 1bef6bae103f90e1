extension SearchQuery {
    /// As FTS5 reads it: nothing but words that our scanner cut, in quotation marks, and signs of ours.
    var expression: String {
        alternatives.map { side in
            let wanted = side.wanted.map(Self.text).joined(separator: " AND ")
            if side.unwanted.isEmpty { return "(\(wanted))" }
            return "((\(wanted)) NOT (\(side.unwanted.map(Self.text).joined(separator: " OR "))))"
        }
        .joined(separator: " OR ")
    }

    private static func text(_ part: Part) -> String {
        let phrases = part.phrases.map(\.expression)
        guard let distance = part.distance, phrases.count > 1 else {
            return phrases.joined(separator: " AND ")
        }
        return "NEAR(\(phrases.joined(separator: " ")), \(distance))"
    }
}

extension SearchQuery.Phrase {
    /// The words come from ``WordScanner``: letters, digits and ideographs. A quotation mark cannot be among them.
    var expression: String { "\"\(words.joined(separator: " "))\"" + (isPrefix ? "*" : "") }
}
