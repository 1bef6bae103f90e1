import Statute

/// The sums of one sentence, each feature counted once.
private struct Weighing {
    private let weights: WordWeights
    private var seen: [UInt64]
    /// By column.
    private(set) var sums: [Int32]
    private(set) var square = 0
    private(set) var squareOfWords = 0

    init(_ weights: WordWeights) {
        self.weights = weights
        seen = [UInt64](repeating: 0, count: weights.squares.count / 64 + 1)
        sums = [Int32](repeating: 0, count: weights.width)
    }

    mutating func add(_ text: ArraySlice<Unicode.Scalar>) {
        let width = weights.width
        weights.products.withUnsafeBufferPointer { products in
            sums.withUnsafeMutableBufferPointer { sums in
                SentenceFeatures.forEach(in: text, weights.language) { feature in
                    guard let row = weights.row(of: feature.key) else { return }
                    let bit: UInt64 = 1 << UInt64(row & 63)
                    if seen[row >> 6] & bit != 0 { return }
                    seen[row >> 6] |= bit
                    square += weights.squares[row]
                    if !weights.arePieces[row] { squareOfWords += weights.squares[row] }
                    let first = row &* width
                    for column in 0..<width { sums[column] &+= products[first &+ column] }
                }
            }
        }
    }
}

/// Weighs sentences for all concepts and polarities at once.
struct SentenceWeigher: Sendable {
    /// What the words of a sentence weigh, in thousandths; 0 is where a classifier is undecided.
    struct Scores: Sendable, Hashable {
        /// In the order of ``WordWeights/scales``.
        var concepts: [Int]
        /// In the order of ``WordWeights/polarities``, the bias of the concept yet to be added.
        var polarities: [Int]
        /// How much of the sum of each concept the sentence's own words give, the lead-in's left aside.
        var own: [Int]
    }

    private let weights: WordWeights

    init(_ weights: WordWeights) { self.weights = weights }

    var scales: [WordWeights.Scale] { weights.scales }

    /// The scores of a sentence below its lead-in; nil where nothing is known of it. Linear in the sentence's length.
    func scores(_ sentence: ArraySlice<Unicode.Scalar>, below leadIn: ArraySlice<Unicode.Scalar>) -> Scores? {
        var weighing = Weighing(weights)
        weighing.add(sentence)
        let own = weighing.sums
        if !leadIn.isEmpty { weighing.add(leadIn) }
        guard weighing.square > 0 else { return nil }
        let known = weights.scales.count
        return Scores(
            concepts: zip(Self.unit(weighing.sums[..<known], weighing.square), weights.scales).map {
                $0 + $1.bias
            },
            polarities: Self.unit(weighing.sums[known...], weighing.squareOfWords),
            own: Self.unit(own[..<known], weighing.square))
    }

    /// The sums over the length of the vector.
    private static func unit(_ sums: ArraySlice<Int32>, _ square: Int) -> [Int] {
        let length = max(Double(square).squareRoot() / 1000, .leastNormalMagnitude)
        return sums.map { $0 == 0 ? 0 : Int((Double($0) / length).rounded()) }
    }

    /// The polarity that the words speak for most, and by how much more than for the next; nil where none was learned.
    func polarity(_ scores: Scores, of column: Int) -> (polarity: Polarity, margin: Int)? {
        let ranked = zip(zip(scores.polarities, scales[column].ways).map(+), weights.polarities)
            .sorted { ($0.0, $0.1.rawValue) > ($1.0, $1.1.rawValue) }
        guard let best = ranked.first else { return nil }
        return (best.1, ranked.count > 1 ? best.0 - ranked[1].0 : .max)
    }

    /// The stretch of a sentence that weighs most for a concept, within one clause; nil where nothing in it speaks for it.
    func heaviest(in sentence: ArraySlice<Unicode.Scalar>, for column: Int) -> Range<Int>? {
        let first = sentence.startIndex
        var weightAt = [Int](repeating: 0, count: sentence.count)
        SentenceFeatures.forEach(in: sentence, weights.language) { feature in
            guard let row = weights.row(of: feature.key) else { return }
            let product = weights.products[row * weights.width + column]
            for place in feature.range { weightAt[place - first] += Int(product) / feature.range.count }
        }
        let found = HeaviestStretch.find(weightAt) { ChineseSentence.isBorder(sentence[first + $0]) }
        return found.map { ($0.lowerBound + first)..<($0.upperBound + first) }
    }
}
