/// The parts of a document other than its styles, each a text of XML.
enum OfficeParts {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static func contentTypes(hasComments: Bool) -> String {
        var overrides = [
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/word/document.xml", "\(wordType).document.main+xml"),
            ("/word/styles.xml", "\(wordType).styles+xml"),
            ("/word/settings.xml", "\(wordType).settings+xml"),
            ("/word/header1.xml", "\(wordType).header+xml"),
            ("/word/footer1.xml", "\(wordType).footer+xml"),
        ]
        if hasComments { overrides.append(("/word/comments.xml", "\(wordType).comments+xml")) }
        return declaration
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
            + "</Types>\n"
    }

    static let relations = relationships([
        ("\(relation)/officeDocument", "word/document.xml"),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml"
        ),
    ])

    static func documentRelations(hasComments: Bool) -> String {
        var targets = ["styles", "settings", "header", "footer"].map {
            ("\(relation)/\($0)", $0 == "header" || $0 == "footer" ? "\($0)1.xml" : "\($0).xml")
        }
        if hasComments { targets.append(("\(relation)/comments", "comments.xml")) }
        return relationships(targets)
    }

    private static func relationships(_ targets: [(String, String)]) -> String {
        declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + targets.enumerated().map {
                "<Relationship Id=\"rId\($0.offset + 1)\" Type=\"\($0.element.0)\" Target=\"\($0.element.1)\"/>"
            }.joined() + "</Relationships>\n"
    }

    static func core(title: String, _ hand: Hand) -> String {
        let created =
            hand.date.map {
                "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(OfficeText.escape($0))T00:00:00Z</dcterms:created>"
            } ?? ""
        return declaration
            + "<cp:coreProperties "
            + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<dc:title>\(OfficeText.escape(title))</dc:title>"
            + "<dc:creator>\(OfficeText.escape(hand.author))</dc:creator>\(created)</cp:coreProperties>\n"
    }

    static func document(_ body: String, _ layout: OfficeStyles.Layout) -> String {
        declaration + "<w:document \(word) xmlns:r=\"\(relation)\">\n<w:body>\n\(body)"
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>\(layout.page)</w:sectPr>\n"
            + "</w:body>\n</w:document>\n"
    }

    /// Compatibility mode 15: Word shows the document as it would its own.
    static let settings =
        declaration + "<w:settings \(word)><w:zoom w:percent=\"100\"/>"
        + "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>\n"

    static func header(_ lines: [String]) -> String {
        let paragraphs = lines.map {
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r>\(OfficeText.words($0))</w:r></w:p>"
        }
        return declaration + "<w:hdr \(word)>\(paragraphs.joined())</w:hdr>\n"
    }

    static let footer =
        declaration + "<w:ftr \(word)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
        + "<w:r><w:t xml:space=\"preserve\">Lexwatch · an assessment by fixed rules, not legal advice · </w:t></w:r>"
        + field("PAGE") + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES")
        + "</w:p></w:ftr>\n"

    private static func field(_ name: String) -> String {
        "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    static func comments(_ remarks: [String], _ hand: Hand) -> String {
        var out = declaration + "<w:comments \(word)>\n"
        for (index, remark) in remarks.enumerated() {
            out += "<w:comment w:id=\"\(index)\" \(hand.attributes) w:initials=\"\(initials(hand.author))\">"
            for (line, words) in remark.unicodeScalars.split(separator: "\n").enumerated() {
                out += "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>"
                if line == 0 {
                    out +=
                        "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>"
                }
                out += "<w:r>\(OfficeText.words(String(words)))</w:r></w:p>"
            }
            out += "</w:comment>\n"
        }
        return out + "</w:comments>\n"
    }

    /// The first letter of each word of the author's name, at most three.
    private static func initials(_ author: String) -> String {
        let letters = author.unicodeScalars.split(separator: " ").prefix(3).compactMap { $0.first }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return OfficeText.escape(String(view), in: .attribute)
    }
}
