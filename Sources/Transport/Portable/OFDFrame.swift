/// Where the characters of a text object stand on its page.
struct OFDFrame {
    private let box: OFDBox
    /// a b c d e f: x' = ax + cy + e, y' = bx + dy + f.
    private let matrix: [Double]
    private let size: Double
    private let stretch: Double
    private let direction: String?

    /// Reads the attributes of the element that was just opened.
    init?(_ xml: XMLPull) {
        guard let box = xml.attribute("Boundary").flatMap({ OFDBox($0) }) else { return nil }
        self.box = box
        let numbers = xml.attribute("CTM").map(OFDBox.numbers) ?? []
        matrix = numbers.count == 6 ? numbers : [1, 0, 0, 1, 0, 0]
        size = xml.attribute("Size").flatMap { Double($0) }.flatMap { $0 > 0 && $0 < 1e4 ? $0 : nil } ?? 3.5
        stretch =
            xml.attribute("HScale").flatMap { Double($0) }.flatMap { $0 > 0 && $0 < 100 ? $0 : nil } ?? 1
        direction = xml.attribute("ReadDirection")
    }

    /// Whether lines do not run from left to right.
    var isTurned: Bool {
        abs(matrix[1]) > 0.05 * abs(matrix[0]) || matrix[0] <= 0 || (direction ?? "0") != "0"
    }

    /// - Parameters:
    ///   - across: from one character to the next; as many as are told.
    func words(
        _ characters: [Unicode.Scalar], from origin: (x: Double, y: Double), _ across: [Double],
        _ down: [Double]
    ) -> [PageWord] {
        var words: [PageWord] = []
        var word: PageWord?
        var x = origin.x
        var y = origin.y
        let cell = cell(across)
        for (index, character) in characters.enumerated() {
            let width = size * stretch * (character.isWide ? 1 : 0.5)
            let step = index < across.count ? across[index] : width
            // A narrow character takes what its neighbour leaves it: on squared paper, a whole square.
            let isSquared = cell.map { abs(step - $0) < 0.03 * $0 } ?? false
            let advance =
                character.isWide ? width : isSquared ? step : min(max(step, width * 0.4), width * 1.4)
            let place = self.place(x, y)
            let right = self.place(x + advance, y).x
            if let open = word, abs(open.middle - place.y) < 0.2 * size, place.x - open.right < 0.12 * size,
                place.x > open.right - 0.3 * size
            {
                word?.text.unicodeScalars.append(character)
                word?.right = max(open.right, right)
            } else {
                if let word { words.append(word) }
                word = PageWord(text: String(character), left: place.x, right: right, middle: place.y)
            }
            x += step
            y += index < down.count ? down[index] : 0
        }
        if let word { words.append(word) }
        return words
    }

    /// The step of text that is set as on squared paper, digits and ideographs alike; nil for any other.
    ///
    /// Most steps are the same then, and about as wide as an ideograph; where a blank was left out, a step is wider.
    private func cell(_ across: [Double]) -> Double? {
        let sorted = across.sorted()
        guard sorted.count > 1 else { return nil }
        let middle = sorted[sorted.count / 2]
        guard middle > 0.9 * size * stretch else { return nil }
        let alike = sorted.count { abs($0 - middle) < 0.03 * middle }
        return 2 * alike > sorted.count ? middle : nil
    }

    /// On the page; y is that of the line on which characters stand.
    private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (
            box.left + matrix[0] * x + matrix[2] * y + matrix[4],
            box.top + matrix[1] * x + matrix[3] * y + matrix[5]
        )
    }
}

/// `DeltaX`: numbers, and `g n d` for n times d.
enum OFDSteps {
    /// - Parameter count: no more than these are made.
    static func read(_ words: String, count: Int) -> [Double] {
        var steps: [Double] = []
        var parts = words.split(whereSeparator: \.isWhitespace)[...]
        while steps.count < count, let part = parts.popFirst() {
            if part == "g" {
                guard let times = parts.popFirst().flatMap({ Int($0) }),
                    let step = parts.popFirst().flatMap({ Double($0) }), step.isFinite, times > 0
                else { return steps }
                steps += Array(repeating: step, count: min(times, count - steps.count))
            } else if let step = Double(part), step.isFinite {
                steps.append(step)
            } else {
                return steps
            }
        }
        return steps
    }
}
