package import Statute

/// The tree of one text for `parse`: headings, and for each article how it begins.
package enum TerminalOutline {
    /// With the diagnostics and their lines at the end.
    package static func render(_ parsed: ParsedStatute, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        page.paragraph(parsed.text.title.isEmpty ? "(no title)" : parsed.text.title, .strong)
        for headnote in parsed.text.headnotes { page.paragraph(headnote, .faint, indent: 2) }
        var stack = parsed.text.root.children.reversed().map { ($0, 0) }
        var articles = 0
        while let (node, depth) = stack.popLast() {
            if node.kind == .article { articles += 1 }
            line(node, depth, &page)
            if node.kind.isContainer {
                stack.append(contentsOf: node.children.reversed().map { ($0, depth + 1) })
            }
        }
        page.gap()
        page.paragraph(ChangeWords.articles(articles))
        for diagnostic in parsed.diagnostics {
            page.paragraph(
                "line \(diagnostic.line): \(diagnostic.category.rawValue): \(diagnostic.message)", .warning,
                hanging: 4)
        }
        return page.text
    }

    private static func line(_ node: Provision, _ depth: Int, _ page: inout TerminalPage) {
        if node.kind.isContainer {
            page.gap()
            let words = [node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " ")
            page.paragraph(words.isEmpty ? node.kind.rawValue : words, .strong, indent: depth * 2)
            return
        }
        let article = ArticleText(node)
        let parts = article.lines.count > 1 ? "  (\(article.lines.count) lines)" : ""
        let label = "\(article.displayLabel)  "
        let indent = min(depth * 2, page.style.width / 3)
        let room = page.style.width - indent - DisplayWidth.of(label) - DisplayWidth.of(parts)
        page.line([
            StyledRun(String(repeating: " ", count: indent)), StyledRun(label),
            StyledRun(beginning(article.lines.first?.text ?? "", width: room), .faint),
            StyledRun(parts, .faint),
        ])
    }

    private static func beginning(_ text: String, width: Int) -> String {
        let text = VisibleText.line(text)
        guard DisplayWidth.of(text) > width else { return text }
        return LineBreaker.prefix(text, width: width - 1) + "…"
    }
}
