import Statute

/// “As we knew it on K”: the end of a day, or a moment, as Unix seconds.
package struct KnownMoment: Sendable, Hashable {
    package let time: Int64

    /// Reads `2019-01-01`, the end of that day in UTC, and `2019-01-01T10:00:00Z`.
    ///
    /// - Throws: ``TrackingError/badDate(_:)``.
    package init(_ words: String) throws {
        if let day = CalendarDate(words) {
            time = day.unixTime + 86_399
            return
        }
        let parts = words.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CalendarDate(String(parts[0])), parts[1].utf8.last == 0x5A else {
            throw TrackingError.badDate(words)
        }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        let numbers = clock.compactMap { $0.utf8.count == 2 ? Int64($0) : nil }
        guard clock.count == 3, numbers.count == 3, (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1]),
            (0...59).contains(numbers[2])
        else { throw TrackingError.badDate(words) }
        time = day.unixTime + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    }
}
