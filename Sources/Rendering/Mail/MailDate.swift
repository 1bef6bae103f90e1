import Statute

/// Dates as RFC 5322 writes them, in UTC, without a calendar library.
package enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `seconds` since 1 January 1970 UTC, held between the years 1900 (the first that RFC 5322 knows) and 9999.
    package static func text(_ seconds: Int) -> String {
        let seconds = min(max(Int64(seconds), -2_208_988_800), UTC.range.upperBound)
        let day = CalendarDate(unixTime: seconds)
        let name = days[Int((day.unixTime / 86_400 % 7 + 7) % 7)]
        return "\(name), \(day.day) \(months[day.month - 1]) \(day.year) \(UTC.clock(seconds)) +0000"
    }
}
