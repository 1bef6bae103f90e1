/// What a line begins with, when it begins with a number that statutes use.
struct Label: Equatable {
    /// How list items are numbered; one style is one level of a list.
    enum Style: Equatable {
        /// （一）
        case ideographParenthesis
        /// 一、
        case ideographComma
        /// (1)
        case digitParenthesis
        /// 1. or 1、
        case digitPoint
        /// (a)
        case letterParenthesis
        /// (i)
        case romanParenthesis
        /// ①
        case circled
    }

    enum Kind: Equatable {
        case division(ProvisionKind)
        case article
        case item(Style)
    }

    var kind: Kind
    /// In normal form: `1`, `120-1`, `a`.
    var number: String
    /// The number as integers, 第一百二十条之一 being [120, 1]; empty for letters.
    var ordinal: [Int]
    /// How many scalars of the line it takes.
    var length: Int
    /// Whether a blank, or the end of the line, follows.
    var isSetOff: Bool

    /// Reads the label at the start of a line.
    static func leading(_ line: Scalars) -> Label? {
        guard let first = line.first else { return nil }
        switch first {
        case "第", "笫": return ordinal(line)
        case "（", "(": return parenthesised(line)
        case "附": return annex(line)
        case _ where first.isLatinLetter: return english(line)
        case _ where (0x2460...0x249B).contains(first.value): return enclosed(first, line)
        default: return enumerated(line)
        }
    }

    static func item(_ style: Style, _ value: Int, length: Int, of line: Scalars) -> Label {
        Label(
            kind: .item(style), number: String(value), ordinal: [value], length: length,
            isSetOff: isSetOff(line, at: length))
    }

    static func isSetOff(_ line: Scalars, at length: Int) -> Bool {
        let rest = line.dropFirst(length)
        return rest.first.map(\.isBlank) ?? true
    }

    /// One scalar that is a whole label: ①, ⑴, ⒈.
    private static func enclosed(_ first: Unicode.Scalar, _ line: Scalars) -> Label {
        switch first.value {
        case 0x2460...0x2473: item(.circled, Int(first.value) - 0x245F, length: 1, of: line)
        case 0x2474...0x2487: item(.digitParenthesis, Int(first.value) - 0x2473, length: 1, of: line)
        default: item(.digitPoint, Int(first.value) - 0x2487, length: 1, of: line)
        }
    }

    /// 第一编, 第二章, 第一百二十条之一; also 第一百 条, as careless typing has it.
    private static func ordinal(_ line: Scalars) -> Label? {
        var rest = line.dropFirst()
        guard let (value, digits) = Numeral.leading(rest) else { return nil }
        rest = rest.dropFirst(digits)
        var length = 1 + digits
        if let blank = rest.first, blank.isBlank, rest.dropFirst().first == "条" {
            rest = rest.dropFirst()
            length += 1
        }
        let kind: Kind
        switch rest.first {
        case "条": kind = .article
        case "编": kind = .division(.part)
        case "章": kind = .division(.chapter)
        case "节": kind = .division(.section)
        case "分" where rest.dropFirst().first == "编":
            kind = .division(.subpart)
            rest = rest.dropFirst()
            length += 1
        default: return nil
        }
        rest = rest.dropFirst()
        length += 1
        var ordinal = [value]
        while rest.first == "之", let (inserted, digits) = Numeral.leading(rest.dropFirst()) {
            ordinal.append(inserted)
            rest = rest.dropFirst(1 + digits)
            length += 1 + digits
        }
        if kind == .article, let colon = rest.first, colon == "：" || colon == ":" {
            length += 1
        }
        return Label(
            kind: kind, number: ordinal.map(String.init).joined(separator: "-"), ordinal: ordinal,
            length: length,
            isSetOff: isSetOff(line, at: length))
    }

    /// （一）, (1), (a), (iv).
    private static func parenthesised(_ line: Scalars) -> Label? {
        let inner = line.dropFirst()
        func closes(_ length: Int) -> Bool {
            let next = inner.dropFirst(length).first
            return next == "）" || next == ")"
        }
        if let (value, digits) = Numeral.arabic(inner), closes(digits) {
            return item(.digitParenthesis, value, length: digits + 2, of: line)
        }
        if let (value, digits) = Numeral.chinese(inner), closes(digits) {
            return item(.ideographParenthesis, value, length: digits + 2, of: line)
        }
        if let (_, digits) = Numeral.roman(inner), closes(digits) {
            // (i), (v), (x) … may be letters: the list that they stand in decides.
            return lettered(.romanParenthesis, inner.prefix(digits), of: line)
        }
        if let letter = inner.first, letter.isLatinLetter, closes(1) {
            return lettered(.letterParenthesis, inner.prefix(1), of: line)
        }
        return nil
    }

    private static func lettered(_ style: Style, _ letters: Scalars, of line: Scalars) -> Label {
        let length = letters.count + 2
        return Label(
            kind: .item(style), number: letters.string.lowercased(), ordinal: [], length: length,
            isSetOff: isSetOff(line, at: length))
    }

    /// 一、 and 1. and 1、 but not 1.5 and not 2016年.
    private static func enumerated(_ line: Scalars) -> Label? {
        guard let (value, digits) = Numeral.leading(line) else { return nil }
        let rest = line.dropFirst(digits)
        let isArabic = line.first?.digit != nil
        switch rest.first {
        case "、":
            return item(isArabic ? .digitPoint : .ideographComma, value, length: digits + 1, of: line)
        case ".", "．":
            guard isArabic, rest.dropFirst().first?.digit == nil else { return nil }
            return item(.digitPoint, value, length: digits + 1, of: line)
        default:
            return nil
        }
    }

    /// 附件, 附件一, 附录2, 附表: with nothing more than a title after it.
    private static func annex(_ line: Scalars) -> Label? {
        guard let second = line.dropFirst().first, second == "件" || second == "录" || second == "表" else {
            return nil
        }
        var length = 2
        var ordinal: [Int] = []
        if let (value, digits) = Numeral.leading(line.dropFirst(2)) {
            ordinal = [value]
            length += digits
        }
        let rest = line.dropFirst(length)
        if let next = rest.first, next == "：" || next == ":" {
            length += 1
        } else if let next = rest.first, !next.isBlank {
            return nil
        }
        return Label(
            kind: .division(.annex), number: ordinal.first.map(String.init) ?? "", ordinal: ordinal,
            length: length, isSetOff: true)
    }
}
