import Statute

/// Cuts a decision into blocks, minding its quotations: a quoted article that says 将第五条修改为 is no instruction.
///
/// Chinese decisions open every quoted paragraph with “ and close the last one only; others open and close once.
/// Both are read, and a quotation that is never closed ends where the next point begins.
struct BlockScanner {
    /// The marks that open and close a quotation.
    private enum Marks {
        case curly, corner, straight

        init?(opening scalar: Unicode.Scalar) {
            switch scalar {
            case "“": self = .curly
            case "「", "『": self = .corner
            case "\"", "＂": self = .straight
            default: return nil
            }
        }

        func opens(_ scalar: Unicode.Scalar) -> Bool { Marks(opening: scalar) == self }

        func closes(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .curly: scalar == "”"
            case .corner: scalar == "」" || scalar == "』"
            case .straight: scalar == "\"" || scalar == "＂"
            }
        }
    }

    private struct Open {
        var marks: Marks
        var start: Int
        var depth = 1
        var lines: [Range<Int>] = []
        /// Every line after the first has begun with an opening mark, and there was one.
        var reopens: Bool?
    }

    let source: [Unicode.Scalar]
    let lines: [DecisionLine]
    private let language: Language
    private let curly: MarkBalance
    private var next = 0
    /// The number of the last point of each style.
    private var lastPoint: PointLabel?

    init(_ source: [Unicode.Scalar], language: Language) {
        self.source = source
        self.language = language
        lines = DecisionLine.lines(of: source)
        curly = MarkBalance(source)
    }

    /// The next block; nil at the end.
    mutating func block() -> Block? {
        while next < lines.count, lines[next].isEmpty { next += 1 }
        guard next < lines.count else { return nil }
        let first = next
        let range = lines[first].range
        let label = PointLabel.leading(source[range])
        if let label { lastPoint = label }
        var block = Block(
            lines: first...first, span: range, label: label, pieces: [], quotations: [])
        var open: Open?
        while next < lines.count {
            let line = lines[next].range
            if next > first {
                if line.isEmpty {
                    next += 1
                    continue
                }
                if let current = open {
                    if ends(current, before: line) { break }
                } else if !continues(block, with: line) {
                    break
                }
            }
            let skipped = next == first ? label?.length ?? 0 : 0
            scan(line.dropFirst(skipped), isFirst: next == first, &open, &block)
            block.lines = first...next
            block.span = block.span.lowerBound..<line.upperBound
            next += 1
        }
        if let open { close(open, at: block.span.upperBound, isClosed: false, &block) }
        return block
    }

    /// Takes the lines from here to the next one for which `isEnd` holds, as they are.
    mutating func plainLines(until isEnd: (ArraySlice<Unicode.Scalar>) -> Bool) -> [Int] {
        var taken: [Int] = []
        while next < lines.count {
            let range = lines[next].range
            if !range.isEmpty {
                if isEnd(source[range]) { break }
                taken.append(next)
            }
            next += 1
        }
        return taken
    }

    // MARK: Lines

    /// A line that opens a quotation right after a colon or another quotation goes on with the block.
    private func continues(_ block: Block, with line: Range<Int>) -> Bool {
        guard let first = line.first, Marks(opening: source[first]) != nil else { return false }
        switch block.pieces.last?.kind {
        case .quotation: return true
        case .scalar(let sign): return sign == "：" || sign == ":"
        case .title, nil: return false
        }
    }

    /// Whether an open quotation has ended without its closing mark: the next point begins here.
    private func ends(_ open: Open, before line: Range<Int>) -> Bool {
        guard let first = line.first, !open.marks.opens(source[first]) else { return false }
        let words = source[line]
        guard InstructionBeginning.matches(words, language) else { return false }
        if open.reopens == true { return true }
        guard let label = PointLabel.leading(words), let last = lastPoint else { return false }
        guard label.style == last.style, label.value == last.value + 1 else { return false }
        // A law may quote a list of its own: where the marks still add up, the quotation goes on.
        return !closesLater(open, from: first)
    }

    /// Whether the marks from here on close the quotation where one can end.
    private func closesLater(_ open: Open, from offset: Int) -> Bool {
        guard open.marks == .curly, let end = curly.close(of: open.depth, from: offset) else { return false }
        let line = lines.countLeading(where: { $0.range.upperBound <= end })
        guard line < lines.count else { return true }
        let rest = source[(end + 1)..<max(lines[line].range.upperBound, end + 1)].drop {
            InstructionBeginning.isStop($0)
        }
        return rest.isEmpty || InstructionBeginning.matches(rest, language)
    }

    // MARK: Scalars

    private mutating func scan(_ line: Range<Int>, isFirst: Bool, _ open: inout Open?, _ block: inout Block) {
        var index = line.lowerBound
        var content = index
        if var current = open, index < line.upperBound {
            let reopens = current.marks.opens(source[index]) && reopens(current, line)
            current.reopens = reopens && current.reopens != false
            if reopens {
                // A paragraph begins anew: what was quoted inside the one before is over.
                current.depth = 1
                index += 1
                content = index
            }
            open = current
        }
        while index < line.upperBound {
            let scalar = source[index]
            if var current = open {
                if current.marks.closes(scalar) {
                    current.depth -= 1
                } else if current.marks.opens(scalar) {
                    current.depth += 1
                }
                open = current
                index += 1
                if current.depth == 0 {
                    if content < index - 1 { current.lines.append(content..<(index - 1)) }
                    close(current, at: index, isClosed: true, &block)
                    open = nil
                }
            } else if let marks = Marks(opening: scalar) {
                open = Open(marks: marks, start: index)
                index += 1
                content = index
            } else {
                index = plain(at: index, in: line, &block)
            }
        }
        if var current = open {
            if content < line.upperBound { current.lines.append(content..<line.upperBound) }
            open = current
        }
    }

    /// Whether the mark at the start of a line opens the paragraph anew, rather than a quotation inside it: then the
    /// quotation ends, if it does in this line, where an instruction can go on.
    private func reopens(_ open: Open, _ line: Range<Int>) -> Bool {
        if open.marks == .straight { return true }
        var depth = 1
        for index in line.dropFirst() {
            if open.marks.closes(source[index]) {
                depth -= 1
            } else if open.marks.opens(source[index]) {
                depth += 1
            }
            if depth == 0 {
                let rest = source[(index + 1)..<line.upperBound].drop { InstructionBeginning.isStop($0) }
                return rest.isEmpty || InstructionBeginning.matches(rest, language)
            }
        }
        return true
    }

    /// Adds one piece that is no quotation; returns where the next begins.
    private func plain(at index: Int, in line: Range<Int>, _ block: inout Block) -> Int {
        let scalar = source[index]
        if scalar == "《", let end = endOfTitle(from: index, in: line) {
            let words = source[(index + 1)..<(end - 1)].string
            block.pieces.append(Piece(kind: .title(words), span: index..<end))
            return end
        }
        if DecisionLine.isBlank(scalar) {
            // Chinese needs no blanks; English needs one between words.
            if language == .en, let last = block.pieces.last, last.kind != .scalar(" ") {
                block.pieces.append(Piece(kind: .scalar(" "), span: index..<(index + 1)))
            }
            return index + 1
        }
        block.pieces.append(Piece(kind: .scalar(Self.folded(scalar, language)), span: index..<(index + 1)))
        return index + 1
    }

    private func endOfTitle(from start: Int, in line: Range<Int>) -> Int? {
        var depth = 0
        // The titles of Chinese texts have at most a hundred characters or so.
        for index in start..<min(line.upperBound, start + 300) {
            if source[index] == "《" { depth += 1 } else if source[index] == "》" { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }

    /// Signs that drafters type in either width.
    private static func folded(_ scalar: Unicode.Scalar, _ language: Language) -> Unicode.Scalar {
        if language == .zh {
            switch scalar {
            case ":": return "："
            case ",": return "，"
            case ";": return "；"
            case "(": return "（"
            case ")": return "）"
            default: break
            }
        }
        if let digit = SmallNumeral.digit(scalar) { return Unicode.Scalar(UInt8(0x30 + digit)) }
        if language == .en, (0xFF01...0xFF5E).contains(scalar.value) {
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        }
        return scalar
    }

    private func close(_ open: Open, at end: Int, isClosed: Bool, _ block: inout Block) {
        let span = open.start..<max(end, open.start)
        block.pieces.append(Piece(kind: .quotation(block.quotations.count), span: span))
        block.quotations.append(Quotation(lines: open.lines, span: span, isClosed: isClosed))
    }
}
