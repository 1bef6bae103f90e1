import Statute

/// The lines of two texts that have no equal on the other side, paired as far as they are like each other.
struct LineDrift {
    private typealias Line = [Unicode.Scalar]

    /// Pairing costs lines times lines: beyond this many, and for longer ones, lines count as wholly gone or new.
    private static let most = 200
    private static let longest = 10_000

    private(set) var lost = 0
    private(set) var gained = 0
    /// New lines like none before, folded.
    private(set) var added: [String] = []

    init(from old: StatuteText, to new: StatuteText) {
        var before = Self.lines(of: old)
        var after = Self.lines(of: new)
        (before, after) = Self.unmatched(before, after)
        var open = before[...]
        var rest: [Line] = []
        for line in after {
            guard after.count <= Self.most * 4, open.count <= Self.most,
                let index = open.firstIndex(where: { Self.isWithin(line, $0) })
            else {
                rest.append(line)
                continue
            }
            lost += open[index].count - line.count
            open.remove(at: index)
        }
        for line in rest {
            guard rest.count <= Self.most, open.count <= Self.most,
                let (index, common) = Self.likest(line, in: open)
            else {
                gained += line.count
                added.append(line.string)
                continue
            }
            lost += open[index].count - common
            gained += line.count - common
            open.remove(at: index)
        }
        lost += open.reduce(0) { $0 + $1.count }
    }

    /// The words of every provision, folded, numbers of references masked.
    private static func lines(of text: StatuteText) -> [Line] {
        var found: [Line] = []
        var stack = [text.root]
        while let node = stack.popLast() {
            for words in [node.heading, node.text] where !words.isEmpty {
                let line = masked(Array(PlainWords.folded(words).unicodeScalars))
                if !line.isEmpty { found.append(line) }
            }
            stack.append(contentsOf: node.children.reversed())
        }
        return found
    }

    /// 第二十一条 as 第#条: renumbering is no addition.
    private static func masked(_ line: Line) -> Line {
        var result: Line = []
        var index = 0
        while index < line.count {
            result.append(line[index])
            index += 1
            guard result.last == "第" else { continue }
            var end = index
            while end < line.count, ChineseNumber.isDigit(line[end]) { end += 1 }
            guard end > index, end < line.count else { continue }
            switch line[end] {
            case "条", "款", "项", "章", "节", "编", "目":
                result.append("#")
                index = end
            default: break
            }
        }
        return result
    }

    /// Both without the lines that stand in both, counted as often as they stand there.
    private static func unmatched(_ before: [Line], _ after: [Line]) -> ([Line], [Line]) {
        var counts: [Line: Int] = [:]
        for line in before { counts[line, default: 0] += 1 }
        var new: [Line] = []
        for line in after {
            if let count = counts[line], count > 0 { counts[line] = count - 1 } else { new.append(line) }
        }
        var old: [Line] = []
        for line in before.reversed() {
            if let count = counts[line], count > 0 {
                counts[line] = count - 1
                old.append(line)
            }
        }
        return (old.reversed(), new)
    }

    /// Whether a line is what is left of another when words are struck from it, half of it at the least.
    private static func isWithin(_ short: Line, _ long: Line) -> Bool {
        guard short.count < long.count, long.count <= longest, short.count * 2 >= long.count else {
            return false
        }
        var index = 0
        for scalar in long where index < short.count && scalar == short[index] { index += 1 }
        return index == short.count
    }

    /// The line that shares most at its beginning and end: at least half of the shorter one.
    private static func likest(_ line: Line, in others: ArraySlice<Line>) -> (index: Int, common: Int)? {
        var best: (index: Int, common: Int)?
        for (index, other) in zip(others.indices, others) {
            let shorter = min(line.count, other.count)
            guard max(line.count, other.count) <= longest else { continue }
            var head = 0
            while head < shorter, line[head] == other[head] { head += 1 }
            var tail = 0
            while tail < shorter - head, line[line.count - 1 - tail] == other[other.count - 1 - tail] {
                tail += 1
            }
            if (head + tail) * 2 >= shorter, head + tail > best?.common ?? 0 { best = (index, head + tail) }
        }
        return best
    }
}
