import Statute
import Testing

@testable import Alerts

/// Weights drawn by hand, so that every score can be reckoned.
@Suite("Sentences by the weight of their words")
struct WeighingTests {
    /// 码 alone scores 1000 − 500; 码 with 水 (3000² + 4000² = 5000²) scores (3000 − 2000) / 5 − 500.
    private static let weights = WordWeights(
        language: .zh,
        scales: [WordWeights.Scale(concept: "code", bias: -500, taken: 100, doubted: -200, ways: [0, 0])],
        polarities: [.requires, .forbids], anchors: ["码"],
        features: [
            feature("码", 3000, (0, 1000)), feature("水", 4000, (0, -500)), feature("得", 1000, (2, 2000)),
            feature("应", 1000, (1, 2000)),
        ])

    private static func feature(_ words: String, _ rarity: Int, _ weights: (Int, Int)...)
        -> WordWeights.Feature
    {
        WordWeights.Feature(
            words: words, rarity: rarity,
            weights: weights.map { WordWeights.Column(number: $0.0, weight: $0.1) })
    }

    private func scores(_ text: String, below leadIn: String = "") -> SentenceWeigher.Scores? {
        SentenceWeigher(Self.weights).scores(
            Array(text.unicodeScalars)[...], below: Array(leadIn.unicodeScalars)[...])
    }

    @Test("a score is the sum over the length of the vector, each feature counted once")
    func score() {
        #expect(scores("码")?.concepts == [500])
        #expect(scores("码、码、码")?.concepts == [500])
        #expect(scores("码、水")?.concepts == [-300])
        #expect(scores("火") == nil)
    }

    @Test("the lead-in counts, and what it gives is told apart")
    func leadIn() {
        #expect(scores("水", below: "码")?.concepts == [-300])
        #expect(scores("水", below: "码")?.own == [-400])
        #expect(scores("码", below: "水")?.own == [600])
    }

    private func findings(_ text: String, _ words: Concept.Words = Concept.Words()) -> [Finding] {
        let concept = Concept(
            id: "code", titles: [:], definition: "", words: [.zh: words], bearsOn: [], examples: [])
        return ConceptScanner(concepts: [concept], weights: [Self.weights]).findings(
            in: StatuteParser.parse("# T\n\n" + text, language: .zh).text)
    }

    @Test("what no declared word names is found by weight, with the polarity that the words speak for")
    func taken() {
        let found = findings("第一条 经营者交码；任何人不得存放。")
        #expect(found.map(\.polarity) == [.forbids])
        #expect(found.map(\.rule) == ["weight"])
        #expect(found.map(\.isByWeight) == [true])
        #expect(found.first?.evidence == "经营者交码；")
        #expect(findings("第一条 火。").isEmpty)
    }

    @Test("a declared word in a sentence about something else is not believed")
    func doubted() {
        var words = Concept.Words()
        words.triggers = ["交码"]
        #expect(findings("第一条 应当交码。", words).map(\.polarity) == [.requires])
        #expect(findings("第一条 应当交码。", words).map(\.isByWeight) == [false])
        #expect(findings("第一条 应当向水厂交码、交水。", words).isEmpty)
    }

    @Test("a line that ends without a mark is no sentence: a title, a heading")
    func titles() {
        #expect(findings("第一条 经营者得交码").isEmpty)
        #expect(findings("第一条 经营者得交码。").map(\.polarity) == [.forbids])
    }

    @Test("items do not each take the measure of the words above them")
    func items() {
        let found = findings("第一条 下列单位应当交码：\n（一）东厂；\n（二）西厂。")
        #expect(found.map(\.path.description) == ["art_1"])
    }

    @Test("the place is the run of heaviest signs within one clause")
    func place() {
        #expect(HeaviestStretch.find([0, 8, 9, 0, 1, 0], borders: { _ in false }) == 1..<3)
        #expect(HeaviestStretch.find([0, 8, 0, 9, 0], borders: { $0 == 2 }) == 3..<4)
        #expect(HeaviestStretch.find([-1, 0], borders: { _ in false }) == nil)
        #expect(HeaviestStretch.find([], borders: { _ in false }) == nil)
    }
}
