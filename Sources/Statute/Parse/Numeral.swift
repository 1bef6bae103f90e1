/// Numbers as statutes print them: Chinese, Arabic (both widths), Roman.
enum Numeral {
    /// Reads a Chinese or Arabic numeral at the start of `text`.
    ///
    /// - Returns: its value (at most 99,999) and how many scalars it takes; nil where there is none.
    static func leading(_ text: Scalars) -> (value: Int, length: Int)? {
        if let first = text.first, first.digit != nil { return arabic(text) }
        return chinese(text)
    }

    /// ASCII or full-width digits, at most five.
    static func arabic(_ text: Scalars) -> (value: Int, length: Int)? {
        var value = 0
        var length = 0
        for scalar in text {
            guard let digit = scalar.digit else { break }
            guard length < 5 else { return nil }
            value = value * 10 + digit
            length += 1
        }
        return length > 0 ? (value, length) : nil
    }

    /// 一 to 九万九千…: units 十 百 千 万, and digit strings such as 一〇二.
    static func chinese(_ text: Scalars) -> (value: Int, length: Int)? {
        var total = 0
        var section = 0
        var digit: Int?
        var length = 0
        var sawUnit = false
        for scalar in text {
            guard length < 12 else { return nil }
            if let value = chineseDigit(scalar) {
                // Digits in a row without units are positional: 一〇二.
                digit = sawUnit ? value : (digit ?? 0) * 10 + value
            } else if let unit = chineseUnit(scalar) {
                sawUnit = true
                if unit == 10_000 {
                    total = (total + section + (digit ?? 0)) * unit
                    section = 0
                } else {
                    section += (digit ?? 1) * unit
                }
                digit = nil
            } else {
                break
            }
            guard total + section + (digit ?? 0) <= 99_999 else { return nil }
            length += 1
        }
        guard length > 0 else { return nil }
        return (total + section + (digit ?? 0), length)
    }

    private static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇", "○": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func chineseUnit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        case "万": 10_000
        default: nil
        }
    }

    /// Lower- or upper-case Roman numerals up to 3,999, in their usual form only (iv, not iiii).
    static func roman(_ text: Scalars) -> (value: Int, length: Int)? {
        var value = 0
        var previous = 0
        var length = 0
        for scalar in text {
            guard let worth = romanDigit(scalar) else { break }
            guard length < 12 else { return nil }
            value += worth > previous ? worth - 2 * previous : worth
            previous = worth
            length += 1
        }
        guard length > 0, spell(roman: value) == text.prefix(length).string.lowercased() else { return nil }
        return (value, length)
    }

    private static func romanDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "i", "I": 1
        case "v", "V": 5
        case "x", "X": 10
        case "l", "L": 50
        case "c", "C": 100
        case "d", "D": 500
        case "m", "M": 1_000
        default: nil
        }
    }

    private static func spell(roman value: Int) -> String {
        guard value > 0, value < 4_000 else { return "" }
        let steps: [(Int, String)] = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var spelled = ""
        for (worth, letters) in steps {
            while rest >= worth {
                spelled += letters
                rest -= worth
            }
        }
        return spelled
    }
}
