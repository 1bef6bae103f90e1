package import Material

/// Dates as HTTP writes them (RFC 9110, 5.6.7), in all three forms; always UTC.
package enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Nil for what is no date. The day of the week is not looked at.
    package static func instant(_ text: String) -> Instant? {
        let words = text.lowercased().split { " ,-\t".contains($0) }.map(String.init)
        switch words.count {
        // Sun, 06 Nov 1994 08:49:37 GMT, and Sunday, 06-Nov-94 08:49:37 GMT
        case 6 where words[5] == "gmt" || words[5] == "utc":
            return instant(year: words[3], month: words[2], day: words[1], time: words[4])
        // Sun Nov  6 08:49:37 1994
        case 5: return instant(year: words[4], month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static func instant(year: String, month: String, day: String, time: String) -> Instant? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), 2) }
        guard let month = months.firstIndex(of: month), let day = number(day, 2), (1...31).contains(day),
            var full = number(year, 4), clock.count == 3, let hour = clock[0], let minute = clock[1],
            let second = clock[2], hour < 24, minute < 60, second <= 60
        else { return nil }
        // Two digits of a year: those of a time when no program will be asked in any more.
        if year.utf8.count == 2 { full += full < 70 ? 2_000 : 1_900 }
        guard full >= 1_600 else { return nil }
        let seconds = daysSince1970(year: full, month: month + 1, day: day) * 86_400
        return Instant(secondsSince1970: Int64(seconds + hour * 3_600 + minute * 60 + second))
    }

    private static func number(_ text: String, _ digits: Int) -> Int? {
        let isNumber =
            (1...digits).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? Int(text) : nil
    }

    /// In the Gregorian calendar; years counted from March, so that the leap day comes last.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
