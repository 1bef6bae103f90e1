/// Builds the lines of a page from its words: blanks are folded as browsers fold them, and a line break in the
/// source between two Chinese signs is no blank at all (CSS Text 3, 4.1.3).
struct LineWriter {
    private enum Gap { case none, space, lineBreak }

    private(set) var lines: [PageLine] = []
    /// UTF-8: words come from a valid String by way of libxml2, which hands on whole characters.
    private var line: [UInt8] = []
    private var gap = Gap.none
    private var first = -1
    private var last = -1
    private var linked = 0
    private var heading: PageTag?

    /// - Parameter node: the text node that the words come from.
    mutating func write(
        _ words: ArraySlice<UInt8>, of node: Int, isPreformatted: Bool, isLink: Bool, heading: PageTag?
    ) {
        var at = words.startIndex
        while at < words.endIndex {
            switch words[at] {
            case 0x0A, 0x0D:
                if isPreformatted { endLine() } else { gap = .lineBreak }
                at += 1
            case 0x09, 0x0C, 0x20:
                if isPreformatted {
                    line.append(0x20)
                } else if gap == .none {
                    gap = .space
                }
                at += 1
            default:
                let end = words[at...].firstIndex { Self.isBlank($0) } ?? words.endIndex
                fillGap(before: words[at..<end])
                line.append(contentsOf: words[at..<end])
                if first < 0 { first = node }
                last = node
                if isLink { linked += end - at }
                self.heading = self.heading ?? heading
                at = end
            }
        }
    }

    /// Ends the line; blanks at its ends and empty lines are not kept.
    mutating func endLine() {
        guard !line.isEmpty || gap != .none else { return }
        defer {
            line.removeAll(keepingCapacity: true)
            gap = .none
            first = -1
            last = -1
            linked = 0
            heading = nil
        }
        let words = StatuteTitle.trimmed(String(decoding: line, as: UTF8.self))
        guard !words.isEmpty else { return }
        lines.append(PageLine(words: words, first: first, last: last, linked: linked, heading: heading))
    }

    /// Makes one line of the last ones, which are cells of a row.
    mutating func joinLines(from start: Int) {
        guard start < lines.count - 1 else { return }
        // A slice of the lines would make the removal copy all of them, row by row.
        var joined = lines[start]
        for index in (start + 1)..<lines.count {
            joined.words += " " + lines[index].words
            joined.first = min(joined.first, lines[index].first)
            joined.last = max(joined.last, lines[index].last)
            joined.linked += lines[index].linked
        }
        lines.removeSubrange(start...)
        lines.append(joined)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        default: false
        }
    }

    private mutating func fillGap(before next: ArraySlice<UInt8>) {
        defer { gap = .none }
        guard gap != .none, !line.isEmpty else { return }
        if gap == .lineBreak, let previous = Self.lastScalar(line), let following = Self.firstScalar(next),
            Self.joins(previous, following), !endsInLabel
        {
            return
        }
        line.append(0x20)
    }

    private static func firstScalar(_ words: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(decoding: words.prefix(4), as: UTF8.self).unicodeScalars.first
    }

    private static func lastScalar(_ words: [UInt8]) -> Unicode.Scalar? {
        guard let start = words.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
        return String(decoding: words[start...], as: UTF8.self).unicodeScalars.first
    }

    /// Whether two signs stand together though the source breaks its line between them.
    private static func joins(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        let (before, after) = (width(a), width(b))
        return before != .narrow && after != .narrow && (before == .wide || after == .wide)
    }

    private enum Width { case wide, either, narrow }

    private static func width(_ scalar: Unicode.Scalar) -> Width {
        switch scalar.value {
        case 0x2E80...0x303F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFFEF,
            0x20000...0x3FFFF:
            .wide
        case 0xB7, 0x2013...0x2015, 0x2018...0x201D, 0x2026: .either
        default: .narrow
        }
    }

    /// 第一条 alone so far: a blank behind it sets the label off, whatever made it.
    private var endsInLabel: Bool {
        guard line.count < 72 else { return false }
        let words = StatuteTitle.trimmed(String(decoding: line, as: UTF8.self)).unicodeScalars
        return words.first == "第" && words.last == "条"
    }
}
