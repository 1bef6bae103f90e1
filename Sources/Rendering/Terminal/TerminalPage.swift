/// How text is laid out for a terminal.
package struct TerminalStyle: Sendable, Hashable {
    /// Escape sequences for colour and weight. Without it only the signs remain, which always stand.
    package var color: Bool
    /// Columns.
    package var width: Int

    package init(color: Bool, width: Int = 80) {
        self.color = color
        self.width = width
    }
}

/// Lines of styled text being put together; the only place where escape sequences are written.
struct TerminalPage {
    let style: TerminalStyle
    private(set) var text = ""

    init(_ style: TerminalStyle) { self.style = style }

    /// One paragraph, broken to the width; later lines stand `hanging` columns further in.
    mutating func paragraph(_ runs: [StyledRun], indent: Int = 0, hanging: Int = 0) {
        let indent = min(indent, style.width / 3)
        let lines = LineBreaker.lines(runs, width: style.width - indent - hanging)
        for (index, line) in lines.enumerated() {
            text += String(repeating: " ", count: indent + (index == 0 ? 0 : hanging))
            for run in line { write(run) }
            text += "\n"
        }
    }

    mutating func paragraph(_ words: String, _ style: StyledRun.Style = [], indent: Int = 0, hanging: Int = 0)
    {
        paragraph([StyledRun(words, style)], indent: indent, hanging: hanging)
    }

    /// One line as it is, not broken.
    mutating func line(_ runs: [StyledRun]) {
        for run in runs { write(run) }
        text += "\n"
    }

    /// Lines that another page of the same style has laid out.
    mutating func add(_ page: String) { text += page }

    /// An empty line, unless one stands already or nothing does.
    mutating func gap() {
        if !text.isEmpty, !text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text += "\n" }
    }

    private mutating func write(_ run: StyledRun) {
        if style.color, !run.style.isEmpty {
            text += "\u{1B}[\(run.style.codes)m\(run.text)\u{1B}[0m"
        } else {
            text += run.text
        }
    }
}
