import Redline
import Statute

/// One piece of a text as it is printed in order: title, headnote, heading or provision, with its paragraphs.
struct TextUnit {
    enum Role: Hashable {
        case title, headnote
        case heading(ProvisionKind)
        case provision
    }

    struct Paragraph: Hashable {
        var style: TrackedParagraph.Style
        var text: String
    }

    let role: Role
    /// Where a heading or a provision stands; the root elsewhere.
    let path: ProvisionPath
    /// The number as printed, with what parts it from the words; empty where there is none.
    let label: String
    /// The words without ``label``, lines parted by line feeds: for a provision, its ``Statute/ArticleText/string``.
    let words: String
    /// Of each line of label and words together.
    let styles: [TrackedParagraph.Style]

    /// Everything that stands around the provisions, and the provisions in their slots.
    static func all(of frame: Frame, provisions: [ProvisionPath: ArticleText]) -> [TextUnit] {
        var units: [TextUnit] = []
        let text = frame.text
        if !text.title.isEmpty { units.append(plain(.title, text.title, .title)) }
        units += text.headnotes.map { plain(.headnote, $0, .headnote) }
        var stack = text.root.children.reversed().map { ($0, 1) }
        while let (node, depth) = stack.popLast() {
            if node.kind.isContainer {
                units.append(heading(node, depth))
                stack.append(contentsOf: node.children.reversed().map { ($0, depth + 1) })
            } else if let provision = provisions[node.path] {
                units.append(self.provision(provision))
            }
        }
        return units
    }

    static func provision(_ article: ArticleText) -> TextUnit {
        let lines = article.lines
        var styles = lines.map { style(of: $0) }
        var label = article.label.isEmpty && article.kind == .preamble ? article.heading : article.label
        if !label.isEmpty {
            // The first paragraph stands on the line of the label; a list or a preamble begins below it.
            let sharesLine = lines.first.map { $0.label.isEmpty } ?? true
            if lines.isEmpty {
                styles = [.provision]
            } else if sharesLine, !article.label.isEmpty {
                label += " "
                styles[0] = .provision
            } else {
                label += "\n"
                styles.insert(article.label.isEmpty ? .heading(1) : .provision, at: 0)
            }
        }
        if styles.isEmpty { styles = [.paragraph] }
        return TextUnit(
            role: .provision, path: article.path, label: label, words: article.string, styles: styles)
    }

    private static func plain(_ role: Role, _ words: String, _ style: TrackedParagraph.Style) -> TextUnit {
        TextUnit(role: role, path: .root, label: "", words: oneLine(words), styles: [style])
    }

    private static func heading(_ node: Provision, _ depth: Int) -> TextUnit {
        let words = [node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " ")
        return TextUnit(
            role: .heading(node.kind), path: node.path, label: "", words: oneLine(words),
            styles: [.heading(depth)])
    }

    /// Titles and headings are one line by the parser's rules; a value made otherwise is held to it.
    private static func oneLine(_ words: String) -> String {
        words.unicodeScalars.map { $0 == "\n" ? " " : $0 }.string
    }

    private static func style(of line: ArticleText.Line) -> TrackedParagraph.Style {
        switch line.kind {
        case .item: .item
        case .subitem: .subitem
        default: .paragraph
        }
    }
}
