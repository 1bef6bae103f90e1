import Material

/// The paragraph and character styles of a Word document, as far as they decide what stands in the text.
struct WordStyles {
    struct Style {
        var basedOn: String?
        var numbering = NumberingReference()
        var isHidden: Bool?
    }

    /// `w:numPr`: a list and a level in it, each only where it is said.
    struct NumberingReference: Equatable {
        var list: String?
        var level: Int?
    }

    private var styles: [String: Style] = [:]
    /// The paragraph style of paragraphs that name none.
    private(set) var usual: String?

    /// How many styles may stand on each other.
    private static let longestChain = 64

    init() {}

    init(_ xml: XMLPull) throws(ReadingFault) {
        var id: String?
        var style = Style()
        while let event = try xml.next() {
            switch event {
            case .open("w:style"):
                id = xml.attribute("styleId")
                style = Style()
                let isUsual = Self.isOn(xml.attribute("default") ?? "0")
                if isUsual, xml.attribute("type") == "paragraph" { usual = id }
            case .open("w:basedOn"): style.basedOn = xml.attribute("val")
            case .open("w:numId"): style.numbering.list = xml.attribute("val")
            case .open("w:ilvl"): style.numbering.level = xml.attribute("val").flatMap { Int($0) }
            case .open("w:vanish"): style.isHidden = Self.isOn(xml.attribute("val"))
            case .open("w:tblStylePr"), .open("w:pPrChange"), .open("w:rPrChange"): try xml.skip()
            case .close("w:style"):
                if let id { styles[id] = style }
                id = nil
            default: break
            }
        }
    }

    /// An on/off property: there without a value is on.
    static func isOn(_ value: String?) -> Bool {
        switch value {
        case "0", "false", "off": false
        default: true
        }
    }

    /// What a paragraph of a style is numbered by, own or inherited.
    func numbering(of style: String?) -> NumberingReference {
        var found = NumberingReference()
        for style in chain(from: style ?? usual) {
            found.list = found.list ?? style.numbering.list
            found.level = found.level ?? style.numbering.level
        }
        return found
    }

    func isHidden(_ style: String?) -> Bool {
        for style in chain(from: style) {
            if let isHidden = style.isHidden { return isHidden }
        }
        return false
    }

    private func chain(from id: String?) -> [Style] {
        var chain: [Style] = []
        var next = id
        while let id = next, let style = styles[id], chain.count < Self.longestChain {
            chain.append(style)
            next = style.basedOn
        }
        return chain
    }
}
