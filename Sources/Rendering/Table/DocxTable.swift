import Statute

/// A comparison table as a Word document: landscape, the head repeated on every page.
package enum DocxTable {
    package static func document(_ table: ComparisonTable, hand: Hand) -> OfficeDocument {
        var body = paragraph([.init(text: table.title)], style: "Title")
        body += paragraph([.init(text: table.legend)], style: "Cell")
        body +=
            "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>\(borders)<w:tblLayout w:type=\"fixed\"/>"
        body +=
            "<w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"110\" w:type=\"dxa\"/>"
            + "<w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"110\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
        let widths = widths(table.columns.count)
        body += "<w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>\n"
        body += "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        for (column, width) in zip(table.columns, widths) {
            body += cell(
                paragraph([.init(text: column, isLabel: true)], style: "Cell"), width: width, shade: "E7E6E6")
        }
        body += "</w:tr>\n"
        for row in table.rows { body += self.row(row, widths) }
        body += "</w:tbl>\n"
        // Word wants a paragraph between a table and the end.
        body += paragraph([], style: "Cell")
        return OfficeDocument(
            body: body, header: [table.title], title: table.title,
            language: table.language == .zh ? .zh : .en, layout: .landscape, hand: hand)
    }

    /// Twentieths of a point; together the landscape page without its margins.
    private static func widths(_ columns: Int) -> [Int] {
        columns > 2 ? [5_900, 5_900, 2_998] : [7_399, 7_399]
    }

    /// Characters of a cell from which a row may be parted between two pages.
    private static let longRow = 700

    private static let borders: String = {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        return "<w:tblBorders>"
            + sides.map {
                "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
            }.joined() + "</w:tblBorders>"
    }()

    private static func row(_ row: ComparisonTable.Row, _ widths: [Int]) -> String {
        switch row {
        case .note(let words):
            let all = widths.reduce(0, +)
            return "<w:tr>"
                + cell(
                    paragraph([.init(text: words)], style: "Cell"), width: all, span: widths.count,
                    shade: "F2F2F2")
                + "</w:tr>\n"
        case .change(let before, let after, let remark):
            let longest = [before, after].map { $0.reduce(0) { $0 + $1.length } }.max() ?? 0
            // A short row is kept on one page.
            var out = longest < longRow ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>"
            let old = before.map { paragraph($0.runs, style: "Cell", depth: $0.depth, isOld: true) }
            let new = after.map { paragraph($0.runs, style: "Cell", depth: $0.depth) }
            out += cell(old.joined(), width: widths[0]) + cell(new.joined(), width: widths[1])
            if widths.count > 2 {
                out += cell(
                    remark.map { paragraph([.init(text: $0)], style: "Cell") }.joined(), width: widths[2])
            }
            return out + "</w:tr>\n"
        }
    }

    private static func cell(_ content: String, width: Int, span: Int = 1, shade: String? = nil) -> String {
        let grid = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
        let ground = shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
        // A cell holds at least one paragraph.
        let words = content.isEmpty ? paragraph([.init(text: "–")], style: "Cell") : content
        return
            "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(grid)\(ground)</w:tcPr>\(words)</w:tc>"
    }

    private static func paragraph(
        _ runs: [ComparisonTable.Line.Run], style: String, depth: Int = 0, isOld: Bool = false
    ) -> String {
        let indent = depth > 0 ? "<w:ind w:left=\"\(220 * min(depth, 4))\"/>" : ""
        let words = runs.map { run in
            // Signs as well as colour: struck through, or bold and underlined.
            let change =
                !run.isChanged
                ? ""
                : isOld
                    ? "<w:strike/><w:color w:val=\"A61C1C\"/>"
                    : "<w:color w:val=\"0B5228\"/><w:u w:val=\"single\"/>"
            let face = run.isLabel ? "<w:rStyle w:val=\"Label\"/>" : ""
            let weight = run.isChanged && !isOld ? "<w:b/>" : ""
            let look = face + weight + change
            return "<w:r>\(look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>")\(OfficeText.words(run.text))</w:r>"
        }
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(indent)</w:pPr>\(words.joined())</w:p>"
    }
}
