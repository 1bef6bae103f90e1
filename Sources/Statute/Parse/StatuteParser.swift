/// Reads the text of a statute: total, so that every input gives a tree and every oddity a ``Diagnostic``.
package enum StatuteParser {
    /// Reads text as it was published: plain text, or Markdown as LawRefBook writes it.
    ///
    /// - Parameters:
    ///   - source: decoded text with any line ends.
    ///   - language: told apart by its characters when not given.
    /// - Returns: a tree that holds every visible scalar of `source`, except those of lines that a diagnostic
    ///   names (table of contents, comments).
    package static func parse(_ source: String, language: Language? = nil) -> ParsedStatute {
        var reading = StatuteReading(source, mode: .published, language: language)
        return reading.run()
    }
}

/// One pass over the lines of one text.
struct StatuteReading {
    enum Mode {
        /// Any source: which labels count is decided by their order.
        case published
        /// ``CanonicalText``: every label counts, text that looks like one is escaped.
        case canonical
    }

    private let lines: [SourceLine]
    private let mode: Mode
    private let language: Language
    private var sequence: ArticleSequence
    private var tree = TreeBuilder()
    private var title: String?
    private var headnotes: [String] = []
    private var diagnostics: [Diagnostic] = []
    /// Line indices that belong to no provision, each named by a diagnostic.
    private var residue: Set<Int> = []

    init(_ source: String, mode: Mode, language: Language?) {
        lines = SourceLine.lines(of: source)
        self.mode = mode
        self.language = language ?? LanguageGuess.language(of: source)
        let candidates = lines.compactMap { line -> Label? in
            guard let label = Label.leading(line.content), label.kind == .article else { return nil }
            return label
        }
        sequence = ArticleSequence(candidates: candidates)
    }

    mutating func run() -> ParsedStatute {
        leaveOutContents()
        let endOfHead = readHead()
        for index in endOfHead..<lines.count where !residue.contains(index) {
            read(lines[index], index)
        }
        let (root, nodeLines) = tree.finished()
        diagnostics.append(contentsOf: tree.diagnostics)
        var paths = PathAssignment()
        let placed = paths.assign(to: root, lines: nodeLines)
        diagnostics.append(contentsOf: paths.diagnostics)
        let text = StatuteText(title: title ?? "", language: language, headnotes: headnotes, root: placed)
        if title == nil { diagnostics.append(Diagnostic(.noTitle, "no title line was found", line: 1)) }
        if !tree.hasStructure {
            diagnostics.append(Diagnostic(.noStructure, "no numbered provision was found", line: 1))
        }
        diagnostics.append(contentsOf: InvisibleCharacters.diagnostics(in: lines))
        if let line = Conservation.firstLoss(lines: lines, residue: residue, text: text) {
            diagnostics.append(
                Diagnostic(
                    .notConserved, "words of this line are missing from the tree: a fault of the parser",
                    line: line))
        }
        diagnostics.sort { $0.line < $1.line }
        return ParsedStatute(text: text, diagnostics: diagnostics, lines: paths.lines)
    }

    // MARK: Head

    private mutating func leaveOutContents() {
        guard mode == .published, let contents = TableOfContents.range(in: lines) else { return }
        residue.formUnion(contents)
        diagnostics.append(
            Diagnostic(
                .tableOfContents,
                "lines \(lines[contents.lowerBound].number) to \(lines[contents.upperBound - 1].number) are a table of contents",
                line: lines[contents.lowerBound].number))
    }

