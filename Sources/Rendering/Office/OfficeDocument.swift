/// A document of Office Open XML (ECMA-376) before it is packed: named parts, in the order in which they are stored.
package struct OfficeDocument: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        /// Such as `word/document.xml`.
        package var name: String
        package var bytes: [UInt8]
    }

    package var parts: [Part]

    /// - Parameters:
    ///   - body: what stands inside `w:body` before the section's properties.
    ///   - remarks: the paragraphs of each comment, by the index that the body refers to.
    init(
        body: String, remarks: [String] = [], header: [String], title: String,
        language: OfficeStyles.Language,
        layout: OfficeStyles.Layout, hand: Hand
    ) {
        let texts: [(String, String)] = [
            ("[Content_Types].xml", OfficeParts.contentTypes(hasComments: !remarks.isEmpty)),
            ("_rels/.rels", OfficeParts.relations),
            ("docProps/core.xml", OfficeParts.core(title: title, hand)),
            ("word/document.xml", OfficeParts.document(body, layout)),
            (
                "word/_rels/document.xml.rels",
                OfficeParts.documentRelations(hasComments: !remarks.isEmpty)
            ),
            ("word/styles.xml", OfficeStyles.part(language)),
            ("word/settings.xml", OfficeParts.settings),
            ("word/header1.xml", OfficeParts.header(header)),
            ("word/footer1.xml", OfficeParts.footer),
        ]
        parts = texts.map { Part(name: $0.0, bytes: Array($0.1.utf8)) }
        if !remarks.isEmpty {
            parts.append(
                Part(name: "word/comments.xml", bytes: Array(OfficeParts.comments(remarks, hand).utf8)))
        }
    }
}

/// In whose name changes and remarks are written, and as of which day.
package struct Hand: Sendable, Hashable {
    package var author: String
    /// ISO 8601 calendar date; nil writes none.
    package var date: String?

    package init(author: String = "Lexwatch", date: String? = nil) {
        self.author = author
        self.date = date
    }

    /// The hand of changes that rest on wording which is only assumed.
    var doubtful: Hand { Hand(author: "\(author) (not known)", date: date) }

    /// `w:author="…" w:date="…"`; midnight UTC, as a legal date has no time.
    var attributes: String {
        let name = "w:author=\"\(OfficeText.escape(author, in: .attribute))\""
        return date.map { "\(name) w:date=\"\(OfficeText.escape($0, in: .attribute))T00:00:00Z\"" } ?? name
    }
}
