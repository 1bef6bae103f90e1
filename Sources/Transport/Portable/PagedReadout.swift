import Material

/// Makes a readout of pages on which words have places, or says why there is none in them.
enum PagedReadout {
    /// - Throws: `empty` for scans, `lossy` where fonts do not tell which characters they draw.
    static func readout(
        _ pages: [PageWords], title: String?, format: Readout.Format, _ request: ReadingRequest
    ) throws(ReadingFault) -> Readout {
        let count = pages.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.unicodeScalars.count } }
        guard count >= PageWords.fewest * max(pages.count, 1) else {
            throw ReadingFault(
                .empty,
                "\(request.name): \(count) characters on \(pages.count) pages; it is a scan, or its words are pictures"
            )
        }
        // Some pages are text and others are pictures of text: half a law is none.
        if let scan = pages.firstIndex(where: { $0.isBare && $0.picture > 0.5 }) {
            throw ReadingFault(
                .empty,
                "\(request.name): page \(scan + 1) of \(pages.count) is a picture, whose words cannot be read"
            )
        }
        let astray = pages.reduce(0) {
            $0 + $1.words.reduce(0) { $0 + ($1.isAstray ? $1.text.unicodeScalars.count : 0) }
        }
        guard astray * 50 <= count else {
            throw ReadingFault(
                .lossy, "\(request.name): \(astray) of \(count) characters stand nowhere on its pages")
        }
        let text = PrintedText(pages)
        let (paragraphs, radicals) = RadicalForms.unified(text.paragraphs)
        var notices: [String] = []
        if !text.leftOut.isEmpty {
            let words = text.leftOut.prefix(8).joined(separator: " | ")
            notices.append("left out as running heads, feet and page numbers: \(words)")
        }
        if astray > 0 { notices.append("\(astray) characters that stand nowhere on the pages are left out") }
        let bare = pages.indices.filter { pages[$0].words.isEmpty }.map { String($0 + 1) }
        if !bare.isEmpty {
            notices.append("no text on page \(bare.prefix(20).joined(separator: ", ")) of \(pages.count)")
        }
        if !text.doubtful.isEmpty {
            let feet = text.doubtful.prefix(20).map { String($0 + 1) }.joined(separator: ", ")
            notices.append("whether a paragraph ends at the foot of page \(feet) cannot be told")
        }
        if radicals > 0 {
            notices.append("\(radicals) characters were written as their radicals: read as the characters")
        }
        if let strange = try strangeSigns(in: paragraphs, request) { notices.append(strange) }
        guard !paragraphs.isEmpty else {
            throw ReadingFault(.empty, "\(request.name): there is no text in it")
        }
        return Readout(
            text: paragraphs.map { $0 + "\n" }.joined(), title: title, format: format, notices: notices)
    }

    private static func strangeSigns(
        in paragraphs: [String], _ request: ReadingRequest
    ) throws(ReadingFault) -> String? {
        let all = paragraphs.reduce(0) { $0 + $1.unicodeScalars.count }
        let strange = paragraphs.reduce(0) { $0 + $1.unicodeScalars.filter(isStrange).count }
        if strange == 0 { return nil }
        let words = "\(strange) of \(all) characters have no meaning (fonts without a map)"
        if strange * 50 > all { throw ReadingFault(.lossy, "\(request.name): \(words)") }
        return words
    }

    /// Private area, replacement character, controls.
    private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFD: true
        default: false
        }
    }
}
