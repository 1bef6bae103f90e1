import Material

/// The walk through one part of a Word document: its paragraphs as lines, in reading order.
///
/// Paragraphs nest (a text box stands in a run of a paragraph), and so do tables: what is open is kept in stacks,
/// never in calls.
struct WordBody {
    /// What was met on the way.
    struct Finds {
        var hasTrackedChanges = false
        var hidden = 0
        var pictures = 0
        var objects = 0
        var comments = 0
        var formulas = 0
        var unknownSigns = 0
        /// Lines of footnotes by their ids.
        var notes: [(id: String, text: String)] = []
    }

    struct Paragraph {
        var text = ""
        var style: String?
        var numbering = WordStyles.NumberingReference()
        /// The mark at the end is deleted: the words run into the next paragraph.
        var isJoined = false
        var isRunHidden = false
        var hasHidden = false
        /// The lines of text boxes that stand in it.
        var after: [String] = []
    }

    struct Row {
        var cells: [[String]] = []
        var isDeleted = false
    }

    /// Lines of the body, of a cell, of a text box: inner ones last.
    private var sinks: [Sink] = [Sink()]
    private var paragraphs: [Paragraph] = []
    private var rows: [Row] = []
    /// For each open alternative whether one of its choices was taken.
    private var choices: [Bool] = []
    private var textBytes = 0
    var finds = Finds()
    var counters: ListCounters
    let part: String
    let limits: ReadingLimits

    private struct Sink {
        var lines: [String] = []
        /// The words of a paragraph whose mark is deleted.
        var carried = ""
    }

    init(counters: ListCounters, part: String, limits: ReadingLimits) {
        self.counters = counters
        self.part = part
        self.limits = limits
    }

    /// - Throws: as ``XMLPull``; `unknownFormat` where the part has a foreign document inside.
    mutating func lines(of xml: XMLPull) throws(ReadingFault) -> [String] {
        while let event = try xml.next() {
            switch event {
            case .open(let name): try open(name, xml)
            case .close(let name): try close(name)
            case .text: break
            }
        }
        while sinks.count > 1 { closeSink() }
        flush()
        return sinks[0].lines
    }

    private mutating func open(_ name: String, _ xml: XMLPull) throws(ReadingFault) {
        switch name {
        case "w:p": paragraphs.append(Paragraph())
        case "w:pPr": try readParagraphProperties(xml)
        case "w:r":
            if let last = paragraphs.indices.last {
                paragraphs[last].isRunHidden = counters.styles.isHidden(paragraphs[last].style)
            }
        case "w:rPr": try readRunProperties(xml)
        case "w:t", "m:t": try append(try xml.words(isKept: xml.attribute("space") == "preserve"))
        case "w:tab", "w:ptab": try append("\t")
        case "w:cr": try append("\n")
        case "w:br":
            // A page or a column ends, not the paragraph.
            let kind = xml.attribute("type")
            if kind != "page", kind != "column" { try append("\n") }
        case "w:noBreakHyphen": try append("-")
        case "w:sym":
            if let sign = SymbolFont.sign(xml.attribute("char") ?? "") {
                if !sign.isKnown { finds.unknownSigns += 1 }
                try append(sign.0)
            }
        case "w:ins", "w:moveTo": finds.hasTrackedChanges = true
        case "w:del", "w:moveFrom":
            finds.hasTrackedChanges = true
            try xml.skip()
        case "w:tr": rows.append(Row())
        case "w:trPr": try readRowProperties(xml)
        case "w:tc", "w:txbxContent": sinks.append(Sink())
        case "w:footnote", "w:endnote":
            // The lines that part notes from text are kept as notes of a kind of their own.
            if xml.attribute("type").map({ $0 != "normal" }) ?? false { return try xml.skip() }
            sinks.append(Sink())
            finds.notes.append((xml.attribute("id") ?? "", ""))
        case "mc:AlternateContent": choices.append(false)
        case "mc:Choice", "mc:Fallback":
            if choices.last == true { return try xml.skip() }
            if let last = choices.indices.last { choices[last] = true }
        case "w:altChunk", "w:subDoc":
            throw ReadingFault(
                .unknownFormat, "\(part) takes in another document (\(name)), which is not read")
        case "w:sectPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:rt",
            "w:instrText", "w:delText", "w:delInstrText", "w:pPrChange", "w:rPrChange":
            try xml.skip()
        default: count(name)
        }
    }

    private mutating func count(_ name: String) {
        switch name {
        case "a:blip", "v:imagedata": finds.pictures += 1
        case "o:OLEObject": finds.objects += 1
        case "w:commentReference": finds.comments += 1
        case "m:oMath": finds.formulas += 1
        default: break
        }
    }

