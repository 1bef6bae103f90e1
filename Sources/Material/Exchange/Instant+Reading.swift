/// Moments as protocols write them.
extension Instant {
    /// Reads the dates of HTTP, mail and RSS: `Mon, 06 Jul 2015 08:00:00 GMT` (RFC 9110 5.6.7, RFC 5322 3.3).
    ///
    /// Liberal in what old feeds write: the name of the day may be missing, the year may have two digits, the
    /// seconds may be missing, the zone may be `+0800` or an old name. Also the two obsolete forms of HTTP,
    /// `Monday, 06-Jul-15 08:00:00 GMT` and `Mon Jul  6 08:00:00 2015`. Nil for anything else.
    package init?(mailDate text: String) {
        guard text.utf8.count <= 100 else { return nil }
        var words = text.utf8.split { $0 == 0x20 || $0 == 0x2c || $0 == 0x09 || $0 == 0x2d }.map { Array($0) }
        // A zone such as -0500 has lost its sign to the dashes of the obsolete form.
        let isWest = text.utf8.suffix(5).first == 0x2d
        if let first = words.first, Self.isWord(first), Self.month(first) == nil { words.removeFirst() }
        // asctime: the month stands before the day and the year at the end.
        if let first = words.first, Self.month(first) != nil {
            guard words.count == 4 else { return nil }
            words = [words[1], words[0], words[3], words[2], Array("GMT".utf8)]
        }
        guard words.count == 5, let day = Self.number(words[0], 1...2), let month = Self.month(words[1]),
            var year = Self.number(words[2], 2...4), let clock = Self.clock(words[3]),
            let zone = Self.zone(words[4], isWest: isWest)
        else { return nil }
        // RFC 5322, 4.3.
        if words[2].count == 2 { year += year < 50 ? 2000 : 1900 }
        if words[2].count == 3 { year += 1900 }
        self.init(year: year, month: month, day: day, clock: clock, zone: zone)
    }

    /// Reads `2015-07-06T08:00:00Z`, `2015-07-06T16:00:00.25+08:00` (RFC 3339) and, as feeds write it, a day alone
    /// or a time without seconds (W3C-DTF). A time without a zone and a day alone count as UTC.
    package init?(internetDate text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 40, bytes.count >= 10, bytes[4] == 0x2d, bytes[7] == 0x2d,
            let year = Self.number(bytes[0..<4], 4...4), let month = Self.number(bytes[5..<7], 2...2),
            let day = Self.number(bytes[8..<10], 2...2)
        else { return nil }
        guard bytes.count > 10 else {
            self.init(year: year, month: month, day: day, clock: 0, zone: 0)
            return
        }
        guard bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20 else { return nil }
        let rest = bytes[11...]
        let time = rest.prefix { (0x30...0x39).contains($0) || $0 == 0x3a }
        var tail = rest.dropFirst(time.count)
        if tail.first == 0x2e { tail = tail.dropFirst().drop { (0x30...0x39).contains($0) } }
        guard let clock = Self.clock(Array(time)), let zone = Self.offset(Array(tail)) else { return nil }
        self.init(year: year, month: month, day: day, clock: clock, zone: zone)
    }

    /// `Mon, 06 Jul 2015 08:00:00 GMT`, as `Accept-Datetime` wants it (RFC 7089, 2.1). Years 1 to 9999.
    package var httpDate: String {
        let held = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
        let (days, rest) = Self.divided(held, by: 86_400)
        let (year, month, day) = Self.civil(days)
        let weekday = Self.divided(days + 4, by: 7).rest
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { Self.padded($0, 2) }.joined(
            separator: ":")
        return "\(Self.dayNames[Int(weekday)]), \(Self.padded(day, 2)) \(Self.monthNames[Int(month) - 1]) "
            + "\(Self.padded(year, 4)) \(clock) GMT"
    }

    private static let dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Nil for a day or a time that does not exist. A leap second counts as the second before it.
    private init?(year: Int64, month: Int64, day: Int64, clock: Int64, zone: Int64) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let days = Self.days(year, month, day)
        guard Self.civil(days) == (year, month, day) else { return nil }
        self.init(secondsSince1970: days * 86_400 + clock - zone)
    }

    /// Days since 1970 of the Gregorian calendar (days from civil, Hinnant 2013).
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = divided(shifted, by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let (era, dayOfEra) = divided(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func divided(_ number: Int64, by divisor: Int64) -> (whole: Int64, rest: Int64) {
        let rest = (number % divisor + divisor) % divisor
        return ((number - rest) / divisor, rest)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func isWord(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) }
    }

    private static func number(_ bytes: some Collection<UInt8>, _ width: ClosedRange<Int>) -> Int64? {
        guard width.contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return bytes.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// From the first three letters; `July` is read too.
    private static func month(_ bytes: [UInt8]) -> Int64? {
        guard bytes.count >= 3, isWord(bytes) else { return nil }
        let short = String(decoding: bytes.prefix(3), as: UTF8.self).lowercased()
        return monthNames.firstIndex { $0.lowercased() == short }.map { Int64($0) + 1 }
    }

    /// Seconds of the day from `08:00:00` or `08:00`.
    private static func clock(_ bytes: [UInt8]) -> Int64? {
        let parts = bytes.split(separator: 0x3a, omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], 1...2),
            let minute = number(parts[1], 2...2),
            let second = parts.count == 3 ? number(parts[2], 2...2) : 0,
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3_600 + minute * 60 + min(second, 59)
    }

    private static func zone(_ bytes: [UInt8], isWest: Bool) -> Int64? {
        switch String(decoding: bytes, as: UTF8.self).uppercased() {
        case "GMT", "UT", "UTC", "Z": return 0
        case "EST", "CDT": return -5 * 3_600
        case "EDT": return -4 * 3_600
        case "CST", "MDT": return -6 * 3_600
        case "MST", "PDT": return -7 * 3_600
        case "PST": return -8 * 3_600
        default: break
        }
        let isSigned = bytes.first == 0x2b
        guard isSigned || isWest, let digits = number(bytes.dropFirst(isSigned ? 1 : 0), 4...4) else {
            return nil
        }
        return seconds(hours: digits / 100, minutes: digits % 100, isWest: !isSigned)
    }

    /// `Z`, `+08:00`, `-0500`; nothing counts as UTC.
    private static func offset(_ bytes: [UInt8]) -> Int64? {
        guard let sign = bytes.first else { return 0 }
        if bytes.count == 1, sign == 0x5a || sign == 0x7a { return 0 }
        guard sign == 0x2b || sign == 0x2d else { return nil }
        guard let digits = number(bytes.dropFirst().filter { $0 != 0x3a }, 4...4) else { return nil }
        return seconds(hours: digits / 100, minutes: digits % 100, isWest: sign == 0x2d)
    }

    private static func seconds(hours: Int64, minutes: Int64, isWest: Bool) -> Int64? {
        guard hours < 24, minutes < 60 else { return nil }
        return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
