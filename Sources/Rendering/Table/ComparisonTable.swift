import Redline
package import Statute

/// A comparison table (修改对照表) before any mark-up: the old words on the left, the new ones on the right.
package struct ComparisonTable: Sendable {
    /// One line of a cell.
    package struct Line: Sendable, Hashable {
        package struct Run: Sendable, Hashable {
            package var text: String
            /// Taken out, in the old column; put in, in the new one.
            package var isChanged = false
            /// The printed number of a provision, set apart.
            package var isLabel = false
        }

        package var runs: [Run]
        /// 0 for a provision's own words, more for its items.
        package var depth: Int

        /// In Unicode scalars.
        var length: Int { runs.reduce(0) { $0 + $1.text.unicodeScalars.count } }
    }

    package enum Row: Sendable {
        case change(before: [Line], after: [Line], remark: [String])
        /// Across all columns: what is folded, not shown or not known.
        case note(String)
    }

    package var title: String
    /// Two, or three with the remarks.
    package var columns: [String]
    /// How changed words are marked.
    package var legend: String
    package var rows: [Row]
    package var language: Language

    /// - Parameter hasRemarks: the third column, with kind, significance, reasons and concepts.
    package init(_ view: RedlineView, hasRemarks: Bool = true) {
        let words = TableWords(view.changes.new.language)
        language = view.changes.new.language
        title = words.title(view.changes.new.title.isEmpty ? view.changes.old.title : view.changes.new.title)
        let names = view.shortNames
        columns =
            [words.before(names.old), words.after(names.new)] + (hasRemarks ? [words.remark] : [])
        legend = words.legend
        rows = view.changes.rewrite ? [.note(ChangeWords.rewrite)] : []
        rows += view.frameChanges.map { Self.row($0, words) }
        if rows.isEmpty, view.drawn.isEmpty { rows.append(.note(view.nothingDrawn)) }
        rows += view.drawn.map { Self.row($0, view, words) }
        rows += Self.notes(view, words)
    }

    private static func row(_ change: FrameChange, _ words: TableWords) -> Row {
        func cell(_ text: String?) -> [Line] {
            text.map { [Line(runs: [.init(text: $0, isChanged: true)], depth: 0)] } ?? []
        }
        return .change(
            before: cell(change.before), after: cell(change.after), remark: [words.place(change.place)])
    }

    private static func row(_ change: ProvisionChange, _ view: RedlineView, _ words: TableWords) -> Row {
        let sided = SidedRedline(change)
        var remark = [([words.kind(change)] + ChangeWords.grounds(change)).joined(separator: " · ")]
        let trust = ChangeWords.trust(change)
        if !trust.isEmpty { remark.append(trust) }
        if let items = words.items(change) { remark.append(items) }
        remark += EntryRedline.badges(change, view.findings).map { "◆ \(ChangeWords.badge($0))" }
        return .change(
            before: sided.before.flatMap(cell), after: sided.after.flatMap(cell), remark: remark)
    }

    private static func cell(_ sided: SidedProvision) -> [Line] {
        let provision = sided.provision
        var lines = zip(provision.lines, sided.lines).map { line, runs in
            Line(
                runs: runs.map { .init(text: $0.text, isChanged: $0.isChanged) },
                depth: depth(of: line))
        }
        guard !provision.label.isEmpty else { return lines }
        let label = Line.Run(text: provision.label, isChanged: sided.isRenumbered, isLabel: true)
        if lines.first?.depth == 0 {
            lines[0].runs.insert(contentsOf: [label, .init(text: " ")], at: 0)
        } else {
            lines.insert(Line(runs: [label], depth: 0), at: 0)
        }
        return lines
    }

    /// By kind, because one side may have a list below a paragraph and the other below the article.
    private static func depth(of line: ArticleText.Line) -> Int {
        switch line.kind {
        case .item: 1
        case .subitem: 2
        default: 0
        }
    }

    private static func notes(_ view: RedlineView, _ words: TableWords) -> [Row] {
        var notes: [String] = []
        for line in view.formalLines {
            notes.append(line.ranges.isEmpty ? line.title : "\(line.title): \(line.ranges)")
        }
        if let chinese = words.renumbered(view) { notes.append(chinese) }
        if let omitted = view.omittedLine { notes.append(omitted) }
        if !view.unknown.isEmpty {
            notes.append("Not known. \(ChangeWords.unknown(view.unknown))")
            notes += UnknownGroups(view.unknown).groups.map { "\($0.title): \($0.ranges)" }
        }
        return notes.map(Row.note)
    }
}
