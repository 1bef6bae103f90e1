/// Finds the lines of a table of contents, which repeat the headings and are no structure.
enum TableOfContents {
    /// The line indices to leave out: the word 目录 or Contents with the heading lines under it, or heading lines
    /// that come again before any article has stood between them.
    static func range(in lines: [SourceLine]) -> Range<Int>? {
        for index in lines.indices where isTitle(lines[index].content) {
            return index..<end(of: lines, from: index + 1)
        }
        return nil
    }

    private static func isTitle(_ content: Scalars) -> Bool {
        let words = content.filter { !$0.isBlank && $0 != "#" && $0 != "*" }.string
        switch words.lowercased() {
        case "目录", "contents", "tableofcontents": return true
        default: return false
        }
    }

    /// The first line after `start` that is not an entry: an article, other text, or the first entry again.
    private static func end(of lines: [SourceLine], from start: Int) -> Int {
        var first: String?
        var last = start
        for index in start..<lines.count {
            let content = lines[index].content
            if content.isEmpty { continue }
            guard let entry = entry(content) else { break }
            if let first, entry == first { break }
            first = first ?? entry
            last = index + 1
        }
        return last
    }

    /// The words of an entry without leader dots and page number; nil for other lines.
    private static func entry(_ content: Scalars) -> String? {
        var words = content
        while let sign = words.first, sign == "#" || sign == "-" || sign == "*" || sign.isBlank {
            words.removeFirst()
        }
        while let sign = words.last, isLeader(sign) { words.removeLast() }
        let isEntry =
            Heading.plain(words) != nil || words.elementsEqual("附则".unicodeScalars)
            || words.elementsEqual("附件".unicodeScalars)
        return isEntry ? words.filter { !$0.isBlank }.string : nil
    }

    private static func isLeader(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case ".", "…", "·", "-", "—", "(", ")", "（", "）": true
        default: sign.isBlank || sign.digit != nil
        }
    }
}
