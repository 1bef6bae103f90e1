package import Statute

/// What a search found, ready to be shown.
package struct SearchView: Sendable, Hashable {
    /// A version in which the wording stands.
    package struct Appearance: Sendable, Hashable {
        package var version: String
        package var label: String
        package var path: String
        package var signed: String?
        package var published: String?
        package var effective: String?
        package var captured: String?
        package var fidelity: Fidelity

        package init(
            version: String, label: String, path: String, signed: String?, published: String?,
            effective: String?,
            captured: String?, fidelity: Fidelity
        ) {
            self.version = version
            self.label = label
            self.path = path
            self.signed = signed
            self.published = published
            self.effective = effective
            self.captured = captured
            self.fidelity = fidelity
        }
    }

    /// One provision, or one instrument, with every version that has the same wording.
    package struct Hit: Sendable, Hashable {
        package var instrument: String
        package var title: String
        package var language: Language
        package var heading: String
        /// exact, fuzzy, title.
        package var match: String
        /// In legal order.
        package var appearances: [Appearance]
        package var snippet: String
        /// In Unicode scalars of the snippet, in order, apart from each other.
        package var marks: [Range<Int>]
        package var isCutBefore: Bool
        package var isCutAfter: Bool

        package init(
            instrument: String, title: String, language: Language, heading: String, match: String,
            appearances: [Appearance], snippet: String, marks: [Range<Int>], isCutBefore: Bool,
            isCutAfter: Bool
        ) {
            self.instrument = instrument
            self.title = title
            self.language = language
            self.heading = heading
            self.match = match
            self.appearances = appearances
            self.snippet = snippet
            self.marks = marks
            self.isCutBefore = isCutBefore
            self.isCutAfter = isCutAfter
        }
    }

    /// As it was asked for; empty where only filters were given.
    package var query: String
    package var hits: [Hit]
    package var hasMore: Bool
    /// Instruments that were left out because nobody can tell what was in force, with the reason.
    package var untold: [String: String]
    /// Words that no text has, with those that were taken instead.
    package var taken: [String: [String]]

    package init(
        query: String, hits: [Hit], hasMore: Bool, untold: [String: String] = [:],
        taken: [String: [String]] = [:]
    ) {
        self.query = query
        self.hits = hits
        self.hasMore = hasMore
        self.untold = untold
        self.taken = taken
    }
}
