/// Builds the lines of a page from its words: blanks are folded as browsers fold them, and a line break in the
/// source between two Chinese signs is no blank at all (CSS Text 3, 4.1.3).
struct LineWriter {
    private enum Gap { case none, space, lineBreak }

    private(set) var lines: [PageLine] = []
    private var line: [Unicode.Scalar] = []
    private var gap = Gap.none
    private var first = -1
    private var last = -1
    private var linked = 0
    private var heading: PageTag?

    var isAtStart: Bool { line.isEmpty }

    /// - Parameter node: the text node that the words come from.
    mutating func write(
        _ words: ArraySlice<UInt8>, of node: Int, isPreformatted: Bool, isLink: Bool, heading: PageTag?
    ) {
        // Words come from a valid String by way of libxml2, which hands on whole characters.
        for scalar in String(decoding: words, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D:
                if isPreformatted {
                    endLine()
                } else {
                    gap = .lineBreak
                }
            case 0x09, 0x0C, 0x20:
                if isPreformatted {
                    put(" ", node, isLink, heading)
                } else if gap == .none {
                    gap = .space
                }
            default:
                fillGap(before: scalar)
                put(scalar, node, isLink, heading)
            }
        }
    }

    /// Ends the line; blanks at its ends and empty lines are not kept.
    mutating func endLine() {
        defer {
            line.removeAll(keepingCapacity: true)
            gap = .none
            first = -1
            last = -1
            linked = 0
            heading = nil
        }
        guard let start = line.firstIndex(where: { !Blank.isBlank($0) }),
            let end = line.lastIndex(where: { !Blank.isBlank($0) })
        else { return }
        let words = String(String.UnicodeScalarView(line[start...end]))
        lines.append(
            PageLine(words: words, first: first, last: last, linked: linked, heading: heading))
    }

    /// Makes one line of the last ones, which are cells of a row.
    mutating func joinLines(from start: Int) {
        guard start < lines.count - 1 else { return }
        let cells = lines[start...]
        let joined = PageLine(
            words: cells.map(\.words).joined(separator: " "), first: cells.map(\.first).min() ?? 0,
            last: cells.map(\.last).max() ?? 0, linked: cells.map(\.linked).reduce(0, +),
            heading: cells.first?.heading)
        lines.replaceSubrange(start..., with: [joined])
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ node: Int, _ isLink: Bool, _ heading: PageTag?) {
        line.append(scalar)
        guard !Blank.isBlank(scalar) else { return }
        if first < 0 { first = node }
        last = node
        if isLink { linked += UTF8.width(scalar) }
        self.heading = self.heading ?? heading
    }

    private mutating func fillGap(before next: Unicode.Scalar) {
        defer { gap = .none }
        guard gap != .none, let previous = line.last else { return }
        if gap == .lineBreak, Self.joins(previous, next), !endsInLabel { return }
        line.append(" ")
    }

    /// Whether two signs stand together though the source breaks its line between them.
    private static func joins(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        let (before, after) = (width(a), width(b))
        return before != .narrow && after != .narrow && (before == .wide || after == .wide)
    }

    private enum Width { case wide, either, narrow }

    private static func width(_ scalar: Unicode.Scalar) -> Width {
        switch scalar.value {
        case 0x2E80...0x303F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
            0x20000...0x3FFFF:
            .wide
        case 0xB7, 0x2013...0x2015, 0x2018...0x201D, 0x2026: .either
        default: .narrow
        }
    }

    /// 第一条 alone so far: a blank behind it sets the label off, whatever made it.
    private var endsInLabel: Bool {
        line.count < 24 && line.last == "条" && (line.first { !Blank.isBlank($0) }) == "第"
    }
}

