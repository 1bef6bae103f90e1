/// The number of an article that a line begins with: 第十二条, 第120条之一, Article 12, Section 5, § 764.2.
///
/// Coarser than the statute parser's labels on purpose: it only has to find where on a page the articles stand.
struct ArticleHeading: Sendable, Hashable {
    let number: Int
    /// 第十二条之一, which comes behind 第十二条.
    let isInserted: Bool

    /// Nil for a line that begins otherwise.
    init?(_ line: String) {
        guard let number = Self.number(line) else { return nil }
        self.number = number
        let scalars = line.unicodeScalars
        let label = scalars.prefix(40).firstIndex { $0 == "条" || $0 == "條" }
        isInserted = label.map { scalars[$0...].dropFirst().first == "之" } ?? false
    }

    static func number(_ line: String) -> Int? {
        let scalars = Array(line.unicodeScalars.prefix(40))
        guard let first = scalars.first else { return nil }
        switch first {
        case "第", "笫": return chinese(scalars.dropFirst())
        case "§": return western(scalars.dropFirst().drop { $0 == "§" })
        case "A", "S":
            for word in ["Article ", "ARTICLE ", "Section ", "SECTION ", "Sec. ", "SEC. "]
            where scalars.starts(with: word.unicodeScalars) {
                return western(scalars.dropFirst(word.unicodeScalars.count))
            }
            return nil
        default: return nil
        }
    }

    private static func chinese(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0
        var digit: Int?
        var length = 0
        for scalar in rest {
            if Blank.isBlank(scalar) { continue }
            if scalar == "条" || scalar == "條" {
                guard length > 0, total + (digit ?? 0) < 10_000 else { return nil }
                return total + (digit ?? 0)
            }
            length += 1
            guard length <= 9, let value = value(scalar) else { return nil }
            if value >= 10 {
                total += (digit ?? 1) * value
                digit = nil
            } else {
                digit = total > 0 && digit == nil ? value : (digit ?? 0) * 10 + value
            }
        }
        return nil
    }

    private static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇", "○", "0", "０": 0
        case "一", "1", "１": 1
        case "二", "两", "2", "２": 2
        case "三", "3", "３": 3
        case "四", "4", "４": 4
        case "五", "5", "５": 5
        case "六", "6", "６": 6
        case "七", "7", "７": 7
        case "八", "8", "８": 8
        case "九", "9", "９": 9
        case "十": 10
        case "百": 100
        case "千": 1_000
        default: nil
        }
    }

    /// The last number of 764.2 counts. A reference in a sentence (Section 5 of …) is told by what follows.
    private static func western(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
        var number = 0
        var digits = 0
        var index = rest.startIndex
        while index < rest.endIndex, Blank.isBlank(rest[index]) { index += 1 }
        while index < rest.endIndex {
            if let value = value(rest[index]), value < 10, rest[index].isASCII {
                digits += 1
                guard digits <= 6 else { return nil }
                number = number * 10 + value
            } else if rest[index] == ".", digits > 0, index + 1 < rest.endIndex,
                rest[index + 1].properties.numericType == .decimal
            {
                number = 0
                digits = 0
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        let after = rest[index...].first { !Blank.isBlank($0) }
        if let after, index < rest.endIndex, Blank.isBlank(rest[index]),
            after.properties.isLowercase
        {
            return nil
        }
        return number
    }
}
