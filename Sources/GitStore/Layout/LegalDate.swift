/// The date in a version's name: a calendar day of the years 0001 to 9999, or `undated`.
package struct LegalDate: Sendable, Hashable {
    /// `YYYY-MM-DD` or `undated`.
    package let rawValue: String
    /// Unix seconds of the day's beginning in UTC; nil when undated.
    package let seconds: Int64?

    package static let undated = LegalDate()

    private init() {
        rawValue = "undated"
        seconds = nil
    }

    /// - Throws: ``StoreError/refused(subject:reason:)`` when it is neither a day of the calendar nor `undated`.
    package init(_ text: String) throws(StoreError) {
        if text == "undated" {
            self = .undated
            return
        }
        guard let days = Self.days(Array(text.utf8)) else {
            throw .refused(subject: Printable.text(text), reason: "a date is YYYY-MM-DD or undated")
        }
        rawValue = text
        seconds = days * UTC.secondsInDay
    }

    private static func days(_ text: [UInt8]) -> Int64? {
        guard text.count == 10, text[4] == 0x2d, text[7] == 0x2d,
            let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
            year >= 1, (1...12).contains(month)
        else { return nil }
        let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        return UTC.days(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit) - 0x30
        }
        return value
    }
}

extension LegalDate: Comparable {
    /// By the calendar; undated before everything, since it is then the text that dated ones follow.
    package static func < (a: LegalDate, b: LegalDate) -> Bool {
        switch (a.seconds, b.seconds) {
        case (nil, nil), (_, nil): false
        case (nil, _): true
        case (let first?, let second?): first < second
        }
    }
}

extension LegalDate: CustomStringConvertible {
    package var description: String { rawValue }
}
