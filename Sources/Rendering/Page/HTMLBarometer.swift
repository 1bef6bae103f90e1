import Alerts
package import Statute

/// All commitments' barometers on a page: each a chart, and what moved it in words.
package enum HTMLBarometer {
    package static func page(_ views: [BarometerView], language: Language = .en) -> String {
        let shown = views.filter { !$0.timeline.isEmpty }
        let days = views.first.map { "\($0.start) to \($0.today)" } ?? ""
        var body = "<header>\n<h1>How the texts stood to the commitments</h1>\n"
        body += "<p class=\"soft\">\(HTMLText.escape(days))</p>\n</header>\n<main id=\"content\">\n"
        for (index, view) in shown.enumerated() {
            body += section(view, language: language, index: index)
        }
        body += silent(views.filter(\.timeline.isEmpty)) + "</main>\n<footer>\n"
        body += Disclaimers.all.map { "<p>\(HTMLText.escape($0))</p>\n" }.joined()
        return HTMLPage.render(
            title: "Lexwatch barometer", body: "<style>\n\(css)</style>\n\(body)</footer>")
    }

    private static func section(_ view: BarometerView, language: Language, index: Int) -> String {
        let commitment = view.commitment
        let title = BarometerWords.title(commitment.titles, or: commitment.id, language)
        var out = "<section>\n<h2>\(HTMLText.escape(title)): "
        out += "\(HTMLText.escape(BarometerWords.country(view.country)))</h2>\n<figure>\n"
        out += BarometerChart.inline(view, language: language, prefix: "b\(index)", hasStyle: index == 0)
        out += "</figure>\n<details>\n<summary>What moved it</summary>\n<table class=\"moved\">\n"
        out += "<thead><tr><th>Date</th><th>What moved</th><th>Away</th><th>Toward</th><th>Depends</th>"
        out += "<th>Not known</th><th>Outside</th></tr></thead>\n<tbody>\n"
        for row in view.rows { if case .moved(let event) = row { out += line(event, view, language) } }
        return out + "</tbody>\n</table>\n</details>\n</section>\n"
    }

    private static func line(_ event: BarometerEvent, _ view: BarometerView, _ language: Language) -> String {
        let head = event.text.map {
            "\(BarometerWords.text($0, language)): \(BarometerWords.happening(event))"
        }
        let what =
            [head ?? "\(BarometerWords.happening(event)): \(BarometerWords.phase(event.after.phase))"]
            + BarometerWords.movements(event, view.concepts)
        let tally = event.after.inForce
        let counts = [tally.away, tally.toward, tally.depends, tally.unknown, tally.outside]
        return "<tr><td>\(HTMLText.escape(event.date))</td><td>"
            + what.map { HTMLText.escape(VisibleText.line($0)) }.joined(separator: "<br>") + "</td>"
            + counts.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }

    private static func silent(_ views: [BarometerView]) -> String {
        guard !views.isEmpty else { return "" }
        let lines = views.map { view in
            let words = "\(view.commitment.id): \(BarometerWords.nothing(view))"
            return "<li>\(HTMLText.escape(VisibleText.line(words)))</li>\n"
        }
        return "<section>\n<h2>Nothing to show</h2>\n<ul>\n\(lines.joined())</ul>\n</section>\n"
    }

    private static let css = """
        figure{margin:0;overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
        figure svg{display:block;min-width:52rem;width:100%;height:auto}
        .moved td{text-align:right;vertical-align:top}
        .moved td:first-child,.moved td:nth-child(2){text-align:left;font-weight:400}
        .moved td:nth-child(2){white-space:normal}.moved th{font-weight:600;padding-right:.6rem}
        @media print{figure{border:0;overflow:visible}figure svg{min-width:0}figure{break-inside:avoid}@page{size:landscape}}

        """
}
