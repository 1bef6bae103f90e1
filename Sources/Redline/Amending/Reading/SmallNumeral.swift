import Statute

/// The numbers of provisions, read and written: Chinese, Arabic, Roman. At most 99,999.
enum SmallNumeral {
    struct Found {
        var value: Int
        var length: Int
        var isArabic: Bool
    }

    /// The Chinese or Arabic numeral at the start of `text`; nil where there is none or it is too large.
    static func leading(_ text: ArraySlice<Unicode.Scalar>) -> Found? {
        let digits = text.prefix(6).prefix { digit($0) != nil }
        if !digits.isEmpty {
            guard digits.count <= 5 else { return nil }
            let value = digits.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
            return Found(value: value, length: digits.count, isArabic: true)
        }
        return chinese(text)
    }

    /// 一百二十, 一〇二; at most twelve characters.
    private static func chinese(_ text: ArraySlice<Unicode.Scalar>) -> Found? {
        var (total, section, length) = (0, 0, 0)
        var digit: Int?
        var sawUnit = false
        for scalar in text.prefix(13) {
            if let value = NumeralReader.digitValue(scalar.value) ?? (scalar == "○" ? 0 : nil) {
                digit = sawUnit ? value : (digit ?? 0) * 10 + value
            } else if let unit = NumeralReader.unitValue(scalar.value), unit <= 10_000 {
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
            length += 1
            // A bound on every step: twelve characters could otherwise say more than a number holds.
            guard length <= 12, total + section + (digit ?? 0) <= 99_999 else { return nil }
        }
        guard length > 0 else { return nil }
        return Found(value: total + section + (digit ?? 0), length: length, isArabic: false)
    }

    /// The value of an ASCII or full-width digit.
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    /// 120 as 一百二十; outside 1…99,999 in digits.
    static func chinese(_ value: Int) -> String {
        guard (1...99_999).contains(value) else { return String(value) }
        let names = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let units = [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")]
        var rest = value
        var words = ""
        var skipped = false
        for (worth, unit) in units {
            let count = rest / worth
            rest %= worth
            if count == 0 {
                skipped = !words.isEmpty
                continue
            }
            if skipped { words += "零" }
            skipped = false
            // 十一, but 一百一十一.
            words += worth == 10 && count == 1 && words.isEmpty ? unit : names[count] + unit
        }
        return words
    }

    /// IV as 4; nil for letters that are no Roman numeral in its usual form.
    static func roman(_ letters: String) -> Int? {
        let worths: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1_000]
        guard letters.utf8.count <= 12 else { return nil }
        var value = 0
        var last = 0
        for letter in letters.lowercased() {
            guard let worth = worths[letter] else { return nil }
            value += worth > last ? worth - 2 * last : worth
            last = worth
        }
        return value > 0 && roman(value) == letters.lowercased() ? value : nil
    }

    /// 4 as iv.
    static func roman(_ value: Int) -> String {
        guard value > 0, value < 4_000 else { return String(value) }
        let steps = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var letters = ""
        for (worth, sign) in steps {
            while rest >= worth {
                letters += sign
                rest -= worth
            }
        }
        return letters
    }
}
