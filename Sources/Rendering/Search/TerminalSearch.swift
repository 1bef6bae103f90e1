import Statute

/// What a search found, for a terminal: finds stand in square brackets, with colour or without.
package enum TerminalSearch {
    package static func render(_ view: SearchView, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        for (word, words) in view.taken.sorted(by: { $0.key < $1.key }) {
            page.paragraph(
                words.isEmpty
                    ? "No text has “\(word)” or a word near it."
                    : "No text has “\(word)”; taken for it: \(words.joined(separator: ", ")).")
        }
        if view.hits.isEmpty { page.paragraph(nothing(view)) }
        for hit in view.hits {
            page.gap()
            show(hit, &page)
        }
        page.gap()
        if view.hasMore { page.paragraph("There is more: --limit N shows it, a filter narrows it.", .faint) }
        for (instrument, reason) in view.untold.sorted(by: { $0.key < $1.key }).prefix(5) {
            page.paragraph("\(instrument) was left out: cannot tell: \(reason).", .warning)
        }
        if view.untold.count > 5 {
            page.paragraph(
                "\(view.untold.count - 5) more were left out because what was in force cannot be told; --format json names them.",
                .warning)
        }
        return page.text
    }

    private static func nothing(_ view: SearchView) -> String {
        view.query.isEmpty ? "No provision is like that." : "Nothing was found for: \(view.query)"
    }

    private static func show(_ hit: SearchView.Hit, _ page: inout TerminalPage) {
        var head = [StyledRun(hit.title, .strong)]
        if hit.match != "title", let newest = hit.appearances.last {
            head.append(StyledRun(" "))
            head.append(StyledRun(newest.label.isEmpty ? newest.path : newest.label, .strong))
        }
        head.append(StyledRun("  \(hit.instrument) · \(hit.language.rawValue)", .faint))
        if hit.match == "fuzzy" { head.append(StyledRun(" · nearly", .warning)) }
        if hit.match == "title" { head.append(StyledRun(" · the title", .faint)) }
        page.paragraph(head, hanging: 2)
        if !hit.heading.isEmpty { page.paragraph(hit.heading, .faint, indent: 2, hanging: 2) }
        if hit.match != "title" { page.paragraph(snippet(hit), indent: 4) }
        page.paragraph(versions(hit), indent: 2, hanging: 4)
    }

    private static func snippet(_ hit: SearchView.Hit) -> [StyledRun] {
        let scalars = Array(hit.snippet.unicodeScalars)
        var runs: [StyledRun] = []
        if hit.isCutBefore { runs.append(StyledRun("… ", .faint, glue: .next)) }
        var at = 0
        func plain(_ end: Int) {
            guard at < end else { return }
            runs.append(StyledRun(string(scalars[at..<end])))
            at = end
        }
        for mark in hit.marks where mark.lowerBound >= at && mark.upperBound <= scalars.count {
            plain(mark.lowerBound)
            runs.append(StyledRun("[", .faint, glue: .next))
            runs.append(StyledRun(string(scalars[mark]), .mark))
            runs.append(StyledRun("]", .faint, glue: .previous))
            at = mark.upperBound
        }
        plain(scalars.count)
        if hit.isCutAfter { runs.append(StyledRun(" …", .faint, glue: .previous)) }
        return runs
    }

    /// The versions that have the wording, newest first, each with its label where that differs.
    private static func versions(_ hit: SearchView.Hit) -> [StyledRun] {
        let label = hit.appearances.last?.label
        var runs: [StyledRun] = []
        for appearance in hit.appearances.reversed() {
            if !runs.isEmpty { runs.append(StyledRun("; ", .faint, glue: .previous)) }
            var words = appearance.version
            if appearance.label != label, !appearance.label.isEmpty {
                words += " (there \(appearance.label))"
            }
            if let effective = appearance.effective { words += ", in effect from \(effective)" }
            runs.append(StyledRun(words, .faint))
            if appearance.fidelity > .rendered {
                runs.append(
                    StyledRun(
                        ", " + (appearance.fidelity == .assumed ? "not known" : appearance.fidelity.rawValue),
                        .warning))
            } else {
                runs.append(StyledRun(", \(appearance.fidelity.rawValue)", .faint))
            }
        }
        return runs
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
