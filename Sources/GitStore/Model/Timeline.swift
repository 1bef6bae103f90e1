package import Statute

/// An instrument's versions as a history of commits in legal order. Derived: it can be made again at will.
package struct Timeline: Sendable {
    /// One version.
    package struct Entry: Sendable {
        /// Nil: `undated`, which stands before everything, since it is then the text that dated ones follow.
        package var date: CalendarDate?
        /// Canonical text by language tag.
        package var texts: [String: [UInt8]]
        /// One line for people.
        package var title: String
        /// `Legal-Date:` is added to them.
        package var trailers: [Trailer]

        package init(date: CalendarDate?, texts: [String: [UInt8]], title: String, trailers: [Trailer] = []) {
            self.date = date
            self.texts = texts
            self.title = title
            self.trailers = trailers
        }

        /// The date as git can hold it: UTC midnight, at least 1970-01-01 and before 2106-02-07, since
        /// libgit2 1.5 keeps 32 unsigned bits. An undated text counts as the earliest.
        package var time: UInt32 {
            UInt32(clamping: min(max(day, 0), 4_294_857_600))
        }

        /// Unix seconds of the date, to sort by.
        var day: Int64 { date?.unixTime ?? .min }
    }

    package var instrument: InstrumentID
    /// In any order; equal dates keep theirs.
    package var entries: [Entry]

    package init(instrument: InstrumentID, entries: [Entry]) {
        self.instrument = instrument
        self.entries = entries
    }
}

/// What became of the timelines that were rebuilt.
package struct TimelineReport: Sendable, Hashable {
    package var moved: [InstrumentID] = []
    package var unchanged: [InstrumentID] = []
    /// They had no entry left.
    package var removed: [InstrumentID] = []
    package var packs = 0

    package init() {}
}
