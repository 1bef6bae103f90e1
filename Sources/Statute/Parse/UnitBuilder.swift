/// Collects the lines of one article-level provision and nests its paragraphs and list items.
struct UnitBuilder {
    /// A node of a list while it is being built.
    private struct Entry {
        /// Nil for plain words that belong to the item above them.
        var style: Label.Style?
        var number: String
        var ordinal: [Int]
        var label: String
        var text: String
        var line: Int
        var depth: Int
    }

    private struct Paragraph {
        var text: String
        var line: Int
        var entries: [Entry] = []
        /// The styles of the lists that are open, outermost first.
        var open: [Label.Style] = []
    }

    var kind: ProvisionKind
    var number = ""
    var label = ""
    var heading = ""
    var line: Int
    /// How the unit itself is numbered, where it is a list item at the top of a text.
    var style: Label.Style?
    private var paragraphs: [Paragraph] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(kind: ProvisionKind, line: Int) {
        self.kind = kind
        self.line = line
    }

    var isEmpty: Bool { paragraphs.isEmpty }

    mutating func addParagraph(_ text: Scalars, line: Int) {
        paragraphs.append(Paragraph(text: text.string, line: line))
    }

    /// Adds a list item to the paragraph that stands last.
    mutating func addItem(_ label: Label, _ style: Label.Style, _ line: Scalars, number lineNumber: Int) {
        if paragraphs.isEmpty { paragraphs.append(Paragraph(text: "", line: lineNumber)) }
        takeBackParagraphs(before: label, style)
        var paragraph = paragraphs.removeLast()
        let style = Self.resolved(style, label, in: paragraph)
        if let depth = paragraph.open.firstIndex(of: style) {
            paragraph.open.removeSubrange((depth + 1)...)
        } else {
            paragraph.open.append(style)
        }
        let entry = Entry(
            style: style, number: label.number, ordinal: label.ordinal,
            label: line.prefix(label.length).string,
            text: line.dropFirst(label.length).trimmed.string, line: lineNumber, depth: paragraph.open.count)
        checkSequence(entry, in: paragraph)
        paragraph.entries.append(entry)
        paragraphs.append(paragraph)
    }

    /// A list that goes on after plain words, （二）… words … （三）, was never left: the words belong to the item
    /// above them.
    private mutating func takeBackParagraphs(before label: Label, _ style: Label.Style) {
        guard let value = label.ordinal.first, value > 1, paragraphs.last?.entries.isEmpty == true else {
            return
        }
        guard let index = paragraphs.lastIndex(where: { !$0.entries.isEmpty }) else { return }
        var list = paragraphs[index]
        guard let depth = list.open.firstIndex(of: style) else { return }
        let last = list.entries.last { $0.style == style && $0.depth == depth + 1 }
        guard last?.ordinal.first == value - 1 else { return }
        list.open.removeSubrange((depth + 1)...)
        for (count, words) in paragraphs[(index + 1)...].enumerated() {
            list.entries.append(
                Entry(
                    style: nil, number: String(count + 1), ordinal: [], label: "", text: words.text,
                    line: words.line, depth: depth + 2))
        }
        paragraphs.removeSubrange(index...)
        paragraphs.append(list)
    }

    /// (i), (v) and (x) are letters where the list has come to h, u or w, Roman numerals otherwise.
    private static func resolved(_ style: Label.Style, _ label: Label, in paragraph: Paragraph) -> Label.Style
    {
        guard style == .romanParenthesis, paragraph.open.contains(.letterParenthesis) else { return style }
        guard label.number.unicodeScalars.count == 1, let letter = label.number.unicodeScalars.first else {
            return style
        }
        let last = paragraph.entries.last { $0.style == .letterParenthesis }
        guard let before = last?.number.unicodeScalars.first, before.value + 1 == letter.value else {
            return style
        }
        return .letterParenthesis
    }

    private mutating func checkSequence(_ entry: Entry, in paragraph: Paragraph) {
        guard let value = entry.ordinal.first else { return }
        let siblings = paragraph.entries.reversed().prefix { $0.depth >= entry.depth }
        let previous = siblings.first { $0.depth == entry.depth && $0.style == entry.style }
        let expected = (previous?.ordinal.first ?? 0) + 1
        if value != expected {
            diagnostics.append(
                Diagnostic(
                    .itemNumberGap, "list item \(entry.label) where number \(expected) would follow",
                    line: entry.line)
            )
        }
    }

    /// The finished provision without paths, with the line of each node in tree order.
    func finished() -> (provision: Provision, lines: [Int]) {
        var unit = Provision(kind: kind, number: number, label: label, heading: heading)
        var lines = [line]
        if paragraphs.count == 1, let only = paragraphs.first {
            unit.text = only.text
            unit.children = Self.nest(only.entries, lines: &lines)
        } else {
            for (index, paragraph) in paragraphs.enumerated() {
                lines.append(paragraph.line)
                var node = Provision(kind: .paragraph, number: String(index + 1), text: paragraph.text)
                node.children = Self.nest(paragraph.entries, lines: &lines)
                unit.children.append(node)
            }
        }
        return (unit, lines)
    }

    private static func nest(_ entries: [Entry], lines: inout [Int]) -> [Provision] {
        var rest = entries[...]
        return children(above: 0, &rest, lines: &lines)
    }

    /// Depth is the number of open styles, seven at most.
    private static func children(
        above depth: Int, _ rest: inout ArraySlice<Entry>, lines: inout [Int]
    ) -> [Provision] {
        var nodes: [Provision] = []
        while let entry = rest.first, entry.depth > depth {
            rest = rest.dropFirst()
            lines.append(entry.line)
            let kind: ProvisionKind = entry.style == nil ? .paragraph : depth == 0 ? .item : .subitem
            var node = Provision(
                kind: kind, number: entry.number, label: entry.label, text: entry.text)
            node.children = children(above: entry.depth, &rest, lines: &lines)
            nodes.append(node)
        }
        return nodes
    }

    /// Whether the unit announces a list and has none.
    var lacksList: Int? {
        for paragraph in paragraphs where paragraph.entries.isEmpty {
            let text = Array(paragraph.text.unicodeScalars)
            guard let end = text.last, end == "：" || end == ":" else { continue }
            if paragraph.text.contains("下列") || paragraph.text.contains("following"),
                paragraph.line == paragraphs.last?.line
            {
                return paragraph.line
            }
        }
        return nil
    }
}
