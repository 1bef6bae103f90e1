/// A moment, in whole seconds of UTC since 1970 (POSIX time). Calendar dates of laws are another type
/// (`CalendarDate`), and neither turns into the other without a time zone being named.
package struct Instant: Sendable, Hashable, Comparable, Codable {
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    package static func < (a: Instant, b: Instant) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

    package func advanced(by seconds: Int64) -> Instant {
        Instant(secondsSince1970: secondsSince1970 &+ seconds)
    }

    /// Seconds from another moment to this one; negative when this one is earlier.
    package func seconds(since other: Instant) -> Int64 {
        secondsSince1970 &- other.secondsSince1970
    }

    // As a number: `{"at": 1448236800}`.
    package init(from decoder: any Decoder) throws {
        secondsSince1970 = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(secondsSince1970)
    }
}
