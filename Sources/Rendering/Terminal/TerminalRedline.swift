import Alerts
import Redline
import Statute

/// A redline for a terminal: deletions struck through in `[-…-]`, insertions underlined in `{+…+}`.
package enum TerminalRedline {
    /// The whole redline, ending with a line feed. Nothing from the texts reaches the terminal as a control.
    ///
    /// - Parameter layout: taken as inline where the terminal is too narrow; ``TerminalLayout/objection(width:)`` says so.
    package static func render(
        _ view: RedlineView, style: TerminalStyle, layout: TerminalLayout = .inline
    ) -> String {
        let layout = layout.objection(width: style.width) == nil ? layout : .inline
        var page = TerminalPage(style)
        header(view, &page)
        for change in view.frameChanges { heading(change, &page) }
        page.gap()
        if view.drawn.isEmpty, view.selection.words != nil {
            page.paragraph(view.nothingDrawn, .faint)
        }
        for change in view.drawn {
            entry(change, view, layout, &page)
            TerminalTranslation.entry(change, view, &page)
        }
        formal(view, &page)
        unknown(view, &page)
        TerminalTranslation.section(view, &page)
        return page.text
    }

    private static func header(_ view: RedlineView, _ page: inout TerminalPage) {
        page.paragraph(view.changes.new.title.isEmpty ? "(no title)" : view.changes.new.title, .strong)
        page.paragraph("from \(view.old.line)", indent: 2, hanging: 5)
        page.paragraph("to   \(view.new.line)", indent: 2, hanging: 5)
        page.paragraph(ChangeWords.summary(view.changes), indent: 2)
        page.paragraph(
            [
                StyledRun("[-deleted-]", .deleted), StyledRun(" "), StyledRun("{+inserted+}", .inserted),
                StyledRun(" "), StyledRun("⟪touches a concept⟫", .mark),
            ], indent: 2)
        if view.changes.rewrite {
            page.gap()
            page.paragraph("!! \(ChangeWords.rewrite)", .warning, hanging: 3)
        }
        page.gap()
    }

    private static func heading(_ change: FrameChange, _ page: inout TerminalPage) {
        var runs = [StyledRun("\(change.place.rawValue): ", .faint)]
        if let before = change.before {
            runs.append(StyledRun("[-", .deleted, glue: .next))
            runs.append(.changed(before, .deleted))
            runs.append(StyledRun("-]", .deleted, glue: .previous))
        }
        if let after = change.after {
            if change.before != nil { runs.append(StyledRun(" ")) }
            runs.append(StyledRun("{+", .inserted, glue: .next))
            runs.append(.changed(after, .inserted))
            runs.append(StyledRun("+}", .inserted, glue: .previous))
        }
        page.paragraph(runs, hanging: 4)
    }

    private static func entry(
        _ change: ProvisionChange, _ view: RedlineView, _ layout: TerminalLayout, _ page: inout TerminalPage
    ) {
        page.gap()
        var runs = [StyledRun(ChangeWords.title(change), .strong), StyledRun("  ")]
        runs.append(
            StyledRun(([ChangeWords.kind(change)] + ChangeWords.grounds(change)).joined(separator: " · ")))
        page.paragraph(runs, hanging: 4)
        let trust = ChangeWords.trust(change)
        if !trust.isEmpty { page.paragraph(trust, .faint, indent: 4, hanging: 2) }
        if let items = ChangeWords.items(change) { page.paragraph(items, .faint, indent: 4, hanging: 2) }
        let badges = EntryRedline.badges(change, view.findings)
        if !badges.isEmpty {
            page.paragraph(
                badges.map { StyledRun("⟦\(ChangeWords.badge($0))⟧ ", style(of: $0.polarity)) }, indent: 4)
        }
        // The words of a moved provision did not change: that it moved is the whole news.
        if change.kind == .renumbered, !view.showsAll { return }
        let redline = EntryRedline(change, findings: view.findings)
        for part in redline.parts {
            switch layout {
            case .inline:
                if redline.parts.count > 1 { page.paragraph("\(part.title):", .faint, indent: 2) }
                inline(part, change, showsAll: view.showsAll, &page)
            case .sideBySide:
                SideBySide.head(part.before?.displayLabel ?? "", part.after?.displayLabel ?? "", to: &page)
                if change.isVerbatim {
                    SideBySide.write(
                        part.before?.lines.map(\.printed) ?? [], part.after?.lines.map(\.printed) ?? [],
                        to: &page)
                } else {
                    SideBySide.write(part, showsAll: view.showsAll, to: &page)
                }
            }
        }
    }

    private static func inline(
        _ part: EntryRedline.Part, _ change: ProvisionChange, showsAll: Bool, _ page: inout TerminalPage
    ) {
        if change.isVerbatim {
            for line in (part.after ?? part.before)?.lines ?? [] { page.paragraph(line.printed, indent: 4) }
            return
        }
        for line in RedlineRuns.lines(part.stretches, showsAll: showsAll) { page.paragraph(line, indent: 4) }
    }

    private static func formal(_ view: RedlineView, _ page: inout TerminalPage) {
        let lines = view.formalLines
        if !lines.isEmpty || view.omittedLine != nil { page.gap() }
        for line in lines {
            page.paragraph(
                line.ranges.isEmpty ? line.title : "\(line.title): \(line.ranges)",
                line.ranges.isEmpty ? .faint : [], hanging: 4)
        }
        if let omitted = view.omittedLine { page.paragraph(omitted, .faint, hanging: 4) }
    }

    private static func unknown(_ view: RedlineView, _ page: inout TerminalPage) {
        guard !view.unknown.isEmpty else { return }
        page.gap()
        page.paragraph("?? Not known. \(ChangeWords.unknown(view.unknown))", .warning, hanging: 3)
        for (title, entries) in UnknownGroups(view.unknown).groups {
            page.paragraph("\(title): \(entries)", indent: 3, hanging: 2)
        }
    }

    static func style(of polarity: Polarity) -> StyledRun.Style {
        switch polarity {
        case .requires, .mayRequire: .warning
        case .forbids, .protects: .good
        case .permits, .mentions: .faint
        }
    }
}
