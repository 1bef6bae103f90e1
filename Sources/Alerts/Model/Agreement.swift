package import Statute

/// An agreement between states and the promises in it.
package struct Agreement: Sendable, Hashable {
    /// Where the agreement can be read, or what says something of it.
    package struct Source: Sendable, Hashable {
        package var url: String
        package var note: String?

        package init(url: String, note: String? = nil) {
            self.url = url
            self.note = note
        }
    }

    package var id: String
    package var titles: [Language: String]
    /// Lower-case country codes.
    package var parties: [String]
    /// Who else takes part, in words.
    package var others: String?
    /// ISO 8601 calendar date.
    package var date: String
    package var kind: String
    package var enforcement: String
    /// Sentences that hold for every commitment in it.
    package var limits: [String]
    package var sources: [Source]
    package var commitments: [Commitment]

    package init(
        id: String, titles: [Language: String], parties: [String], others: String? = nil, date: String,
        kind: String, enforcement: String, limits: [String], sources: [Source] = [], commitments: [Commitment]
    ) {
        self.id = id
        self.titles = titles
        self.parties = parties
        self.others = others
        self.date = date
        self.kind = kind
        self.enforcement = enforcement
        self.limits = limits
        self.sources = sources
        self.commitments = commitments
    }
}