    /// Reads title and headnotes; returns the index of the first line after them.
    private mutating func readHead() -> Int {
        let marker = mode == .published ? lines.firstIndex { Self.isInfoEnd($0.content) } : nil
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.isEmpty || residue.contains(index) {
                index += 1
                continue
            }
            if let heading = Heading.marked(line.content) {
                let words = Self.unescaped(line.content.dropFirst().trimmed).string
                if mayTitle, heading.level == 1 {
                    title = words
                } else if let code = title, let marker, index < marker, heading.level == 1, headnotes.isEmpty
                {
                    // A code that is kept book by book: its name, then the name of the book.
                    title = code + " " + words
                } else {
                    return index
                }
            } else if Self.isComment(line.content) {
                leaveOut(index, as: .markup)
                if marker == index { return index + 1 }
            } else if line.content.first == ">" {
                headnotes.append(line.content.dropFirst().trimmed.string)
            } else if let marker, index < marker {
                if mayTitle { title = line.content.string } else { headnotes.append(line.content.string) }
            } else if mode == .published, mayTitle, Label.leading(line.content) == nil,
                line.content.count <= 120
            {
                title = line.content.string
            } else if mode == .published, marker == nil, Headnote.matches(line.content),
                Label.leading(line.content).map({ $0.kind == .item(.ideographParenthesis) }) ?? true
            {
                headnotes.append(line.content.string)
            } else {
                return index
            }
            index += 1
        }
        return index
    }

    /// A title comes first or not at all.
    private var mayTitle: Bool { title == nil && headnotes.isEmpty }

    private mutating func leaveOut(_ index: Int, as category: Diagnostic.Category) {
        residue.insert(index)
        diagnostics.append(
            Diagnostic(category, "a comment, not part of the law: left out", line: lines[index].number))
    }

    private static func isComment(_ content: Scalars) -> Bool {
        content.starts(with: "<!--".unicodeScalars) && content.reversed().starts(with: ">--".unicodeScalars)
    }

    private static func isInfoEnd(_ content: Scalars) -> Bool {
        isComment(content) && content.string.contains("INFO END")
    }

    // MARK: Body

    private mutating func read(_ line: SourceLine, _ index: Int) {
        let content = line.content
        if content.isEmpty { return }
        if content.first == "\\" {
            let words = Self.unescaped(content)
            if words.isEmpty {
                leaveOut(index, as: .markup)
            } else {
                tree.addParagraph(words, line: line.number)
            }
        } else if let heading = Heading.marked(content) {
            if heading.words.isEmpty, heading.label == nil {
                leaveOut(index, as: .markup)
            } else {
                open(heading, line)
            }
        } else if Self.isComment(content) {
            leaveOut(index, as: .markup)
        } else if let label = Label.leading(content) {
            read(line, label)
        } else if mode == .published, let heading = Heading.plain(content), heading.isPreamble {
            open(heading, line)
        } else {
            tree.addParagraph(content, line: line.number)
        }
    }

    private mutating func read(_ line: SourceLine, _ label: Label) {
        let words = line.content.dropFirst(label.length).trimmed
        switch label.kind {
        case .item(let style):
            tree.addItem(label, style, line.content, number: line.number)
        case .article:
            readArticle(line, label, words)
        case .division(let kind):
            guard mode == .published, let heading = Heading.plain(line.content) else {
                tree.addParagraph(line.content, line: line.number)
                return
            }
            let follows = label.ordinal.first.map { $0 == 1 || $0 == tree.lastNumber(of: kind) + 1 } ?? true
            if follows {
                open(heading, line)
            } else {
                tree.addParagraph(line.content, line: line.number)
            }
        }
    }

    private mutating func readArticle(_ line: SourceLine, _ label: Label, _ words: Scalars) {
        switch mode == .canonical ? .heading : sequence.verdict(on: label, words: words) {
        case .heading:
            break
        case .headingAfterGap(let expected):
            diagnostics.append(
                Diagnostic(
                    .articleNumberGap,
                    expected == 1
                        ? "the articles of this text begin with number \(label.number)"
                        : "article \(label.number) where \(expected) would follow", line: line.number))
        case .textOutOfOrder:
            diagnostics.append(
                Diagnostic(
                    .articleOutOfOrder,
                    "looks like article \(label.number), whose turn it is not: kept as text of the provision before",
                    line: line.number))
            fallthrough
        case .text:
            tree.addParagraph(line.content, line: line.number)
            return
        }
        var unit = UnitBuilder(kind: .article, line: line.number)
        unit.number = label.number
        unit.label = line.content.prefix(label.length).trimmed.string
        tree.openUnit(unit)
        let unescaped = Self.unescaped(words)
        if !unescaped.isEmpty { tree.addParagraph(unescaped, line: line.number) }
    }

    private mutating func open(_ heading: Heading, _ line: SourceLine) {
        if heading.label == nil || heading.label?.kind != .division(.section) { sequence.enterDivision() }
        tree.open(heading, line: line.number)
    }

    private static func unescaped(_ content: Scalars) -> Scalars {
        content.first == "\\" ? content.dropFirst().trimmed : content
    }
}
