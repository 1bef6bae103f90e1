import Statute

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the provisions of a ``Statute/CanonicalText`` in its bytes, as the parser would, without making a tree.
///
/// The grammar is that of ``Statute/CanonicalText``; labels that are not of the two commonest forms are read by the
/// parser's own rules. What this scan does not decide (a text without any numbered provision, an item without words
/// before it) it leaves to the parser by giving nothing.
struct CanonicalScan {
    private enum Open {
        case nothing, preamble, article, paragraph
        case point(CanonicalLabel.Style)
    }

    private var text: FlatText
    private var open = Open.preamble
    private var firstLine = 0
    private var hasPreambleHeading = false
    private var hasStructure = false
    private var containers = ContainerStack()
    private let bytes: UnsafeBufferPointer<UInt8>

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ arena: Arena) {
        self.bytes = bytes
        text = FlatText(bytes, arena)
    }

    /// - Parameter bytes: UTF-8 of a canonical text, held in place by the caller.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ arena: Arena) -> FlatText? {
        var scan = CanonicalScan(bytes, arena)
        return scan.run() ? scan.text : nil
    }

    private mutating func run() -> Bool {
        guard let base = bytes.baseAddress, bytes.count < Int(Int32.max) else { return false }
        let count = bytes.count
        var start = 0
        var inHead = true
        var hasTitle = false
        while start < count {
            let found = memchr(base + start, 0x0A, count &- start)
            let end = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base } ?? count
            if end > start {
                if inHead, isHead(start, end, &hasTitle) {
                    // Title and headnotes belong to no provision.
                } else {
                    inHead = false
                    guard read(start, end) else { return false }
                }
            }
            start = end &+ 1
            // Lines stand apart.
            if start < count, bytes[start] == 0x0A { start &+= 1 }
        }
        if case .preamble = open, !hasStructure, !hasPreambleHeading { return false }
        close()
        return true
    }

    private func isHead(_ start: Int, _ end: Int, _ hasTitle: inout Bool) -> Bool {
        if bytes[start] == 0x3E {
            hasTitle = true
            return true
        }
        guard !hasTitle, bytes[start] == 0x23, end > start + 1, bytes[start + 1] == 0x20 else { return false }
        hasTitle = true
        return true
    }

    private mutating func read(_ start: Int, _ end: Int) -> Bool {
        switch bytes[start] {
        case 0x23: return readHeading(start, end)
        case 0x5C: return addParagraph(words: skipBlanks(start &+ 1, end), end)
        case 0xE7 where bytes[start &+ 1 < end ? start &+ 1 : start] == 0xAC:
            if let label = CanonicalLabel.article(bytes, start, end) { return openArticle(label, end) }
            if CanonicalLabel.mayLead(bytes, start, end) { return readLabel(start, end) }
            return addParagraph(words: start, end)
        default:
            if CanonicalLabel.mayLead(bytes, start, end) { return readLabel(start, end) }
            return addParagraph(words: start, end)
        }
    }

    private mutating func readLabel(_ start: Int, _ end: Int) -> Bool {
        if case .article = open, let label = CanonicalLabel.bracketed(bytes, start, end) {
            return addItem(start, label, end)
        }
        guard let label = CanonicalLabel.read(bytes, start, end) else {
            return addParagraph(words: start, end)
        }
        switch label.kind {
        case .article: return openArticle(label.end, end)
        case .division: return addParagraph(words: start, end)
        case .item(let style): return readItem(start, label.end, style, end)
        }
    }

    private func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, bytes[start] == 0x20 { start &+= 1 }
        return start
    }

    // MARK: Provisions

    private mutating func openArticle(_ label: Int, _ end: Int) -> Bool {
        close()
        open = .article
        hasStructure = true
        var words = skipBlanks(label, end)
        if words < end, bytes[words] == 0x5C { words = skipBlanks(words &+ 1, end) }
        if words < end { addLine(words, words, words, end) }
        return true
    }

    private mutating func addParagraph(words: Int, _ end: Int) -> Bool {
        if words >= end { return true }
        switch open {
        case .nothing, .paragraph:
            close()
            open = .paragraph
        default: break
        }
        addLine(words, words, words, end)
        return true
    }

    private mutating func readItem(_ start: Int, _ label: Int, _ style: CanonicalLabel.Style, _ end: Int)
        -> Bool
    {
        guard startsUnit(style) else { return addItem(start, label, end) }
        close()
        open = .point(style)
        hasStructure = true
        let words = skipBlanks(label, end)
        if words < end { addLine(words, words, words, end) }
        return true
    }

    private func startsUnit(_ style: CanonicalLabel.Style) -> Bool {
        switch open {
        case .nothing: return true
        case .article: return false
        case .preamble: return hasPreambleHeading ? false : style == .ideographComma
        case .paragraph: return style == .ideographComma
        case .point(let own): return style == .ideographComma || style == own
        }
    }

    /// An item before any words would make an empty paragraph: left to the parser.
    private mutating func addItem(_ start: Int, _ label: Int, _ end: Int) -> Bool {
        guard text.lines.count > firstLine else { return false }
        addLine(start, label, skipBlanks(label, end), end)
        return true
    }

    @inline(__always) private mutating func addLine(_ start: Int, _ label: Int, _ words: Int, _ end: Int) {
        text.add(
            FlatText.Line(
                start: Int32(truncatingIfNeeded: start), labelEnd: Int32(truncatingIfNeeded: label),
                wordsStart: Int32(truncatingIfNeeded: words), end: Int32(truncatingIfNeeded: end)))
    }

    private mutating func close() {
        defer {
            open = .nothing
            firstLine = text.lines.count
        }
        let family: Unit.Family
        switch open {
        case .nothing: return
        case .preamble:
            if text.lines.count == firstLine, !hasPreambleHeading { return }
            family = .preamble
        case .article: family = .article
        case .paragraph, .point: family = .point
        }
        text.close(containers.isInAnnex ? .annex : family, firstLine: firstLine)
    }

    // MARK: Containers

    private mutating func readHeading(_ start: Int, _ end: Int) -> Bool {
        guard let heading = CanonicalLabel.heading(bytes, start, end) else {
            return addParagraph(words: start, end)
        }
        if heading.isEmpty { return true }
        if heading.isPreamble, containers.isEmpty, !hasStructure, !hasPreambleHeading, case .preamble = open,
            text.lines.count == firstLine
        {
            hasPreambleHeading = true
            return true
        }
        close()
        hasStructure = true
        containers.open(heading.division, level: heading.level)
        return true
    }
}

/// Which containers are open: only as much as tells whether an annex is among them.
private struct ContainerStack {
    private var open: [(rank: Int?, level: Int)] = []

    var isEmpty: Bool { open.isEmpty }
    var isInAnnex: Bool { open.contains { $0.rank == 0 } }

    mutating func open(_ division: ProvisionKind?, level: Int) {
        let rank: Int? =
            switch division {
            case .annex: 0
            case .part: 1
            case .subpart: 2
            case .chapter: 3
            case .section: 4
            default: nil
            }
        let cut = open.firstIndex { above in
            guard let rank, let aboveRank = above.rank else { return above.level >= level }
            return aboveRank >= rank
        }
        if let cut { open.removeSubrange(cut...) }
        open.append((rank, level))
    }
}
