import Material
import Statute

/// Pages whose text is in a file, and files that do not say what their page says (demands.md, N18).
enum AttachmentCheck {
    static func signals(_ view: GateView) -> [Signal] {
        var found: [Signal] = []
        if !view.holdsStatute, let link = view.input.readout.links.first(where: isFile) {
            found.append(
                Signal(
                    .attachmentOnly,
                    "the page holds no articles; the text may be in “\(PlainWords.short(link.words))” (\(PlainWords.short(link.address, 80)))",
                    release: .reviewer))
        }
        if let attachment = view.input.attachment, let message = difference(view.input.text, attachment) {
            found.append(Signal(.attachmentDiffers, message, release: .reviewer))
        }
        return found
    }

    private static func isFile(_ link: Link) -> Bool {
        let path = Array(PlainWords.folded(link.address).utf8.prefix { $0 != 0x3F && $0 != 0x23 })
        let endings = [".doc", ".docx", ".pdf", ".wps", ".ofd", ".rtf"]
        if endings.contains(where: { path.suffix($0.utf8.count).elementsEqual($0.utf8) }) { return true }
        let words = PlainWords.folded(link.words)
        return words.utf8.starts(with: "附件".utf8)
            || endings.contains { words.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Names the first article that differs beyond blanks, width and punctuation; nil when none does.
    static func difference(_ page: StatuteText, _ file: StatuteText) -> String? {
        let ours = units(page)
        let theirs = units(file)
        let others = Dictionary(theirs, uniquingKeysWith: { first, _ in first })
        let own = Set(ours.map(\.number))
        var differing = 0
        var first: String?
        func note(_ message: @autoclosure () -> String) {
            differing += 1
            first = first ?? message()
        }
        for (number, mine) in ours {
            guard let other = others[number] else {
                note("\(mine.label) stands on the page and not in the attachment")
                continue
            }
            let a = words(mine)
            let b = words(other)
            if PlainWords.letters(a) != PlainWords.letters(b) {
                let (here, there) = excerpts(PlainWords.folded(a), PlainWords.folded(b))
                note("\(mine.label): the page says “\(here)”, the attachment “\(there)”")
            }
        }
        for (number, unit) in theirs where !own.contains(number) {
            note("\(unit.label) stands in the attachment and not on the page")
        }
        guard let first else { return nil }
        return differing == 1 ? first : "\(first); \(differing) articles differ"
    }

    /// Articles by number; the words of a text without any as one.
    private static func units(_ text: StatuteText) -> [(number: String, unit: Provision)] {
        let shape = StatuteShape(text)
        if shape.articles.isEmpty {
            return [("", Provision(kind: .preamble, label: "the text", children: shape.units))]
        }
        var seen: [String: Int] = [:]
        return shape.articles.map { article in
            seen[article.number, default: 0] += 1
            let turn = seen[article.number, default: 1]
            return (turn == 1 ? article.number : "\(article.number) (\(turn))", article)
        }
    }

    private static func words(_ unit: Provision) -> String {
        var found = ""
        var stack = unit.children.isEmpty ? [unit] : Array(unit.children.reversed())
        if !unit.children.isEmpty { found += unit.text }
        while let node = stack.popLast() {
            // The number of the article itself is what it was found by.
            found += (node.kind == .article ? "" : node.label) + node.text
            stack.append(contentsOf: node.children.reversed())
        }
        return found
    }

    /// Both wordings around the first difference.
    private static func excerpts(_ a: String, _ b: String) -> (String, String) {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        var start = 0
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if !a[i].isWord {
                i += 1
            } else if !b[j].isWord {
                j += 1
            } else if a[i] == b[j] {
                i += 1
                j += 1
            } else {
                break
            }
        }
        start = max(0, i - 6)
        let other = max(0, j - 6)
        return (PlainWords.short(a[start...].string, 24), PlainWords.short(b[other...].string, 24))
    }
}
