/// How a list writes its numbers (ST_NumberFormat, ECMA-376 part 1, 17.18.59).
enum NumberFormat {
    /// - Returns: nil for a format that we do not write, or a number that it has no sign for.
    static func written(_ number: Int, _ format: String) -> String? {
        switch format {
        case "decimal", "decimalHalfWidth": String(number)
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : String(number)
        case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
        case "none": ""
        case "upperLetter": letter(number, from: 0x41)
        case "lowerLetter": letter(number, from: 0x61)
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number)?.lowercased()
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand":
            counting(number, digits, units)
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand": digitByDigit(number)
        case "chineseLegalSimplified": counting(number, legalDigits, legalUnits)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": sign(number, 1...20, from: 0x2460)
        case "decimalEnclosedParen": sign(number, 1...20, from: 0x2474)
        case "decimalEnclosedFullstop": sign(number, 1...20, from: 0x2488)
        case "ideographEnclosedCircle": sign(number, 1...10, from: 0x3280)
        case "ideographTraditional": member(number, of: "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": member(number, of: "子丑寅卯辰巳午未申酉戌亥")
        default: nil
        }
    }

    /// Whether programs and languages differ in how they write this number in this format.
    static func isDoubtful(_ number: Int, _ format: String) -> Bool {
        switch format {
        case "japaneseCounting", "chineseCounting", "taiwaneseCounting": number > 99
        default: false
        }
    }

    private static let digits = Array("零一二三四五六七八九".unicodeScalars)
    private static let units = ["", "十", "百", "千"]
    private static let legalDigits = Array("零壹贰叁肆伍陆柒捌玖".unicodeScalars)
    private static let legalUnits = ["", "拾", "佰", "仟"]

    /// 十一, 一百零一, 一百一十, 一千二百六十: as laws number their articles.
    private static func counting(_ number: Int, _ digits: [Unicode.Scalar], _ units: [String]) -> String? {
        guard (0...9_999).contains(number) else { return nil }
        if number == 0 { return String(digits[0]) }
        var written = ""
        var isGap = false
        for place in stride(from: 3, through: 0, by: -1) {
            let power = [1, 10, 100, 1_000][place]
            let digit = number / power % 10
            if digit == 0 {
                isGap = !written.isEmpty
                continue
            }
            if isGap { written.unicodeScalars.append(digits[0]) }
            isGap = false
            // 十一 but 一百一十一; money is always 壹拾壹.
            if !(place == 1 && number < 20 && units[1] == "十") {
                written.unicodeScalars.append(digits[digit])
            }
            written += units[place]
        }
        return written
    }

    private static func digitByDigit(_ number: Int) -> String? {
        guard number >= 0 else { return nil }
        var written = ""
        for digit in String(number).utf8 {
            let value = Int(digit - UInt8(ascii: "0"))
            written.unicodeScalars.append(value == 0 ? "〇" : digits[value])
        }
        return written
    }

    private static func fullWidth(_ number: Int) -> String {
        var written = ""
        for digit in String(number).unicodeScalars {
            written.unicodeScalars.append(Unicode.Scalar(digit.value + 0xFEE0) ?? digit)
        }
        return written
    }

    /// a to z, then aa, bb.
    private static func letter(_ number: Int, from first: UInt32) -> String? {
        guard (1...780).contains(number), let sign = Unicode.Scalar(first + UInt32((number - 1) % 26)) else {
            return nil
        }
        return String(repeating: String(sign), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String? {
        guard (1...3_999).contains(number) else { return nil }
        let steps = [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var written = ""
        for (value, sign) in steps {
            while rest >= value {
                written += sign
                rest -= value
            }
        }
        return written
    }

    private static func sign(_ number: Int, _ range: ClosedRange<Int>, from first: UInt32) -> String? {
        guard range.contains(number) else { return nil }
        return Unicode.Scalar(first + UInt32(number - 1)).map(String.init)
    }

    private static func member(_ number: Int, of signs: String) -> String? {
        let signs = Array(signs.unicodeScalars)
        guard (1...signs.count).contains(number) else { return nil }
        return String(signs[number - 1])
    }
}
