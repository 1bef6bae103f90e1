import Redline
import Statute

/// The other language in Markdown: a quotation below each entry, and a section.
enum MarkdownTranslation {
    static func entry(_ change: ProvisionChange, _ view: RedlineView) -> String {
        guard let changes = view.translation else { return "" }
        var out = ""
        for remark in changes.remarks(on: change) {
            out += "**\(MarkdownText.escape(TranslationWords.remark(remark)))**\n\n"
        }
        guard let words = changes.words(for: change) else { return out }
        var lines = ["*\(MarkdownText.escape(TranslationWords.caption(words)))*"]
        for part in OtherRedline(words).parts {
            switch part {
            case .redline(_, let stretches): lines += MarkdownRedline.lines(stretches)
            case .plain(let text, let isOlder):
                if isOlder { lines.append("of the older version:") }
                lines += text.lines.map { MarkdownText.escape($0.printed, atLineStart: true) }
            }
        }
        return out + lines.map { "> \($0)" }.joined(separator: "\n>\n") + "\n\n"
    }

    static func section(_ view: RedlineView) -> String {
        guard let changes = view.translation else { return "" }
        var out = "\n## Translation\n\n\(MarkdownText.escape(TranslationWords.summary(changes)))\n\n"
        for line in TranslationWords.lines(changes) {
            let words = MarkdownText.escape(line.words)
            out += "- \(line.isWarning ? "**\(words)**" : words)\n"
        }
        return out.hasSuffix("\n\n") ? out : out + "\n"
    }
}
