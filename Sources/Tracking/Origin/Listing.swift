package import Material

/// What an index page announces about an instrument.
package struct Listing: Sendable, Hashable {
    /// In the order of the page, each address once.
    package var found: [FoundDocument] = []
    /// The next page of the index; nil where there is none or enough were read.
    package var next: String?
    /// Sentences on what was noticed and is not fatal.
    package var notices: [String] = []

    /// Reads the links of an index page.
    ///
    /// - Parameters:
    ///   - links: addresses as written.
    ///   - page: the address that the page came from in the end, after redirects.
    ///   - words: all of them stand in the words of a link that is taken; none declared takes nothing.
    ///   - number: which page of the index this is, from 1.
    ///   - pages: how many pages of the index are read.
    ///   - limit: documents that are taken.
    package init(
        links: [Link], page: String, words: [String], number: Int = 1, pages: Int = 1, limit: Int = 200
    ) {
        let base = PageAddress(page)
        let own = base.normal
        var taking = Taking(words: words, limit: limit)
        var next: String?
        for link in links {
            if next == nil, Self.leadsOn(link.words), let address = base.resolving(link.address).normal,
                address != own
            {
                next = address
            }
            taking.take(link.words, own: own) { base.resolving(link.address).text }
        }
        found = taking.found
        notices = taking.notices
        if let next {
            if number < pages {
                self.next = next
            } else {
                notices.append("the index goes on at \(next); \(pages) of its pages are read")
            }
        }
    }

    /// Reads the entries of a feed.
    package init(feed: Feed, words: [String], limit: Int = 200) {
        var taking = Taking(words: words, limit: limit)
        for entry in feed.entries {
            taking.take(entry.title, own: nil) { entry.link }
        }
        found = taking.found
        notices = taking.notices
    }

    /// 下一页 and how else the next page of an index is called.
    private static func leadsOn(_ words: String) -> Bool {
        guard words.utf8.count <= 60 else { return false }
        // Arrows around the words do not count.
        let plain = words.unicodeScalars.filter {
            (0x4e00...0x9fff).contains($0.value) || $0.isASCII && $0.properties.isAlphabetic
        }
        let folded = FoldedWords(String(String.UnicodeScalarView(plain)))
        return nextWords.contains(folded)
    }

    private static let nextWords = ["下一页", "下页", "后一页", "next", "nextpage"].map { FoldedWords($0) }
}

/// Takes documents one after the other.
private struct Taking {
    private let words: [FoldedWords]
    private let limit: Int
    private var seen: Set<String> = []
    private var shortened = 0
    private var badAddresses = 0
    private var more = 0
    private(set) var found: [FoundDocument] = []

    init(words: [String], limit: Int) {
        self.words = words.map { FoldedWords($0) }.filter { !$0.isEmpty }
        self.limit = limit
    }

    mutating func take(_ shown: String, own: String?, address: () -> String?) {
        guard !words.isEmpty else { return }
        // An index page shows titles; a link around a whole column of text is none.
        let folded = FoldedWords(String(shown.unicodeScalars.prefix(1_000)))
        let missing = words.count { !folded.holds($0) }
        guard missing == 0 else {
            if missing < words.count, Self.isShortened(folded) { shortened += 1 }
            return
        }
        guard let address = address(), let document = FoundDocument(url: address, words: shown) else {
            badAddresses += 1
            return
        }
        guard document.url != own, !seen.contains(document.url) else { return }
        guard found.count < limit else {
            more += 1
            return
        }
        seen.insert(document.url)
        found.append(document)
    }

    var notices: [String] {
        var lines: [String] = []
        if words.isEmpty { lines.append("no words are declared: nothing is taken") }
        if shortened > 0 {
            lines.append("\(shortened) titles are shown cut off and hold only some of the words")
        }
        if badAddresses > 0 {
            lines.append("\(badAddresses) titles with all words lead to no page of the web")
        }
        if more > 0 { lines.append("\(more) further titles have all words; \(limit) are taken") }
        return lines
    }

    private static func isShortened(_ words: FoldedWords) -> Bool {
        words.bytes.suffix(3).elementsEqual("…".utf8) || words.bytes.suffix(3).elementsEqual("...".utf8)
    }
}
