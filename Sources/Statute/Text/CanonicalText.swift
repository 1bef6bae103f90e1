/// The one text format that is committed and parsed: readable, line by line, and read back without loss.
///
/// `# title`, `> headnote`, `## container heading` (one more `#` per level), `第一条 words` on one line, further
/// paragraphs and items a line each, a blank line between all. A line of plain words that would be read as
/// something else begins with a backslash. Ends with a line feed.
package struct CanonicalText: Sendable, Hashable {
    package let string: String

    /// Writes a text.
    package init(_ text: StatuteText) {
        var lines: [String] = []
        if !text.title.isEmpty { lines.append("# " + Self.escapedTitle(text.title)) }
        lines.append(contentsOf: text.headnotes.map { "> " + $0 })
        Self.write(text.root, depth: 0, into: &lines)
        string = lines.isEmpty ? "" : lines.joined(separator: "\n\n") + "\n"
    }

    /// Reads a text that ``init(_:)`` has written.
    ///
    /// Total: text that was not written so is read as far as it goes, with diagnostics.
    package static func parse(_ string: String, language: Language) -> ParsedStatute {
        var reading = StatuteReading(string, mode: .canonical, language: language)
        return reading.run()
    }

    /// Containers nest by rank and level and list items by style, so the depth is bounded.
    private static func write(_ node: Provision, depth: Int, into lines: inout [String]) {
        if node.kind.isContainer {
            if node.kind != .body { lines.append(heading(node, depth: depth)) }
            for child in node.children { write(child, depth: depth + 1, into: &lines) }
            return
        }
        if node.kind == .preamble, !node.heading.isEmpty { lines.append("## " + node.heading) }
        writeUnit(node, into: &lines)
    }

    private static func heading(_ node: Provision, depth: Int) -> String {
        let signs = String(repeating: "#", count: depth + 1) + " "
        if node.label.isEmpty { return signs + escaped(node.heading) }
        return signs + node.label + (node.heading.isEmpty ? "" : " " + node.heading)
    }

    private static func writeUnit(_ node: Provision, into lines: inout [String]) {
        if !node.label.isEmpty {
            // The first paragraph stands on the line of the label.
            var rest = node.children[...]
            var words = node.text
            var first: Provision?
            if words.isEmpty, let paragraph = rest.first, paragraph.kind == .paragraph {
                words = paragraph.text
                first = paragraph
                rest = rest.dropFirst()
            }
            let kept = node.kind == .article && words.unicodeScalars.first == "\\" ? "\\" + words : words
            lines.append(kept.isEmpty ? node.label : node.label + " " + kept)
            for child in first?.children ?? [] { writeEntry(child, into: &lines) }
            for child in rest { writeEntry(child, into: &lines) }
        } else if node.kind == .paragraph || !node.text.isEmpty {
            writeEntry(node, into: &lines)
        } else {
            for child in node.children { writeEntry(child, into: &lines) }
        }
    }

    private static func writeEntry(_ node: Provision, into lines: inout [String]) {
        if !node.label.isEmpty {
            lines.append(node.text.isEmpty ? node.label : node.label + " " + node.text)
        } else if !node.text.isEmpty {
            lines.append(escaped(node.text))
        }
        for child in node.children { writeEntry(child, into: &lines) }
    }

    /// With a backslash in front where the words would be read as a label or as a sign.
    private static func escaped(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)[...]
        guard let first = scalars.first else { return words }
        let isSign = first == "#" || first == ">" || first == "\\" || first == "<"
        return isSign || Label.leading(scalars) != nil || Heading.isPreamble(scalars) ? "\\" + words : words
    }

    private static func escapedTitle(_ title: String) -> String {
        title.unicodeScalars.first == "\\" ? "\\" + title : title
    }
}
