import Alerts
import Statute

/// The barometer as text: how the texts stood at each date, and what moved it.
package enum TerminalBarometer {
    /// Below this width the counts stand under the words instead of beside them.
    private static let wide = 90

    package static func render(_ views: [BarometerView], style: TerminalStyle) -> String {
        var parts = views.map { view in
            var page = TerminalPage(style)
            heading(view, &page)
            var notes = TerminalPage(style)
            self.notes(view, &notes)
            return page.text + (view.timeline.isEmpty ? "" : "\n\(body(view, style: style))\n") + notes.text
        }
        var page = TerminalPage(style)
        page.paragraph(
            "▼ away, ▲ toward, ◆ depends on how it is applied, ? not known, ○ outside the promise; hollow ▽ △ ◇: proposed, not yet law; counts of these in brackets. One sign is one article.",
            .faint)
        page.paragraph(Disclaimers.assessment, .faint)
        parts.append(page.text)
        return parts.joined(separator: "\n")
    }

    private static func heading(_ view: BarometerView, _ page: inout TerminalPage) {
        let commitment = view.commitment
        page.paragraph(
            [
                StyledRun(commitment.id, .strong),
                StyledRun("  \(AgreementWords.titles(commitment.titles))"),
            ], hanging: 2)
        page.paragraph(
            "\(BarometerWords.title(view.agreement.titles, or: view.agreement.id)). Promised by \(commitment.who), \(commitment.since).",
            .faint, indent: 2, hanging: 2)
        let country = BarometerWords.countryInSentence(view.country)
        let force = AlertWords.force(commitment.force(of: view.country, on: view.today))
        page.paragraph(
            [
                StyledRun("Texts of \(country)", .strong),
                StyledRun(". Force for it on \(view.today): \(force)."),
            ],
            indent: 2, hanging: 2)
    }

    private static func body(_ view: BarometerView, style: TerminalStyle) -> String {
        var lines = [opening(view)]
        for row in view.rows {
            switch row {
            case .moved(let event): lines.append(line(event, view))
            case .unchanged(let events): lines.append(folded(events))
            }
        }
        lines.append(Line(date: view.today, what: ["As it stands."], state: view.now))
        return style.width >= wide ? table(lines, style: style) : blocks(lines, style: style)
    }

    /// A row before it is laid out.
    private struct Line {
        var date: String
        var what: [String]
        /// Nil where nothing changed.
        var state: BarometerState?
    }

    private static func opening(_ view: BarometerView) -> Line {
        let standing = view.openingTexts.map { standing in
            let names = BarometerWords.joined(standing.provisions.map(\.name))
            return "\(BarometerWords.text(standing.text)): \(names)"
        }
        let what =
            standing.isEmpty ? ["No text that bears on it stood before."] : ["Stood before:"] + standing
        return Line(date: view.start, what: what, state: view.opening)
    }

    private static func line(_ event: BarometerEvent, _ view: BarometerView) -> Line {
        guard let text = event.text else {
            let period = view.commitment.period(of: view.country, on: event.date)
            let note = event.kind == .force ? period?.note.map { " \($0)" } ?? "" : ""
            let what = event.kind == .promise ? "The promise is made" : "The force of the promise changes"
            return Line(
                date: event.date, what: ["\(what): \(BarometerWords.phase(event.after.phase)).\(note)"],
                state: event.after)
        }
        var what = ["\(BarometerWords.text(text)): \(BarometerWords.happening(event))"]
        if event.isProposal, let replaces = event.replaces {
            what[0] += " (against \(VersionMark(name: replaces, date: "").stage))"
        }
        if let ended = event.endsProposal {
            what[0] += "; ends \(VersionMark(name: ended, date: "").stage)"
        }
        if event.after.phase == .before { what[0] += " [before the promise]" }
        return Line(
            date: event.date, what: what + BarometerWords.movements(event, view.concepts), state: event.after)
    }

    private static func folded(_ events: [BarometerEvent]) -> Line {
        let first = events.first?.date ?? ""
        let texts = events.compactMap { event in
            event.text.map { "\(event.date) \(BarometerWords.text($0)), \(BarometerWords.happening(event))" }
        }
        return Line(
            date: first, what: ["Nothing moved: \(texts.joined(separator: "; "))."], state: nil)
    }

    private static func table(_ lines: [Line], style: TerminalStyle) -> String {
        let hasOutside = lines.contains {
            ($0.state?.inForce.outside ?? 0) + ($0.state?.proposed.outside ?? 0) > 0
        }
        let counts: [(title: String, count: @Sendable (BarometerTally) -> Int)] =
            [
                ("away", \.away), ("toward", \.toward), ("depends", \.depends), ("not known", \.unknown),
            ] + (hasOutside ? [("outside", \.outside)] : [])
        let rows = lines.flatMap { line -> [[String]] in
            let numbers =
                line.state.map { state in counts.map { count(state, $0.count) } + [bar(state)] } ?? []
            return [[line.date, line.what.first ?? ""] + numbers] + line.what.dropFirst().map { ["", $0] }
        }
        let columns: [TerminalTable.Column] =
            [.init("date"), .init("what moved", flexible: true)]
            + counts.map { .init($0.title, alignment: .right) } + [.init("stands")]
        return TerminalTable(columns, rows: rows).render(style: style)
    }

    /// `3`, or `3 (1)` with one proposed.
    private static func count(_ state: BarometerState, _ which: (BarometerTally) -> Int) -> String {
        let proposed = which(state.proposed)
        return "\(which(state.inForce))" + (proposed > 0 ? " (\(proposed))" : "")
    }

    private static func blocks(_ lines: [Line], style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        for line in lines {
            page.paragraph(
                [StyledRun("\(line.date)  ", .strong), StyledRun(line.what.first ?? "")], hanging: 4)
            for what in line.what.dropFirst() { page.paragraph(what, indent: 4, hanging: 2) }
            guard let state = line.state else { continue }
            page.paragraph("\(bar(state))  \(BarometerWords.counts(state.inForce))", indent: 4, hanging: 2)
            if !state.proposed.isEmpty {
                page.paragraph(
                    "proposed: \(BarometerWords.counts(state.proposed))", .faint, indent: 4, hanging: 2)
            }
        }
        return page.text
    }

    /// `▼▼ ▲ ◆◆◆ ?`, with hollow signs for what is only proposed; `–` where nothing stands.
    static func bar(_ state: BarometerState) -> String {
        let law = state.inForce
        let draft = state.proposed
        let groups = [
            signs("▼", law.away), signs("▲", law.toward), signs("◆", law.depends), signs("?", law.unknown),
            signs("○", law.outside), signs("▽", draft.away), signs("△", draft.toward),
            signs("◇", draft.depends),
        ].filter { !$0.isEmpty }
        return groups.isEmpty ? "–" : groups.joined(separator: " ")
    }

    /// Up to five signs, else one with the number.
    private static func signs(_ sign: String, _ count: Int) -> String {
        count <= 5 ? String(repeating: sign, count: count) : "\(sign)×\(count)"
    }

    private static func notes(_ view: BarometerView, _ page: inout TerminalPage) {
        let country = BarometerWords.countryInSentence(view.country)
        if view.timeline.isEmpty {
            page.paragraph(BarometerWords.nothing(view), indent: 2, hanging: 2)
            return
        }
        if let state = view.commitment.mechanism(on: view.today) {
            page.paragraph("Mechanism: \(AgreementWords.mechanism(state))", indent: 2, hanging: 2)
        }
        for event in view.timeline.ahead(of: view.today) {
            guard let text = event.text else { continue }
            page.paragraph(
                "Ahead: \(BarometerWords.text(text)), \(event.date)", indent: 2, hanging: 2)
        }
        for text in view.timeline.undated {
            page.paragraph(
                "No day known, not counted: \(BarometerWords.text(text))", .warning, indent: 2, hanging: 2)
        }
        let unread = Set(view.timeline.unread.map(\.instrument)).count
        if unread > 0 {
            page.paragraph(
                "Not read: \(view.timeline.unread.count) versions of \(unread) instruments of \(country), whose texts are not held (lexwatch log ID names them).",
                .faint, indent: 2, hanging: 2)
        }
    }
}
