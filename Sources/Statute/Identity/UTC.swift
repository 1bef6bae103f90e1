/// Moments as Unix seconds, written in UTC without a calendar library: no leap seconds.
package enum UTC {
    /// The years 1 to 9999; moments outside are written as the nearest one inside.
    package static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// `2026-11-23T04:05:06Z`.
    package static func text(_ seconds: Int64) -> String {
        "\(CalendarDate(unixTime: seconds))T\(clock(seconds))Z"
    }

    /// `04:05:06`, the time of day.
    package static func clock(_ seconds: Int64) -> String {
        let rest = held(seconds) - CalendarDate(unixTime: seconds).unixTime
        return [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ":")
    }

    static func held(_ seconds: Int64) -> Int64 { min(max(seconds, range.lowerBound), range.upperBound) }
}
