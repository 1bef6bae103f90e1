/// What the words of a line say of where it stands in a paragraph.
enum LineSigns {
    static func endsSentence(_ text: String) -> Bool {
        var scalars = text.unicodeScalars[...]
        while let last = scalars.last, last == "”" || last == "’" || last == "）" || last == ")" {
            scalars.removeLast()
        }
        switch scalars.last {
        case "。", "；", "：", "！", "？", ".", ";", ":": return true
        default: return false
        }
    }

    /// 第一条, 第一章, （一）, (a), 1.
    static func isLabelled(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.prefix(16))
        guard let first = scalars.first else { return false }
        if first == "第" {
            let number = scalars.dropFirst().prefix { numerals.contains($0) || $0.isDigit }
            guard !number.isEmpty, scalars.count > number.count + 1 else { return false }
            return "条章节编".unicodeScalars.contains(scalars[number.count + 1])
        }
        if first == "（" || first == "(" {
            guard let end = scalars.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return false }
            return end > 1 && end <= 5
                && scalars[1..<end].allSatisfy { numerals.contains($0) || ($0.isASCII && $0 != " ") }
        }
        let number = scalars.prefix { numerals.contains($0) || $0.isDigit }
        guard !number.isEmpty, scalars.count > number.count else { return false }
        let sign = scalars[number.count]
        return sign == "、"
            || (sign == "." && first.isDigit && scalars.count > number.count + 1
                && !scalars[number.count + 1].isDigit)
    }

    /// Whether it is the heading of a chapter and the like: 第二节　死刑缓期执行…
    static func isDivision(_ text: String) -> Bool {
        guard isLabelled(text), text.unicodeScalars.count <= 40 else { return false }
        let label = text.unicodeScalars.prefix(10)
        return label.first == "第" && label.contains { "章节编".unicodeScalars.contains($0) }
            && !label.contains("条")
    }

    private static let numerals = Set("〇零一二三四五六七八九十百千".unicodeScalars)
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
}
