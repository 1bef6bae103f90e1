extension SearchQuery {
    /// Provisions: all that is asked for, and of that something in the words or the headings, for else every provision of a law
    /// would be found by its title.
    var provisions: String { inText(expression) }

    /// Instruments by their titles.
    var titles: String { "{title} : (\(expression))" }

    /// Provisions in which the words stand close together, closest first.
    var closeProvisions: [String] { closer.map(inText) }

    private func inText(_ expression: String) -> String {
        "(\(expression)) AND {heading body} : (\(phrases.map(\.expression).joined(separator: " OR ")))"
    }

    /// As FTS5 reads it: nothing but words that our scanner cut, in quotation marks, and signs of ours.
    var expression: String {
        alternatives.map { side in
            let wanted = side.wanted.map(Self.text).joined(separator: " AND ")
            if side.unwanted.isEmpty { return "(\(wanted))" }
            return "((\(wanted)) NOT (\(side.unwanted.map(Self.text).joined(separator: " OR "))))"
        }
        .joined(separator: " OR ")
    }

    /// The same words closer together, closest first: what people ask for word by word mostly stands together. Being found
    /// by the words and by their nearness, such a provision scores for both.
    private var closer: [String] {
        var found: [String] = []
        for side in alternatives where side.wanted.count > 1 && side.wanted.allSatisfy({ $0.distance == nil })
        {
            let phrases = side.wanted.flatMap(\.phrases)
            let wanted = side.wanted.map(Self.text).joined(separator: " AND ")
            let unwanted = side.unwanted.map(Self.text).joined(separator: " OR ")
            func with(_ expression: String) -> String {
                let both = "(\(wanted) AND \(expression))"
                return unwanted.isEmpty ? both : "(\(both) NOT (\(unwanted)))"
            }
            // A star is taken at the end of a phrase only.
            if !phrases.dropLast().contains(where: \.isPrefix) {
                let words = phrases.flatMap(\.words).joined(separator: " ")
                found.append(with("\"\(words)\"" + (phrases.last?.isPrefix == true ? "*" : "")))
            }
            found.append(with("NEAR(\(phrases.map(\.expression).joined(separator: " ")), 8)"))
        }
        return found
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
