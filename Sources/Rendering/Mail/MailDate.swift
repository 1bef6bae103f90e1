/// Dates as RFC 5322 writes them, in UTC, without a calendar library.
package enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `seconds` since 1 January 1970 UTC, held between the years 1900 (the first that RFC 5322 knows) and 9999.
    package static func text(_ seconds: Int) -> String {
        let seconds = min(max(seconds, -2_208_988_800), 253_402_300_799)
        let day = (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400
        let second = seconds - day * 86_400
        let (year, month, date) = civil(day)
        let name = days[((day % 7) + 7) % 7]
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(name), \(date) \(months[month - 1]) \(year) \(time.joined(separator: ":")) +0000"
    }

    /// The Gregorian date of a day counted from 1 January 1970: years begin in March, so that the leap day is last.
    private static func civil(_ day: Int) -> (year: Int, month: Int, date: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }
}
