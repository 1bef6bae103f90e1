/// The paragraphs of a document that only knows where its words stand.
///
/// A line that ends although the first word of the next would still have fitted ends a paragraph; else indents,
/// labels and the sign at its end decide.
struct PrintedText {
    private(set) var paragraphs: [String] = []
    /// What stands on the pages and not in the text.
    let leftOut: [String]
    /// Pages, from 0, at whose foot a paragraph may end although the text goes on in it.
    private(set) var doubtful: [Int] = []
    private let measure: PageMeasure

    init(_ pages: [PageWords]) {
        let lines = pages.enumerated().map { PrintedLine.lines(of: $1, number: $0) }
        let furniture = PageFurniture(lines, heights: pages.map(\.height))
        leftOut = furniture.leftOut
        measure = PageMeasure(furniture.lines)
        var open: Open?
        for line in furniture.lines {
            if let current = open, continues(current, line) {
                if isDoubtful(current, line) { doubtful.append(current.last.page) }
                open?.add(line)
            } else {
                if let open { paragraphs.append(open.text) }
                open = Open(line)
            }
        }
        if let open { paragraphs.append(open.text) }
    }

    /// A paragraph that may go on.
    private struct Open {
        var text: String
        var last: PrintedLine
        var count = 1
        /// Where its first line begins, and its second.
        let first: Double
        var hanging: Double?

        init(_ line: PrintedLine) {
            text = line.text
            last = line
            first = line.left
        }

        mutating func add(_ line: PrintedLine) {
            let before = text.unicodeScalars.last
            let after = line.text.unicodeScalars.first
            if let before, let after, !before.isWide, !after.isWide, !(before.isDigit && after.isDigit) {
                text += " "
            }
            text += line.text
            if count == 1 { hanging = line.left }
            count += 1
            last = line
        }
    }

    private func continues(_ open: Open, _ line: PrintedLine) -> Bool {
        let last = open.last
        if endsInsideBracket(open) { return true }
        if last.hasHole || line.hasHole { return false }
        guard abs(last.em - line.em) <= 0.12 * max(last.em, line.em) else { return false }
        if measure.isTitle(last), measure.isTitle(line) { return line.isBeside(last) }
        guard measure.isFull(last, before: line) else { return false }
        let endsSentence = LineSigns.endsSentence(open.text)
        let isLabelled = LineSigns.isLabelled(line.text)
        if isLabelled, LineSigns.isDivision(open.text) { return false }
        let indent = line.left - measure.left(of: line)
        if indent >= 1.2 * line.em {
            if let hanging = open.hanging, abs(hanging - line.left) < 0.5 * line.em { return !isLabelled }
            if measure.isIndented, line.left < open.first + 0.5 * line.em { return false }
            return !endsSentence && !isLabelled
        }
        if measure.isIndented { return true }
        if measure.hasGaps, line.isBeside(last) { return !measure.isApart(last, line) }
        return !(endsSentence && (isLabelled || measure.isApart(last, line)))
    }

    /// Nothing on two pages tells whether a full line that ends a sentence at the foot of one ends its paragraph, where
    /// paragraphs have no indent.
    private func isDoubtful(_ open: Open, _ line: PrintedLine) -> Bool {
        !open.last.isBeside(line) && !measure.isIndented && LineSigns.endsSentence(open.text)
    }

    /// （2016年11月7日…通过 on several centred lines.
    private func endsInsideBracket(_ open: Open) -> Bool {
        guard let first = open.text.unicodeScalars.first, first == "（" || first == "(",
            open.text.unicodeScalars.count < 400, open.count < 8, measure.isCentred(open.last)
        else { return false }
        var depth = 0
        for scalar in open.text.unicodeScalars {
            switch scalar {
            case "（", "(": depth += 1
            case "）", ")": depth -= 1
            default: break
            }
        }
        return depth > 0
    }
}
