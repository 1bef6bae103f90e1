import Statute

/// Days along a line of a given length.
struct TimeAxis: Sendable {
    let start: CalendarDate
    let end: CalendarDate
    let left: Double
    let width: Double

    /// Dates that cannot be read make an axis of one day.
    init(from start: String, to end: String, left: Double, width: Double) {
        let first = CalendarDate(start) ?? CalendarDate(unixTime: 0)
        self.start = first
        self.end = max(first, CalendarDate(end) ?? first)
        self.left = left
        self.width = width
    }

    var right: Double { left + width }

    /// Where a day stands, kept within the axis. A bare month or year stands at its first day.
    func x(_ day: String) -> Double { Self.date(day).map(x) ?? left }

    func x(_ day: CalendarDate) -> Double {
        let span = Double(end.unixTime - start.unixTime)
        guard span > 0 else { return left }
        let share = Double(day.unixTime - start.unixTime) / span
        return left + width * min(max(share, 0), 1)
    }

    static func date(_ words: String) -> CalendarDate? {
        CalendarDate(words) ?? CalendarDate("\(words)-01") ?? CalendarDate("\(words)-01-01")
    }

    /// The first of January of every year after the start.
    var years: [CalendarDate] {
        guard start.year < end.year else { return [] }
        return (start.year...end.year).compactMap { CalendarDate(year: $0, month: 1, day: 1) }
            .filter { $0 >= start && $0 <= end }
    }
}
