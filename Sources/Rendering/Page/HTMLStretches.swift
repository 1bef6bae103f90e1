import Alerts
import Redline
import Statute

/// One redlined provision as paragraphs of HTML.
enum HTMLStretches {
    /// `<div class="words" lang="…">` with one paragraph a line.
    static func words(_ stretches: [Stretch], language: Language) -> String {
        var lines = [""]
        for group in StretchGroup.groups(stretches) { add(group, to: &lines) }
        let paragraphs = lines.filter { !$0.isEmpty }.map { "<p>\($0)</p>" }.joined(separator: "\n")
        return "<div class=\"words\" lang=\"\(language.rawValue)\">\n\(paragraphs)\n</div>\n"
    }

    /// The words of a provision as they stand.
    static func plain(_ article: ArticleText, language: Language) -> String {
        let paragraphs = article.lines.map { line in
            "<p\(line.depth > 1 ? " class=\"d\(min(line.depth - 1, 3))\"" : "")>"
                + "\(HTMLText.escape(line.printed))</p>"
        }
        return
            "<div class=\"words\" lang=\"\(language.rawValue)\">\n\(paragraphs.joined(separator: "\n"))\n</div>\n"
    }

    private static func add(_ group: StretchGroup, to lines: inout [String]) {
        let tag: String
        switch group.kind {
        case .kept: tag = ""
        case .deleted: tag = "del"
        case .inserted: tag = "ins"
        case .elsewhere(let label, let side):
            let words = side == .before ? "now in \(label)" : "from \(label)"
            lines[lines.count - 1] += "<span class=\"elsewhere\">[… \(HTMLText.escape(words)) …]</span>"
            return
        }
        if !tag.isEmpty, group.isLineEnd {
            lines[lines.count - 1] += "<\(tag)>¶</\(tag)>"
            if group.kind == .inserted { lines.append("") }
            return
        }
        for (index, line) in group.lines.enumerated() {
            if index > 0 { lines.append("") }
            if line.isEmpty { continue }
            let words = line.map { piece($0, changed: !tag.isEmpty) }.joined()
            let why = group.edit.map { " title=\"\($0.rawValue)\"" } ?? ""
            lines[lines.count - 1] += tag.isEmpty ? words : "<\(tag)\(why)>\(words)</\(tag)>"
        }
    }

    private static func piece(_ stretch: Stretch, changed: Bool) -> String {
        let words = changed ? HTMLText.escapeChanged(stretch.text) : HTMLText.escape(stretch.text)
        guard !stretch.marks.isEmpty else { return words }
        let title = HTMLText.escape(stretch.marks.map(\.label).joined(separator: "; "))
        return "<mark title=\"\(title)\">\(words)</mark>"
            + stretch.ending.map { badge($0, "span", " inline") }.joined()
    }

    /// A concept with its polarity in words.
    static func badge(_ mark: Mark, _ tag: String, _ more: String = "") -> String {
        "<\(tag) class=\"tag \(mark.polarity.rawValue)\(more)\" lang=\"en\">"
            + "\(HTMLText.escape(ChangeWords.badge(mark)))</\(tag)>"
    }
}
