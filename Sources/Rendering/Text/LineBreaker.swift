/// Breaks styled text into lines of a given width in columns.
///
/// Lines break at spaces, behind slashes and between ideographs; a closing sign never begins a line and an opening
/// one never ends one (the basic rules of GB/T 15834 and JIS X 4051). A word wider than a line is cut.
package enum LineBreaker {
    private struct Atom {
        var text: String
        var width: Int
        var style: StyledRun.Style
        var kind: Kind
    }

    private enum Kind { case space, ideograph, opening, closing, slash, letter }

    /// The lines; at least one. `width` below 8 is taken as 8.
    package static func lines(_ runs: [StyledRun], width: Int) -> [[StyledRun]] {
        let width = max(width, 8)
        let atoms = runs.flatMap(atoms)
        var lines: [[Atom]] = []
        var start = 0
        var column = 0
        var lastBreak: Int?
        var index = 0
        while index < atoms.count {
            if index > start, mayBreak(atoms[index - 1], atoms[index]) { lastBreak = index }
            let atom = atoms[index]
            if column + atom.width > width, atom.kind != .space, index > start {
                var end = index
                if let lastBreak, lastBreak > start { end = lastBreak }
                lines.append(Array(atoms[start..<end]))
                start = end
                index = end
                column = 0
                lastBreak = nil
                continue
            }
            column += atom.width
            index += 1
        }
        lines.append(Array(atoms[start...]))
        return lines.map(joined)
    }

    /// As much of the beginning of a text as fills at most `width` columns.
    package static func prefix(_ text: String, width: Int) -> String {
        var out = String.UnicodeScalarView()
        var filled = 0
        for scalar in text.unicodeScalars {
            filled += DisplayWidth.of(scalar)
            if filled > width { break }
            out.append(scalar)
        }
        return String(out)
    }

    private static func joined(_ line: [Atom]) -> [StyledRun] {
        var line = line[...]
        while line.last?.kind == .space { line = line.dropLast() }
        var runs: [StyledRun] = []
        for atom in line {
            if let last = runs.last, last.style == atom.style {
                runs[runs.count - 1].text += atom.text
            } else {
                runs.append(StyledRun(atom.text, atom.style))
            }
        }
        return runs
    }

    private static func atoms(_ run: StyledRun) -> [Atom] {
        if run.glue != .none {
            let kind = run.glue == .next ? Kind.opening : .closing
            return [Atom(text: run.text, width: DisplayWidth.of(run.text), style: run.style, kind: kind)]
        }
        var atoms: [Atom] = []
        for scalar in run.text.unicodeScalars {
            let width = DisplayWidth.of(scalar)
            if width == 0, let last = atoms.last {
                atoms[atoms.count - 1].text.unicodeScalars.append(scalar)
                if scalar.value == 0xFE0F, last.width == 1 { atoms[atoms.count - 1].width = 2 }
                continue
            }
            atoms.append(
                Atom(text: String(scalar), width: width, style: run.style, kind: kind(scalar, width)))
        }
        return atoms
    }

    private static func kind(_ scalar: Unicode.Scalar, _ width: Int) -> Kind {
        switch scalar {
        case " ": .space
        case "/": .slash
        case "，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〉", "〕", "］", "｝", "％": .closing
        case "”", "’", "…", "—", "·", ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "⟧", "⟫": .closing
        case "（", "《", "「", "『", "【", "〈", "〔", "［", "｛", "“", "‘", "(", "[", "{", "⟦", "⟪", "￥": .opening
        default: width == 2 ? .ideograph : .letter
        }
    }

    private static func mayBreak(_ before: Atom, _ after: Atom) -> Bool {
        switch (before.kind, after.kind) {
        case (_, .space), (_, .closing), (.opening, _), (_, .slash): false
        case (.space, _), (.ideograph, _), (_, .ideograph), (.closing, .opening): true
        // Paths and addresses.
        case (.slash, _): true
        // A full-width stop ends a clause, whatever follows; a half-width one may stand inside a number.
        case (.closing, _): before.width == 2
        default: false
        }
    }
}
