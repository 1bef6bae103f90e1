import Statute

/// A sentence with what its words weigh.
struct WeighedSentence: Sendable, Hashable {
    /// In its line.
    var range: Range<Int>
    var scores: SentenceWeigher.Scores
    /// The concepts whose measure it takes by the weight of its words, each with the words in the line that show it most.
    var taken: [Int: Range<Int>]
}

/// Weighs the sentences of a line, concept by concept as the scanner numbers them.
struct LineWeigher: Sendable {
    private let weigher: SentenceWeigher
    private let sieve: TriggerSieve
    /// The scanner's number of the concept of each column; nil where the concept is not looked for.
    private let concepts: [Int?]
    private let columns: [Int: Int]
    private let language: Language

    init(_ weights: WordWeights, _ concepts: [Concept]) {
        weigher = SentenceWeigher(weights)
        language = weights.language
        sieve = TriggerSieve(weights.anchorHeads, weights.language)
        let numbers = weights.scales.map { scale in concepts.firstIndex { $0.id == scale.concept } }
        self.concepts = numbers
        columns = Dictionary(
            numbers.enumerated().compactMap { column, number in number.map { ($0, column) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a line can hold what weighs enough.
    func admits(_ line: String) -> Bool { sieve.admits(line) }

    /// - Parameters:
    ///   - parts: of the line.
    ///   - leadIn: the words above that open the list in which the line stands.
    func weigh(_ line: [Unicode.Scalar], _ parts: [SentenceSplitter.Part], below leadIn: [Unicode.Scalar])
        -> [WeighedSentence]
    {
        let folded = WordPattern.folded(line, language)
        let above = WordPattern.folded(leadIn, language)
        return SentenceSplitter.sentences(of: parts).compactMap { range in
            guard isSentence(folded[range]), let scores = weigher.scores(folded[range], below: above[...])
            else {
                return nil
            }
            var taken: [Int: Range<Int>] = [:]
            for (column, score) in scores.concepts.enumerated() where score >= weigher.scales[column].taken {
                // The items of a list do not each take the measure of the words above them.
                let sum = score - weigher.scales[column].bias
                guard let concept = concepts[column], scores.own[column] * 2 >= sum else { continue }
                taken[concept] = weigher.heaviest(in: folded[range], for: column)
            }
            return WeighedSentence(range: range, scores: scores, taken: taken)
        }
    }

    /// A title or a heading ends without a mark and takes no measure; an item may end in "and" or "or".
    private func isSentence(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.lastIndex(where: { !$0.properties.isWhitespace }) else { return false }
        if !text[last].properties.isAlphabetic && !("0"..."9").contains(text[last]) { return true }
        let word = text[...last].reversed().prefix { WordPattern.isWord($0) }.reversed()
        return word.elementsEqual("and".unicodeScalars) || word.elementsEqual("or".unicodeScalars)
    }

    /// Whether the concept's own words are not believed in a sentence.
    func doubts(_ concept: Int, _ scores: SentenceWeigher.Scores) -> Bool {
        guard let column = columns[concept] else { return false }
        return scores.concepts[column] < weigher.scales[column].doubted
    }

    /// How a sentence that takes the concept's measure speaks of it.
    func verdict(_ concept: Int, _ scores: SentenceWeigher.Scores) -> (verdict: Verdict, margin: Int)? {
        guard let column = columns[concept], let best = weigher.polarity(scores, of: column) else {
            return nil
        }
        return (Verdict(best.polarity, best.margin >= Self.sure ? .weight : .closeWeight), best.margin)
    }

    /// In thousandths: of the polarities that lead by as much, 97 in 100 are right in Chinese and 96 in English, in
    /// clauses of writers that nothing was learned from (`scripts/learn/weights`).
    private static let sure = 500
}

extension WordWeights {
    /// The anchors as a sieve looks for them.
    var anchorHeads: [[Unicode.Scalar]] { anchors.map { WordPattern($0, language).head } }
}
