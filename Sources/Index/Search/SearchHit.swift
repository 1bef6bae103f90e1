package import Statute

/// One provision, or one instrument, that was found, with all versions that have the same wording.
package struct SearchHit: Sendable, Hashable {
    /// A version in which the wording stands.
    package struct Appearance: Sendable, Hashable {
        package var version: VersionName
        package var label: String
        package var path: String
        package var signed: String?
        package var published: String?
        package var effective: String?
        package var captured: String?
        package var fidelity: Fidelity
    }

    package enum Match: String, Sendable, Hashable {
        /// Its words, or they with its headings and its title.
        case exact
        /// Nearly its words.
        case fuzzy
        /// The title alone: the hit is the instrument.
        case title
    }

    package var instrument: InstrumentID
    package var title: String
    package var language: Language
    package var heading: String
    package var match: Match
    /// In legal order; at least one.
    package var appearances: [Appearance]
    package var snippet: Snippet

    /// The newest version that has it.
    package var newest: Appearance? { appearances.last }
}

/// A stretch of a text with what was found marked.
package struct Snippet: Sendable, Hashable {
    package var text: String
    /// In Unicode scalars of ``text``, in order, apart from each other.
    package var marks: [Range<Int>]
    /// Words stand before it.
    package var isCutBefore: Bool
    package var isCutAfter: Bool
}

/// What a search came to.
package struct SearchResult: Sendable, Hashable {
    package var hits: [SearchHit] = []
    /// There are more than were asked for.
    package var hasMore = false
    /// Instruments of which it cannot be told what was in force, with the reason.
    package var untold: [InstrumentID: String] = [:]
    /// Words that are not in any text, with those that were taken instead; only of a fuzzy search.
    package var taken: [String: [String]] = [:]
}
