package import Statute

/// The date that words or an address name.
package enum DateGuess {
    /// The first date in words: `2015年7月6日`, `2015-07-06`, `2015/7/6`, `2015.07.06`. Full-width digits count.
    package static func inWords(_ words: String) -> CalendarDate? {
        let scalars = words.unicodeScalars.prefix(2_000).map { scalar in
            (0xff10...0xff19).contains(scalar.value) ? scalar.value - 0xfee0 : scalar.value
        }
        return first(in: scalars) { scalars, index in
            guard let year = number(scalars, &index, 4...4),
                step(scalars, &index, [0x5e74, 0x2d, 0x2f, 0x2e]),
                let month = number(scalars, &index, 1...2),
                step(scalars, &index, [0x6708, 0x2d, 0x2f, 0x2e]),
                let day = number(scalars, &index, 1...2)
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
    }

    /// The date in the path of an address: `/2015-07/06/content_1.htm`, `/202503/t20250328_1.htm`,
    /// `/2025-03/28/c_1744779434867328.htm`, `/20250328/`.
    package static func inAddress(_ address: String) -> CalendarDate? {
        let scalars = address.unicodeScalars.prefix(2_000).map(\.value)
        return first(in: scalars) { scalars, index in
            guard let year = number(scalars, &index, 4...8) else { return nil }
            if year >= 10_000 {
                return year < 10_000_000
                    ? nil : CalendarDate(year: year / 10_000, month: year / 100 % 100, day: year % 100)
            }
            guard step(scalars, &index, [0x2d, 0x2f]), let month = number(scalars, &index, 1...2),
                step(scalars, &index, [0x2d, 0x2f]), let day = number(scalars, &index, 1...2)
            else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
    }

    /// Tries every place where a number begins; a year outside 1949…2100 is some other number.
    private static func first(
        in scalars: [UInt32], _ read: ([UInt32], inout Int) -> CalendarDate?
    ) -> CalendarDate? {
        for start in scalars.indices
        where isDigit(scalars[start]) && (start == 0 || !isDigit(scalars[start - 1])) {
            var index = start
            if let date = read(scalars, &index), (1949...2100).contains(date.year) { return date }
        }
        return nil
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    /// All the digits from here, when there are as many as wanted.
    private static func number(_ scalars: [UInt32], _ index: inout Int, _ width: ClosedRange<Int>) -> Int? {
        let digits = scalars[min(index, scalars.count)...].prefix(while: isDigit).prefix(width.upperBound + 1)
        guard width.contains(digits.count) else { return nil }
        index += digits.count
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func step(_ scalars: [UInt32], _ index: inout Int, _ signs: [UInt32]) -> Bool {
        guard index < scalars.count, signs.contains(scalars[index]) else { return false }
        index += 1
        return true
    }
}
