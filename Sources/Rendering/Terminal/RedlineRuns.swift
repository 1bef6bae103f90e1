import Statute

/// The stretches of one redlined provision as lines of styled words with their signs: `[-…-]`, `{+…+}`, `⟪…⟫`.
///
/// Used by the terminal and by plain mail; the signs stand with and without colour.
enum RedlineRuns {
    /// Unchanged stretches wider than this many columns are shortened …
    static let longestKept = 200
    /// … to this many at each end that touches a change.
    static let shownOfKept = 60

    static func lines(_ stretches: [Stretch], showsAll: Bool) -> [[StyledRun]] {
        lines(shortened(stretches, showsAll: showsAll))
    }

    /// The stretches as they are, however long.
    static func lines(_ stretches: [Stretch]) -> [[StyledRun]] {
        var lines: [[StyledRun]] = [[]]
        for group in StretchGroup.groups(stretches) { add(group, to: &lines) }
        return lines.filter { !$0.isEmpty }
    }

    /// With long kept stretches shortened, unless all is asked for.
    static func shortened(_ stretches: [Stretch], showsAll: Bool) -> [Stretch] {
        guard !showsAll else { return stretches }
        var shown = stretches
        for index in shown.indices where shown[index].kind == .kept && shown[index].marks.isEmpty {
            shown[index].text = shortened(
                shown[index].text, isFirst: index == 0, isLast: index == shown.count - 1)
        }
        return shown
    }

    private static func add(_ group: StretchGroup, to lines: inout [[StyledRun]]) {
        switch group.kind {
        case .kept:
            for (index, line) in group.lines.enumerated() {
                if index > 0 { lines.append([]) }
                for stretch in line { append(StyledRun(stretch.text), stretch, &lines) }
            }
        case .deleted: changed(group, .deleted, "[-", "-]", &lines)
        case .inserted: changed(group, .inserted, "{+", "+}", &lines)
        case .elsewhere(let label, let side):
            let words = side == .before ? "now in \(label)" : "from \(label)"
            lines[lines.count - 1].append(StyledRun("[… \(words) …]", .faint))
        }
    }

    private static func changed(
        _ group: StretchGroup, _ style: StyledRun.Style, _ open: String, _ close: String,
        _ lines: inout [[StyledRun]]
    ) {
        if group.isLineEnd {
            lines[lines.count - 1].append(StyledRun("\(open)¶\(close)", style))
            if group.kind == .inserted { lines.append([]) }
            return
        }
        for (index, line) in group.lines.enumerated() {
            if index > 0 { lines.append([]) }
            if line.isEmpty { continue }
            lines[lines.count - 1].append(StyledRun(open, style, glue: .next))
            for stretch in line { append(.changed(stretch.text, style), stretch, &lines) }
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

    /// Keeps what stands next to a change; whole paragraphs between become one `…`, so that none run together.
    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        guard !(isFirst && isLast), DisplayWidth.of(text) > longestKept else { return text }
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
        if lines.count == 1 {
            let head = isFirst ? "" : prefix(text) + " "
            return "\(head)… \(isLast ? "" : suffix(text))"
        }
        let head = isFirst ? nil : lines.removeFirst()
        let tail = isLast ? nil : lines.popLast()
        if lines.reduce(0, { $0 + DisplayWidth.of($1) }) > longestKept { lines = ["…"] }
        let first = head.map {
            DisplayWidth.of($0) > longestKept ? prefix($0) + " …" : $0
        }
        let last = tail.map { DisplayWidth.of($0) > longestKept ? "… " + suffix($0) : $0 }
        return ([first].compactMap { $0 } + lines + [last].compactMap { $0 }).joined(separator: "\n")
    }

    /// As much of the beginning as is shown, in whole words.
    private static func prefix(_ text: String) -> String {
        wholeWords(LineBreaker.prefix(text, width: shownOfKept), of: text)
    }

    /// As much of the end as is shown, in whole words.
    private static func suffix(_ text: String) -> String {
        let reversed = String(String.UnicodeScalarView(text.unicodeScalars.reversed()))
        let kept = wholeWords(LineBreaker.prefix(reversed, width: shownOfKept), of: reversed)
        return String(String.UnicodeScalarView(kept.unicodeScalars.reversed()))
    }

    /// Without the Latin word that the cut goes through, nor blanks at the cut. Chinese may be cut anywhere.
    private static func wholeWords(_ cut: String, of text: String) -> String {
        var kept = Array(cut.unicodeScalars)
        let next = text.unicodeScalars.dropFirst(kept.count).first
        if next?.isLatinLetter == true, kept.contains(where: \.isBlank) {
            while kept.last?.isLatinLetter == true { kept.removeLast() }
        }
        while kept.last?.isBlank == true { kept.removeLast() }
        return kept.string
    }
}
