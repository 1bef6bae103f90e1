package import Statute

/// One version of an instrument with the days from which it counts: what a timeline is made from.
package struct DatedText: Sendable, Hashable {
    package enum Stage: String, Sendable, Hashable, CaseIterable {
        case draft, adopted
        /// From its day on the instrument says nothing any more.
        case suspended, repealed, superseded

        package var ends: Bool {
            switch self {
            case .draft, .adopted: false
            case .suspended, .repealed, .superseded: true
            }
        }
    }

    /// `cn/cybersecurity-law`
    package var instrument: String
    /// Of the instrument, for readers.
    package var titles: [Language: String]
    package var version: VersionMark
    package var stage: Stage
    /// ISO 8601 day on which it was adopted, or published where that is all that is known or it is a draft.
    package var announced: String?
    package var announcedAs: DayBasis
    /// ISO 8601 day; nil where it is not known, and for a draft.
    package var effective: String?
    /// What the text says; nil where no text is held.
    package var reading: VersionFindings?
    /// For the names of earlier versions: which articles of this text each of their articles became. An article that is
    /// not named was repealed; where a version is not named, articles of one path are taken for the same.
    package var follows: [String: [ProvisionPath: [ProvisionPath]]]

    package init(
        instrument: String, titles: [Language: String] = [:], version: VersionMark, stage: Stage,
        announced: String?, announcedAs: DayBasis = .adopted, effective: String? = nil,
        reading: VersionFindings? = nil, follows: [String: [ProvisionPath: [ProvisionPath]]] = [:]
    ) {
        self.instrument = instrument
        self.titles = titles
        self.version = version
        self.stage = stage
        self.announced = announced
        self.announcedAs = announcedAs
        self.effective = effective
        self.reading = reading
        self.follows = follows
    }

    /// When it takes the place of what stood before; nil for a draft, and where no day is known at all. Where the day
    /// of effect is not known, the day of adoption stands in for it, and ``DayBasis`` says so.
    var inForce: (day: String, basis: DayBasis)? {
        guard stage != .draft else { return nil }
        if let effective { return (effective, .effective) }
        return announced.map { ($0, announcedAs) }
    }

    /// When it is first known to the public: never after the day of effect.
    var begins: String? {
        guard let announced else { return effective }
        guard let effective, effective.isEarlier(than: announced) else { return announced }
        return effective
    }
}

/// Which of a version's days is used. Anything but ``effective`` for a text in force stands in for a day of effect that
/// is not known.
package enum DayBasis: String, Sendable, Hashable, CaseIterable {
    case effective, adopted, published
    /// The day of the promise, or of its force.
    case promise
}

extension String {
    /// Dates in ISO form compare as bytes; a bare year or month comes before the days in it.
    package func isEarlier(than other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
