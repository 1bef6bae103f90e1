import Statute

/// One word of a concept, or of the grammar, as it is looked for.
///
/// Chinese words are literal. English ones are folded to lower case and hold on word boundaries; a `*` stands for
/// any ending of the word it follows (`disclos*`, `carr* out`).
struct WordPattern: Sendable, Hashable {
    /// What the automaton looks for: the word up to its first `*`.
    let head: [Unicode.Scalar]
    /// What must follow, each part after any word ending; empty for a word without `*`.
    private let tails: [[Unicode.Scalar]]
    private let bounded: Bool

    init(_ word: String, _ language: Language) {
        let scalars = Self.folded(Array(word.unicodeScalars), language)
        bounded = language == .en
        let parts = scalars.split(separator: "*", omittingEmptySubsequences: false).map(Array.init)
        if bounded, parts.count > 1 {
            head = parts[0]
            tails = Array(parts.dropFirst())
        } else {
            head = scalars
            tails = []
        }
    }

    /// The text as patterns are matched against it: same length, ASCII capitals made small for English.
    static func folded(_ text: [Unicode.Scalar], _ language: Language) -> [Unicode.Scalar] {
        guard language == .en else { return text }
        return text.map { scalar in
            switch scalar {
            case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 32)
            case "\u{2011}", "\u{2010}": "-"
            case "\u{A0}": " "
            default: scalar
            }
        }
    }

    /// The whole stretch, when the head stands at `range` of the folded `text`; nil when it is part of another word.
    func match(at range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int>? {
        guard bounded else { return range }
        if range.lowerBound > 0, Self.isWord(text[range.lowerBound - 1]), let first = head.first,
            Self.isWord(first)
        {
            return nil
        }
        var end = range.upperBound
        for tail in tails {
            while end < text.count, Self.isWord(text[end]) { end += 1 }
            guard text.count - end >= tail.count, text[end..<(end + tail.count)].elementsEqual(tail) else {
                return nil
            }
            end += tail.count
        }
        if end < text.count, Self.isWord(text[end]), end > 0, Self.isWord(text[end - 1]) { return nil }
        return range.lowerBound..<end
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: scalar.value > 0x7F && scalar.properties.isAlphabetic
        }
    }
}
