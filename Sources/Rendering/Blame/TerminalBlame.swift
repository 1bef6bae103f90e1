import Redline
import Statute

/// Blame for a terminal: on the left where words come from, on the right the words; a sign alone on the left where the
/// terminal is narrow. Notes and lineage follow, and at the end what is known of each version.
package enum TerminalBlame {
    /// Columns below which the left side has only signs.
    static let narrowest = 90

    package static func render(_ view: BlameView, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        let words = BlameWords(view: view)
        page.paragraph(view.title.isEmpty ? "(no title)" : view.title, .strong)
        page.paragraph(
            "\(view.instrument)@\(view.name(view.asked)) · \(view.language.rawValue)", .faint, indent: 2)
        if let hint = words.languageHint { page.paragraph(hint, .faint, indent: 2, hanging: 2) }
        if !view.unplaced.isEmpty {
            page.paragraph(
                "!! Not in the order, because nothing says when they were made: \(view.unplaced.joined(separator: ", "))",
                .warning, indent: 2, hanging: 3)
        }
        for provision in view.provisions { add(provision, words, &page) }
        versions(words, &page)
        return page.text
    }

    private static func add(_ blame: ProvisionBlame, _ words: BlameWords, _ page: inout TerminalPage) {
        page.gap()
        page.paragraph(words.title(blame), .strong)
        for warning in words.warnings(blame) {
            page.paragraph("?? \(warning)", .warning, indent: 2, hanging: 3)
        }
        let isNarrow = page.style.width < narrowest
        let captions = blame.origins.enumerated().map { index, origin in
            isNarrow ? BlameWords.sign(index) : "\(BlameWords.sign(index)) \(caption(origin, words))"
        }
        let width = captions.reduce(0) { max($0, DisplayWidth.of($1)) }
        var last: Int?
        for line in BlameStretch.lines(blame) {
            for stretch in line {
                // The caption is said once for words of one origin.
                let isSame = last == stretch.origin && line.count == 1
                add(stretch, isSame ? "" : captions[stretch.origin], width, &page)
                last = stretch.origin
            }
        }
        notes(blame, words, isNarrow, &page)
        beside(blame, words.view, &page)
        lineage(blame, words, &page)
    }

    /// `2016-07-05.draft-2 第二十七条 modified`
    private static func caption(_ origin: Origin, _ words: BlameWords) -> String {
        let label = origin.label.isEmpty ? origin.provision.rawValue : origin.label
        return "\(words.view.name(origin.version)) \(label) \(short(origin))"
    }

    private static func short(_ origin: Origin) -> String {
        let doubt = origin.doubts.isEmpty ? "" : "?"
        return origin.kind == .original ? "first" : origin.kind.rawValue + doubt
    }

    private static func add(
        _ stretch: BlameStretch, _ caption: String, _ width: Int, _ page: inout TerminalPage
    ) {
        let lines = LineBreaker.lines([StyledRun(stretch.shown)], width: page.style.width - width - 3)
        for (index, line) in lines.enumerated() {
            let head = index == 0 ? caption : ""
            let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(head)))
            page.line([StyledRun(head + padding, .faint), StyledRun(" │ ", .faint)] + line)
        }
    }

    private static func notes(
        _ blame: ProvisionBlame, _ words: BlameWords, _ isNarrow: Bool, _ page: inout TerminalPage
    ) {
        var notes: [String] = []
        for (index, origin) in blame.origins.enumerated() {
            let sign = BlameWords.sign(index)
            let told = words.notes(origin)
            if isNarrow {
                notes.append((["\(sign) \(caption(origin, words))"] + told).joined(separator: ". "))
            } else if !told.isEmpty {
                notes.append("\(sign) \(told.joined(separator: " "))")
            }
        }
        notes += words.touches(blame)
        guard !notes.isEmpty else { return }
        page.gap()
        for note in notes { page.paragraph(note, indent: 2, hanging: 2) }
    }

    private static func beside(_ blame: ProvisionBlame, _ view: BlameView, _ page: inout TerminalPage) {
        guard let other = view.beside[blame.provision.path] else { return }
        page.gap()
        let language: Language = view.language == .zh ? .en : .zh
        page.paragraph(
            "│ \(language.rawValue) · \(other.text.displayLabel) · paired by \(other.ground.rawValue), \(other.confidence.rawValue) confidence",
            .faint, indent: 2, hanging: 2)
        for line in other.text.lines {
            page.paragraph([StyledRun("│ ", .faint), StyledRun(line.printed)], indent: 2, hanging: 2)
        }
    }

    private static func lineage(_ blame: ProvisionBlame, _ words: BlameWords, _ page: inout TerminalPage) {
        page.gap()
        if words.view.isWhole {
            page.paragraph("Lineage: \(words.line(blame.lineage))", .faint, indent: 2, hanging: 2)
            return
        }
        if page.style.width < narrowest {
            for row in blame.lineage {
                let parts = [words.state(row), words.kind(row), words.weight(row)].filter { !$0.isEmpty }
                let mark = row.version == blame.version ? "→ " : "  "
                page.paragraph(
                    [
                        StyledRun(mark), StyledRun(words.view.name(row.version), .strong),
                        StyledRun(" · \(parts.joined(separator: " · "))"),
                    ], hanging: 4)
            }
            return
        }
        let table = TerminalTable(
            [
                .init("version"), .init("number"), .init("what was done"), .init("weight", flexible: true),
            ],
            rows: blame.lineage.map { row in
                let mark = row.version == blame.version ? "→ " : "  "
                return [
                    mark + words.view.name(row.version), words.state(row), words.kind(row), words.weight(row),
                ]
            })
        page.add(table.render(style: page.style))
    }

    private static func versions(_ words: BlameWords, _ page: inout TerminalPage) {
        page.gap()
        page.paragraph("Versions: who made them, and how we know", .strong)
        for index in words.view.involved {
            let version = words.view.versions[index]
            page.paragraph(
                [StyledRun(version.name, .strong), StyledRun(" · \(words.dates(version))")], indent: 2,
                hanging: 2)
            if let enactment = words.enactment(version) {
                page.paragraph("by: \(enactment)", indent: 4, hanging: 4)
            }
            if let fidelity = version.fidelity {
                page.paragraph("text as a whole: \(fidelity.words)", .faint, indent: 4, hanging: 6)
            }
            if let holding = words.holding(version) { page.paragraph(holding, .faint, indent: 4, hanging: 2) }
        }
    }
}
