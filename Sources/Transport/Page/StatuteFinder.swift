/// Finds the text of a statute on a page by its own structure, or by the XPath that is declared for it.
struct StatuteFinder {
    /// What was found.
    struct Finding {
        /// The lines of the text, title first where the page shows one.
        var lines: [PageLine]
        /// The title, where it stands outside ``lines``.
        var title: String?
        /// The element; nil where several were declared.
        var root: Int?
        /// Lines inside the element that were left out.
        var leftOut: [PageLine] = []
        /// Words that the page hides are in it, for the articles go on there.
        var includesHidden = false
    }

    private let tree: PageTree
    /// `<title>`, blanks folded.
    private let pageTitle: String?
    /// All lines of the page, with what stands in navigation and footers.
    private let page: [PageLine]

    init(_ tree: PageTree, pageTitle: String?, page: [PageLine]) {
        self.tree = tree
        self.pageTitle = pageTitle
        self.page = page
    }

    // MARK: By structure

    /// - Returns: nil where no articles follow each other on the page.
    func byStructure() -> Finding? {
        var lines = withoutChrome(page)
        var run = ArticleRun.longest(in: lines)
        var includesHidden = false
        // "Read on" buttons hide the rest of a text until somebody presses them.
        if let body = tree.first(.body), tree.nodes.contains(where: { $0.marks.contains(.hidden) }) {
            let all = withoutChrome(
                PageText.lines(of: body, in: tree, PageText.Options(includesHidden: true)))
            let longer = ArticleRun.longest(in: all)
            if longer?.count ?? 0 > run?.count ?? 0 { (lines, run, includesHidden) = (all, longer, true) }
        }
        guard let run else { return nil }
        guard let root = element(from: lines[run.first].first, to: lines[run.last].last) else { return nil }
        let range = lines.indices.filter { isPart(lines[$0], of: root) }
        guard let low = range.first, let high = range.last else { return nil }
        let begin = beginning(lines, from: low, to: run.first)
        let end = ending(lines, from: run.last, to: high)
        var kept: [PageLine] = []
        var leftOut = Array(lines[low..<begin.text])
        for index in begin.text...end {
            if index < run.first, index > begin.text, ChromeLine.isHead(lines[index]) {
                leftOut.append(lines[index])
            } else {
                kept.append(lines[index])
            }
        }
        leftOut += lines[(end + 1)..<(high + 1)]
        var finding = Finding(lines: joiningTitle(kept), title: begin.title, root: root)
        finding.leftOut = leftOut
        finding.includesHidden = includesHidden
        return finding
    }

    /// The page without navigation and the like, unless most of the articles stand there.
    private func withoutChrome(_ page: [PageLine]) -> [PageLine] {
        guard tree.nodes.contains(where: { $0.marks.contains(.chrome) }) else { return page }
        let kept = page.filter { !isChrome($0) }
        let articles = page.count { ArticleHeading.number($0.words) != nil }
        let keptArticles = kept.count { ArticleHeading.number($0.words) != nil }
        return keptArticles * 2 > articles || articles == 0 ? kept : page
    }

    private func isChrome(_ line: PageLine) -> Bool {
        var node: Int? = line.first
        while let here = node {
            if tree.nodes[here].marks.contains(.chrome), let tag = tree.tag(here), tag != .html, tag != .body
            {
                return true
            }
            node = tree.parent(here)
        }
        return false
    }

    /// The smallest block that holds both nodes.
    private func element(from first: Int, to last: Int) -> Int? {
        var node = tree.common(first, last)
        while let here = node, let tag = tree.tag(here), !tag.isBlock, !tag.isCell {
            node = tree.parent(here)
        }
        return node
    }

    private func isPart(_ line: PageLine, of root: Int) -> Bool {
        line.first >= root && line.first < tree.end(root)
    }

    /// Where the text begins: at the statute's title before the first article, in the element or, where the page
    /// shows it outside, as a line of its own.
    private func beginning(
        _ lines: [PageLine], from low: Int, to article: Int
    ) -> (text: Int, title: String?) {
        let known = knownTitles(heading(lines, before: article))
        var guess: Int?
        for index in stride(from: article - 1, through: low, by: -1) {
            if lines[index].heading == .h1 || titleSpan(lines, index, known) != nil { return (index, nil) }
            if guess == nil, isTitle(lines, index) { guess = index }
        }
        if let guess { return (guess, nil) }
        return (start(lines, from: low, to: article), outerTitle(lines, before: low))
    }

    /// The titles that the page gives itself, without blanks.
    private func knownTitles(_ heading: String?) -> [String] {
        [pageTitle.map(StatuteTitle.cleaned), heading].compactMap { $0.map(PageLine.folded) }
            .filter { $0.unicodeScalars.count >= 4 }
    }

    /// How many lines from here on make a known title together: 中华人民共和国 and, below it, 网络安全法.
    private func titleSpan(_ lines: [PageLine], _ index: Int, _ known: [String]) -> Int? {
        var words = ""
        for span in 1...3 where lines.indices.contains(index + span - 1) {
            words += lines[index + span - 1].folded
            if known.contains(words) { return span }
        }
        return nil
    }

