import Material

/// One page of HTML, read as text.
struct HTMLPage {
    /// Bytes of ``Readout/surroundings``.
    static let surroundingsLimit = 64 << 10

    private let request: ReadingRequest
    private let charset: CharsetDecision
    private let source: PageSource
    private let tree: PageTree
    private let selection: [Int]?

    init(_ decoded: CharsetReading, _ request: ReadingRequest) throws(ReadingFault) {
        self.request = request
        charset = decoded.decision
        source = PageSource(Array(decoded.text.utf8))
        let parser = PageParser(name: request.name, limits: request.limits)
        let parsed = try parser.parse(source, xpath: request.xpath)
        tree = parsed.tree
        selection = parsed.selection
    }

    func readout() throws(ReadingFault) -> Readout {
        if let ending = source.ending, ending == .comment || ending == .script {
            throw ReadingFault(
                .malformed,
                "\(request.name): ends inside a \(ending.rawValue); it was cut off or is broken; fetch it again"
            )
        }
        guard !tree.nodes.isEmpty else { throw empty }
        let body = tree.first(.body) ?? 0
        let (page, hidden, pictures) = PageText.read(body, tree)
        let finder = StatuteFinder(tree, pageTitle: title, page: page)
        let (finding, place) = found(by: finder)
        guard !finding.lines.isEmpty else { throw empty }
        try checkEnd(finding)
        // Which files a page attaches is no word of the law, and moves when a site is built anew.
        let law = finding.lines.filter { !$0.isAttachmentLabel }
        let lines = [finding.title].compactMap { $0 } + (law.isEmpty ? finding.lines : law).map(\.words)
        let text = lines.joined(separator: "\n") + "\n"
        guard text.utf8.count <= request.limits.textBytes else {
            throw ReadingFault(
                .tooLarge, "\(request.name): more than \(request.limits.textBytes) bytes of text")
        }
        try ReplacementCharacter.refuse(text, name: request.name)
        let notices = PageNotices(
            tree: tree, source: source, finding: finding, hidden: hidden, pictures: pictures, place: place,
            xpath: request.xpath)
        return Readout(
            text: text, title: title, format: .html, place: place, charset: charset,
            links: PageLinks.links(of: tree),
            surroundings: finding.root == body && place == .whole ? "" : surroundings(body),
            notices: notices.sentences)
    }

    /// By the declared XPath; else by structure; else the whole.
    private func found(by finder: StatuteFinder) -> (StatuteFinder.Finding, Readout.Place) {
        if let selection {
            if let finding = finder.bySelection(selection) { return (finding, .xpath) }
            if let finding = finder.byStructure() { return (finding, .fallback) }
            // An element that is there and empty is an emptied page: what stands around it is no text.
            if !selection.isEmpty { return (StatuteFinder.Finding(lines: []), .xpath) }
            return (finder.whole(), .whole)
        }
        if let finding = finder.byStructure() { return (finding, .structure) }
        return (finder.whole(), .whole)
    }

    /// A page that stops inside the text it should hold is a piece of a law.
    private func checkEnd(_ finding: StatuteFinder.Finding) throws(ReadingFault) {
        guard source.isPage, !source.isClosed else { return }
        let root = finding.root.map { tree.nodes[$0] }
        let tag = root?.tag
        let isOpen = root?.marks.contains(.unended) ?? false
        let isInner = tag != nil && tag != .body && tag != .html
        if source.ending == .tag || isOpen && isInner || !isInner && !Self.endsSentence(finding.lines) {
            throw ReadingFault(
                .malformed, "\(request.name): ends inside its text; it was cut off; fetch it again")
        }
    }

    private static func endsSentence(_ lines: [PageLine]) -> Bool {
        guard let last = lines.last?.words.unicodeScalars.last else { return true }
        switch last {
        case "。", "；", "！", "？", "”", "》", "）", "】", ".", "!", "?", ")", "\"", ";": return true
        default: return false
        }
    }

    /// `<title>`, blanks folded.
    private var title: String? {
        guard let node = tree.first(.title) else { return nil }
        var words: [UInt8] = []
        for inner in node..<tree.end(node) where tree.tag(inner) == nil { words += tree.words(inner) }
        let folded = PageLinks.folded(String(decoding: words, as: UTF8.self))
        return folded.isEmpty ? nil : folded
    }

    private func surroundings(_ body: Int) -> String {
        let lines = PageText.lines(
            of: body, in: tree, PageText.Options(includesHidden: true, includesControls: true))
        var text = ""
        for line in lines {
            if text.utf8.count + line.words.utf8.count >= Self.surroundingsLimit {
                for scalar in line.words.unicodeScalars where text.utf8.count < Self.surroundingsLimit - 5 {
                    text.unicodeScalars.append(scalar)
                }
                text += "\n"
                break
            }
            text += line.words + "\n"
        }
        return text
    }

    private var empty: ReadingFault {
        let frames = tree.nodes.contains { $0.tag == .frame || $0.tag == .iframe }
        let why =
            frames
            ? "its text stands in a frame: declare the frame's own address"
            : "it is empty, or a script would fill it"
        let whole = selection.map { !$0.isEmpty } ?? false
        return ReadingFault(
            .empty,
            whole
                ? "\(request.name): the element of the XPath is there and holds no text"
                : "\(request.name): shows no text; \(why)")
    }
}
