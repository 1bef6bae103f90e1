/// What one run did, as plain fields, and its view for a person.
package struct RunReportView: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case unchanged, captured, changed, quarantined, failed, skipped

        var sign: String {
            switch self {
            case .unchanged, .skipped: "·"
            case .captured, .changed: "+"
            case .quarantined, .failed: "!"
            }
        }
    }

    package struct Line: Sendable, Hashable {
        /// An instrument id or a source.
        package var subject: String
        package var outcome: Outcome
        /// What happened and, where a person is needed, what to do.
        package var detail: String

        package init(_ subject: String, _ outcome: Outcome, detail: String = "") {
            self.subject = subject
            self.outcome = outcome
            self.detail = detail
        }
    }

    /// As printed: times are the caller's.
    package var started: String
    package var finished: String
    package var lines: [Line]
    /// Sentences for the end: commits made, mails queued.
    package var notes: [String]

    package init(started: String, finished: String, lines: [Line], notes: [String] = []) {
        self.started = started
        self.finished = finished
        self.lines = lines
        self.notes = notes
    }

    /// Counts first, then whatever needs a person, then the rest; `verbose` adds what did not change.
    package func render(style: TerminalStyle, verbose: Bool = false) -> String {
        var page = TerminalPage(style)
        page.paragraph("Run of \(started), finished \(finished)", .strong)
        let counts = Outcome.allCases.compactMap { outcome in
            let count = lines.filter { $0.outcome == outcome }.count
            return count > 0 ? "\(count) \(outcome.rawValue)" : nil
        }
        page.paragraph(counts.isEmpty ? "nothing to do" : counts.joined(separator: " · "), indent: 2)
        let needed = lines.filter { $0.outcome.sign == "!" }
        if !needed.isEmpty {
            page.gap()
            page.paragraph("Needs a person:", .warning)
            for line in needed { show(line, .warning, &page) }
        }
        let rest = lines.filter { $0.outcome.sign != "!" && (verbose || $0.outcome.sign == "+") }
        if !rest.isEmpty { page.gap() }
        for line in rest { show(line, [], &page) }
        if !notes.isEmpty { page.gap() }
        for note in notes { page.paragraph(note, indent: 2) }
        return page.text
    }

    private func show(_ line: Line, _ look: StyledRun.Style, _ page: inout TerminalPage) {
        let detail = line.detail.isEmpty ? "" : ": \(line.detail)"
        page.paragraph(
            [
                StyledRun("\(line.outcome.sign) \(line.subject) ", look),
                StyledRun("\(line.outcome.rawValue)\(detail)"),
            ],
            indent: 2, hanging: 4)
    }
}
