package import Statute

/// SHA-256 over the words of a text without what no reader sees: equal digests mean that the law is *unchanged*.
///
/// Title, headnotes, labels, headings and words in reading order, as UTF-8, without blanks, line ends, zero-width
/// and other invisible formatting (reliability.md, A3 rows 17 and 18). Nothing else is folded: width and
/// punctuation stay. How the parser nests the words does not enter.
package struct TextDigest: Sendable, Hashable, Codable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    package init(of text: StatuteText) {
        var hash = SHA256()
        for piece in PlainWords.pieces(of: text) {
            let seen =
                piece.unicodeScalars.contains(where: \.isUnseen)
                ? piece.unicodeScalars.filter { !$0.isUnseen }.string : piece
            let bytes = Array(seen.utf8)
            hash.update(bytes)
        }
        hex = Hexadecimal.string(hash.digest())
    }

    /// From what ``hex`` gave; nil for anything else.
    package init?(hex: String) {
        guard let bytes = Hexadecimal.bytes(hex), bytes.count == 32 else { return nil }
        self.hex = hex
    }

    package var description: String { hex }

    /// Whether two texts say the same but for blanks, line ends and invisible formatting.
    package static func sameButForBlanks(_ a: StatuteText, _ b: StatuteText) -> Bool {
        TextDigest(of: a) == TextDigest(of: b)
    }

    // As its digits alone.
    package init(from decoder: any Swift.Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = TextDigest(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not 64 hexadecimal digits")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
