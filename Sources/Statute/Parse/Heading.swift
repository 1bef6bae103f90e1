/// A line that opens a container: `## 第一章 总则`, or the same without Markdown signs.
struct Heading {
    /// Deepest level that is read; more signs than this are text.
    static let deepest = 16

    /// The number of `#` signs; 0 where there were none.
    var level: Int
    var label: Label?
    /// The label as printed; empty where there is none.
    var labelWords: String
    /// The words after the label.
    var words: Scalars
    /// 序言, Preamble.
    var isPreamble: Bool

    /// Reads a heading marked with `#`; nil for other lines.
    static func marked(_ line: Scalars) -> Heading? {
        let level = line.prefix { $0 == "#" }.count
        guard level > 0, level <= deepest else { return nil }
        let rest = line.dropFirst(level)
        guard rest.isEmpty || rest.first?.isBlank == true else { return nil }
        return of(rest.trimmed, level: level)
    }

    /// Reads the words of a heading.
    static func of(_ content: Scalars, level: Int) -> Heading {
        if content.first == "\\" {
            return Heading(
                level: level, label: nil, labelWords: "", words: content.dropFirst().trimmed,
                isPreamble: false)
        }
        if let label = Label.leading(content), case .division = label.kind {
            return Heading(
                level: level, label: label, labelWords: content.prefix(label.length).string,
                words: content.dropFirst(label.length).trimmed, isPreamble: false)
        }
        return Heading(
            level: level, label: nil, labelWords: "", words: content, isPreamble: isPreamble(content))
    }

    /// Reads a heading without signs, as plain text and web pages have it: a division label, set off, with no
    /// more than a title after it.
    static func plain(_ line: Scalars) -> Heading? {
        if isPreamble(line) {
            return Heading(level: 0, label: nil, labelWords: "", words: line, isPreamble: true)
        }
        guard let label = Label.leading(line), case .division(let kind) = label.kind, label.isSetOff else {
            return nil
        }
        let words = line.dropFirst(label.length).trimmed
        guard words.count <= (kind == .annex ? 60 : 40), !words.contains(where: endsSentence) else {
            return nil
        }
        return Heading(
            level: 0, label: label, labelWords: line.prefix(label.length).string, words: words,
            isPreamble: false)
    }

    static func isPreamble(_ content: Scalars) -> Bool {
        let word = content.filter { !$0.isBlank }.string
        return word == "序言" || word == "前言" || word.lowercased() == "preamble"
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", ";": true
        default: false
        }
    }
}
