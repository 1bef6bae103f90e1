import Material
import Statute

/// Whether a line can be the last of a law.
enum Ending {
    /// Ends with a sign that closes a sentence, a quotation or a bracket.
    static func closesSentence(_ line: String) -> Bool {
        switch line.unicodeScalars.last(where: { !$0.isUnseen }) {
        case "。", "．", ".", "！", "!", "？", "?", "”", "\"", "’", "」", "』", "）", ")", "》", "】", "]", "〕":
            true
        default: false
        }
    }

    /// Words with which sites cut a text short.
    static let cuts: [[UInt8]] = [
        "查看全文", "展开全文", "阅读全文", "余下全文", "剩余全文", "剩余内容", "显示全文", "点击展开", "未完待续", "continue reading",
        "read more", "read the full text", "show more", "sign in to read", "log in to read",
    ].map { Array(PlainWords.folded($0).utf8) }
}

/// Half a law must never become a deletion (reliability.md, A2 `close_nolen`, A3 row 10).
enum EndingCheck {
    static func signals(_ view: GateView) -> [Signal] {
        guard view.holdsStatute else { return [] }
        return cutShort(view) + lastLine(view) + missingEnd(view) + pages(view)
    }

    private static func cutShort(_ view: GateView) -> [Signal] {
        let readout = view.input.readout
        // Beside a whole text the words may belong to another article of the site.
        let around = view.shape.hasCommencement ? [] : PlainWords.lines(readout.surroundings)
        for line in PlainWords.lines(readout.text).suffix(6) + around where line.unicodeScalars.count <= 40 {
            let folded = Array(PlainWords.folded(line).utf8)
            guard Ending.cuts.contains(where: { PlainWords.holds(folded, $0) }) else { continue }
            return [
                Signal(.ending, "the page says “\(line)”: more of the text is not shown", release: .reviewer)
            ]
        }
        return []
    }

    private static func lastLine(_ view: GateView) -> [Signal] {
        let line = view.shape.lastLine
        guard !line.isEmpty, !view.shape.endsInAnnex, !Ending.closesSentence(line) else { return [] }
        if let before = view.before, PlainWords.folded(before.lastLine) == PlainWords.folded(line) {
            return []
        }
        guard view.before != nil || !view.shape.hasCommencement else { return [] }
        if let before = view.before, !Ending.closesSentence(before.lastLine) { return [] }
        let fewer = view.before.map { view.shape.characters < $0.characters } ?? true
        return [
            Signal(
                .ending, "the text ends “\(tail(line))”, in the middle of a sentence or in words of the page",
                release: fewer ? .reviewer : .secondCapture)
        ]
    }

    /// The beginning of the text before, unchanged, and then nothing; or no word on when it takes effect.
    private static func missingEnd(_ view: GateView) -> [Signal] {
        guard let before = view.before, let previous = view.input.previous else { return [] }
        if view.drift?.namesNewDate != true {
            let now = flat(view.input.text)
            let then = flat(previous)
            if !now.isEmpty, now.count < then.count, then.starts(with: now) {
                return [
                    Signal(
                        .ending,
                        "the text is the beginning of the one before, word for word, and stops after \(view.shape.characters) of \(before.characters) characters",
                        release: .reviewer)
                ]
            }
        }
        if before.hasCommencement, !view.shape.hasCommencement {
            return [
                Signal(
                    .ending, "the last articles no longer say when the law takes effect", release: .reviewer)
            ]
        }
        return []
    }

    private static func pages(_ view: GateView) -> [Signal] {
        let input = view.input
        let isComplete =
            view.before.map { view.shape.articles.count >= $0.articles.count }
            ?? (input.subject.articles.map { view.shape.articles.count == $0 } ?? view.shape.hasCommencement)
        guard !isComplete else { return [] }
        for line in PlainWords.lines(input.readout.surroundings)
            + PlainWords.lines(input.readout.text).suffix(8)
        where line.unicodeScalars.count <= 80 {
            guard let pages = PageCount.pages(in: line), pages > 1 else { continue }
            return [
                Signal(
                    .paginated, "the page says that it is one of \(pages): “\(PlainWords.short(line))”",
                    release: .reviewer)
            ]
        }
        let next = input.readout.links.first { link in
            let words = PlainWords.letters(link.words)
            return words == "下一页" || words == "下页" || words == "nextpage" || words == "next"
        }
        guard let next, !next.address.isEmpty, next.address.utf8.first != 0x23 else { return [] }
        return [
            Signal(
                .paginated,
                "a link leads to the next page (\(PlainWords.short(next.address, 80))), and the text is not whole",
                release: .reviewer)
        ]
    }

    /// The words of all provisions, folded, as one.
    private static func flat(_ text: StatuteText) -> [UInt8] {
        var found: [UInt8] = []
        var stack = [text.root]
        while let node = stack.popLast() {
            for words in [node.label, node.heading, node.text] { found += PlainWords.folded(words).utf8 }
            stack.append(contentsOf: node.children.reversed())
        }
        return found
    }

    private static func tail(_ line: String) -> String {
        let scalars = line.unicodeScalars
        return scalars.count <= 30 ? line : "…" + scalars.suffix(30).string
    }
}

/// 第1页/共5页, 共 5 页, Page 1 of 5.
enum PageCount {
    /// How many pages a line says that there are.
    static func pages(in line: String) -> Int? {
        let scalars = Array(PlainWords.folded(line).unicodeScalars)
        for index in scalars.indices {
            let rest = scalars[index...]
            if rest.first == "共" {
                let digits = rest.dropFirst().prefix { ChineseNumber.isDigit($0) }
                if scalars[digits.endIndex...].first == "页", let value = ChineseNumber.value(digits) {
                    return value
                }
            } else if rest.starts(with: "page".unicodeScalars) {
                let first = rest.dropFirst(4).prefix { ChineseNumber.isDigit($0) }
                let after = scalars[first.endIndex...]
                guard !first.isEmpty, after.starts(with: "of".unicodeScalars) else { continue }
                let total = after.dropFirst(2).prefix { ChineseNumber.isDigit($0) }
                if let value = ChineseNumber.value(total) { return value }
            }
        }
        return nil
    }
}
