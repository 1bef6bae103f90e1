import Transport

/// Writes Word documents for tests: the body as XML, other parts by their names.
struct WordDraft {
    /// What stands between `<w:body>` and its end.
    var body: String
    /// `numbering.xml` and the like, without their root element.
    var numbering: String?
    var styles: String?
    var footnotes: String?
    var title: String?
    /// The whole of the main part, in place of `body`.
    var document: [UInt8]?
    var extra: [(name: String, bytes: [UInt8])] = []

    init(_ body: String) { self.body = body }

    /// One paragraph for each line.
    init(lines: [String]) {
        self.init(lines.map { Self.paragraph($0) }.joined())
    }

    static func paragraph(_ words: String, properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(run(words))</w:p>"
    }

    static func run(_ words: String, properties: String = "") -> String {
        let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
        return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
    }

    static func numbered(_ words: String, list: Int, level: Int = 0) -> String {
        paragraph(
            words, properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    static func level(_ place: Int, _ format: String, _ words: String, more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
            + "<w:lvlText w:val=\"\(words)\"/></w:lvl>"
    }

    private static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:v="urn:schemas-microsoft-com:vml" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """
    private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// LibreOffice wants them; we look at relationships only.
    private static let types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/><Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """

    static func part(_ root: String, _ inside: String) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root) \(namespaces)>\(inside)</\(root)>".utf8)
    }

    func bytes() throws -> [UInt8] {
        var parts: [(name: String, bytes: [UInt8])] = []
        var links = ""
        func add(_ kind: String, _ root: String, _ inside: String?) {
            guard let inside else { return }
            parts.append(("word/\(kind).xml", Self.part(root, inside)))
            links += "<Relationship Id=\"\(kind)\" Type=\"\(Self.office)/\(kind)\" Target=\"\(kind).xml\"/>"
        }
        add("numbering", "w:numbering", numbering)
        add("styles", "w:styles", styles)
        add("footnotes", "w:footnotes", footnotes)
        var roots =
            "<Relationship Id=\"d\" Type=\"\(Self.office)/officeDocument\" Target=\"word/document.xml\"/>"
        if let title {
            let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            roots +=
                "<Relationship Id=\"c\" Type=\"\(Self.relations)/metadata/core-properties\" Target=\"/docProps/core.xml\"/>"
            parts.append(
                (
                    "docProps/core.xml",
                    Array(
                        "<cp:coreProperties xmlns:cp=\"\(core)\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title)</dc:title></cp:coreProperties>"
                            .utf8)
                ))
        }
        func relationships(_ links: String) -> [UInt8] {
            Array("<Relationships xmlns=\"\(Self.relations)\">\(links)</Relationships>".utf8)
        }
        parts += [
            ("[Content_Types].xml", Array(Self.types.utf8)), ("_rels/.rels", relationships(roots)),
            ("word/_rels/document.xml.rels", relationships(links)),
            ("word/document.xml", document ?? Self.part("w:document", "<w:body>\(body)</w:body>")),
        ]
        return try ZipArchive.bytes(parts + extra)
    }
}
