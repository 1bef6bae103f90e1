/// One redlined provision in two columns, paragraphs that belong together at the same height.
enum SideBySide {
    /// What stands between the columns.
    private static let rule = " │ "

    /// Writes the rows of one pair of provisions.
    static func write(_ part: EntryRedline.Part, showsAll: Bool, to page: inout TerminalPage) {
        let rows = rows(part.stretches)
        for (index, row) in rows.enumerated() {
            let isPlain = row.allSatisfy { $0.kind == .kept && $0.marks.isEmpty }
            // A paragraph of which nothing changed is not worth two columns.
            if isPlain, !showsAll, rows.count > 1 {
                let before = index > 0 && rows[index - 1].allSatisfy { $0.kind == .kept && $0.marks.isEmpty }
                if !before { write([[StyledRun("…", .faint)]], [[StyledRun("…", .faint)]], &page) }
                continue
            }
            let shown = RedlineRuns.shortened(row, showsAll: showsAll)
            write(
                RedlineRuns.lines(shown.filter { isSeen($0, on: .before) }),
                RedlineRuns.lines(shown.filter { isSeen($0, on: .after) }), &page)
        }
    }

    /// The heads of the two columns.
    static func head(_ left: String, _ right: String, to page: inout TerminalPage) {
        write([[StyledRun(left, .faint)]], [[StyledRun(right, .faint)]], &page)
    }

    /// Writes the words of two provisions that do not differ, once on each side.
    static func write(_ left: [String], _ right: [String], to page: inout TerminalPage) {
        for index in 0..<max(left.count, right.count) {
            write(
                index < left.count ? [[StyledRun(left[index])]] : [],
                index < right.count ? [[StyledRun(right[index])]] : [], &page)
        }
    }

    private static func write(
        _ left: [[StyledRun]], _ right: [[StyledRun]], _ page: inout TerminalPage
    ) {
        let width = (page.style.width - DisplayWidth.of(rule)) / 2
        let old = left.flatMap { LineBreaker.lines($0, width: width) }
        let new = right.flatMap { LineBreaker.lines($0, width: width) }
        for index in 0..<max(old.count, new.count) {
            var runs = index < old.count ? old[index] : []
            let filled = runs.reduce(0) { $0 + DisplayWidth.of($1.text) }
            runs.append(StyledRun(String(repeating: " ", count: max(0, width - filled))))
            let words = index < new.count ? new[index] : []
            runs.append(StyledRun(words.isEmpty ? " │" : rule, .faint))
            page.line(runs + words)
        }
    }

    /// Cut where a paragraph ends in both texts.
    private static func rows(_ stretches: [Stretch]) -> [[Stretch]] {
        var rows: [[Stretch]] = [[]]
        for stretch in stretches {
            guard stretch.kind == .kept else {
                rows[rows.count - 1].append(stretch)
                continue
            }
            let parts = stretch.text.unicodeScalars.split(
                separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { rows.append([]) }
                guard !part.isEmpty else { continue }
                let isLast = index == parts.count - 1
                rows[rows.count - 1].append(
                    Stretch(.kept, String(part), marks: stretch.marks, ending: isLast ? stretch.ending : []))
            }
        }
        return rows
    }

    private static func isSeen(_ stretch: Stretch, on side: Stretch.Side) -> Bool {
        switch stretch.kind {
        case .kept: true
        case .deleted: side == .before
        case .inserted: side == .after
        case .elsewhere(_, let there): there == side
        }
    }
}
