/// What a site announces (Atom, RFC 4287; RSS 2.0 and 1.0).
package struct Feed: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        case atom
        case rss
        /// RSS 1.0, which is RDF.
        case rdf
    }

    package var format: Format
    package var title: String
    /// In the order of the document.
    package var entries: [FeedEntry]
    /// Sentences on what was noticed and is not fatal.
    package var notices: [String]

    package init(format: Format, title: String = "", entries: [FeedEntry] = [], notices: [String] = []) {
        self.format = format
        self.title = title
        self.entries = entries
        self.notices = notices
    }
}

/// One entry of a feed, its words without marks of HTML, blanks folded.
package struct FeedEntry: Sendable, Hashable {
    /// As the site gives it (`id`, `guid`, `rdf:about`); the link where it gives none, else empty.
    package var id: String
    package var title: String
    /// Absolute where the feed allows it to be made so; nil where there is none.
    package var link: String?
    package var published: Instant?
    package var updated: Instant?
    package var summary: String

    package init(
        id: String = "", title: String = "", link: String? = nil, published: Instant? = nil,
        updated: Instant? = nil, summary: String = ""
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.published = published
        self.updated = updated
        self.summary = summary
    }
}

/// The port through which feeds are read. Never traps; nothing is ever read in part.
package protocol FeedReading: Sendable {
    /// - Parameter request: its `name` is the address of the feed: links are resolved against it.
    func feed(_ request: ReadingRequest) -> Result<Feed, ReadingFault>
}
