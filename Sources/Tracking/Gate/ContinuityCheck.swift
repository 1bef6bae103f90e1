import Statute

/// Article numbers run on, or as they did before (reliability.md, A3 rows 10 and 19).
enum ContinuityCheck {
    static func signals(_ view: GateView) -> [Signal] {
        var found: [Signal] = []
        let breaks = view.shape.breaks
        for sort in [StatuteShape.Break.Sort.gap, .restart] {
            let now = breaks.filter { $0.sort == sort }
            let then = view.before?.breaks.count { $0.sort == sort } ?? 0
            guard now.count > then, let first = now.last else { continue }
            // Annexes and parts may count from 1 again; on a first capture only a repeated article says more.
            if sort == .restart, view.before == nil, !repeats(view.shape) { continue }
            if sort == .gap, view.input.subject.isExtract { continue }
            let what =
                sort == .gap
                ? "jump from \(first.before) to \(first.after)"
                : "begin again at \(first.after) after \(first.before)"
            let compared =
                view.before == nil
                ? "" : " (\(now.count) such \(now.count == 1 ? "place" : "places"), \(then) before)"
            found.append(Signal(.continuity, "article numbers \(what)\(compared)", release: .reviewer))
        }
        let swallowed = outOfOrder(view.input.text)
        if swallowed > view.input.previous.map(outOfOrder) ?? swallowed {
            found.append(
                Signal(
                    .continuity, "\(swallowed) lines look like headings of articles whose turn it is not",
                    release: .reviewer))
        }
        return found
    }

    /// Whether an article stands twice, word for word.
    private static func repeats(_ shape: StatuteShape) -> Bool {
        var seen: Set<String> = []
        for article in shape.articles {
            let words = article.number + " " + PlainWords.folded(ArticleText(article).string)
            guard words.unicodeScalars.count > 20 else { continue }
            if !seen.insert(words).inserted { return true }
        }
        return false
    }

    /// Lines inside provisions that begin 第N条 and a blank: headings that the parser did not take.
    private static func outOfOrder(_ text: StatuteText) -> Int {
        var count = 0
        var stack = [text.root]
        while let node = stack.popLast() {
            if node.kind == .paragraph || node.kind == .article, beginsLikeArticle(node.text) { count += 1 }
            stack.append(contentsOf: node.children)
        }
        return count
    }

    private static func beginsLikeArticle(_ words: String) -> Bool {
        var rest = Array(words.unicodeScalars.prefix(16))[...]
        guard rest.popFirst() == "第" else { return false }
        let digits = rest.prefix { ChineseNumber.isDigit($0) }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, rest.popFirst() == "条" else { return false }
        return rest.first?.isBlank ?? true
    }
}
