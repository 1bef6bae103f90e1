import Material

/// What was noticed about a page and does not keep it from being read.
struct PageNotices {
    let tree: PageTree
    let source: PageSource
    let finding: StatuteFinder.Finding
    let hidden: [Int]
    let pictures: [Int]
    let place: Readout.Place
    let xpath: String?

    var sentences: [String] {
        var sentences: [String] = []
        if let xpath, place == .fallback || place == .whole {
            sentences.append("the XPath \(xpath) finds nothing on this page")
        }
        if let first = finding.leftOut.first {
            sentences.append(
                "left out as no part of the text: \(finding.leftOut.count) lines, the first \(Self.short(first.words))"
            )
        }
        if finding.includesHidden { sentences.append("the text goes on in an element that the page hides") }
        let concealed = finding.includesHidden ? [] : hidden.filter(isInside)
        if let first = concealed.first {
            let words = PageText.lines(of: first, in: tree).first?.words ?? ""
            if !words.isEmpty {
                sentences.append(
                    "left out as not shown: \(concealed.count) elements, the first \(Self.short(words))")
            }
        }
        let inline = pictures.filter { isInside($0) && standsBetweenWords($0) }
        if !inline.isEmpty {
            sentences.append(
                "\(inline.count) pictures stand between the words; they may be signs or formulas")
        }
        if source.isPage, !source.isClosed { sentences.append("the page has no end tag of its own") }
        if source.controls > 0 {
            sentences.append("\(source.controls) control characters were left out")
        }
        if let refresh = tree.refresh {
            sentences.append("the page sends its reader on: \(Self.short(refresh))")
        }
        let frames = tree.nodes.count { $0.tag == .iframe || $0.tag == .frame }
        if frames > 0 { sentences.append("the page shows \(frames) frames, which were not read") }
        return sentences
    }

    private func isInside(_ node: Int) -> Bool {
        guard let root = finding.root else { return true }
        return tree.contains(root, node)
    }

    /// Whether words stand right before or behind a picture, in the same element.
    private func standsBetweenWords(_ picture: Int) -> Bool {
        let before = picture - 1
        let after = tree.end(picture)
        return isWord(before, beside: picture) || isWord(after, beside: picture)
    }

    private func isWord(_ node: Int, beside picture: Int) -> Bool {
        guard tree.nodes.indices.contains(node), tree.tag(node) == nil else { return false }
        return tree.parent(node) == tree.parent(picture) && tree.words(node).contains { $0 > 0x20 }
    }

    private static func short(_ words: String) -> String {
        let start = String(String.UnicodeScalarView(words.unicodeScalars.prefix(30)))
        return "“\(start)\(words.unicodeScalars.count > 30 ? "…" : "")”"
    }
}
