import Alerts
import Statute

/// A comparison table as a page by itself.
package enum HTMLTable {
    package static func page(_ table: ComparisonTable) -> String {
        let language = table.language.rawValue
        let title = HTMLText.escape(VisibleText.line(table.title))
        var body = "<header>\n<h1 lang=\"\(language)\">\(title)</h1>\n"
        body += "<p class=\"soft\" lang=\"\(language)\">\(HTMLText.escape(table.legend))</p>\n</header>\n"
        body += "<main id=\"content\">\n<table class=\"compared\">\n<thead><tr>"
        for column in table.columns {
            body += "<th scope=\"col\">\(HTMLText.escape(VisibleText.line(column)))</th>"
        }
        body += "</tr></thead>\n<tbody>\n"
        for (index, row) in table.rows.enumerated() { body += self.row(row, index, table) }
        body += "</tbody>\n</table>\n</main>\n<footer>\n"
        body += Disclaimers.all.map { "<p>\(HTMLText.escape($0))</p>\n" }.joined() + "</footer>"
        return HTMLPage.render(title: table.title, body: body, isWide: true)
    }

    private static func row(_ row: ComparisonTable.Row, _ index: Int, _ table: ComparisonTable) -> String {
        switch row {
        case .note(let words):
            return
                "<tr><td class=\"across\" colspan=\"\(table.columns.count)\">\(HTMLText.escape(VisibleText.line(words)))</td></tr>\n"
        case .change(let before, let after, let remark):
            var out = "<tr class=\"change\" id=\"row-\(index + 1)\">"
            out += cell(before, "del", table, column: 0) + cell(after, "ins", table, column: 1)
            if table.columns.count > 2 {
                let lines = remark.map { "<p>\(HTMLText.escape(VisibleText.line($0)))</p>" }.joined()
                out += "<td class=\"remark\" data-label=\"\(label(table, 2))\">\(lines)</td>"
            }
            return out + "</tr>\n"
        }
    }

    private static func cell(
        _ lines: [ComparisonTable.Line], _ tag: String, _ table: ComparisonTable, column: Int
    ) -> String {
        let paragraphs = lines.map { line in
            let words = line.runs.map { run -> String in
                let text =
                    run.isChanged
                    ? "<\(tag)>\(HTMLText.escapeChanged(run.text))</\(tag)>" : HTMLText.escape(run.text)
                return run.isLabel ? "<b>\(text)</b>" : text
            }.joined()
            return "<p\(line.depth > 0 ? " class=\"d\(min(line.depth, 3))\"" : "")>\(words)</p>"
        }
        let words = paragraphs.isEmpty ? "<p class=\"soft\">–</p>" : paragraphs.joined()
        return
            "<td class=\"words\" lang=\"\(table.language.rawValue)\" data-label=\"\(label(table, column))\">\(words)</td>"
    }

    private static func label(_ table: ComparisonTable, _ column: Int) -> String {
        HTMLText.escape(VisibleText.line(table.columns[column]))
    }
}
