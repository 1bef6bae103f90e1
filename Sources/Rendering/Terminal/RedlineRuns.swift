import Redline

/// The stretches of one redlined provision as lines of styled words with their signs: `[-…-]`, `{+…+}`, `⟪…⟫`.
///
/// Used by the terminal and by plain mail; the signs stand with and without colour.
enum RedlineRuns {
    /// Unchanged stretches wider than this many columns are shortened …
    static let longestKept = 200
    /// … to this many at each end that touches a change.
    static let shownOfKept = 60

    static func lines(_ stretches: [Stretch], showsAll: Bool) -> [[StyledRun]] {
        var lines: [[StyledRun]] = [[]]
        for (index, stretch) in stretches.enumerated() {
            var stretch = stretch
            if stretch.kind == .kept, stretch.marks.isEmpty, !showsAll {
                stretch.text = shortened(
                    stretch.text, isFirst: index == 0, isLast: index == stretches.count - 1)
            }
            add(stretch, to: &lines)
        }
        return lines.filter { !$0.isEmpty }
    }

    private static func add(_ stretch: Stretch, to lines: inout [[StyledRun]]) {
        switch stretch.kind {
        case .kept:
            pieces(stretch.text, to: &lines) { piece, lines in
                append(StyledRun(piece), stretch, &lines)
            }
        case .deleted: changed(stretch, .deleted, "[-", "-]", &lines)
        case .inserted: changed(stretch, .inserted, "{+", "+}", &lines)
        case .elsewhere(let label, let side):
            let words = side == .before ? "now in \(label)" : "from \(label)"
            lines[lines.count - 1].append(StyledRun("[… \(words) …]", .faint))
        }
    }

    private static func changed(
        _ stretch: Stretch, _ style: StyledRun.Style, _ open: String, _ close: String, _ lines: inout [[StyledRun]]
    ) {
        // A line end alone is a sign of its own: paragraphs were joined or parted.
        if stretch.text.unicodeScalars.allSatisfy({ $0 == "\n" }) {
            lines[lines.count - 1].append(StyledRun("\(open)¶\(close)", style))
            if stretch.kind == .inserted { lines.append([]) }
            return
        }
        pieces(stretch.text, to: &lines) { piece, lines in
            lines[lines.count - 1].append(StyledRun(open, style, glue: .next))
            append(.changed(piece, style), stretch, &lines)
            lines[lines.count - 1].append(StyledRun(close, style, glue: .previous))
        }
    }

    private static func append(_ run: StyledRun, _ stretch: Stretch, _ lines: inout [[StyledRun]]) {
        guard !stretch.marks.isEmpty else {
            lines[lines.count - 1].append(run)
            return
        }
        let style = run.style.union(.mark)
        lines[lines.count - 1].append(StyledRun("⟪", style, glue: .next))
        lines[lines.count - 1].append(StyledRun(run.text, style))
        lines[lines.count - 1].append(StyledRun("⟫", style, glue: .previous))
    }

    private static func pieces(
        _ text: String, to lines: inout [[StyledRun]], _ add: (String, inout [[StyledRun]]) -> Void
    ) {
        let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 { lines.append([]) }
            if !part.isEmpty { add(String(part), &lines) }
        }
    }

    /// Keeps what stands next to a change.
    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        guard DisplayWidth.of(text) > longestKept else { return text }
        let scalars = Array(text.unicodeScalars)
        let head = isFirst ? [] : prefix(scalars[...])
        let tail = isLast ? [] : prefix(scalars.reversed()[...]).reversed()
        if isFirst, isLast { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: head)
        view.append(contentsOf: " … ".unicodeScalars)
        view.append(contentsOf: tail)
        return String(view)
    }

    private static func prefix(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        var width = 0
        for scalar in scalars {
            width += DisplayWidth.of(scalar)
            if width > shownOfKept { break }
            out.append(scalar)
        }
        return out
    }
}
