/// The styles of our documents, Chinese or English.
///
/// Chinese faces are those that Word brings (SimSun, SimHei); programs without them take their own by language.
enum OfficeStyles {
    enum Language: Sendable { case zh, en }

    /// The page: A4.
    enum Layout: Sendable {
        case portrait, landscape

        /// In twentieths of a point.
        var page: String {
            switch self {
            case .portrait:
                "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" w:right=\"1304\" "
                    + "w:bottom=\"1304\" w:left=\"1304\" w:header=\"624\" w:footer=\"624\" w:gutter=\"0\"/>"
            case .landscape:
                "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" "
                    + "w:right=\"1020\" w:bottom=\"1020\" w:left=\"1020\" w:header=\"567\" "
                    + "w:footer=\"510\" w:gutter=\"0\"/>"
            }
        }
    }

    static func part(_ language: Language) -> String {
        let isChinese = language == .zh
        let size = isChinese ? 24 : 22
        // Two characters in, as Chinese paragraphs are set.
        let indent = isChinese ? "<w:ind w:firstLine=\"480\" w:firstLineChars=\"200\"/>" : ""
        let item = isChinese ? indent : "<w:ind w:left=\"567\"/>"
        let subitem = isChinese ? "<w:ind w:left=\"480\" w:firstLine=\"480\"/>" : "<w:ind w:left=\"1134\"/>"
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:docDefaults><w:rPrDefault><w:rPr>\(fonts)<w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/>\
            <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
            <w:spacing w:after="100" w:line="\(isChinese ? 360 : 300)" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            \(style("Normal", "Normal", isDefault: true))
            \(style("Title", "Title", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"240\"/><w:jc w:val=\"center\"/>", "\(heavy)<w:b/><w:sz w:val=\"36\"/>"))
            \(style("Headnote", "Headnote", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"20\"/>"))
            \(style("Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"160\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", "\(heavy)<w:b/><w:sz w:val=\"28\"/>"))
            \(style("Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"140\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/>", "\(heavy)<w:b/><w:sz w:val=\"26\"/>"))
            \(style("Heading3", "heading 3", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"2\"/>", "\(heavy)<w:b/><w:sz w:val=\"24\"/>"))
            \(style("Provision", "Provision", "<w:spacing w:before=\"120\"/>\(indent)"))
            \(style("Paragraph", "Paragraph", indent))
            \(style("Item", "Item", item))
            \(style("Subitem", "Subitem", subitem))
            \(style("Cell", "Cell", "<w:spacing w:after=\"40\" w:line=\"280\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/>"))
            \(style("Header", "header", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"808080\"/></w:pBdr>", "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/>"))
            \(style("Footer", "footer", "<w:jc w:val=\"center\"/>", "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/>"))
            \(style("CommentText", "annotation text", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"20\"/>"))
            <w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>\
            <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
            <w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/>\
            <w:rPr>\(heavy)<w:b/></w:rPr></w:style>
            </w:styles>

            """
    }

    private static let fonts =
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"SimSun\" w:cs=\"Times New Roman\"/>"
    private static let heavy = "<w:rFonts w:eastAsia=\"SimHei\"/>"

    private static func style(
        _ id: String, _ name: String, _ paragraph: String = "", _ words: String = "", isDefault: Bool = false
    ) -> String {
        let attributes =
            isDefault
            ? " w:default=\"1\""
            : ["Headnote", "Provision", "Paragraph", "Item", "Subitem", "Cell"].contains(id)
                ? " w:customStyle=\"1\"" : ""
        return "<w:style w:type=\"paragraph\"\(attributes) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + (isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:qFormat/>"
            + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
            + (words.isEmpty ? "" : "<w:rPr>\(words)</w:rPr>") + "</w:style>"
    }
}
