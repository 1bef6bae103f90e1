/// Running heads, running feet and page numbers: what stands on the pages and not in the text.
struct PageFurniture {
    /// Lines without them.
    private(set) var lines: [PrintedLine] = []
    /// What was left out, each wording once, numbers as #.
    private(set) var leftOut: [String] = []

    private struct Key: Hashable {
        let words: String
        /// In steps of a half em, so that pages differ a little.
        let height: Int
    }

    /// - Parameters:
    ///   - pages: the lines of each page, from top to bottom.
    ///   - heights: of the pages.
    init(_ pages: [[PrintedLine]], heights: [Double]) {
        var counts: [Key: Int] = [:]
        for page in pages {
            for index in Self.margins(of: page) where Self.mayRun(page[index]) {
                counts[Self.key(page[index]), default: 0] += 1
            }
        }
        let filled = pages.filter { !$0.isEmpty }.count
        let needed = max(2, (filled * 3 + 9) / 10)
        var seen: Set<String> = []
        for (page, height) in zip(pages, heights) {
            let margins = Self.margins(of: page)
            for (index, line) in page.enumerated() {
                let key = Self.key(line)
                let isRepeated =
                    margins.contains(index) && Self.count(key, counts) >= needed && Self.mayRun(line)
                if isRepeated || Self.isPageNumber(line, height: height) {
                    if seen.insert(key.words).inserted { leftOut.append(key.words) }
                } else {
                    lines.append(line)
                }
            }
        }
    }

    /// The same item may end several pages at the same height; a head is no sentence and no item.
    private static func mayRun(_ line: PrintedLine) -> Bool {
        !LineSigns.endsSentence(line.text) && !LineSigns.isLabelled(line.text)
    }

    private static func margins(of page: [PrintedLine]) -> Set<Int> {
        Set(page.indices.prefix(2)).union(page.indices.suffix(2))
    }

    private static func key(_ line: PrintedLine) -> Key {
        var words = ""
        for scalar in line.text.unicodeScalars {
            if ("0"..."9").contains(scalar) || (0xFF10...0xFF19).contains(scalar.value) {
                if words.last != "#" { words += "#" }
            } else if !scalar.properties.isWhitespace {
                words.unicodeScalars.append(scalar)
            }
        }
        let height = line.middle / max(line.em / 2, 0.5)
        return Key(words: words, height: Int(max(-1e6, min(1e6, height.rounded()))))
    }

    private static func count(_ key: Key, _ counts: [Key: Int]) -> Int {
        (-1...1).reduce(0) { $0 + (counts[Key(words: key.words, height: key.height + $1)] ?? 0) }
    }

    /// `3`, `- 3 -`, `第 3 页 共 9 页`, `3 / 9`, in the outer eighth of the page.
    private static func isPageNumber(_ line: PrintedLine, height: Double) -> Bool {
        guard line.middle < height / 8 || line.middle > height * 7 / 8 else { return false }
        guard line.text.unicodeScalars.count <= 24 else { return false }
        var hasDigit = false
        for scalar in line.text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": hasDigit = true
            case "-", "–", "—", "－", "―", "·", "•", "/", "第", "页", "共", "P", "p", "a", "g", "e", "o", "f":
                continue
            default: if !scalar.properties.isWhitespace { return false }
            }
        }
        return hasDigit
    }
}
