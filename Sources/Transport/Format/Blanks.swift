/// Blanks at the ends of lines, as the formats leave them.
enum Blanks {
    static func trimmed(_ words: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var words = words
        while let first = words.first, first.properties.isWhitespace { words.removeFirst() }
        while let last = words.last, last.properties.isWhitespace { words.removeLast() }
        return words
    }

    static func trimmed(_ words: String) -> String {
        String(trimmed(words.unicodeScalars[...]))
    }

    /// Runs of blanks as one space, none at the ends: a title on several lines.
    static func folded(_ words: String) -> String {
        words.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }
}
