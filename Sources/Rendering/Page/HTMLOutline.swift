import Redline
import Statute

/// The contents of the new text with a sign and a word at each provision that changed.
enum HTMLOutline {
    /// The id of an entry on its page; unique, because each provision is in one entry.
    static func anchor(_ change: ProvisionChange) -> String {
        if let after = change.after.first { return "after-\(after.path.rawValue)" }
        return "before-\(change.before.first?.path.rawValue ?? "")"
    }

    static func nav(_ view: RedlineView) -> String {
        var byPath: [ProvisionPath: ProvisionChange] = [:]
        for change in view.changes.changes {
            for after in change.after { byPath[after.path] = change }
        }
        var out = "<nav class=\"outline\" aria-labelledby=\"outline\">\n<h2 id=\"outline\">Contents</h2>\n"
        out += "<p class=\"soft\"># formal only · ? not known · ◆ touches a concept</p>\n"
        var chips: [String] = []
        func flush() {
            if !chips.isEmpty { out += "<ol>\n\(chips.map { "<li>\($0)</li>\n" }.joined())</ol>\n" }
            chips = []
        }
        let language = view.changes.new.language.rawValue
        var stack = Array(view.changes.newFrame.text.root.children.reversed())
        while let node = stack.popLast() {
            if node.kind.isContainer {
                flush()
                let words = [node.label, node.heading].filter { !$0.isEmpty }.joined(separator: " ")
                out +=
                    "<h3 lang=\"\(language)\">\(HTMLText.escape(words.isEmpty ? node.kind.rawValue : words))</h3>\n"
                stack.append(contentsOf: node.children.reversed())
            } else {
                chips.append(chip(ArticleText(node), byPath[node.path], view))
            }
        }
        flush()
        let repealed = view.drawn.filter { $0.kind == .repealed }
        if !repealed.isEmpty {
            out += "<h3>Repealed</h3>\n"
            chips = repealed.compactMap { change in change.before.first.map { chip($0, change, view) } }
            flush()
        }
        return out + "</nav>\n"
    }

    private static func chip(_ article: ArticleText, _ change: ProvisionChange?, _ view: RedlineView)
        -> String
    {
        let name = HTMLText.escape(
            article.kind == .article && !article.number.isEmpty ? article.number : article.displayLabel)
        guard let change, change.kind != .unchanged || change.unverified else {
            return "<span class=\"chip\">\(name)</span>"
        }
        if change.unverified {
            return
                "<span class=\"chip\"><b aria-hidden=\"true\">?</b>\(name)<span class=\"unseen\"> not known</span></span>"
        }
        if !view.selection.holds(change, view.findings) {
            return "<span class=\"chip\">\(name)<span class=\"unseen\"> changed, not shown</span></span>"
        }
        if change.isFolded, !view.showsAll {
            return
                "<span class=\"chip\"><b aria-hidden=\"true\">#</b>\(name)<span class=\"unseen\"> formal</span></span>"
        }
        let words = change.moved ? "\(change.kind.rawValue), moved" : change.kind.rawValue
        let marked = EntryRedline.badges(change, view.findings).isEmpty ? "" : " ◆"
        return
            "<a class=\"chip\" href=\"#\(HTMLText.escape(anchor(change)))\"><b aria-hidden=\"true\">\(sign(change.kind))</b>"
            + "\(name) \(words)\(marked)</a>"
    }

    private static func sign(_ kind: ChangeKind) -> String {
        switch kind {
        case .inserted: "+"
        case .repealed: "−"
        case .modified: "~"
        case .renumbered, .unchanged: "#"
        case .split: "÷"
        case .joined, .regrouped: "∪"
        }
    }
}
