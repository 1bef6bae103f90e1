import Statute

extension AnchorReader {
    /// `RMB 50,000`, `1.5 million yuan`, `one hundred thousand yuan`, `twenty-four hours`, `five per cent`, `ten times`.
    func addEnglishAmounts(_ reading: inout Reading) {
        var index = 0
        while index < reading.passage.tokens.count {
            guard !reading.isTaken[index], let amount = Self.amount(reading, at: index) else {
                index += 1
                continue
            }
            if let unit = amount.unit {
                reading.add(.quantity(amount.value, unit: unit), index..<amount.end)
            } else if amount.value >= 10 {
                reading.add(.bare(amount.value), index..<amount.end)
            }
            index = amount.end
        }
    }

    private static func amount(_ reading: Reading, at start: Int) -> (value: Int, unit: String?, end: Int)? {
        let prefixed = reading.id(start).map { currencies.contains($0) } ?? false
        guard let number = number(reading, at: prefixed ? start + 1 : start) else { return nil }
        if prefixed { return (number.value, "CNY", number.end) }
        guard let next = reading.id(number.end) else { return (number.value, nil, number.end) }
        if next == 0x25 || reading.ends(number.end - 1, with: 0x25) {
            return (number.value, "percent", next == 0x25 ? number.end + 1 : number.end)
        }
        if currencies.contains(next) { return (number.value, "CNY", number.end + 1) }
        let second = reading.id(number.end + 1) ?? 0
        if next == per, second == cent { return (number.value, "percent", number.end + 2) }
        if working.contains(next), units[second] == "day" {
            return (number.value, "working-day", number.end + 2)
        }
        guard let unit = units[next] else { return (number.value, nil, number.end) }
        // "eighteen years of age" measures no period.
        let isAge = unit == "year" && (second == old || second == of && reading.id(number.end + 2) == age)
        return (number.value, isAge ? nil : unit, number.end + 1)
    }

    /// Digits or words, with the multipliers behind them.
    private static func number(_ reading: Reading, at start: Int) -> (value: Int, end: Int)? {
        var total = 0
        var group: Int?
        var end = start
        if let digits = reading.decimal(start) {
            (group, end) = (digits.value, start + 1)
            guard digits.places == 0 else { return scaled(digits, reading, at: end) }
        }
        while let id = reading.id(end), reading.isWord(end) {
            if let small = numerals[id] {
                // "twenty five" and "two hundred ten"; but "five ten" are two.
                let known = group ?? 0
                guard known % (small < 10 ? 10 : 100) == 0 else { break }
                let (sum, overflow) = known.addingReportingOverflow(small)
                if overflow { return nil }
                group = sum
            } else if id == and, group != nil, numerals[reading.id(end + 1) ?? 0] != nil {
                // "one hundred and fifty"; but "twenty and thirty" are two.
                guard (group ?? 0) % 100 == 0 else { break }
            } else if id == hundred, let known = group {
                group = checked(known, times: 100)
            } else if let scale = scales[id], let known = group, let value = checked(known, times: scale) {
                let (sum, overflow) = total.addingReportingOverflow(value)
                if overflow { return nil }
                (total, group) = (sum, nil)
            } else {
                break
            }
            end += 1
            if total == 0 && group == nil { return nil }
        }
        guard end > start else { return nil }
        let (sum, overflow) = total.addingReportingOverflow(group ?? 0)
        return overflow ? nil : (sum, end)
    }

    /// 1.5 million.
    private static func scaled(
        _ decimal: (value: Int, places: Int), _ reading: Reading, at end: Int
    ) -> (value: Int, end: Int)? {
        guard let scale = scales[reading.id(end) ?? 0], var value = checked(decimal.value, times: scale)
        else {
            return nil
        }
        for _ in 0..<decimal.places {
            guard value % 10 == 0 else { return nil }
            value /= 10
        }
        return (value, end + 1)
    }

    private static func checked(_ a: Int, times b: Int) -> Int? {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : product
    }

    private static func words(_ list: [(String, Int)]) -> [UInt32: Int] {
        Dictionary(list.map { (TokenHash.word($0.0), $0.1) }) { first, _ in first }
    }

    private static let ones = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    /// One to ninety-nine; the hyphenated ones are single words.
    private static let numerals: [UInt32: Int] = {
        var all = ones.enumerated().map { ($0.element, $0.offset + 1) }
        for (index, ten) in tens.enumerated() {
            all.append((ten, (index + 2) * 10))
            all += ones.prefix(9).enumerated().map {
                ("\(ten)-\($0.element)", (index + 2) * 10 + $0.offset + 1)
            }
        }
        return words(all + all.map { (capitalized($0.0), $0.1) })
    }()

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    private static let scales = words([
        ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
    ])
    private static let hundred = TokenHash.word("hundred")
    private static let and = TokenHash.word("and")
    private static let per = TokenHash.word("per")
    private static let cent = TokenHash.word("cent")
    private static let of = TokenHash.word("of")
    private static let age = TokenHash.word("age")
    private static let old = TokenHash.word("old")
    private static let currencies = Set(
        ["RMB", "CNY", "yuan", "Yuan", "renminbi", "Renminbi"].map { TokenHash.word($0) } + [0xA5, 0xFFE5])
    private static let working = Set(["working", "business", "work"].map { TokenHash.word($0) })
    private static let units: [UInt32: String] = Dictionary(
        [
            ("hour", "hour"), ("hours", "hour"), ("day", "day"), ("days", "day"), ("month", "month"),
            ("months", "month"), ("year", "year"), ("years", "year"), ("percent", "percent"),
            ("time", "multiple"),
            ("times", "multiple"), ("person", "person"), ("persons", "person"), ("people", "person"),
        ].map { (TokenHash.word($0.0), $0.1) }
    ) { first, _ in first }
}

extension AnchorReader.Reading {
    /// Digits with a decimal point: the digits as one number, and how many of them stand behind the point.
    func decimal(_ index: Int) -> (value: Int, places: Int)? {
        guard passage.tokens.indices.contains(index), passage.tokens[index].kind == .number else {
            return nil
        }
        if let whole = number(index) { return (whole, 0) }
        var value = 0
        var places: Int?
        for scalar in passage.scalars[passage.tokens[index].range] {
            if let digit = NumeralReader.asciiDigit(scalar) {
                guard value < 1_000_000_000_000 else { return nil }
                value = value * 10 + digit
                places = places.map { $0 + 1 }
            } else if scalar == 0x2E, places == nil {
                places = 0
            } else if scalar != 0x2C && scalar != 0x25 {
                return nil
            }
        }
        return places.map { (value, $0) }
    }

    /// Whether a token's last scalar is this one.
    func ends(_ index: Int, with scalar: UInt32) -> Bool {
        passage.tokens.indices.contains(index) && passage.scalars[passage.tokens[index].range].last == scalar
    }
}
