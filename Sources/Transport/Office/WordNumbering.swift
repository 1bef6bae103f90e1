import Material

/// The lists of a Word document (`numbering.xml`): what number and words each level puts before a paragraph.
struct WordNumbering {
    struct Level {
        var start = 0
        var format = "decimal"
        /// `第%1条`; %1 to %9 stand for the numbers of the levels.
        var words = ""
        /// The level, from 1, whose turn starts this one again; 0 for never, nil for every level above.
        var restart: Int?
        var style: String?
        /// Nothing between the number and the words of the paragraph.
        var isTight = false
        /// All numbers in Arabic digits.
        var isLegal = false
    }

    struct List {
        /// Lists of one pattern count together.
        var pattern: String
        var levels: [Int: Level]
        /// Where the list begins to count anew, by level.
        var starts: [Int: Int]
    }

    private var patterns: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    private var linkOfPattern: [String: String] = [:]
    private var patternOfLink: [String: String] = [:]

    static let deepest = 8

    init() {}

    init(_ xml: XMLPull) throws(ReadingFault) {
        while let event = try xml.next() {
            switch event {
            case .open("w:abstractNum"): try readPattern(xml)
            case .open("w:num"): try readList(xml)
            default: break
            }
        }
    }

    func list(_ id: String) -> List? {
        guard var list = lists[id] else { return nil }
        // A pattern may only name a list style; the pattern that defines that style has the levels.
        if let link = linkOfPattern[list.pattern], let other = patternOfLink[link] { list.pattern = other }
        let own = list.levels
        list.levels = (patterns[list.pattern] ?? [:]).merging(own) { _, own in own }
        return list
    }

    private mutating func readPattern(_ xml: XMLPull) throws(ReadingFault) {
        guard let id = xml.attribute("abstractNumId") else { return try xml.skip() }
        var levels: [Int: Level] = [:]
        while let event = try xml.next(), event != .close("w:abstractNum") {
            switch event {
            case .open("w:lvl"): if let (place, level) = try readLevel(xml) { levels[place] = level }
            case .open("w:numStyleLink"): linkOfPattern[id] = xml.attribute("val")
            case .open("w:styleLink"): if let link = xml.attribute("val") { patternOfLink[link] = id }
            default: break
            }
        }
        patterns[id] = levels
    }

    private mutating func readList(_ xml: XMLPull) throws(ReadingFault) {
        guard let id = xml.attribute("numId") else { return try xml.skip() }
        var list = List(pattern: "", levels: [:], starts: [:])
        var overridden: Int?
        while let event = try xml.next(), event != .close("w:num") {
            switch event {
            case .open("w:abstractNumId"): list.pattern = xml.attribute("val") ?? ""
            case .open("w:lvlOverride"): overridden = xml.attribute("ilvl").flatMap { Int($0) }
            case .open("w:startOverride"):
                if let overridden { list.starts[overridden] = xml.attribute("val").flatMap { Int($0) } }
            case .open("w:lvl"): if let (place, level) = try readLevel(xml) { list.levels[place] = level }
            default: break
            }
        }
        lists[id] = list
    }

    private func readLevel(_ xml: XMLPull) throws(ReadingFault) -> (Int, Level)? {
        guard let place = xml.attribute("ilvl").flatMap({ Int($0) }), (0...Self.deepest).contains(place)
        else {
            try xml.skip()
            return nil
        }
        var level = Level()
        while let event = try xml.next(), event != .close("w:lvl") {
            switch event {
            case .open("w:start"): level.start = xml.attribute("val").flatMap { Int($0) } ?? 0
            // Another format may be nested for programs that do not know the first (mc:AlternateContent).
            case .open("w:numFmt"): level.format = xml.attribute("val") ?? "decimal"
            case .open("w:lvlText"): level.words = xml.attribute("val") ?? ""
            case .open("w:lvlRestart"): level.restart = xml.attribute("val").flatMap { Int($0) }
            case .open("w:pStyle"): level.style = xml.attribute("val")
            case .open("w:suff"): level.isTight = xml.attribute("val") == "nothing"
            case .open("w:isLgl"): level.isLegal = WordStyles.isOn(xml.attribute("val"))
            default: break
            }
        }
        return (place, level)
    }
}
