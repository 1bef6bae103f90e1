/// Collects the lines of one article-level provision and nests its paragraphs and list items.
struct UnitBuilder {
    /// A node of a list while it is being built.
    private struct Entry {
        var style: Label.Style
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
    }

    var kind: ProvisionKind
    var number = ""
    var label = ""
    var heading = ""
    var line: Int
    /// How the unit itself is numbered, where it is a list item at the top of a text.
    var style: Label.Style?
    private var paragraphs: [Paragraph] = []
    /// The styles of the lists that are open, outermost first.
    private var open: [Label.Style] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(kind: ProvisionKind, line: Int) {
        self.kind = kind
        self.line = line
    }

    var isEmpty: Bool { paragraphs.isEmpty }

    mutating func addParagraph(_ text: Scalars, line: Int) {
        paragraphs.append(Paragraph(text: text.string, line: line))
        open = []
    }

    /// Adds a list item to the paragraph that stands last.
    mutating func addItem(_ label: Label, _ style: Label.Style, _ line: Scalars, number lineNumber: Int) {
        if paragraphs.isEmpty { paragraphs.append(Paragraph(text: "", line: lineNumber)) }
        let style = resolved(style, label)
        if let depth = open.firstIndex(of: style) {
            open.removeSubrange((depth + 1)...)
        } else {
            open.append(style)
        }
        let entry = Entry(
            style: style, number: label.number, ordinal: label.ordinal, label: line.prefix(label.length).string,
            text: line.dropFirst(label.length).trimmed.string, line: lineNumber, depth: open.count)
        checkSequence(entry)
        paragraphs[paragraphs.count - 1].entries.append(entry)
    }

    /// (i), (v) and (x) are letters where the list has come to h, u or w, Roman numerals otherwise.
    private func resolved(_ style: Label.Style, _ label: Label) -> Label.Style {
        guard style == .romanParenthesis || style == .letterParenthesis else { return style }
        guard label.number.unicodeScalars.count == 1, let letter = label.number.unicodeScalars.first else {
            return style
        }
        guard style == .romanParenthesis, open.contains(.letterParenthesis) else { return style }
        let last = paragraphs.last?.entries.last { $0.style == .letterParenthesis }
        guard let before = last?.number.unicodeScalars.first, before.value + 1 == letter.value else { return style }
        return .letterParenthesis
    }

    private mutating func checkSequence(_ entry: Entry) {
        guard let value = entry.ordinal.first, let paragraph = paragraphs.last else { return }
        let siblings = paragraph.entries.reversed().prefix { $0.depth >= entry.depth }
        let previous = siblings.first { $0.depth == entry.depth && $0.style == entry.style }
        let expected = (previous?.ordinal.first ?? 0) + 1
        if value != expected {
            diagnostics.append(
                Diagnostic(
                    .itemNumberGap, "list item \(entry.label) where number \(expected) would follow", line: entry.line)
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
            var node = Provision(
                kind: depth == 0 ? .item : .subitem, number: entry.number, label: entry.label, text: entry.text)
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
