import Statute

extension PointLabel {
    /// The label at the start of a line; nil where there is none.
    static func leading(_ line: ArraySlice<Unicode.Scalar>) -> PointLabel? {
        guard let first = line.first else { return nil }
        if first == "（" || first == "(" { return bracketed(line) }
        if first == "第" { return article(line) }
        guard let number = SmallNumeral.leading(line) else { return nil }
        let rest = line.dropFirst(number.length)
        guard let sign = rest.first else { return nil }
        switch sign {
        case "、": break
        case ".", "．":
            guard number.isArabic, rest.dropFirst().first.flatMap(SmallNumeral.digit) == nil else {
                return nil
            }
        default: return nil
        }
        return PointLabel(
            style: number.isArabic ? .digit : .ideograph, value: number.value,
            words: line.prefix(number.length).string,
            length: number.length + 1 + blanks(rest.dropFirst()))
    }

    private static func bracketed(_ line: ArraySlice<Unicode.Scalar>) -> PointLabel? {
        let inner = line.dropFirst()
        guard let number = SmallNumeral.leading(inner) else { return nil }
        let rest = inner.dropFirst(number.length)
        guard let close = rest.first, close == "）" || close == ")" else { return nil }
        return PointLabel(
            style: number.isArabic ? .bracketedDigit : .bracketedIdeograph, value: number.value,
            words: line.prefix(number.length + 2).string,
            length: number.length + 2 + blanks(rest.dropFirst()))
    }

    /// 第三条 with a blank behind it and words that do not go on with the address (第三条 修改为 has none of its own).
    private static func article(_ line: ArraySlice<Unicode.Scalar>) -> PointLabel? {
        guard let number = SmallNumeral.leading(line.dropFirst()) else { return nil }
        let rest = line.dropFirst(1 + number.length)
        guard rest.first == "条" else { return nil }
        let blank = blanks(rest.dropFirst())
        guard blank > 0 else { return nil }
        let words = rest.dropFirst(1 + blank)
        let goesOn = ["修改", "改为", "增加", "删", "合并", "中", "后", "之", "第", "、", "和", "作为", "“"]
        guard !words.isEmpty, !goesOn.contains(where: { words.starts(with: $0.unicodeScalars) }) else {
            return nil
        }
        return PointLabel(
            style: .article, value: number.value, words: line.prefix(2 + number.length).string,
            length: 2 + number.length + blank)
    }

    private static func blanks(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
        rest.prefix { DecisionLine.isBlank($0) }.count
    }
}
