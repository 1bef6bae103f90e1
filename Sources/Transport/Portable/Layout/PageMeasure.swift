/// The margins of a document, found from its lines.
struct PageMeasure {
    /// Margins of even and odd pages: books mirror them.
    private var margins: [(left: Double, right: Double)] = [(0, 0), (0, 0)]
    private var em = 0.0
    /// From line to line of one paragraph.
    private var pitch = 0.0
    /// Whether paragraphs begin with an indent.
    private(set) var isIndented = false

    init(_ lines: [PrintedLine]) {
        em = Self.usual(lines.map { ($0.em, Double($0.text.unicodeScalars.count)) }, step: 0.25) ?? 0
        guard em > 0 else { return }
        let body = lines.filter { abs($0.em - em) < 0.12 * em }
        let whole = Self.margins(of: body, em: em)
        margins = (0...1).map { side in
            let own = body.filter { $0.page % 2 == side }
            return own.count >= 12 ? Self.margins(of: own, em: em) : whole
        }
        let steps = zip(lines, lines.dropFirst()).filter { $0.page == $1.page }
            .map { ($1.middle - $0.middle, 1.0) }
        pitch = Self.usual(steps, step: em / 8) ?? em * 1.5
        let labelled = body.filter { $0.text.hasPrefix("第") && $0.text.prefix(10).contains("条") }
        let indented = labelled.filter { $0.left - left(of: $0) >= 1.2 * em }
        isIndented = !labelled.isEmpty && indented.count * 2 > labelled.count
    }

    func left(of line: PrintedLine) -> Double { margins[line.page % 2].left }

    /// Whether the line ended because no more fitted: not the word that the next begins with.
    func isFull(_ line: PrintedLine, before next: PrintedLine) -> Bool {
        margins[line.page % 2].right - line.right < Self.firstWord(of: next.text) * line.em + 0.6 * line.em
    }

    func isTitle(_ line: PrintedLine) -> Bool { line.em > 1.15 * em && isCentred(line) }

    func isCentred(_ line: PrintedLine) -> Bool {
        let margins = margins[line.page % 2]
        let before = line.left - margins.left
        let after = margins.right - line.right
        return abs(before - after) < 2 * line.em && before > -line.em
    }

    /// Whether there is more room between two lines than between lines of a paragraph.
    func isApart(_ line: PrintedLine, _ next: PrintedLine) -> Bool {
        line.page == next.page && next.middle - line.middle > 1.3 * pitch
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
        var weights: [Int: Double] = [:]
        for (value, weight) in values where value > 0 && value < 1e6 {
            weights[Int((value / step).rounded()), default: 0] += weight
        }
        let best = weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.map { Double($0.key) * step }
    }
}
