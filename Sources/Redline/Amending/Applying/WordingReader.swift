import Statute

/// Makes provisions of quoted words: which line is a paragraph and which an item is the parser's to say.
struct WordingReader {
    let language: Language

    /// One article: its number, where the wording names it, and its paragraphs.
    struct Article {
        var number: String?
        var paragraphs: [WorkingParagraph]
    }

    /// The paragraphs of one article, with their items.
    func paragraphs(_ lines: [String]) -> [WorkingParagraph] {
        let label = language == .zh ? "第一条" : "Article 1"
        var text = label
        for (index, line) in lines.enumerated() {
            text += (index == 0 && !opensWithItem(line) ? " " : "\n\n") + escaped(inner(line))
        }
        let parsed = CanonicalText.parse(text, language: language).text
        guard let article = parsed.root.children.first, article.kind == .article else {
            return lines.map { WorkingParagraph(text: inner($0), items: []) }
        }
        return WorkingParagraph.all(of: article)
    }

    /// The articles of a wording, cut at the lines that begin with an article's number. Words before the first such
    /// line are an article without a number; the heading of a division is left out.
    func articles(_ wording: Wording) -> [Article] {
        var found: [(number: String?, lines: [String])] = []
        for line in wording.lines {
            let scalars = Array(line.unicodeScalars)[...]
            if let (number, length) = articleLabel(scalars) {
                let words = scalars.dropFirst(length).drop { $0.isBlank }
                found.append((number, words.isEmpty ? [] : [words.string]))
            } else if found.isEmpty {
                found.append((nil, [line]))
            } else {
                found[found.count - 1].lines.append(line)
            }
        }
        return found.map { Article(number: $0.number, paragraphs: paragraphs($0.lines)) }
    }

    /// The heading of a division that a wording begins with (第七节 监察委员会), and the rest of it.
    func heading(_ wording: Wording) -> (words: String, rest: Wording)? {
        guard let first = wording.lines.first else { return nil }
        let scalars = Array(first.unicodeScalars)[...]
        let signs = scalars.prefix { $0 == "#" || $0.isBlank }.count
        let parsed = CanonicalText.parse("## " + scalars.dropFirst(signs).string, language: language).text
        guard let node = parsed.root.children.first, node.kind.isContainer, node.kind != .hcontainer else {
            return nil
        }
        return (node.heading, Wording(lines: Array(wording.lines.dropFirst()), span: wording.span))
    }

    /// Item labels and what stands below them, for a list that gets new items.
    func items(_ lines: [String], like sample: String, first number: Int) -> [Provision] {
        var lines = lines
        if let first = lines.first, !opensWithItem(first) {
            lines[0] = LabelStyle(language: language).item(number, like: sample) + " " + first
        }
        return paragraphs(lines).flatMap { $0.items.resolved }
    }

    /// The words of a line without the label of an item at its start.
    func withoutItemLabel(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)[...]
        guard let label = PointLabel.leading(scalars), label.style != .article else { return line }
        return scalars.dropFirst(label.length).string
    }

    /// Inner quotation marks as the law has them: a decision that quotes “…” prints ‘…’ inside.
    func inner(_ line: String) -> String {
        guard language == .zh else { return line }
        return line.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "‘": "“"
            case "’": "”"
            default: scalar
            }
        }.string
    }

    private func opensWithItem(_ line: String) -> Bool {
        guard let label = PointLabel.leading(Array(line.unicodeScalars)[...]) else { return false }
        return label.style != .article
    }

    /// 第七条 with a blank behind it, or Article 7.
    private func articleLabel(_ line: ArraySlice<Unicode.Scalar>) -> (number: String, length: Int)? {
        let parsed = CanonicalText.parse(line.prefix(40).string, language: language).text
        guard let article = parsed.root.children.first, article.kind == .article else { return nil }
        let length = article.label.unicodeScalars.count
        let next = line.dropFirst(length).first
        guard next == nil || next?.isBlank == true else { return nil }
        return (article.number, length)
    }

    /// With a backslash before what the canonical text would take for a heading or an article.
    private func escaped(_ line: String) -> String {
        guard let first = line.unicodeScalars.first else { return line }
        switch first {
        case "#", ">", "<", "\\", "第", "笫", "附": return "\\" + line
        default:
            if line == "序言" || line == "前言" { return "\\" + line }
            return first.isLatinLetter ? "\\" + line : line
        }
    }
}