    private mutating func close(_ name: String) throws(ReadingFault) {
        switch name {
        case "w:p": closeParagraph()
        case "w:tr": closeRow()
        case "w:tc":
            guard sinks.count > 1 else { return }
            let lines = closeSink()
            if let last = rows.indices.last { rows[last].cells.append(lines) } else { add(lines) }
        case "w:txbxContent":
            guard sinks.count > 1 else { return }
            let lines = closeSink()
            if let last = paragraphs.indices.last { paragraphs[last].after += lines } else { add(lines) }
        case "w:footnote", "w:endnote":
            guard sinks.count > 1, let last = finds.notes.indices.last else { return }
            finds.notes[last].text = closeSink().joined(separator: " ")
        case "mc:AlternateContent": _ = choices.popLast()
        default: break
        }
    }

    // MARK: Lines

    private mutating func append(_ words: String) throws(ReadingFault) {
        guard let last = paragraphs.indices.last, !words.isEmpty else { return }
        if paragraphs[last].isRunHidden {
            if words.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
                finds.hidden += 1
                paragraphs[last].hasHidden = true
            }
            return
        }
        textBytes += words.utf8.count
        guard textBytes <= limits.textBytes else {
            throw ReadingFault(.tooLarge, "\(part) has more than \(limits.textBytes) bytes of text")
        }
        paragraphs[last].text += words
    }

    private mutating func closeParagraph() {
        guard let paragraph = paragraphs.popLast(), let last = sinks.indices.last else { return }
        if paragraph.isJoined {
            sinks[last].carried += paragraph.text
            sinks[last].lines += paragraph.after
            return
        }
        let words = sinks[last].carried + paragraph.text
        sinks[last].carried = ""
        // A paragraph that is hidden whole is not counted either.
        if !(words.isEmpty && paragraph.hasHidden) {
            add([counters.label(paragraph.numbering, style: paragraph.style) + words])
        }
        sinks[last].lines += paragraph.after
    }

    private mutating func add(_ texts: [String]) {
        guard let last = sinks.indices.last else { return }
        for text in texts {
            for line in text.unicodeScalars.split(separator: "\n") {
                let line = Blanks.trimmed(line)
                if !line.isEmpty { sinks[last].lines.append(String(line)) }
            }
        }
    }

    private mutating func flush() {
        guard let last = sinks.indices.last else { return }
        let carried = sinks[last].carried
        sinks[last].carried = ""
        if !carried.isEmpty { add([carried]) }
    }

    @discardableResult
    private mutating func closeSink() -> [String] {
        flush()
        return sinks.popLast()?.lines ?? []
    }

    /// A row is a line; where only one of its cells has words, its paragraphs stay what they are: many documents
    /// stand in a table of one cell.
    private mutating func closeRow() {
        guard let row = rows.popLast(), !row.isDeleted else { return }
        let filled = row.cells.filter { !$0.isEmpty }
        if filled.count == 1 {
            add(filled[0])
        } else if !filled.isEmpty {
            add([filled.map { $0.joined(separator: " ") }.joined(separator: "\t")])
        }
    }

    // MARK: Properties

    private mutating func readParagraphProperties(_ xml: XMLPull) throws(ReadingFault) {
        guard let last = paragraphs.indices.last else { return try xml.skip() }
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            switch event {
            case .open("w:pStyle"):
                paragraphs[last].style = xml.attribute("val")
            case .open("w:numId"): paragraphs[last].numbering.list = xml.attribute("val")
            case .open("w:ilvl"):
                paragraphs[last].numbering.level = xml.attribute("val").flatMap { Int($0) }
            case .open("w:del"), .open("w:moveFrom"):
                finds.hasTrackedChanges = true
                paragraphs[last].isJoined = true
            case .open("w:ins"), .open("w:moveTo"): finds.hasTrackedChanges = true
            case .open("w:pPrChange"), .open("w:rPrChange"), .open("w:sectPr"): try xml.skip()
            default: break
            }
        }
    }

    private mutating func readRunProperties(_ xml: XMLPull) throws(ReadingFault) {
        let outside = xml.depth - 1
        var isHidden = counters.styles.isHidden(paragraphs.last?.style)
        while xml.depth > outside, let event = try xml.next() {
            switch event {
            case .open("w:vanish"): isHidden = WordStyles.isOn(xml.attribute("val"))
            case .open("w:rStyle"): if counters.styles.isHidden(xml.attribute("val")) { isHidden = true }
            case .open("w:rPrChange"): try xml.skip()
            default: break
            }
        }
        if let last = paragraphs.indices.last { paragraphs[last].isRunHidden = isHidden }
    }

    private mutating func readRowProperties(_ xml: XMLPull) throws(ReadingFault) {
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard case .open(let name) = event else { continue }
            if name == "w:ins" { finds.hasTrackedChanges = true }
            if name == "w:del", let last = rows.indices.last {
                finds.hasTrackedChanges = true
                rows[last].isDeleted = true
            }
        }
    }
}
