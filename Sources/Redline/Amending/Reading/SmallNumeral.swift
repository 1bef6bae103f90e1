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
        let folded = text.prefix(13).map { Fold.standard($0.value) }
        guard let (value, end) = NumeralReader.chinese(folded, at: 0), let value, value <= 99_999 else {
            return nil
        }
        return Found(value: value, length: end, isArabic: false)
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
