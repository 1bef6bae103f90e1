import Transport

/// Writes OFD documents for tests: characters with places, as offices' programs write them.
struct OFDDraft {
    struct Object {
        var x: Double
        var y: Double
        var size: Double
        var text: String
        /// Attributes of the text object, and elements in front of its text.
        var attributes = ""
        var inside = ""
        /// In place of one step for each character.
        var steps: String?
    }

    var title = "示例"
    var pages: [[Object]] = []
    /// Elements of each page beside its text.
    var more = ""
    var document: String?
    var catalogue: String?
    var namespace = "http://www.ofdspec.org/2016"

    private let size = 4.5
    private let pitch = 8.0

    /// Sets paragraphs, 34 characters to a line, with an indent of two.
    mutating func set(_ paragraphs: [String], isCentred: (Int, String) -> Bool) {
        var page: [Object] = []
        var y = 30.0
        for (index, paragraph) in paragraphs.enumerated() {
            let scale = index == 0 ? size * 1.6 : size
            let centred = isCentred(index, paragraph)
            for (number, line) in Self.broken(paragraph, first: index == 0 ? 21 : centred ? 34 : 32)
                .enumerated()
            {
                if y > 270 {
                    pages.append(page)
                    page = []
                    y = 30
                }
                let room = 34 * size - Self.width(line) * scale
                let x = 27 + (centred ? room / 2 : number == 0 ? 2 * size : 0)
                page.append(Object(x: x, y: y, size: scale, text: line))
                y += index == 0 ? pitch * 1.6 : pitch
            }
        }
        pages.append(page)
    }

    private static func broken(_ paragraph: String, first: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var tokens: [String] = []
        for scalar in paragraph.unicodeScalars {
            let joins = scalar.isASCII && tokens.last?.unicodeScalars.allSatisfy(\.isASCII) == true
            if joins || (!tokens.isEmpty && "，。；：、）".unicodeScalars.contains(scalar)) {
                tokens[tokens.count - 1].unicodeScalars.append(scalar)
            } else {
                tokens.append(String(scalar))
            }
        }
        for token in tokens {
            if width(line + token) > (lines.isEmpty || first == 21 ? first : 34), !line.isEmpty {
                lines.append(line)
                line = ""
            }
            line += token
        }
        return lines + [line]
    }

    private static func width(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }

    static func content(_ object: Object) -> String {
        let scalars = Array(object.text.unicodeScalars)
        let steps =
            object.steps
            ?? scalars.dropLast().map { "\($0.isASCII ? object.size / 2 : object.size)" }.joined(
                separator: " ")
        let baseline = object.size * 0.86
        let text = object.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return """
            <ofd:TextObject ID="9" Boundary="\(object.x) \(object.y) 160 8" Font="1" Size="\(object.size)" \(object.attributes)>\
            \(object.inside)<ofd:TextCode X="0" Y="\(baseline)" DeltaX="\(steps)">\(text)</ofd:TextCode></ofd:TextObject>
            """
    }

    func bytes() throws -> [UInt8] {
        let name = "xmlns:ofd=\"\(namespace)\""
        var parts: [(name: String, bytes: [UInt8])] = []
        func add(_ part: String, _ xml: String) {
            parts.append((part, Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(xml)".utf8)))
        }
        add(
            "OFD.xml",
            catalogue
                ?? "<ofd:OFD \(name) DocType=\"OFD\" Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>\(title)</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        )
        let list = pages.indices.map { "<ofd:Page ID=\"\($0)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }
            .joined()
        add(
            "Doc_0/Document.xml",
            document
                ?? "<ofd:Document \(name)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"77\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>\(list)</ofd:Pages></ofd:Document>"
        )
        for (number, page) in pages.enumerated() {
            // The order in the file is not the order on the page.
            let objects = page.reversed().map(Self.content).joined()
            add(
                "Doc_0/Pages/Page_\(number)/Content.xml",
                "<ofd:Page \(name)>\(more)<ofd:Content><ofd:Layer Type=\"Body\"><ofd:PageBlock>\(objects)</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>"
            )
        }
        return try ZipArchive.bytes(parts)
    }
}
