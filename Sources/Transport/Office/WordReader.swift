package import Material

/// Reads DOCX (ECMA-376, ISO/IEC 29500, both editions): the words as they stand when all tracked changes are
/// accepted, numbers of automatic lists included.
package enum WordReader {
    /// - Returns: ``Readout`` of format `docx`, or a fault; never a part of the text.
    package static func read(_ request: ReadingRequest) -> Result<Readout, ReadingFault> {
        Result { () throws(ReadingFault) in
            if DocumentFormat.isCompound(request.bytes) {
                throw ReadingFault(.encrypted, "\(request.name): the document wants a password")
            }
            return try read(try ZipContents(request.bytes, limits: request.limits), request)
        }
    }

    private static func read(
        _ zip: ZipContents, _ request: ReadingRequest
    ) throws(ReadingFault) -> Readout {
        let limits = request.limits
        let package = try OfficeRelations(of: "", in: zip, limits: limits)
        let main = package["officeDocument"] ?? "word/document.xml"
        let relations = try OfficeRelations(of: main, in: zip, limits: limits)
        guard let bytes = try zip.bytes(of: main) else {
            throw ReadingFault(.malformed, "\(request.name): no Word document in it (no \(main))")
        }
        func open(_ part: String?) throws(ReadingFault) -> XMLPull? {
            guard let part, let bytes = try zip.bytes(of: part) else { return nil }
            return try XMLPull(bytes, part: part, limits: limits)
        }
        let styles = try open(relations["styles"]).map(WordStyles.init) ?? WordStyles()
        let numbering = try open(relations["numbering"]).map(WordNumbering.init) ?? WordNumbering()
        let counters = ListCounters(numbering: numbering, styles: styles)
        var body = WordBody(counters: counters, part: main, limits: limits)
        let lines = try body.lines(of: try XMLPull(bytes, part: main, limits: limits))
        let notices =
            WordNotices.sentences(of: body)
            + (try footnotes([relations["footnotes"], relations["endnotes"]], open, styles, limits))
        guard !lines.isEmpty else {
            let why = body.finds.pictures > 0 ? ", only pictures" : ""
            throw ReadingFault(.empty, "\(request.name): there is no text in it\(why)")
        }
        return Readout(
            text: lines.map { $0 + "\n" }.joined(),
            title: try open(package["core-properties"]).flatMap(title), format: .docx, notices: notices)
    }

    private static func title(_ xml: XMLPull) throws(ReadingFault) -> String? {
        while let event = try xml.next() {
            guard event == .open("dc:title") else { continue }
            let words = Blanks.folded(try xml.words())
            return words.isEmpty ? nil : words
        }
        return nil
    }

    private static func footnotes(
        _ parts: [String?], _ open: (String?) throws(ReadingFault) -> XMLPull?, _ styles: WordStyles,
        _ limits: ReadingLimits
    ) throws(ReadingFault) -> [String] {
        var sentences: [String] = []
        for part in parts {
            guard let part, let xml = try open(part) else { continue }
            let counters = ListCounters(numbering: WordNumbering(), styles: styles)
            var walk = WordBody(counters: counters, part: part, limits: limits)
            _ = try walk.lines(of: xml)
            sentences += WordNotices.sentences(ofNotes: walk.finds.notes.map(\.text))
        }
        return sentences
    }
}
