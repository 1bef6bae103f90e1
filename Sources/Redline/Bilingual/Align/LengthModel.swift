/// How long a translation is: the model of Gale and Church (1993), in which the lengths of a text and of its
/// translation differ by a normal deviate whose variance grows with the length.
///
/// The constants were measured on the bundled renderings, see docs/decisions/0012.
struct LengthModel: Sendable {
    /// Letters for each ideograph.
    let ratio: Double
    private let mean: Double
    private let spread: Double

    private static let usualRatio = 4.4
    /// Letters² for each ideograph: about 11 were measured; other translators vary more.
    private static let variance = 20.0
    /// Of the expected length: no translator keeps the ratio exactly, however long the text.
    private static let share = 0.12

    /// - Parameters:
    ///   - pairs: lengths of provisions of equal number: their median ratio is that of this translator.
    ///   - lengths: of all English provisions: what a length would be by chance.
    init(pairs: [(zh: Double, en: Double)], lengths: [Double]) {
        let ratios = pairs.filter { $0.zh >= 10 && $0.en > 0 }.map { $0.en / $0.zh }.sorted()
        let median = ratios.count < 8 ? Self.usualRatio : ratios[ratios.count / 2]
        ratio = min(max(median, 2.5), 7)
        let logs = lengths.map { NaturalLogarithm.of($0 + 1) }
        let count = Double(max(logs.count, 1))
        let mean = logs.reduce(0, +) / count
        let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        self.mean = mean
        // A text of few or like provisions says little about lengths by chance.
        spread = max(variance.squareRoot(), 0.6)
    }

    /// Nats in favour of `en` being the length of a translation of a text of length `zh`.
    func evidence(zh: Double, en: Double) -> Double {
        let expected = ratio * zh
        let deviation = (Self.variance * (zh + 2) + (Self.share * expected) * (Self.share * expected))
            .squareRoot()
        let delta = (en - expected) / deviation
        let translated = -min(delta * delta / 2, 8) - NaturalLogarithm.of(deviation)
        let log = NaturalLogarithm.of(en + 1)
        let chance =
            -(log - mean) * (log - mean) / (2 * spread * spread) - NaturalLogarithm.of(spread) - log
        return min(max(translated - chance, -5), 3)
    }
}
