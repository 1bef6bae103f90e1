import Alerts
import Redline
import Statute

/// One redlined provision as paragraphs of HTML.
enum HTMLStretches {
    /// `<div class="words" lang="…">` with one paragraph a line.
    static func words(_ stretches: [Stretch], language: Language) -> String {
        var lines = [""]
        for stretch in stretches { add(stretch, to: &lines) }
        let paragraphs = lines.filter { !$0.isEmpty }.map { "<p>\($0)</p>" }.joined(separator: "\n")
        return "<div class=\"words\" lang=\"\(language.rawValue)\">\n\(paragraphs)\n</div>\n"
    }

    /// The words of a provision as they stand.
    static func plain(_ article: ArticleText, language: Language) -> String {
        let paragraphs = article.lines.map { line in
            "<p\(line.depth > 1 ? " class=\"d\(min(line.depth - 1, 3))\"" : "")>"
                + "\(HTMLText.escape(line.label + line.text))</p>"
        }
        return "<div class=\"words\" lang=\"\(language.rawValue)\">\n\(paragraphs.joined(separator: "\n"))\n</div>\n"
    }

    private static func add(_ stretch: Stretch, to lines: inout [String]) {
        switch stretch.kind {
        case .kept:
            pieces(stretch, nil, &lines)
        case .deleted:
            pieces(stretch, "del", &lines)
        case .inserted:
            pieces(stretch, "ins", &lines)
        case .elsewhere(let label, let side):
            let words = side == .before ? "now in \(label)" : "from \(label)"
            lines[lines.count - 1] += "<span class=\"elsewhere\">[… \(HTMLText.escape(words)) …]</span>"
        }
    }

    private static func pieces(_ stretch: Stretch, _ tag: String?, _ lines: inout [String]) {
        if let tag, stretch.text.unicodeScalars.allSatisfy({ $0 == "\n" }) {
            // Paragraphs were joined or parted: a sign stands for the line end.
            lines[lines.count - 1] += "<\(tag)>¶</\(tag)>"
            if stretch.kind == .inserted { lines.append("") }
            return
        }
        let parts = stretch.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 { lines.append("") }
            if part.isEmpty { continue }
            var words = tag == nil ? HTMLText.escape(String(part)) : HTMLText.escapeChanged(String(part))
            if !stretch.marks.isEmpty {
                let title = HTMLText.escape(stretch.marks.map(\.label).joined(separator: "; "))
                words = "<mark title=\"\(title)\">\(words)</mark>"
            }
            if let tag {
                let why = stretch.edit.map { " title=\"\($0.rawValue)\"" } ?? ""
                words = "<\(tag)\(why)>\(words)</\(tag)>"
            }
            if index == parts.count - 1 { words += stretch.ending.map { badge($0, "span", " inline") }.joined() }
            lines[lines.count - 1] += words
        }
    }

    /// A concept with its polarity in words.
    static func badge(_ mark: Mark, _ tag: String, _ more: String = "") -> String {
        "<\(tag) class=\"tag \(mark.polarity.rawValue)\(more)\" lang=\"en\">"
            + "\(HTMLText.escape(ChangeWords.badge(mark)))</\(tag)>"
    }
}
