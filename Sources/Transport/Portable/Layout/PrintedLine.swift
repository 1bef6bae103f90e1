/// A line of a page: words at one height, from left to right.
struct PrintedLine: Sendable {
    var text: String
    var left: Double
    var right: Double
    var middle: Double
    /// The width of a Chinese character.
    var em: Double
    /// Counted from 0.
    var page: Int
    /// 0 for a line across the page, 1 and 2 for the columns of a page that has two.
    var column = 0
    /// Whether there is a hole in it: cells of a table beside each other, and no line of a paragraph.
    var hasHole = false

    /// Whether another line may follow this one down the page.
    func isBeside(_ other: PrintedLine) -> Bool { page == other.page && column == other.column }

    /// The lines of a page in the order of reading.
    static func lines(of page: PageWords, number: Int) -> [PrintedLine] {
        let rows = rows(of: page)
        guard let gutter = PageGutter(rows, width: page.width) else {
            return rows.compactMap { PrintedLine($0, page: number) }
        }
        return gutter.blocks(of: rows).flatMap { column, rows in
            rows.compactMap { row in
                var line = PrintedLine(row, page: number)
                line?.column = column
                return line
            }
        }
    }

    /// Words at one height, from top to bottom.
    private static func rows(of page: PageWords) -> [[PageWord]] {
        let words = page.words.filter(\.isPlaced)
            .sorted { $0.middle < $1.middle }
        var rows: [[PageWord]] = []
        var row: [PageWord] = []
        var middle = 0.0
        for word in words {
            let em = 2 * (word.right - word.left) / Double(max(word.halves, 1))
            if !row.isEmpty, word.middle - middle > 0.45 * em {
                rows.append(row)
                row = []
            }
            if row.isEmpty { middle = word.middle }
            row.append(word)
        }
        return row.isEmpty ? rows : rows + [row]
    }

    private init?(_ row: [PageWord], page: Int) {
        let words = row.sorted { $0.left < $1.left }
        guard let first = words.first else { return nil }
        let halves = words.reduce(0) { $0 + $1.halves }
        let width = words.reduce(0.0) { $0 + $1.right - $1.left }
        em = 2 * width / Double(max(halves, 1))
        left = first.left
        right = words.reduce(first.right) { max($0, $1.right) }
        middle = words.reduce(0.0) { $0 + $1.middle } / Double(words.count)
        self.page = page
        text = Blanks.trimmed(Self.joined(words, em: em))
        if text.isEmpty { return nil }
        hasHole = Self.hasHole(words, em: em)
    }

    private static func hasHole(_ words: [PageWord], em: Double) -> Bool {
        zip(words, words.dropFirst()).enumerated().contains { place, pair in
            // Behind its number an article may have what room it likes.
            let isLabel = place == 0 && LineSigns.isLabelled(pair.0.text)
            return !isLabel && pair.1.left - pair.0.right > 2 * em
        }
    }

    /// Words of one line with the blanks between them that a reader sees.
    ///
    /// Between Chinese and Latin there is a little room that nobody typed; justified lines have a little room
    /// between all characters.
    private static func joined(_ words: [PageWord], em: Double) -> String {
        var gaps: [(size: Double, isWide: Bool, isMixed: Bool)] = []
        for (word, next) in zip(words, words.dropFirst()) {
            let before = word.text.unicodeScalars.last?.isWide ?? false
            let after = next.text.unicodeScalars.first?.isWide ?? false
            gaps.append(((next.left - word.right) / max(em, 0.001), before && after, before != after))
        }
        let isSpread = gaps.filter { $0.isWide && $0.size < 0.7 }.count > 3
        var text = words.first?.text ?? ""
        for (word, gap) in zip(words.dropFirst(), gaps) {
            if gap.isWide {
                if gap.size >= 0.7 {
                    text += "\u{3000}"
                } else if gap.size >= 0.12, !isSpread {
                    text += " "
                }
            } else if gap.isMixed {
                if gap.size >= 0.45 { text += " " }
            } else if gap.size > 0.08 {
                text += " "
            }
            text += word.text
        }
        return text
    }
}
