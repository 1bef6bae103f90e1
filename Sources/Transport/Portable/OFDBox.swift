/// A rectangle of an OFD page, in millimetres: `left top width height`.
struct OFDBox: Equatable {
    var left: Double
    var top: Double
    var width: Double
    var height: Double

    init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    init?(_ words: String) {
        let numbers = Self.numbers(words)
        guard numbers.count == 4 else { return nil }
        self.init(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
    }

    /// Numbers between blanks; none where one of them is none.
    static func numbers(_ words: String) -> [Double] {
        let parts = words.split(whereSeparator: \.isWhitespace)
        let numbers = parts.compactMap { Double($0) }.filter { $0.isFinite && abs($0) < 1e6 }
        return numbers.count == parts.count ? numbers : []
    }
}
