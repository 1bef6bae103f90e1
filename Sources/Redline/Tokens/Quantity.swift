/// An amount, a period or a date as it stands in a passage.
struct Quantity: Sendable, Hashable {
    /// Tokens, unit included.
    var range: Range<Int>
    /// In ``unit``; nil for dates and for what does not fit.
    var value: Int?
    /// As ``ReasonValue/unit``; nil for dates and bare numbers.
    var unit: String?
    /// The first number of `three to five days`, 三至五日, in ``unit``; nil elsewhere.
    var lower: Int?
    /// `yyyymmdd`, parts that are not said as 0; nil for what is no date.
    var date: Int?

    init(range: Range<Int>, value: Int?, unit: String?, lower: Int? = nil, date: Int? = nil) {
        self.range = range
        self.value = value
        self.unit = unit
        self.lower = lower
        self.date = date
    }

    /// All quantities of a passage, in order, not overlapping.
    static func all(in passage: Passage) -> [Quantity] {
        passage.withText { text in
            var found: [Quantity] = []
            forEach(in: text) { found.append($0) }
            return found
        }
    }

    /// The same, one by one.
    static func forEach(in text: TokenText, _ body: (Quantity) -> Void) {
        let count = text.tokens.count
        var index = 0
        while index < count {
            if let quantity = at(index, in: text) {
                body(quantity)
                index = quantity.range.upperBound
            } else {
                index &+= 1
            }
        }
    }

    /// The quantity that begins with a token; nil where none does.
    static func at(_ index: Int, in text: TokenText) -> Quantity? {
        guard let first = single(index, in: text) else { return nil }
        return first.spanned(in: text)
    }

    /// Whether a quantity may begin with a token; false is certain.
    static func mayBegin(with token: Token) -> Bool {
        switch token.kind {
        case .number: true
        case .word: starts[Int(token.id & 0xFFF)]
        case .sign: SpokenQuantity.mayBegin(with: token.id)
        default: false
        }
    }

    private static func single(_ index: Int, in text: TokenText) -> Quantity? {
        let token = text.tokens[index]
        switch token.kind {
        case .number: return EnglishDate.read(text, index) ?? date(text, index) ?? measured(text, index)
        case .word:
            if !starts[Int(token.id & 0xFFF)] { return nil }
            return EnglishDate.read(text, index) ?? english(text, index)
        case .sign: return SpokenQuantity.at(index, in: text)
        default: return nil
        }
    }

    /// `one to five times`, 三至五日, 五千元至二万元: two numbers, one unit.
    private func spanned(in text: TokenText) -> Quantity? {
        let join = range.upperBound
        guard join + 1 < text.tokens.count, let low = value, date == nil,
            Self.joinsSpan(text.tokens[join].id),
            let second = Self.single(join + 1, in: text), let high = second.value, low < high,
            let other = second.unit, unit == nil || unit == other
        else { return isBareWord(text) ? nil : self }
        return Quantity(
            range: range.lowerBound..<second.range.upperBound, value: high, unit: other, lower: low)
    }

    /// A number word without a unit counts only as the first of two, or compared.
    private func isBareWord(_ text: TokenText) -> Bool {
        guard unit == nil, date == nil else { return false }
        if text.tokens[range.lowerBound].kind == .sign { return range.count == 1 }
        guard text.tokens[range.lowerBound].kind == .word else { return false }
        return range.lowerBound == 0 || !Self.comparisons.contains(text.tokens[range.lowerBound - 1].id)
    }

    /// 至 到 - ~ to.
    private static func joinsSpan(_ id: UInt32) -> Bool {
        switch id {
        case 0x81F3, 0x5230, 0x2D, 0x7E: true
        default: id == to
        }
    }

    // MARK: Chinese

    /// 2017年6月1日, 2017年6月, 6月1日.
    private static func date(_ text: TokenText, _ start: Int) -> Quantity? {
        let tokens = text.tokens
        var end = start
        var parts = 0
        var date = 0
        for (sign, weight) in [(0x5E74, 10_000), (0x6708, 100), (0x65E5, 1)] as [(UInt32, Int)] {  // 年 月 日
            guard end + 1 < tokens.count, tokens[end].kind == .number, tokens[end + 1].id == sign else {
                if parts > 0 { break }
                continue
            }
            let part = number(tokens[end], text) ?? 0
            if (0..<10_000).contains(part) { date += part * weight }
            end += 2
            parts += 1
        }
        guard parts > 0 else { return nil }
        let value = number(tokens[start], text) ?? 0
        let isYear = parts == 1 && tokens[start + 1].id == 0x5E74 && value >= 1_900
        let isMonth = parts == 1 && tokens[start + 1].id == 0x6708
        guard parts > 1 || isYear || isMonth else { return nil }
        return Quantity(range: start..<end, value: nil, unit: nil, date: date)
    }

    private static func measured(_ text: TokenText, _ start: Int) -> Quantity? {
        let token = text.tokens[start]
        let value = number(token, text)
        if isPercentage(token, text) {
            return Quantity(range: start..<(start + 1), value: value, unit: "percent")
        }
        if let (length, unit) = ChineseUnit.at(start + 1, in: text) {
            return Quantity(range: start..<(start + 1 + length), value: value, unit: unit)
        }
        if let found = english(text, start) { return found }
        let isCounted = start + 1 < text.tokens.count && SpokenQuantity.isCounter(text.tokens[start + 1].id)
        return Quantity(range: start..<(start + (isCounted ? 2 : 1)), value: value, unit: nil)
    }

    private static func isPercentage(_ token: Token, _ text: TokenText) -> Bool {
        let last = text.scalars[Int(token.end) - 1]
        if last == 0x25 || last == 0xFF05 { return true }
        let start = Int(token.start)
        // 百分之
        return token.end - token.start > 3 && text.scalars[start] == 0x767E
            && text.scalars[start + 1] == 0x5206
            && text.scalars[start + 2] == 0x4E4B
    }

    static func number(_ token: Token, _ text: TokenText) -> Int? {
        guard token.kind == .number else { return nil }
        let value = text.numbers[Int(token.payload)]
        return value == Tokenizer.Sink.unknown ? nil : value
    }
}
