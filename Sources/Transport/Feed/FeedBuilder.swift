internal import Material

/// Puts a feed together from elements as they come.
struct FeedBuilder {
    private struct Frame {
        var name: FeedName
        /// The address that relative ones mean here (xml:base).
        var base: String
        /// Where the text of this element goes; nil for elements that are not looked at.
        var field: FeedField?
        /// Of an Atom text: `text`, `html` or `xhtml`.
        var type: String
    }

    /// Of one field of an entry.
    private static let fieldBytes = 1 << 16

    private let name: String
    private let limits: ReadingLimits
    private var frames: [Frame] = []
    private var format: Feed.Format?
    private var title = ""
    private var entries: [FeedEntry] = []
    private var draft: FeedDraft?
    /// The field that is being read, its text, and how deep the element that opened it stands.
    private var reading: (field: FeedField, text: String, depth: Int)?
    private var nodes = 0
    private var textBytes = 0
    private var more = 0

    init(name: String, limits: ReadingLimits) {
        self.name = name
        self.limits = limits
    }

    mutating func open(_ element: FeedName, attributes: [String: String]) throws(ReadingFault) {
        nodes += 1
        guard nodes <= limits.nodes else {
            throw ReadingFault(.tooLarge, "\(name): more than \(limits.nodes) elements")
        }
        guard frames.count < limits.depth else {
            throw ReadingFault(.tooDeep, "\(name): more than \(limits.depth) elements inside each other")
        }
        if frames.isEmpty { format = try format(of: element) }
        var base = frames.last?.base ?? name
        if let own = attributes["xml:base"] { base = PageAddress(base).resolving(own).text }
        var frame = Frame(name: element, base: base, field: nil, type: attributes["type"] ?? "text")
        defer { frames.append(frame) }
        // What stands inside a field is a part of it (xhtml).
        guard reading == nil else { return }
        if isEntry(element) {
            draft = FeedDraft(about: attributes["about"], base: base)
        } else if let field = field(element) {
            if field == .atomLink {
                draft?.add(link: attributes, base: base)
            } else {
                frame.field = field
                if field == .guid { draft?.isPermalink = attributes["isPermaLink"] != "false" }
                reading = (field, "", frames.count)
            }
        }
    }

    mutating func add(_ text: String) throws(ReadingFault) {
        textBytes += text.utf8.count
        guard textBytes <= limits.textBytes else {
            throw ReadingFault(.tooLarge, "\(name): more than \(limits.textBytes) bytes of text")
        }
        // Words of an entry are for showing and for finding; a page is read elsewhere.
        guard let sofar = reading?.text.utf8.count, sofar < Self.fieldBytes else { return }
        reading?.text +=
            text.utf8.count <= Self.fieldBytes ? text : String(text.unicodeScalars.prefix(Self.fieldBytes))
    }

    mutating func close() {
        guard let frame = frames.popLast() else { return }
        if let done = reading, done.depth == frames.count {
            reading = nil
            let text =
                frame.type == "xhtml" || !done.field.isWords ? done.text : PlainWords.from(html: done.text)
            finish(done.field, PlainWords.folded(text), base: frame.base)
        } else if let draft, isEntry(frame.name), reading == nil, isAtEntryDepth {
            if entries.count < limits.entries {
                entries.append(draft.entry)
            } else {
                more += 1
            }
            self.draft = nil
        }
    }

    func feed() throws(ReadingFault) -> Feed {
        guard let format else { throw ReadingFault(.empty, "\(name): holds nothing") }
        var feed = Feed(format: format, title: title, entries: entries)
        if more > 0 {
            feed.notices.append("\(more) further entries were left out; \(limits.entries) are read")
        }
        return feed
    }

    private mutating func finish(_ field: FeedField, _ text: String, base: String) {
        if draft != nil {
            draft?.set(field, text, base: base)
        } else if field == .title, title.isEmpty, isAtFeedDepth {
            title = text
        }
    }

    private func format(of root: FeedName) throws(ReadingFault) -> Feed.Format {
        switch (root.space, root.local) {
        case (FeedName.atom, "feed"): return .atom
        case ("", "rss"): return .rss
        case (FeedName.rdf, "RDF"): return .rdf
        default:
            let shown = String(root.local.unicodeScalars.prefix(60))
            throw ReadingFault(.unknownFormat, "\(name): is no feed: its first element is \(shown)")
        }
    }

    private func isEntry(_ element: FeedName) -> Bool {
        guard frames.last.map({ $0.name.local != element.local }) ?? false else { return false }
        switch format {
        case .atom: return element == FeedName(space: FeedName.atom, local: "entry")
        case .rss: return element == FeedName(space: "", local: "item")
        case .rdf: return element == FeedName(space: FeedName.rss1, local: "item")
        case nil: return false
        }
    }

    /// Below `feed`, `rss/channel` or `RDF`.
    private var isAtEntryDepth: Bool { frames.count == (format == .rss ? 2 : 1) }

    /// Below `feed`, `rss/channel` or `RDF/channel`.
    private var isAtFeedDepth: Bool { frames.count == (format == .atom ? 1 : 2) }

    /// What an element directly in an entry or in the feed is.
    private func field(_ element: FeedName) -> FeedField? {
        let isDirect = draft == nil ? isAtFeedDepth : frames.count == (format == .rss ? 3 : 2)
        guard isDirect, let format else { return nil }
        return FeedField.of(element, format: format)
    }
}
