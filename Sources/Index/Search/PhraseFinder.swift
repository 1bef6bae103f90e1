/// Finds in one text what the full-text index found by its words.
struct PhraseFinder {
    /// For each place the words that fit there.
    struct Pattern {
        var places: [Set<String>]
        /// The last place takes any word that begins with one of its own.
        var isPrefix = false
    }

    var patterns: [Pattern]

    init(patterns: [Pattern]) { self.patterns = patterns }

    init(_ phrases: [SearchQuery.Phrase]) {
        patterns = phrases.map { Pattern(places: $0.words.map { [$0] }, isPrefix: $0.isPrefix) }
    }

    /// Where patterns stand, in bytes, in order, apart from each other; with the index of the pattern.
    func ranges(in words: [WordScanner.Word]) -> [(range: Range<Int>, pattern: Int)] {
        var found: [(range: Range<Int>, pattern: Int)] = []
        for (index, pattern) in patterns.enumerated() where !pattern.places.isEmpty {
            let count = pattern.places.count
            guard words.count >= count else { continue }
            for start in 0...(words.count - count) where fits(pattern, words[start..<(start + count)]) {
                found.append(
                    (words[start].range.lowerBound..<words[start + count - 1].range.upperBound, index))
            }
        }
        found.sort {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
        var merged: [(range: Range<Int>, pattern: Int)] = []
        for next in found {
            if let last = merged.last, next.range.lowerBound < last.range.upperBound {
                let end = max(last.range.upperBound, next.range.upperBound)
                merged[merged.count - 1].range = last.range.lowerBound..<end
            } else {
                merged.append(next)
            }
        }
        return merged
    }

    private func fits(_ pattern: Pattern, _ words: ArraySlice<WordScanner.Word>) -> Bool {
        for (index, pair) in zip(pattern.places, words).enumerated() where !pair.0.contains(pair.1.text) {
            guard pattern.isPrefix, index == pattern.places.count - 1,
                pair.0.contains(where: { pair.1.text.utf8.starts(with: $0.utf8) })
            else { return false }
        }
        return true
    }
}
