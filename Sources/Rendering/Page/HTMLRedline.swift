package import Alerts
import Redline
import Statute

/// A redline as a page by itself.
package enum HTMLRedline {
    /// - Parameters:
    ///   - alerts: shown in a section of their own before the changes.
    ///   - catalogue: the titles of concepts and commitments.
    ///   - reviews: what a person decided, by alert id.
    ///   - made: when the page was made, as it shall be printed; nil prints nothing.
    package static func page(
        _ view: RedlineView, alerts: [Alert] = [], catalogue: AlertCatalogue = AlertCatalogue(),
        reviews: [String: Review] = [:], made: String? = nil
    ) -> String {
        let title = view.changes.new.title.isEmpty ? "Untitled" : view.changes.new.title
        var body = "<header>\n\(header(view, title))</header>\n"
        body += "<div class=\"body\">\n"
        body += HTMLOutline.nav(view)
        body += "<main id=\"content\">\n"
        if view.changes.rewrite {
            body += "<p class=\"note\" role=\"note\">\(HTMLText.escape(ChangeWords.rewrite))</p>\n"
        }
        if !alerts.isEmpty {
            body += HTMLAlerts.section(
                alerts, catalogue: catalogue, reviews: reviews, anchors: anchors(view))
        }
        body += headings(view)
        body += HTMLTranslation.section(view)
        body += changes(view)
        body += unknown(view)
        body += formal(view)
        body += "</main>\n</div>\n<footer>\n"
        body += Disclaimers.all.map { "<p>\(HTMLText.escape($0))</p>\n" }.joined()
        body += ReviewWords.catalogues(alerts).map { "<p>\(HTMLText.escape($0))</p>\n" }.joined()
        if let made { body += "<p>Made \(HTMLText.escape(made)).</p>\n" }
        body += "</footer>"
        return HTMLPage.render(title: "\(title): \(view.old.name) → \(view.new.name)", body: body)
    }

    /// New paths first: a repealed provision can have the number of a new one.
    private static func anchors(_ view: RedlineView) -> [ProvisionPath: String] {
        var anchors: [ProvisionPath: String] = [:]
        for change in view.drawn {
            for before in change.before where change.after.isEmpty && anchors[before.path] == nil {
                anchors[before.path] = HTMLOutline.anchor(change)
            }
            for after in change.after { anchors[after.path] = HTMLOutline.anchor(change) }
        }
        return anchors
    }

    private static func header(_ view: RedlineView, _ title: String) -> String {
        """
        <p class="over">Redline of two versions</p>
        <h1 lang="\(view.changes.new.language.rawValue)">\(HTMLText.escape(VisibleText.line(title)))</h1>
        <div class="two">
        \(caption("from", view.old))\(caption("to", view.new))\(counts(view))</div>

        """
    }

    private static func caption(_ side: String, _ caption: VersionCaption) -> String {
        var out =
            "<dl class=\"card\"><dt>\(side)</dt><dd class=\"name\">\(HTMLText.escape(caption.name))</dd>\n"
        for event in caption.events {
            out += "<dt>\(HTMLText.escape(event.what))</dt><dd>\(HTMLText.escape(event.date))</dd>\n"
        }
        if let trust = caption.trust {
            out += "<dt>trust</dt><dd>\(HTMLText.escape(trust))</dd>\n"
        }
        if let source = caption.source {
            let words = HTMLText.escape(VisibleText.line(source))
            let shown =
                HTMLText.link(source).map { "<a href=\"\($0)\" rel=\"noreferrer\">\(words)</a>" } ?? words
            out += "<dt>source</dt><dd>\(shown)</dd>\n"
        }
        return out + "</dl>\n"
    }

    private static func counts(_ view: RedlineView) -> String {
        let summary = view.changes.summary
        var kinds = ChangeKind.allCases.compactMap { kind in summary.kinds[kind].map { (kind.rawValue, $0) } }
        kinds += ChangeWords.notKnown(summary).map { ($0.title, $0.count) }
        var weights = [Significance.substantive, .editorial, .formal].compactMap { significance in
            summary.significances[significance].map { (significance.rawValue, $0) }
        }
        if summary.moved > 0 { weights.append(("moved", summary.moved)) }
        return
            "<div class=\"card counts\">\(table("Provisions", kinds))\(table("Changes among them", weights))</div>\n"
    }

    private static func table(_ title: String, _ rows: [(String, Int)]) -> String {
        guard !rows.isEmpty else { return "" }
        return "<table><caption>\(title)</caption><tbody>\n"
            + rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>\n" }.joined()
            + "</tbody></table>\n"
    }

    private static func headings(_ view: RedlineView) -> String {
        let found = view.frameChanges
        guard !found.isEmpty else { return "" }
        let lines = found.map { change in
            let parts = [
                change.before.map { "<del>\(HTMLText.escapeChanged($0))</del>" },
                change.after.map { "<ins>\(HTMLText.escapeChanged($0))</ins>" },
            ]
            return "<p>\(parts.compactMap { $0 }.joined(separator: " "))</p>"
        }
        return
            "<section aria-labelledby=\"headings\">\n<h2 id=\"headings\">Title, headnotes and headings</h2>\n"
            + "<div class=\"words\" lang=\"\(view.changes.new.language.rawValue)\">\n"
            + "\(lines.joined(separator: "\n"))\n</div>\n</section>\n"
    }

    private static func changes(_ view: RedlineView) -> String {
        let shown = view.drawn
        var out = "<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Changes</h2>\n"
        if shown.isEmpty { out += "<p>\(HTMLText.escape(view.nothingDrawn))</p>\n" }
        for change in shown { out += entry(change, view) }
        return out + "</section>\n"
    }

    private static func entry(_ change: ProvisionChange, _ view: RedlineView) -> String {
        let language = change.after.isEmpty ? view.changes.old.language : view.changes.new.language
        let id = HTMLText.escape(HTMLOutline.anchor(change))
        var out = "<article class=\"change\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
        out +=
            "<h3 id=\"\(id)-title\" lang=\"\(language.rawValue)\">\(HTMLText.escape(ChangeWords.title(change)))</h3>\n"
        let grounds = ChangeWords.grounds(change).map(HTMLText.escape).joined(separator: " · ")
        out += "<p class=\"why\"><strong>\(HTMLText.escape(ChangeWords.kind(change)))</strong>"
        out += grounds.isEmpty ? "</p>\n" : " · \(grounds)</p>\n"
        let trust = ChangeWords.trust(change)
        if !trust.isEmpty { out += "<p class=\"why\">\(HTMLText.escape(trust))</p>\n" }
        if let items = ChangeWords.items(change) {
            out += "<p class=\"why\">\(HTMLText.escape(items))</p>\n"
        }
        let badges = EntryRedline.badges(change, view.findings)
        if !badges.isEmpty {
            out +=
                "<ul class=\"tags\">\(badges.map { "<li>\(HTMLStretches.badge($0, "span"))</li>" }.joined())</ul>\n"
        }
        let redline = EntryRedline(change, findings: view.findings)
        var words = ""
        for part in redline.parts {
            if redline.parts.count > 1 {
                words += "<p class=\"part\">\(HTMLText.escape(part.title))</p>\n"
            }
            if change.isVerbatim, let text = part.after ?? part.before {
                words += HTMLStretches.plain(text, language: language)
            } else {
                words += HTMLStretches.words(part.stretches, language: language)
            }
        }
        return out + HTMLTranslation.entry(change, view, beside: words) + "</article>\n"
    }

    private static func unknown(_ view: RedlineView) -> String {
        guard !view.unknown.isEmpty else { return "" }
        let groups = UnknownGroups(view.unknown).groups.map {
            "<p>\(HTMLText.escape("\($0.title): \($0.ranges)"))</p>\n"
        }
        return "<section aria-labelledby=\"unknown\">\n<h2 id=\"unknown\">Not known</h2>\n"
            + "<p class=\"note\">\(HTMLText.escape(ChangeWords.unknown(view.unknown)))</p>\n\(groups.joined())</section>\n"
    }

    private static func formal(_ view: RedlineView) -> String {
        let lines = view.formalLines
        guard !lines.isEmpty || view.omittedLine != nil else { return "" }
        var out =
            "<section aria-labelledby=\"formal\">\n<h2 id=\"formal\">Formal changes and what stayed</h2>\n"
        for line in lines {
            out += "<p>\(HTMLText.escape(line.title))"
            out += line.ranges.isEmpty ? "</p>\n" : ": \(HTMLText.escape(line.ranges))</p>\n"
        }
        if let omitted = view.omittedLine { out += "<p class=\"soft\">\(HTMLText.escape(omitted))</p>\n" }
        return out + "</section>\n"
    }
}
