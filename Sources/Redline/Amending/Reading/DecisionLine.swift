import Statute

/// One line of a decision, with where it stands.
struct DecisionLine {
    /// From 1.
    let number: Int
    /// Scalars of the source without the blanks at either end; empty for a blank line.
    let range: Range<Int>

    var isEmpty: Bool { range.isEmpty }

    /// Splits at every kind of line break; CRLF is one break.
    static func lines(of source: [Unicode.Scalar]) -> [DecisionLine] {
        var lines: [DecisionLine] = []
        var start = 0
        var index = 0
        func add(_ end: Int) {
            var (first, last) = (start, end)
            while first < last, isBlank(source[first]) { first += 1 }
            while last > first, isBlank(source[last - 1]) { last -= 1 }
            lines.append(DecisionLine(number: lines.count + 1, range: first..<last))
        }
        while index < source.count {
            guard isBreak(source[index]) else {
                index += 1
                continue
            }
            add(index)
            let isPair =
                source[index].value == 0x0D && index + 1 < source.count && source[index + 1].value == 0x0A
            index += isPair ? 2 : 1
            start = index
        }
        if start < source.count { add(source.count) }
        return lines
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Blanks, and what nobody sees.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar.isInvisible }
}
