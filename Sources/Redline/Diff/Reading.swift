/// A passage with its words and quantities found: what classification looks things up in.
struct Reading: Sendable {
    let passage: Passage
    /// Phrases of the lexicon, in order.
    let hits: [Lexicon.Hit]
    /// Amounts, periods and dates, in order.
    let quantities: [Quantity]

    init(_ passage: Passage, _ lexicon: Lexicon) {
        self.passage = passage
        hits = lexicon.hits(in: passage.tokens)
        quantities = Quantity.all(in: passage)
    }

    /// The phrases that touch a range of tokens.
    func hits(in range: Range<Int>) -> ArraySlice<Lexicon.Hit> { Self.touching(range, hits) { $0.range } }

    /// The modal words that touch a range of tokens.
    func modals(in range: Range<Int>) -> [(range: Range<Int>, modality: Modality)] {
        hits(in: range).compactMap { hit in
            guard case .modal(let modality) = hit.meaning else { return nil }
            return (hit.range, modality)
        }
    }

    func quantities(in range: Range<Int>) -> ArraySlice<Quantity> {
        Self.touching(range, quantities) { $0.range }
    }

    /// Tokens that may be looked at on either side of a place: sentences without an end are cut there.
    private static let horizon = 300

    /// The sentence that holds the break before token `index`.
    func sentence(at index: Int) -> Range<Int> {
        let sentences = passage.sentences
        let place = Self.first(sentences.count) { index < sentences[$0].upperBound }
        guard let found = place < sentences.count ? sentences[place] : sentences.last else { return 0..<0 }
        return found.clamped(to: (index - Self.horizon)..<(index + Self.horizon))
    }

    /// Those of `row`, which is in order and does not overlap, that overlap `range`.
    private static func touching<Element>(
        _ range: Range<Int>, _ row: [Element], _ place: (Element) -> Range<Int>
    ) -> ArraySlice<Element> {
        let start = first(row.count) { place(row[$0]).upperBound > range.lowerBound }
        let end = first(row.count) { place(row[$0]).lowerBound >= range.upperBound }
        return range.isEmpty || start >= end ? [] : row[start..<end]
    }

    /// The first of `count` places for which a growing condition holds.
    private static func first(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
