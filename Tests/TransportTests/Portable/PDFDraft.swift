import Foundation

/// Writes PDF files for tests: Chinese in a font that is not embedded (STSong-Light, UniGB-UCS2-H), set as an office
/// program would set it.
struct PDFDraft {
    enum Style {
        /// Two characters in front of every paragraph.
        case indented
        /// All lines begin at the margin.
        case flush
        /// Items hang behind their numbers.
        case hanging
    }

    var style = Style.indented
    var size = 12.0
    /// Between lines, and between paragraphs.
    var pitch = 20.0
    var gap = 0.0
    /// Characters to a line, and lines to a page.
    var columns = 34
    var rows = 34
    /// Extra room between the characters, in points, as in justified lines.
    var spread = 0.0
    var head: String?
    /// `#` stands for the number of the page.
    var foot: String?
    /// Pages, from 0, that are covered by a picture.
    var pictures: Set<Int> = []
    var pages: [[(text: String, x: Double, y: Double, size: Double)]] = []

    private let left = 90.0
    private let top = 770.0

    /// Sets paragraphs: the first as a title, headings and the line in brackets in the middle.
    mutating func set(_ paragraphs: [String], isCentred: (Int, String) -> Bool) {
        var page: [(text: String, x: Double, y: Double, size: Double)] = []
        var y = top
        func turn() {
            pages.append(page)
            page = []
            y = top
        }
        for (index, paragraph) in paragraphs.enumerated() {
            let isTitle = index == 0
            let scale = isTitle ? size * 1.6 : size
            let centred = isCentred(index, paragraph)
            let first = centred || style == .flush ? 0 : 2
            let isItem = paragraph.hasPrefix("（")
            let later = !centred && style == .hanging ? (isItem ? 4 : 0) : 0
            for (number, line) in broken(
                paragraph, first: first + (isTitle ? columns * 3 / 8 : 0),
                later: later + (isTitle ? columns * 3 / 8 : 0)
            ).enumerated() {
                if y < top - Double(rows - 1) * pitch { turn() }
                let indent = centred ? 0 : number == 0 ? first : later
                let room = Double(columns) * size - width(line) * scale
                let x = left + (centred ? room / 2 : Double(indent) * size)
                page.append((line, x, y, scale))
                y -= isTitle ? pitch * 1.6 : pitch
            }
            y -= gap
        }
        turn()
    }

    /// Lines of at most `columns` characters, none beginning with a sign that cannot, no number broken.
    private func broken(_ paragraph: String, first: Int, later: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var tokens: [String] = []
        for scalar in paragraph.unicodeScalars {
            let isNarrow = scalar.isASCII
            if let last = tokens.last, isNarrow && last.unicodeScalars.allSatisfy(\.isASCII) && scalar != " "
            {
                tokens[tokens.count - 1].unicodeScalars.append(scalar)
            } else if let last = tokens.last, !last.isEmpty, "，。；：、）”".unicodeScalars.contains(scalar) {
                tokens[tokens.count - 1].unicodeScalars.append(scalar)
            } else {
                tokens.append(String(scalar))
            }
        }
        for token in tokens {
            let room = Double(columns - (lines.isEmpty ? first : later))
            if width(line + token) > room, !line.isEmpty {
                lines.append(line)
                line = ""
            }
            line += token
        }
        return lines + [line]
    }

    /// A grey picture of 50 by 70 points of the screen, drawn over the page.
    private static let picture =
        "q 595 0 0 842 0 0 cm BI /W 50 /H 70 /BPC 8 /CS /G /F /AHx ID "
        + String(repeating: "80", count: 3_500) + "> EI Q\n"

    /// Puts every two pages beside each other, as columns.
    mutating func fold() {
        pages = stride(from: 0, to: pages.count, by: 2).map { first in
            let second = first + 1 < pages.count ? pages[first + 1] : []
            return pages[first].map { ($0.text, $0.x - 50, $0.y, $0.size) }
                + second.map { ($0.text, $0.x + 200, $0.y - 3, $0.size) }
        }
    }

    private func width(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
    }

    var bytes: [UInt8] {
        var objects: [String] = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\($0 * 2 + 6) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ]
        for (number, page) in pages.enumerated() {
            var lines = page
            if let head { lines.append((head, 220, 810, 9)) }
            if let foot { lines.append((foot.replacing("#", with: String(number + 1)), 280, 30, 9)) }
            let words = lines.map { line in
                let codes = line.text.utf16.map { String(format: "%04X", $0) }.joined()
                return "BT /F1 \(line.size) Tf \(spread) Tc 1 0 0 1 \(line.x) \(line.y) Tm <\(codes)> Tj ET\n"
            }.joined()
            let picture = pictures.contains(number) ? Self.picture : ""
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents \(number * 2 + 7) 0 R >>"
            )
            objects.append(
                "<< /Length \((picture + words).utf8.count) >>\nstream\n\(picture + words)endstream")
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(format: "%010d 00000 n \n", place) }
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file.utf8)
    }
}
