/// Rows in columns, for `list` and `log`.
package struct TerminalTable: Sendable {
    package struct Column: Sendable {
        package enum Alignment: Sendable { case left, right }
        package var title: String
        package var alignment: Alignment
        /// Gives up width first when the table is too wide, and breaks its words.
        package var flexible: Bool

        package init(_ title: String, alignment: Alignment = .left, flexible: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.flexible = flexible
        }
    }

    package var columns: [Column]
    /// Missing cells are empty, surplus ones are not shown.
    package var rows: [[String]]

    package init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    private static let narrowest = 12
    private static let between = 2

    /// The table with a line of titles, ending with a line feed; nothing at all without columns.
    package func render(style: TerminalStyle) -> String {
        guard !columns.isEmpty else { return "" }
        var page = TerminalPage(style)
        let widths = widths(for: style.width)
        row(columns.map(\.title), widths, .strong, &page)
        for cells in rows { row(cells, widths, [], &page) }
        return page.text
    }

    private func widths(for total: Int) -> [Int] {
        var widths = columns.enumerated().map { index, column in
            rows.reduce(DisplayWidth.of(column.title)) { widest, row in
                index < row.count ? max(widest, DisplayWidth.of(VisibleText.line(row[index]))) : widest
            }
        }
        var surplus = widths.reduce(0, +) + Self.between * (widths.count - 1) - total
        let giving =
            columns.indices.filter { columns[$0].flexible } + columns.indices.filter { !columns[$0].flexible }
        for index in giving where surplus > 0 {
            let given = min(surplus, max(0, widths[index] - Self.narrowest))
            widths[index] -= given
            surplus -= given
        }
        return widths
    }

    private func row(_ cells: [String], _ widths: [Int], _ look: StyledRun.Style, _ page: inout TerminalPage)
    {
        let broken = widths.enumerated().map { index, width in
            LineBreaker.lines([StyledRun(index < cells.count ? cells[index] : "", look)], width: width)
        }
        for line in 0..<(broken.map(\.count).max() ?? 0) {
            var runs: [StyledRun] = []
            for (index, cell) in broken.enumerated() {
                let words = line < cell.count ? cell[line] : []
                let filled = words.reduce(0) { $0 + DisplayWidth.of($1.text) }
                let padding = String(repeating: " ", count: max(0, widths[index] - filled))
                let isLast = index == broken.count - 1
                if columns[index].alignment == .right { runs.append(StyledRun(padding)) }
                runs += words
                if columns[index].alignment == .left, !isLast { runs.append(StyledRun(padding)) }
                if !isLast { runs.append(StyledRun(String(repeating: " ", count: Self.between))) }
            }
            while let last = runs.last, last.text.utf8.allSatisfy({ $0 == 0x20 }) { runs.removeLast() }
            page.line(runs)
        }
    }
}
