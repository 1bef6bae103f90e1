import Statute

/// The file of the weights: `laws/weights/LANGUAGE.tsv`, made by `scripts/learn/weights`, one thing a line, fields parted
/// by tabs, all numbers in thousandths:
///
///     # a comment
///     @language    zh
///     @anchors     源代码  密钥  …
///     @polarities  requires  may-require  …
///     @concept     source-code-disclosure  BIAS  TAKEN  DOUBTED  [BIAS-OF-EACH-POLARITY…]
///     源码         RARITY  COLUMN:WEIGHT  COLUMN:WEIGHT  …
///
/// Columns count the `@concept` lines from 0, then the polarities; these lines stand before the first feature.
extension WordWeights {
    /// What is wrong with the file, and where.
    package struct Fault: Error, Sendable, Hashable {
        /// From 1.
        package var line: Int
        package var message: String
    }

    /// - Throws: ``Fault`` at the first line that cannot be read.
    package init(reading bytes: [UInt8]) throws(Fault) {
        var reading = WeightsReading()
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            reading.number += 1
            if let first = line.first, first != UInt8(ascii: "#") { try reading.take(line) }
        }
        guard let language = reading.language else { throw reading.fault("no line says @language") }
        if reading.anchors.isEmpty { throw reading.fault("no line says @anchors") }
        self.init(
            language: language, scales: reading.scales, polarities: reading.polarities,
            anchors: reading.anchors,
            features: reading.features)
    }
}

/// The file as far as it was read.
private struct WeightsReading {
    var number = 0
    var language: Language?
    var scales: [WordWeights.Scale] = []
    var polarities: [Polarity] = []
    var anchors: [String] = []
    var features: [WordWeights.Feature] = []

    typealias Line = ArraySlice<UInt8>

    func fault(_ message: String) -> WordWeights.Fault { WordWeights.Fault(line: number, message: message) }

    mutating func take(_ line: Line) throws(WordWeights.Fault) {
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard let first = fields.first else { return }
        switch Self.word(first) {
        case "@language":
            language = fields.count == 2 ? Language(rawValue: Self.word(fields[1])) : nil
            if language == nil { throw fault("@language names no language: zh or en") }
        case "@anchors": anchors += fields.dropFirst().map { Self.word($0) }
        case "@polarities":
            for field in fields.dropFirst() {
                guard let polarity = Polarity(rawValue: Self.word(field)) else {
                    throw fault("“\(Self.word(field))” is no polarity")
                }
                polarities.append(polarity)
            }
        case "@concept": try takeConcept(fields)
        case let words: try takeFeature(words, fields)
        }
    }

    private mutating func takeConcept(_ fields: [Line]) throws(WordWeights.Fault) {
        let numbers = fields.dropFirst(2).compactMap { Self.wholeNumber($0) }
        guard numbers.count == fields.count - 2, [3, 3 + polarities.count].contains(numbers.count) else {
            throw fault(
                "@concept needs an id and 3 or \(3 + polarities.count) whole numbers, and stands after @polarities"
            )
        }
        scales.append(
            WordWeights.Scale(
                concept: Self.word(fields[1]), bias: numbers[0], taken: numbers[1], doubted: numbers[2],
                ways: Array(numbers.dropFirst(3))))
    }

    private mutating func takeFeature(_ words: String, _ fields: [Line]) throws(WordWeights.Fault) {
        guard fields.count > 1, let rarity = Self.wholeNumber(fields[1]), rarity > 0 else {
            throw fault("“\(words)” needs a rarity above 0")
        }
        var weights: [WordWeights.Column] = []
        weights.reserveCapacity(fields.count - 2)
        for field in fields.dropFirst(2) {
            guard let column = Self.column(field), column.number < scales.count + polarities.count else {
                throw fault(
                    "“\(Self.word(field))” is no weight of one of \(scales.count) concepts and \(polarities.count) polarities"
                )
            }
            weights.append(column)
        }
        features.append(WordWeights.Feature(words: words, rarity: rarity, weights: weights))
    }

    private static func word(_ field: Line) -> String { String(decoding: field, as: UTF8.self) }

    private static func column(_ field: Line) -> WordWeights.Column? {
        guard let colon = field.firstIndex(of: UInt8(ascii: ":")), let number = wholeNumber(field[..<colon]),
            number >= 0,
            let weight = wholeNumber(field[field.index(after: colon)...])
        else { return nil }
        return WordWeights.Column(number: number, weight: weight)
    }

    /// A whole number of at most nine digits.
    private static func wholeNumber(_ field: Line) -> Int? {
        let isNegative = field.first == UInt8(ascii: "-")
        let digits = isNegative ? field.dropFirst() : field
        guard !digits.isEmpty, digits.count < 10 else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }
}
