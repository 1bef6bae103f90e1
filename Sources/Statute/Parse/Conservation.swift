/// Checks that a tree holds every visible scalar of the text that it was read from, in the same order.
enum Conservation {
    /// The first line whose words are not all there; nil when nothing was lost or added.
    ///
    /// Blanks are not counted, nor the signs `#`, `>` and `\` at the start of a line, nor a backslash that escapes
    /// what follows it, nor lines in `residue`, each of which a diagnostic names.
    static func firstLoss(lines: [SourceLine], residue: Set<Int>, text: StatuteText) -> Int? {
        let kept = VisibleScalars(text).scalars
        var next = 0
        for (index, line) in lines.enumerated() where !residue.contains(index) {
            var isLeading = true
            for scalar in line.content where !scalar.isBlank {
                let isSign = scalar == "#" || scalar == ">" || scalar == "\\"
                if next < kept.count, kept[next] == scalar {
                    next += 1
                } else if !(isSign && (isLeading || scalar == "\\")) {
                    return line.number
                }
                if !isSign { isLeading = false }
            }
        }
        return next == kept.count ? nil : lines.last?.number ?? 1
    }
}

/// The visible scalars of a text in reading order.
struct VisibleScalars {
    let scalars: [Unicode.Scalar]

    init(_ text: StatuteText) {
        var scalars: [Unicode.Scalar] = []
        func add(_ string: String) {
            scalars.append(contentsOf: string.unicodeScalars.lazy.filter { !$0.isBlank })
        }
        add(text.title)
        text.headnotes.forEach(add)
        var stack = [text.root]
        while let node = stack.popLast() {
            add(node.label)
            add(node.heading)
            add(node.text)
            stack.append(contentsOf: node.children.reversed())
        }
        self.scalars = scalars
    }
}
