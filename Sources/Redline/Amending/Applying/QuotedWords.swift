import Statute

/// Finds quoted words in a text: exactly, else without minding width, blanks, variants and kinds of quotation marks.
///
/// A decision prints inner quotation marks as single ones, because it quotes; the law has double ones there.
enum QuotedWords {
    /// Where `words` stand in `text`, in scalars, left to right and not overlapping. Linear (Knuth, Morris, Pratt).
    static func ranges(of words: String, in text: String) -> [Range<Int>] {
        let plain = text.unicodeScalars.map(\.value)
        let exact = matches(of: words.unicodeScalars.map(\.value), in: plain)
        if !exact.isEmpty { return exact }
        let (folded, places) = self.folded(text)
        return matches(of: self.folded(words).values, in: folded).map { range in
            places[range.lowerBound]..<(places[range.upperBound - 1] + 1)
        }
    }

    /// Whether two texts are the same but for width, blanks, variants and kinds of quotation marks.
    static func same(_ a: String, _ b: String) -> Bool { folded(a).values == folded(b).values }

    /// The scalars that count, and where each stands.
    static func folded(_ text: String) -> (values: [UInt32], places: [Int]) {
        var values: [UInt32] = []
        var places: [Int] = []
        for (place, scalar) in text.unicodeScalars.enumerated() {
            let value = Fold.standard(scalar.value)
            if value == Fold.ignored || value == Fold.blank || value == 0x0A { continue }
            values.append(value == 0x27 || value == 0x300C || value == 0x300D ? 0x22 : value)
            places.append(place)
        }
        return (values, places)
    }

    /// Where `pattern` stands in `text`, left to right and not overlapping.
    static func matches(of pattern: [UInt32], in text: [UInt32]) -> [Range<Int>] {
        guard !pattern.isEmpty, pattern.count <= text.count else { return [] }
        var fallback = [Int](repeating: 0, count: pattern.count)
        var length = 0
        for index in pattern.indices.dropFirst() {
            while length > 0, pattern[index] != pattern[length] { length = fallback[length - 1] }
            if pattern[index] == pattern[length] { length += 1 }
            fallback[index] = length
        }
        var found: [Range<Int>] = []
        var matched = 0
        for (index, value) in text.enumerated() {
            while matched > 0, value != pattern[matched] { matched = fallback[matched - 1] }
            if value == pattern[matched] { matched += 1 }
            if matched == pattern.count {
                found.append((index + 1 - matched)..<(index + 1))
                matched = 0
            }
        }
        return found
    }

    /// `text` with each range replaced.
    static func replacing(_ ranges: [Range<Int>], in text: String, with words: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result: [Unicode.Scalar] = []
        var next = 0
        for range in ranges where range.lowerBound >= next && range.upperBound <= scalars.count {
            result += scalars[next..<range.lowerBound]
            result += Array(words.unicodeScalars)
            next = range.upperBound
        }
        result += scalars[next...]
        return result.string
    }
}
