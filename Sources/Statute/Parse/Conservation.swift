/// Checks that a tree holds every visible scalar of the text that it was read from, in the same order.
enum Conservation {
    /// The first line whose words are not all there; nil when nothing was lost or added.
    ///
    /// Blanks are not counted, nor the signs `#`, `>` and `\` at the start of a line, nor lines in `residue`, each
    /// of which a diagnostic names.
    static func firstLoss(lines: [SourceLine], residue: Set<Int>, text: StatuteText) -> Int? {
        var kept = VisibleScalars(text).makeIterator()
        for (index, line) in lines.enumerated() where !residue.contains(index) {
            for scalar in Self.words(of: line.content) where !scalar.isBlank {
                guard kept.next() == scalar else { return line.number }
            }
        }
        return kept.next() == nil ? nil : lines.last?.number ?? 1
    }

    private static func words(of line: Scalars) -> Scalars {
        var words = line
        if Heading.marked(words) != nil { words = words.drop { $0 == "#" }.trimmed }
        if let first = words.first, first == "\\" || (first == ">") { return words.dropFirst() }
        guard let label = Label.leading(words), label.kind == .article else { return words }
        // An escape may also stand behind an article's label.
        let rest = words.dropFirst(label.length).trimmed
        guard rest.first == "\\" else { return words }
        return words.prefix(label.length) + rest.dropFirst()
    }
}

/// The visible scalars of a text in reading order.
struct VisibleScalars: Sequence {
    private let scalars: [Unicode.Scalar]

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

    func makeIterator() -> IndexingIterator<[Unicode.Scalar]> { scalars.makeIterator() }
}
