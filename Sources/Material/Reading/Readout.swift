/// A document as text.
package struct Readout: Sendable, Hashable {
    /// What the bytes are.
    package enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        case plain, html, docx, doc, wps, pdf, ofd
    }

    /// How the statute was found in a page.
    package enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        /// The whole document is the text.
        case whole
        /// The declared XPath.
        case xpath
        /// The element with the densest run of articles, where no XPath is declared.
        case structure
        /// As ``structure``, because the declared XPath found nothing: the page has changed its build.
        case fallback
    }

    /// Lines, each ended by LF; one block of the document a line.
    package var text: String
    /// The title of the document itself (`<title>`, core properties), where it has one.
    package var title: String?
    package var format: Format
    package var place: Place
    /// Nil for formats that name no character set.
    package var charset: CharsetDecision?
    /// The links of the page in document order, addresses as written and resolved against `<base>` only.
    package var links: [Link]
    /// Text of the whole page when ``text`` is a part of it: what a challenge or an error says stands outside the
    /// statute. At most 64 KB.
    package var surroundings: String
    /// Sentences on what was noticed and is not fatal.
    package var notices: [String]

    package init(
        text: String, title: String? = nil, format: Format, place: Place = .whole,
        charset: CharsetDecision? = nil, links: [Link] = [], surroundings: String = "",
        notices: [String] = []
    ) {
        self.text = text
        self.title = title
        self.format = format
        self.place = place
        self.charset = charset
        self.links = links
        self.surroundings = surroundings
        self.notices = notices
    }
}

/// A link of a page.
package struct Link: Sendable, Hashable, Codable {
    package var address: String
    /// The words that are shown, blanks folded.
    package var words: String

    package init(address: String, words: String) {
        self.address = address
        self.words = words
    }
}

/// Which character set a document was read in, why, and who said otherwise.
package struct CharsetDecision: Sendable, Hashable, Codable {
    package enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
        /// In the order of their weight.
        case byteOrderMark = "bom"
        case validUTF8 = "utf-8"
        case header, meta, detection
    }

    /// `UTF-8`, `GB18030`, `UTF-16LE`, `Big5` …
    package var charset: String
    package var evidence: Evidence
    /// Labels that say another character set, `header: gb2312`.
    package var conflicts: [String]

    package init(charset: String, evidence: Evidence, conflicts: [String] = []) {
        self.charset = charset
        self.evidence = evidence
        self.conflicts = conflicts
    }
}
