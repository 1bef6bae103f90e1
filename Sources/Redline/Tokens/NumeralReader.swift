/// Reads numbers from folded scalars. Total: what is too large has no value, but still a length.
enum NumeralReader {
    /// - Returns: value (nil when it does not fit or is no whole number) and the end of the numeral that starts at
    ///   `start`; nil where none does.
    static func chinese(_ text: some ScalarRow, at start: Int) -> (value: Int?, end: Int)? {
        var end = start
        var total = 0
        var section = 0
        var digit: Int?
        var sawUnit = false
        var fits = true
        func product(_ a: Int, _ b: Int) -> Int {
            let (value, overflow) = a.multipliedReportingOverflow(by: b)
            if overflow { fits = false }
            return overflow ? 0 : value
        }
        func sum(_ a: Int, _ b: Int) -> Int {
            let (value, overflow) = a.addingReportingOverflow(b)
            if overflow { fits = false }
            return overflow ? 0 : value
        }
        while end < text.count {
            if let value = digitValue(text[end]) {
                digit = sawUnit ? value : sum(product(digit ?? 0, 10), value)
            } else if let unit = unitValue(text[end]) {
                if unit >= 10_000 {
                    let below = sum(section, digit ?? 0)
                    total = product(sum(total, below), unit)
                    section = 0
                } else {
                    section = sum(section, product(digit ?? 1, unit))
                }
                sawUnit = true
                digit = nil
            } else {
                break
            }
            end += 1
        }
        guard end > start else { return nil }
        let value = sum(sum(total, section), digit ?? 0)
        return (fits ? value : nil, end)
    }

    /// Digits with thousands commas and a decimal point, and a Chinese multiplier after them: 100万, 1.5亿.
    static func arabic(_ text: some ScalarRow, at start: Int) -> (value: Int?, end: Int)? {
        var end = start
        var value: Int? = 0
        var decimals: Int?
        while end < text.count {
            let scalar = text[end]
            if let digit = asciiDigit(scalar) {
                if let known = value {
                    let (scaled, over) = known.multipliedReportingOverflow(by: 10)
                    let (next, above) = scaled.addingReportingOverflow(digit)
                    value = over || above ? nil : next
                }
                if let places = decimals { decimals = places + 1 }
            } else if scalar == 0x2C, decimals == nil, end > start, isGroup(text, after: end) {
                // A thousands comma.
            } else if scalar == 0x2E, decimals == nil, end > start, digitStands(text, at: end + 1) {
                decimals = 0
            } else {
                break
            }
            end += 1
        }
        guard end > start else { return nil }
        var multiplier = 1
        var next = end
        while next < text.count, text[next] == Fold.blank || text[next] == Fold.ignored { next += 1 }
        while next < text.count, let unit = unitValue(text[next]), unit > 10 {
            let (product, over) = multiplier.multipliedReportingOverflow(by: unit)
            if over { value = nil } else { multiplier = product }
            next += 1
            end = next
        }
        return (scaled(value, by: multiplier, decimals: decimals ?? 0), end)
    }

    private static func scaled(_ value: Int?, by multiplier: Int, decimals: Int) -> Int? {
        guard let value else { return nil }
        let (product, over) = value.multipliedReportingOverflow(by: multiplier)
        if over || decimals > 15 { return nil }
        var divisor = 1
        for _ in 0..<decimals { divisor *= 10 }
        return product % divisor == 0 ? product / divisor : nil
    }

    private static func isGroup(_ text: some ScalarRow, after comma: Int) -> Bool {
        for offset in 1...3 where !digitStands(text, at: comma + offset) { return false }
        return !digitStands(text, at: comma + 4)
    }

    private static func digitStands(_ text: some ScalarRow, at index: Int) -> Bool {
        index < text.count && asciiDigit(text[index]) != nil
    }

    static func asciiDigit(_ scalar: UInt32) -> Int? {
        (0x30...0x39).contains(scalar) ? Int(scalar - 0x30) : nil
    }

    static func digitValue(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x96F6, 0x3007: 0  // 零〇
        case 0x4E00: 1  // 一
        case 0x4E8C, 0x4E24: 2  // 二两
        case 0x4E09: 3  // 三
        case 0x56DB: 4  // 四
        case 0x4E94: 5  // 五
        case 0x516D: 6  // 六
        case 0x4E03: 7  // 七
        case 0x516B: 8  // 八
        case 0x4E5D: 9  // 九
        default: nil
        }
    }

    static func unitValue(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341: 10  // 十
        case 0x767E: 100  // 百
        case 0x5343: 1_000  // 千
        case 0x4E07: 10_000  // 万
        case 0x4EBF: 100_000_000  // 亿
        default: nil
        }
    }
}
