package import Statute

/// How much each word of a language speaks for and against each concept, and for each way in which it is spoken of: linear
/// classifiers, one for every concept and one for every polarity.
///
/// The weights are learned from labelled clauses (`scripts/learn`) and read from `laws/weights/`. A sentence is the set
/// of its features (``SentenceFeatures``), each worth its rarity; a score is the sum of the features' weights over the
/// length of that vector, plus a bias: tf–idf with binary counts and cosine normalisation (Manning, Raghavan and
/// Schütze, Introduction to Information Retrieval, 2008, 6.4 and 15.2). All numbers are thousandths, so that a score
/// is the same on every machine.
package struct WordWeights: Sendable {
    /// What the classifiers say of one concept.
    package struct Scale: Sendable, Hashable {
        package var concept: String
        /// Added to every score.
        package var bias: Int
        /// A sentence that scores this much takes the measure.
        package var taken: Int
        /// Below this the concept's own words are not believed.
        package var doubted: Int
        /// Added to the score of each polarity, in the order of ``WordWeights/polarities``; empty where the concept has
        /// none of its own.
        package var ways: [Int]
    }

    /// One word, pair of words or piece of a word: what it is worth, and its weights.
    package struct Feature: Sendable, Hashable {
        package var words: String
        package var rarity: Int
        /// By column: concepts in the order of ``WordWeights/scales``, then polarities. A column that is not named has 0.
        package var weights: [Column]

        /// A piece of an English word tells concepts, not polarities.
        var isPiece: Bool { words.utf8.first == UInt8(ascii: "~") }
    }

    package struct Column: Sendable, Hashable {
        package var number: Int
        package var weight: Int
    }

    package let language: Language
    package let scales: [Scale]
    package let polarities: [Polarity]
    /// Words of which one stands in every sentence that is worth weighing.
    package let anchors: [String]
    /// The square of each feature's rarity.
    let squares: [Int]
    let arePieces: [Bool]
    /// Rarity times weight: `products[row * width + column]`.
    let products: [Int32]
    let width: Int
    private let rows: FeatureTable

    package init(
        language: Language, scales: [Scale], polarities: [Polarity], anchors: [String], features: [Feature]
    ) {
        self.language = language
        self.scales = scales
        self.polarities = polarities
        self.anchors = anchors
        squares = features.map { $0.rarity * $0.rarity }
        arePieces = features.map(\.isPiece)
        width = scales.count + polarities.count
        var products = [Int32](repeating: 0, count: features.count * width)
        for (row, feature) in features.enumerated() {
            for column in feature.weights where column.number < width {
                products[row * width + column.number] = Int32(clamping: feature.rarity * column.weight / 1000)
            }
        }
        self.products = products
        rows = FeatureTable(features.map { FeatureKey(words: $0.words, language) })
    }

    /// The row of a feature; nil where nothing was learned about it.
    func row(of key: FeatureKey) -> Int? { rows[key] }
}
