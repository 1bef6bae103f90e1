/// The own text of one article-level provision, flattened to lines: what is compared and searched.
///
/// Its number label is left out, its items' labels are in. ``string`` joins the lines with a line feed; all
/// offsets into it count Unicode scalars.
package struct ArticleText: Sendable, Hashable {
    /// One line: one node below (or of) the provision.
    package struct Line: Sendable, Hashable {
        package let kind: ProvisionKind
        /// 0 for the provision's own words, 1 for its children, and so on.
        package let depth: Int
        package let number: String
        package let label: String
        package let text: String
        package let path: ProvisionPath

        package init(
            kind: ProvisionKind, depth: Int, number: String, label: String, text: String, path: ProvisionPath
        ) {
            self.kind = kind
            self.depth = depth
            self.number = number
            self.label = label
            self.text = text
            self.path = path
        }

        /// Label and words as they are printed: （一）记录, (1) records.
        package var printed: String { label + separator + text }

        /// A blank between a label and words in Latin letters; Chinese has none.
        package var separator: String { Self.separator(label: label, text: text) }

        package static func separator(label: String, text: String) -> String {
            guard !label.isEmpty, let first = text.unicodeScalars.first else { return "" }
            return first.isIdeograph ? "" : " "
        }
    }

    /// The provision that these lines belong to.
    package let path: ProvisionPath
    package let kind: ProvisionKind
    package let number: String
    /// 第二十一条, Article 21.
    package let label: String
    package let heading: String
    package let lines: [Line]

    package init(_ provision: Provision) {
        path = provision.path
        kind = provision.kind
        number = provision.number
        label = provision.label
        heading = provision.heading
        var lines: [Line] = []
        // Depth is bounded by the parser (paragraph, item, subitem levels), so recursion is safe here.
        func add(_ node: Provision, depth: Int) {
            if depth > 0 || !node.text.isEmpty {
                lines.append(
                    Line(
                        kind: node.kind, depth: depth, number: node.number,
                        label: depth == 0 ? "" : node.label, text: node.text, path: node.path))
            }
            for child in node.children { add(child, depth: depth + 1) }
        }
        add(provision, depth: 0)
        self.lines = lines
    }

    /// The lines joined by line feeds.
    package var string: String { lines.map(\.printed).joined(separator: "\n") }

    /// For each line, its path and its range in ``string``, in Unicode scalars, label included.
    package var spans: [(path: ProvisionPath, range: Range<Int>)] {
        var offset = 0
        return lines.map { line in
            let count = line.printed.unicodeScalars.count
            defer { offset += count + 1 }
            return (line.path, offset..<(offset + count))
        }
    }
}

extension StatuteText {
    /// The provisions that are compared one with another, in order: articles, the preamble, and whatever stands
    /// directly in a container without being one (the numbered points of a decision, paragraphs of an annex).
    package var articleLevel: [Provision] {
        var found: [Provision] = []
        var stack: [Provision] = [root]
        while let node = stack.popLast() {
            if node.kind.isContainer {
                stack.append(contentsOf: node.children.reversed())
            } else {
                found.append(node)
            }
        }
        return found
    }
}

extension ArticleText {
    /// The provision again: the inverse of ``init(_:)``.
    package var provision: Provision {
        var root = Provision(kind: kind, number: number, label: label, heading: heading, path: path)
        var rest = lines[...]
        if let first = rest.first, first.depth == 0 {
            root.text = first.text
            rest = rest.dropFirst()
        }
        root.children = Self.children(of: 0, from: &rest)
        return root
    }

    private static func children(of depth: Int, from rest: inout ArraySlice<Line>) -> [Provision] {
        var found: [Provision] = []
        while let line = rest.first, line.depth > depth {
            rest = rest.dropFirst()
            found.append(
                Provision(
                    kind: line.kind, number: line.number, label: line.label, text: line.text,
                    children: children(of: line.depth, from: &rest), path: line.path))
        }
        return found
    }
}
