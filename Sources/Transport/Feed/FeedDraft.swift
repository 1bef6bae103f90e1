internal import Material

/// What an element means in an entry.
enum FeedField {
    case id, guid, title, link, atomLink, published, updated, date, summary, body

    /// Whether its text may hold HTML.
    var isWords: Bool {
        switch self {
        case .title, .summary, .body: true
        default: false
        }
    }

    static func of(_ name: FeedName, format: Feed.Format) -> FeedField? {
        switch (name.space, name.local) {
        case (FeedName.dublinCore, "date"): return .date
        case (FeedName.content, "encoded"): return .body
        case (FeedName.atom, "link"): return format == .atom ? .atomLink : nil
        case (FeedName.atom, let local) where format == .atom: return atom(local)
        case ("", let local) where format == .rss: return rss(local)
        case (FeedName.rss1, let local) where format == .rdf: return rss(local)
        default: return nil
        }
    }

    private static func atom(_ local: String) -> FeedField? {
        switch local {
        case "id": .id
        case "title": .title
        case "published": .published
        case "updated": .updated
        case "summary": .summary
        case "content": .body
        default: nil
        }
    }

    private static func rss(_ local: String) -> FeedField? {
        switch local {
        case "title": .title
        case "link": .link
        case "guid": .guid
        case "pubDate": .published
        case "description": .summary
        default: nil
        }
    }
}

/// An entry that is being read.
struct FeedDraft {
    private(set) var entry = FeedEntry()
    private let about: String?
    private let base: String
    var isPermalink = true
    private var linkRank = Int.max
    private var hasSummary = false

    init(about: String?, base: String) {
        self.about = about
        self.base = base
        guard let about else { return }
        entry.id = about
        entry.link = resolve(about, base)
        linkRank = 9
    }

    /// A link of Atom: the page itself comes first, and of several the one that is HTML.
    mutating func add(link: [String: String], base: String) {
        guard (link["rel"] ?? "alternate") == "alternate", let address = link["href"] else { return }
        let rank = link["type"].map { $0.contains("html") ? 0 : 2 } ?? 1
        guard rank < linkRank, let resolved = resolve(address, base) else { return }
        linkRank = rank
        entry.link = resolved
        if entry.id.isEmpty { entry.id = resolved }
    }

    mutating func set(_ field: FeedField, _ text: String, base: String) {
        switch field {
        case .id: entry.id = text
        case .guid:
            entry.id = text
            if isPermalink, linkRank > 5, let resolved = resolve(text, base) {
                linkRank = 5
                entry.link = resolved
            }
        case .title: if entry.title.isEmpty { entry.title = text }
        case .link:
            guard !text.isEmpty, linkRank > 1, let resolved = resolve(text, base) else { return }
            linkRank = 1
            entry.link = resolved
            if entry.id.isEmpty { entry.id = resolved }
        case .atomLink: break
        case .published: entry.published = moment(text) ?? entry.published
        case .updated: entry.updated = moment(text) ?? entry.updated
        case .date: entry.published = entry.published ?? moment(text)
        case .summary:
            entry.summary = text
            hasSummary = true
        case .body: if !hasSummary { entry.summary = text }
        }
    }

    /// Feeds mix both ways of writing a date.
    private func moment(_ text: String) -> Instant? { Instant(internetDate: text) ?? Instant(mailDate: text) }

    /// Nil for what leads to no page of the web.
    private func resolve(_ address: String, _ base: String) -> String? {
        let resolved = PageAddress(base).resolving(address)
        return resolved.normal == nil ? nil : resolved.text
    }
}
