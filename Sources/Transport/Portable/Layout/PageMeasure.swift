/// The margins of a document, found from its lines.
struct PageMeasure {
    /// Margins of each column of even and odd pages: books mirror them.
    private var margins: [Side: (left: Double, right: Double)] = [:]
    private var em = 0.0
    /// From line to line of one paragraph.
    private var pitch = 0.0
    /// Whether paragraphs begin with an indent.
    private(set) var isIndented = false

    /// Whether there is room between paragraphs.
    private(set) var hasGaps = false

    init(_ lines: [PrintedLine]) {
        em = Self.usual(lines.map { ($0.em, Double($0.text.unicodeScalars.count)) }, step: 0.25) ?? 0
        guard em > 0 else { return }
        let body = lines.filter { abs($0.em - em) < 0.12 * em }
        for column in 0...2 {
            let own = body.filter { $0.column == column }
            let whole = Self.margins(of: own, em: em)
            for isOdd in [false, true] {
                let side = own.filter { ($0.page % 2 == 1) == isOdd }
                margins[Side(column: column, isOdd: isOdd)] =
                    side.count >= 12 ? Self.margins(of: side, em: em) : whole
            }
        }
        let pairs = zip(lines, lines.dropFirst()).filter { abs($0.em - $1.em) < 0.12 * em }
        let steps = pairs.filter { $0.isBeside($1) }.map { $1.middle - $0.middle }
        pitch = Self.leastUsual(steps, step: em / 8) ?? em * 1.5
        // After a line that had room left, a paragraph begins for sure.
        let starts = pairs.filter { last, next in
            let isHeading = isCentred(next) && next.left - left(of: next) > 2.6 * em
            return !isFull(last, before: next) && !isHeading
        }
        isIndented = Self.most(of: starts) { $1.left - left(of: $1) >= 1.2 * em }
        hasGaps = Self.most(of: starts.filter { $0.isBeside($1) }) { isApart($0, $1) }
    }

    private static func most(
        of pairs: [(PrintedLine, PrintedLine)], _ holds: (PrintedLine, PrintedLine) -> Bool
    ) -> Bool {
        pairs.count > 2 && pairs.filter { holds($0.0, $0.1) }.count * 2 > pairs.count
    }

    private struct Side: Hashable {
        let column: Int
        let isOdd: Bool
    }

    private func margins(of line: PrintedLine) -> (left: Double, right: Double) {
        margins[Side(column: line.column, isOdd: line.page % 2 == 1)] ?? (0, 0)
    }

    func left(of line: PrintedLine) -> Double { margins(of: line).left }

    /// Whether the line ended because no more fitted: not the word that the next begins with.
    func isFull(_ line: PrintedLine, before next: PrintedLine) -> Bool {
        margins(of: line).right - line.right < Self.firstWord(of: next.text) * line.em + 0.6 * line.em
    }

    func isTitle(_ line: PrintedLine) -> Bool { line.em > 1.15 * em && isCentred(line) }

    func isCentred(_ line: PrintedLine) -> Bool {
        let margins = margins(of: line)
        let before = line.left - margins.left
        let after = margins.right - line.right
        return abs(before - after) < 2 * line.em && before > -line.em
    }

    /// Whether there is more room between two lines than between lines of a paragraph.
    func isApart(_ line: PrintedLine, _ next: PrintedLine) -> Bool {
        line.isBeside(next) && next.middle - line.middle > 1.2 * pitch
    }

    /// In em: what cannot be parted from the first character of a line.
    private static func firstWord(of text: String) -> Double {
        var scalars = text.unicodeScalars[...]
        guard let first = scalars.popFirst() else { return 1 }
        var width = first.isWide ? 1.0 : 0.5
        if !first.isWide {
            while let next = scalars.first, !next.isWide, !next.properties.isWhitespace {
                width += 0.5
                scalars = scalars.dropFirst()
            }
        }
        while let next = scalars.first, next.isClosing {
            width += next.isWide ? 1 : 0.5
            scalars = scalars.dropFirst()
        }
        return min(width, 20)
    }

    /// The left margin where many lines begin, the right one that many lines reach.
    private static func margins(of lines: [PrintedLine], em: Double) -> (left: Double, right: Double) {
        let needed = max(2, lines.count / 25)
        func edge(_ values: [Double]) -> Double {
            // The outermost value that enough lines share within half an em.
            for (index, value) in values.enumerated()
            where values[index...].prefix(while: { abs($0 - value) < em / 2 }).count >= needed {
                return value
            }
            return values.first ?? 0
        }
        return (edge(lines.map(\.left).sorted()), edge(lines.map(\.right).sorted(by: >)))
    }

    /// The value that weighs most, in steps.
    private static func usual(_ values: [(Double, Double)], step: Double) -> Double? {
        let weights = weights(values, step: step)
        let best = weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.map { Double($0.key) * step }
    }

    /// The least value that a tenth of all have: paragraphs of one line make the room between them the usual one.
    private static func leastUsual(_ values: [Double], step: Double) -> Double? {
        let weights = weights(values.map { ($0, 1) }, step: step)
        let needed = weights.values.reduce(0, +) / 10
        return weights.filter { $0.value >= needed }.keys.min().map { Double($0) * step }
    }

    private static func weights(_ values: [(Double, Double)], step: Double) -> [Int: Double] {
        var weights: [Int: Double] = [:]
        for (value, weight) in values where value > 0 && value < 1e6 {
            weights[Int((value / step).rounded()), default: 0] += weight
        }
        return weights
    }
}
