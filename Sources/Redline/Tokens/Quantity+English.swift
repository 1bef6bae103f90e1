extension Quantity {
    /// `RMB 50,000`, `50,000 yuan`, `five million yuan`, `24 hours`, `twenty-four hours`, `five percent`, `1.5 million`.
    static func english(_ text: TokenText, _ start: Int) -> Quantity? {
        let tokens = text.tokens
        var index = start
        var currency: String?
        if let named = currencies[tokens[index].id] {
            currency = named
            index += 1
            guard index < tokens.count else { return nil }
        }
        guard let (number, tenths) = decimal(tokens[index], text) else { return nil }
        var value = number
        let isWord = tokens[index].kind == .word
        index += 1
        while index < tokens.count, let multiplier = multipliers[tokens[index].id] {
            let (product, overflow) = value.multipliedReportingOverflow(by: multiplier)
            if overflow { return nil }
            value = product
            index += 1
        }
        guard value % tenths == 0 else { return nil }
        value /= tenths
        if index < tokens.count, let named = currencies[tokens[index].id] {
            return Quantity(range: start..<(index + 1), value: value, unit: named)
        }
        if let currency { return Quantity(range: start..<index, value: value, unit: currency) }
        if index + 1 < tokens.count, let unit = pairs[tokens[index].id]?[tokens[index + 1].id] {
            return Quantity(range: start..<(index + 2), value: value, unit: unit)
        }
        if index < tokens.count, let unit = englishUnits[tokens[index].id] {
            return Quantity(range: start..<(index + 1), value: value, unit: unit)
        }
        // `300 or more persons`.
        if index + 2 < tokens.count, tokens[index].id == or, openEnds.contains(tokens[index + 1].id),
            let unit = englishUnits[tokens[index + 2].id]
        {
            return Quantity(range: start..<(index + 3), value: value, unit: unit)
        }
        // `one to five times`: a number word counts when the number after `to` does.
        return isWord ? Quantity(range: start..<index, value: value, unit: nil) : nil
    }

    /// The number, and what it is to be divided by: 15 and 10 for 1.5.
    private static func decimal(_ token: Token, _ text: TokenText) -> (value: Int, tenths: Int)? {
        if let value = number(token, text) ?? smallNumbers[token.id] { return (value, 1) }
        guard token.kind == .number else { return nil }
        var value = 0
        var tenths: Int?
        for index in token.range {
            let scalar = text.scalars[index]
            if let digit = NumeralReader.asciiDigit(scalar) {
                if value > 1_000_000_000 { return nil }
                value = value * 10 + digit
                tenths = tenths.map { $0 * 10 }
            } else if scalar == 0x2E, tenths == nil {
                tenths = 1
            } else if scalar != 0x2C {
                return nil
            }
        }
        return tenths.map { (value, $0) }
    }

    private static func words(_ list: [(String, Int)]) -> [UInt32: Int] {
        Dictionary(list.map { (TokenHash.word($0.0), $0.1) }) { first, _ in first }
    }

    private static let units = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    private static let smallNumbers = words(
        units.enumerated().map { ($1, $0 + 1) } + tens.enumerated().map { ($1, ($0 + 2) * 10) }
            + tens.enumerated().flatMap { ten, word in
                units.prefix(9).enumerated().map { ("\(word)-\($1)", (ten + 2) * 10 + $0 + 1) }
            })
    private static let multipliers = words([
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ])
    private static func named(_ list: [(String, String)]) -> [UInt32: String] {
        Dictionary(list.map { (TokenHash.word($0.0), $0.1) }) { first, _ in first }
    }
    private static let currencies = named([
        ("RMB", "CNY"), ("CNY", "CNY"), ("yuan", "CNY"), ("Yuan", "CNY"), ("renminbi", "CNY"), ("USD", "USD"),
        ("dollars", "USD"), ("EUR", "EUR"), ("euros", "EUR"),
    ])
    /// Units of two words.
    private static let pairs: [UInt32: [UInt32: String]] = [
        TokenHash.word("working"): named([("day", "working-day"), ("days", "working-day")]),
        TokenHash.word("business"): named([("day", "working-day"), ("days", "working-day")]),
        TokenHash.word("calendar"): named([("day", "day"), ("days", "day")]),
        TokenHash.word("natural"): named([("day", "day"), ("days", "day"), ("persons", "person")]),
        TokenHash.word("per"): named([("cent", "percent")]),
    ]
    private static let englishUnits = named([
        ("minutes", "minute"), ("hour", "hour"), ("hours", "hour"), ("day", "day"), ("days", "day"),
        ("week", "week"),
        ("weeks", "week"), ("month", "month"), ("months", "month"), ("year", "year"), ("years", "year"),
        ("percent", "percent"), ("time", "multiple"), ("times", "multiple"), ("person", "person"),
        ("persons", "person"),
        ("people", "person"), ("individuals", "person"), ("users", "person"), ("employees", "person"),
    ])

    static let to = TokenHash.word("to")
    private static let or = TokenHash.word("or")
    private static let openEnds = Set(["more", "fewer", "less"].map { TokenHash.word($0) })
    /// What a number word without a unit stands after when it counts: `more than ten rooms`.
    static let comparisons = Set(
        ["than", "least", "most", "exceeding", "exceeds", "exceed", "over", "every"].map {
            TokenHash.word($0)
        })

    /// Words that a quantity or a date may begin with, by the low bits of their identity: most words are told at once.
    static let starts: [Bool] = {
        var slots = [Bool](repeating: false, count: 0x1000)
        for id in [UInt32](currencies.keys) + smallNumbers.keys + EnglishDate.months.keys {
            slots[Int(id & 0xFFF)] = true
        }
        return slots
    }()
}

/// Dates in English: `31 May 2025`, `May 31, 2025`, `May 2025`. A month by itself is a word.
enum EnglishDate {
    static let months = Dictionary(
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ].enumerated().map { (TokenHash.word($1), $0 + 1) }
    ) { first, _ in first }

    static func read(_ text: TokenText, _ start: Int) -> Quantity? {
        let tokens = text.tokens
        if tokens[start].kind == .word {
            return months[tokens[start].id].flatMap { from($0, text, start) }
        }
        guard let day = number(text, start), (1...31).contains(day), start + 1 < tokens.count,
            let month = months[tokens[start + 1].id]
        else { return nil }
        if let year = number(text, start + 2), (1_000...9_999).contains(year) {
            return date(start..<(start + 3), year, month, day)
        }
        return date(start..<(start + 2), 0, month, day)
    }

    private static func from(_ month: Int, _ text: TokenText, _ start: Int) -> Quantity? {
        guard let first = number(text, start + 1) else { return nil }
        if (1_000...9_999).contains(first) { return date(start..<(start + 2), first, month, 0) }
        guard (1...31).contains(first) else { return nil }
        let comma = start + 2 < text.tokens.count && text.tokens[start + 2].id == 0x2C ? 1 : 0
        guard let year = number(text, start + 2 + comma), (1_000...9_999).contains(year) else {
            return date(start..<(start + 2), 0, month, first)
        }
        return date(start..<(start + 3 + comma), year, month, first)
    }

    private static func number(_ text: TokenText, _ index: Int) -> Int? {
        index < text.tokens.count ? Quantity.number(text.tokens[index], text) : nil
    }

    private static func date(_ range: Range<Int>, _ year: Int, _ month: Int, _ day: Int) -> Quantity {
        Quantity(range: range, value: nil, unit: nil, date: year * 10_000 + month * 100 + day)
    }
}