    /// The lines with a title that stands on several of the first ones made one.
    private func joiningTitle(_ lines: [PageLine]) -> [PageLine] {
        let known = knownTitles(
            lines.first { $0.heading == .h1 }?.words ?? page.first { $0.heading == .h1 }?.words)
        for index in lines.indices.prefix(5) {
            guard let span = titleSpan(lines, index, known), span > 1 else { continue }
            var joined = lines[index]
            joined.words = lines[index..<(index + span)].map(\.words).joined()
            joined.last = lines[index + span - 1].last
            return Array(lines[..<index]) + [joined] + lines[(index + span)...]
        }
        return lines
    }

    /// The first line of the element that is not plainly chrome.
    private func start(_ lines: [PageLine], from low: Int, to article: Int) -> Int {
        var index = low
        while index < article, ChromeLine.isHead(lines[index]) || lines[index].isLink { index += 1 }
        return index
    }

    /// The nearest heading before a line.
    private func heading(_ lines: [PageLine], before index: Int) -> String? {
        lines[..<index].last { $0.heading == .h1 || $0.heading == .h2 && StatuteTitle.isLike($0.words) }?
            .words
    }

    private func isTitle(_ lines: [PageLine], _ index: Int) -> Bool {
        !lines[index].isLink && StatuteTitle.isLike(lines[index].words)
    }

    /// The title that the page shows before an element, or what `<title>` says where it reads like one.
    private func outerTitle(_ lines: [PageLine], before low: Int) -> String? {
        let cleaned = pageTitle.map(StatuteTitle.cleaned)
        let folded = cleaned.map(PageLine.folded) ?? ""
        let reach = max(0, low - 40)..<low
        let shown = reach.last { index in
            lines[index].heading == .h1 || folded.unicodeScalars.count >= 4 && lines[index].folded == folded
        }
        if let shown { return lines[shown].words }
        if let near = reach.suffix(12).last(where: { isTitle(lines, $0) }) { return lines[near].words }
        guard let cleaned, StatuteTitle.isLike(cleaned) else { return nil }
        return cleaned
    }

    /// The last line of the text: what follows the last article until chrome begins.
    private func ending(_ lines: [PageLine], from article: Int, to high: Int) -> Int {
        var end = article
        for index in stride(from: article + 1, through: high, by: 1) {
            if ChromeLine.isTail(lines[index]) { break }
            end = index
        }
        return end
    }

    // MARK: By XPath

    /// - Parameter selection: what the XPath found, in document order.
    /// - Returns: nil where it holds no words.
    func bySelection(_ selection: [Int]) -> Finding? {
        var outer: [Int] = []
        for node in selection where !(outer.last.map { tree.contains($0, node) } ?? false) {
            outer.append(node)
        }
        var lines = outer.flatMap { PageText.lines(of: $0, in: tree) }
        let all = outer.flatMap { PageText.lines(of: $0, in: tree, PageText.Options(includesHidden: true)) }
        let articles = ArticleRun.longest(in: lines)?.count ?? 0
        let includesHidden = ArticleRun.longest(in: all)?.count ?? 0 > articles
        lines = joiningTitle(includesHidden ? all : lines)
        guard !lines.isEmpty else { return nil }
        var finding = Finding(lines: lines, root: outer.count == 1 ? outer.first : nil)
        finding.includesHidden = includesHidden
        finding.title = missingTitle(lines, before: outer.first ?? 0)
        return finding
    }

    /// The title that the page shows outside a text which does not show it itself.
    private func missingTitle(_ lines: [PageLine], before root: Int) -> String? {
        let head = lines.prefix { ArticleHeading.number($0.words) == nil }.prefix(40)
        let hasArticles = lines.contains { ArticleHeading.number($0.words) != nil }
        let before = page.filter { $0.last < root }
        let shown = before.last { $0.heading == .h1 }?.words
        guard let title = shown ?? (hasArticles ? outerTitle(before, before: before.count) : nil) else {
            return nil
        }
        let folded = PageLine.folded(title)
        if head.contains(where: { $0.folded.contains(folded) || $0.heading == .h1 }) { return nil }
        if shown == nil, let first = head.first, StatuteTitle.isLike(first.words) { return nil }
        return title
    }

    // MARK: Neither

    /// The main part of a page without articles, or all of it.
    func whole() -> Finding {
        let root = mainPart() ?? tree.first(.body) ?? 0
        guard !tree.nodes.isEmpty else { return Finding(lines: []) }
        let lines = PageText.lines(of: root, in: tree)
        var finding = Finding(lines: lines, root: root)
        if tree.tag(root) != .body { finding.title = missingTitle(lines, before: root) }
        return finding
    }

    private func mainPart() -> Int? {
        if let main = tree.first(.main) { return main }
        let articles = tree.nodes.indices.filter { tree.tag($0) == .article }
        return articles.count == 1 ? articles.first : nil
    }
}
