/// An amount, a period or a date as it stands in a passage.
struct Quantity: Sendable, Hashable {
    /// Tokens, unit included.
    var range: Range<Int>
    /// In ``unit``; nil for dates and for what does not fit.
    var value: Int?
    /// As ``ReasonValue/unit``; nil for dates and bare numbers.
    var unit: String?

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
        let tokens = text.tokens
        var index = 0
        while index < tokens.count {
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
        switch text.tokens[index].kind {
        case .number: date(text.tokens, text, index) ?? measured(text.tokens, text, index)
        case .word: english(text.tokens, text, index)
        default: nil
        }
    }

    // MARK: Chinese

    /// 2017年6月1日, 2017年6月, 6月1日.
    private static func date(_ tokens: UnsafeBufferPointer<Token>, _ text: TokenText, _ start: Int)
        -> Quantity?
    {
        guard tokens[start].kind == .number else { return nil }
        var end = start
        var parts = 0
        for sign in [0x5E74, 0x6708, 0x65E5] as [UInt32] {  // 年 月 日
            guard end + 1 < tokens.count, tokens[end].kind == .number, tokens[end + 1].id == sign else {
                if parts > 0 { break }
                continue
            }
            end += 2
            parts += 1
        }
        let value = number(tokens[start], text) ?? 0
        let isYear = parts == 1 && tokens[start + 1].id == 0x5E74 && value >= 1_900
        let isMonth = parts == 1 && tokens[start + 1].id == 0x6708
        guard parts > 1 || isYear || isMonth else { return nil }
        return Quantity(range: start..<end, value: nil, unit: nil)
    }

    private static func measured(_ tokens: UnsafeBufferPointer<Token>, _ text: TokenText, _ start: Int)
        -> Quantity?
    {
        let token = tokens[start]
        let value = number(token, text)
        if isPercentage(token, text) {
            return Quantity(range: start..<(start + 1), value: value, unit: "percent")
        }
        if let (length, unit) = chineseUnit(tokens, start + 1) {
            return Quantity(range: start..<(start + 1 + length), value: value, unit: unit)
        }
        return english(tokens, text, start)
            ?? Quantity(range: start..<(start + 1), value: value, unit: nil)
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

    /// 个工作日, 工作日, 个小时, 小时, 个月, 元, 日, 天, 年, 倍, 人, 名: how many tokens, and which unit.
    private static func chineseUnit(_ tokens: UnsafeBufferPointer<Token>, _ start: Int) -> (Int, String)? {
        func id(_ offset: Int) -> UInt32 { start + offset < tokens.count ? tokens[start + offset].id : 0 }
        let counted = id(0) == 0x4E2A ? 1 : 0
        switch (id(counted), id(counted + 1), id(counted + 2)) {
        case (0x5DE5, 0x4F5C, 0x65E5): return (counted + 3, "working-day")
        case (0x5C0F, 0x65F6, _): return (counted + 2, "hour")
        case (0x6708, _, _): return counted == 1 ? (2, "month") : nil
        default: break
        }
        switch id(0) {
        case 0x5143: return (1, "CNY")
        case 0x65E5, 0x5929: return (1, "day")
        case 0x5E74: return (1, "year")
        case 0x500D: return (1, "multiple")
        case 0x4EBA, 0x540D: return (1, "person")
        default: return nil
        }
    }

    private static func number(_ token: Token, _ text: TokenText) -> Int? {
        guard token.kind == .number else { return nil }
        let value = text.numbers[Int(token.payload)]
        return value == Tokenizer.Sink.unknown ? nil : value
    }

    // MARK: English

    /// `RMB 50,000`, `50,000 yuan`, `five million yuan`, `24 hours`, `six months`, `ten working days`, `five percent`.
    private static func english(_ tokens: UnsafeBufferPointer<Token>, _ text: TokenText, _ start: Int)
        -> Quantity?
    {
        var index = start
        var currency = false
        if currencies.contains(tokens[index].id) {
            currency = true
            index += 1
            guard index < tokens.count else { return nil }
        }
        guard var value = number(tokens[index], text) ?? smallNumbers[tokens[index].id] else { return nil }
        index += 1
        while index < tokens.count, let multiplier = multipliers[tokens[index].id] {
            let (product, overflow) = value.multipliedReportingOverflow(by: multiplier)
            if overflow { return nil }
            value = product
            index += 1
        }
        if index < tokens.count, currencies.contains(tokens[index].id) {
            return Quantity(range: start..<(index + 1), value: value, unit: "CNY")
        }
        if currency { return Quantity(range: start..<index, value: value, unit: "CNY") }
        if index + 1 < tokens.count, working.contains(tokens[index].id),
            englishUnits[tokens[index + 1].id] == "day"
        {
            return Quantity(range: start..<(index + 2), value: value, unit: "working-day")
        }
        guard index < tokens.count, let unit = englishUnits[tokens[index].id] else { return nil }
        return Quantity(range: start..<(index + 1), value: value, unit: unit)
    }

    private static func words(_ list: [(String, Int)]) -> [UInt32: Int] {
        Dictionary(list.map { (TokenHash.word($0.0), $0.1) }) { first, _ in first }
    }

    private static let smallNumbers = words([
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8),
        ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("fifteen", 15), ("twenty", 20),
        ("thirty", 30),
        ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90),
    ])
    private static let multipliers = words([
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ])
    private static let currencies = Set(
        ["RMB", "CNY", "yuan", "Yuan", "renminbi"].map { TokenHash.word($0) })
    private static let working = Set(["working", "business"].map { TokenHash.word($0) })
    private static let englishUnits: [UInt32: String] = Dictionary(
        [
            ("hour", "hour"), ("hours", "hour"), ("day", "day"), ("days", "day"), ("month", "month"),
            ("months", "month"), ("year", "year"), ("years", "year"), ("percent", "percent"),
            ("times", "multiple"),
            ("person", "person"), ("persons", "person"), ("people", "person"), ("individuals", "person"),
            ("users", "person"),
        ].map { (TokenHash.word($0.0), $0.1) }
    ) { first, _ in first }
}
