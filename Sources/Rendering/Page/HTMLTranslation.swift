import Redline
import Statute

/// The other language on a page: beside each entry, and a section before the changes.
enum HTMLTranslation {
    /// - Parameter redline: the words of the entry as HTML, which the other language stands beside.
    static func entry(_ change: ProvisionChange, _ view: RedlineView, beside redline: String) -> String {
        guard let changes = view.translation else { return redline }
        var remarks = ""
        for remark in changes.remarks(on: change) {
            remarks += "<p class=\"note\">\(HTMLText.escape(TranslationWords.remark(remark)))</p>\n"
        }
        guard let words = changes.words(for: change) else { return remarks + redline }
        var out = remarks + "<div class=\"beside\">\n<div>\n\(redline)</div>\n<div class=\"other\">\n"
        out += "<p class=\"why\">\(HTMLText.escape(TranslationWords.caption(words)))</p>\n"
        for part in OtherRedline(words).parts {
            switch part {
            case .redline(let title, let stretches):
                if words.changes.map({ $0.count > 1 }) ?? false {
                    out += "<p class=\"part\">\(HTMLText.escape(VisibleText.line(title)))</p>\n"
                }
                out += HTMLStretches.words(stretches, language: words.language)
            case .plain(let text, let isOlder):
                if isOlder { out += "<p class=\"part\">of the older version</p>\n" }
                out += HTMLStretches.plain(text, language: words.language)
            }
        }
        return out + "</div>\n</div>\n"
    }

    static func section(_ view: RedlineView) -> String {
        guard let changes = view.translation else { return "" }
        var out = "<section aria-labelledby=\"translation\">\n<h2 id=\"translation\">Translation</h2>\n"
        out += "<p>\(HTMLText.escape(TranslationWords.summary(changes)))</p>\n"
        let lines = TranslationWords.lines(changes)
        if !lines.isEmpty {
            out += "<ul>\n"
            for line in lines {
                let words = HTMLText.escape(line.words)
                out += "<li>\(line.isWarning ? "<strong>\(words)</strong>" : words)</li>\n"
            }
            out += "</ul>\n"
        }
        return out + "</section>\n"
    }

    /// Two columns where there is room: the redline and the other language beside it.
    static let css = """
        .beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:.2rem 1.4rem}
        .other{border-left:3px solid var(--line);padding-left:1rem}
        """
}
