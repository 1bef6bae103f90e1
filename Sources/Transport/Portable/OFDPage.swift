import Material

/// The walk through one page of an OFD document: its text objects as words with places.
struct OFDPage {
    /// What was met, over all pages.
    struct Finds {
        var characters = 0
        var glyphsOnly = 0
        var turned = 0
        var invisible = 0
        var pictures = 0
        var templates = 0

        var sentences: [String] {
            var sentences: [String] = []
            if glyphsOnly > 0 {
                sentences.append("\(glyphsOnly) text objects hold signs of a font without their characters")
            }
            if turned > 0 { sentences.append("\(turned) turned text objects (watermarks) are left out") }
            if invisible > 0 { sentences.append("\(invisible) invisible text objects are left out") }
            if pictures > 0 { sentences.append("\(pictures) pictures: words in them are not read") }
            if templates > 0 { sentences.append("page templates are left out (\(templates) uses)") }
            return sentences
        }
    }

    private var box: OFDBox
    private let limits: ReadingLimits
    private let part: String
    private(set) var finds: Finds
    private var words: [PageWord] = []
    /// The area of the largest picture.
    private var largest = 0.0

    init(box: OFDBox, limits: ReadingLimits, part: String, finds: Finds) {
        self.box = box
        self.limits = limits
        self.part = part
        self.finds = finds
    }

    mutating func words(of xml: XMLPull) throws(ReadingFault) -> PageWords {
        while let event = try xml.next() {
            guard case .open(let name) = event else { continue }
            switch name {
            case "ofd:PhysicalBox": box = OFDBox(try xml.words()) ?? box
            case "ofd:Template": finds.templates += 1
            case "ofd:ImageObject":
                finds.pictures += 1
                let frame = xml.attribute("Boundary").flatMap { OFDBox($0) }
                if let frame { largest = max(largest, frame.width * frame.height) }
            case "ofd:TextObject": try readText(xml)
            default: break
            }
        }
        let area = max(box.width * box.height, 1)
        return PageWords(width: box.width, height: box.height, words: words, picture: largest / area)
    }

    private mutating func readText(_ xml: XMLPull) throws(ReadingFault) {
        guard let frame = OFDFrame(xml) else {
            throw ReadingFault(.malformed, "\(part) has a text object without a place")
        }
        if xml.attribute("Visible") == "false" || xml.attribute("Alpha") == "0" {
            finds.invisible += 1
            return try xml.skip()
        }
        if frame.isTurned {
            finds.turned += 1
            return try xml.skip()
        }
        let outside = xml.depth - 1
        var hasGlyphs = false
        var hasText = false
        var origin = (x: 0.0, y: 0.0)
        while xml.depth > outside, let event = try xml.next() {
            if event == .open("ofd:CGTransform") { hasGlyphs = true }
            guard event == .open("ofd:TextCode") else { continue }
            origin.x = xml.attribute("X").flatMap { Double($0) } ?? origin.x
            origin.y = xml.attribute("Y").flatMap { Double($0) } ?? origin.y
            let across = xml.attribute("DeltaX") ?? ""
            let down = xml.attribute("DeltaY") ?? ""
            let characters = try xml.words(isKept: true).unicodeScalars.filter { $0.value >= 0x20 }
            if characters.contains(where: { !$0.properties.isWhitespace }) { hasText = true }
            finds.characters += characters.count
            guard finds.characters <= limits.textBytes else {
                throw ReadingFault(.tooLarge, "\(part): more text than allowed")
            }
            let steps = (
                OFDSteps.read(across, count: characters.count), OFDSteps.read(down, count: characters.count)
            )
            words += frame.words(Array(characters), from: origin, steps.0, steps.1)
        }
        if hasGlyphs, !hasText { finds.glyphsOnly += 1 }
    }
}
