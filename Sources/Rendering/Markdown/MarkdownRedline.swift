import Alerts
import Redline
import Statute

/// A redline in Markdown: `~~deleted~~`, `**inserted**`.
package enum MarkdownRedline {
    /// The whole redline, ending with a line feed.
    package static func render(_ view: RedlineView) -> String {
        let title = view.changes.new.title.isEmpty ? "Untitled" : view.changes.new.title
        var out = "# \(MarkdownText.escape(title))\n\n"
        out += "- from: \(MarkdownText.escape(view.old.line))\n- to: \(MarkdownText.escape(view.new.line))\n"
        out += "- \(MarkdownText.escape(ChangeWords.summary(view.changes)))\n\n"
        out += "~~deleted~~ **inserted** ⟪touches a concept⟫\n\n"
        if view.changes.rewrite { out += "> \(MarkdownText.escape(ChangeWords.rewrite))\n\n" }
        for change in view.frameChanges {
            let parts = [
                change.before.map { MarkdownText.delimited(visible($0), by: "~~") },
                change.after.map { MarkdownText.delimited(visible($0), by: "**") },
            ]
            out +=
                "\(change.place.rawValue): \(parts.compactMap { $0 }.joined(separator: " "))\n\n"
        }
        if view.drawn.isEmpty, view.selection.words != nil {
            out += "\(MarkdownText.escape(view.nothingDrawn))\n\n"
        }
        for change in view.drawn { out += entry(change, view) }
        return out + unknown(view) + formal(view) + MarkdownTranslation.section(view)
    }

    private static func entry(_ change: ProvisionChange, _ view: RedlineView) -> String {
        var out = "## \(MarkdownText.escape(ChangeWords.title(change)))\n\n"
        let words = ([ChangeWords.kind(change)] + ChangeWords.grounds(change)).joined(separator: " · ")
        out += "*\(MarkdownText.escape(words))*\n\n"
        if let items = ChangeWords.items(change) { out += "\(MarkdownText.escape(items))\n\n" }
        let badges = EntryRedline.badges(change, view.findings)
        if !badges.isEmpty {
            out +=
                badges.map { MarkdownText.escape("⟦\(ChangeWords.badge($0))⟧") }.joined(separator: " ")
                + "\n\n"
        }
        let redline = EntryRedline(change, findings: view.findings)
        for part in redline.parts {
            if redline.parts.count > 1 {
                out += "\(MarkdownText.escape(part.title, atLineStart: true)):\n\n"
            }
            if change.isVerbatim, let words = part.after ?? part.before {
                for line in words.lines {
                    out += MarkdownText.escape(line.printed, atLineStart: true) + "\n\n"
                }
            } else {
                for line in lines(part.stretches) { out += line + "\n\n" }
            }
        }
        return out + MarkdownTranslation.entry(change, view)
    }

    static func lines(_ stretches: [Stretch]) -> [String] {
        var lines = [""]
        for group in StretchGroup.groups(stretches) {
            let delimiter: String?
            switch group.kind {
            case .kept: delimiter = nil
            case .deleted: delimiter = "~~"
            case .inserted: delimiter = "**"
            case .elsewhere(let label, let side):
                lines[lines.count - 1] += MarkdownText.escape(
                    "[… \(side == .before ? "now in" : "from") \(label) …]")
                continue
            }
            if let delimiter, group.isLineEnd {
                lines[lines.count - 1] += MarkdownText.delimited("¶", by: delimiter)
                if group.kind == .inserted { lines.append("") }
                continue
            }
            for (index, line) in group.lines.enumerated() {
                if index > 0 { lines.append("") }
                if line.isEmpty { continue }
                let words = line.map { stretch in
                    let words = delimiter == nil ? stretch.text : visible(stretch.text)
                    return stretch.marks.isEmpty ? words : "⟪\(words)⟫"
                }.joined()
                lines[lines.count - 1] +=
                    delimiter.map { MarkdownText.delimited(words, by: $0) }
                    ?? MarkdownText.escape(words, atLineStart: lines.last?.isEmpty ?? true)
            }
        }
        return lines.filter { !$0.isEmpty }
    }

    private static func visible(_ text: String) -> String { VisibleText.changed(text) }

    private static func unknown(_ view: RedlineView) -> String {
        guard !view.unknown.isEmpty else { return "" }
        let groups = UnknownGroups(view.unknown).groups.map {
            "- \(MarkdownText.escape("\($0.title): \($0.ranges)"))\n"
        }
        return
            "## Not known\n\n\(MarkdownText.escape(ChangeWords.unknown(view.unknown)))\n\n\(groups.joined())\n"
    }

    private static func formal(_ view: RedlineView) -> String {
        var out = ""
        for line in view.formalLines {
            let ranges = line.ranges.isEmpty ? "" : ": \(line.ranges)"
            out += "- \(MarkdownText.escape(line.title + ranges))\n"
        }
        if let omitted = view.omittedLine { out += "- \(MarkdownText.escape(omitted))\n" }
        return out.isEmpty ? "" : "## Formal changes and what stayed\n\n\(out)"
    }
}
