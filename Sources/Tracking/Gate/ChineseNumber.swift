/// Numbers as titles and document numbers write them.
enum ChineseNumber {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        isArabic(scalar) || value(scalar) != nil || unit(scalar) != nil
    }

    /// 七百六十, 一〇二, 760; nil for anything else or more than 99,999.
    static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var total = 0
        var open: Int?
        for scalar in digits {
            if let unit = unit(scalar) {
                total += (open ?? 1) * unit
                open = nil
            } else if let digit = value(scalar) {
                open = (open ?? 0) * 10 + digit
            } else {
                return nil
            }
            guard total + (open ?? 0) <= 99_999 else { return nil }
        }
        return total + (open ?? 0)
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.narrow.value)
    }

    private static func value(_ scalar: Unicode.Scalar) -> Int? {
        if isArabic(scalar) { return Int(scalar.narrow.value) - 0x30 }
        switch scalar {
        case "零", "〇", "○": return 0
        case "一": return 1
        case "二", "两": return 2
        case "三": return 3
        case "四": return 4
        case "五": return 5
        case "六": return 6
        case "七": return 7
        case "八": return 8
        case "九": return 9
        default: return nil
        }
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        default: nil
        }
    }
}
