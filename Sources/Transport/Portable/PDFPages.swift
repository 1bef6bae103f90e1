import Material

/// What `pdftotext -bbox` says of a document: its pages with words and their places.
struct PDFPages {
    var pages: [PageWords] = []
    var title: String?

    /// - Throws: as ``XMLPull``; `malformed` where there is no document in it.
    init(_ output: [UInt8], limits: ReadingLimits) throws(ReadingFault) {
        guard let start = Self.place(of: "<doc>", in: output, from: 0),
            let end = Self.place(of: "</doc>", in: output, from: start)
        else { throw ReadingFault(.malformed, "pdftotext did not write its document to the end") }
        title = Self.title(output[0..<start])
        // Words may hold control characters, which XML cannot.
        let body = output[start..<(end + 6)].map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }
        let xml = try XMLPull(body, part: "the words of the PDF", limits: limits)
        var bytes = 0
        while let event = try xml.next() {
            guard case .open(let name) = event else { continue }
            func number(_ attribute: String) -> Double {
                xml.attribute(attribute).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? 0
            }
            if name == "page" {
                pages.append(PageWords(width: number("width"), height: number("height"), words: []))
            } else if name == "word", let last = pages.indices.last {
                let word = PageWord(
                    text: "", left: number("xMin"), right: number("xMax"),
                    middle: (number("yMin") + number("yMax")) / 2)
                let words = try xml.words()
                bytes += words.utf8.count
                guard bytes <= limits.textBytes else {
                    throw ReadingFault(.tooLarge, "the PDF has more than \(limits.textBytes) bytes of text")
                }
                pages[last].words.append(
                    PageWord(text: words, left: word.left, right: word.right, middle: word.middle))
            }
        }
    }

    private static func title(_ head: ArraySlice<UInt8>) -> String? {
        let head = Array(head)
        guard let start = place(of: "<title>", in: head, from: 0),
            let end = place(of: "</title>", in: head, from: start)
        else { return nil }
        var words = String(decoding: head[(start + 7)..<end], as: UTF8.self)
        for (entity, sign) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
        ] {
            words = words.replacing(entity, with: sign)
        }
        words = Blanks.folded(words)
        return words.isEmpty ? nil : words
    }

    private static func place(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var at = start
        while at + mark.count <= bytes.count {
            if bytes[at] == mark[0], bytes[at..<(at + mark.count)].elementsEqual(mark) { return at }
            at += 1
        }
        return nil
    }
}
