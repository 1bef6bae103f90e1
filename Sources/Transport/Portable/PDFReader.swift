package import Material

/// Reads PDF through `pdftotext` (poppler), a program of its own: a crash or a hang stays outside, and so does its
/// licence.
///
/// It is asked where the words stand (`-bbox`), not for lines: only the places tell a line that breaks from a
/// paragraph that ends, and its own order of reading tears a label from its words where there is a wide gap.
package struct PDFReader: Sendable {
    /// The program; nil where it is not installed.
    private let program: String?

    /// Below as many characters a page, a document is a scan.
    private static let fewest = 20

    package init() { program = ChildProgram.find("pdftotext") }

    /// For tests: another program in its place.
    package init(program: String?) { self.program = program }

    package func read(_ request: ReadingRequest) async -> Result<Readout, ReadingFault> {
        do throws(ReadingFault) {
            return .success(try await readout(request))
        } catch {
            return .failure(error)
        }
    }

    private func readout(_ request: ReadingRequest) async throws(ReadingFault) -> Readout {
        guard let program else {
            throw ReadingFault(
                .needsProgram,
                "\(request.name) is a PDF: install the Debian packages poppler-utils and poppler-data")
        }
        let limits = request.limits
        let child = ChildProgram(
            path: program, arguments: ["-bbox", "-enc", "UTF-8", "-", "-"],
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
            limits: .init(
                seconds: limits.seconds, memory: 1 << 30, fileSize: 0, output: limits.unpackedBytes))
        let ending = try await child.run(input: request.bytes)
        try judge(ending, request)
        let found = try PDFPages(ending.output, limits: limits)
        let count = found.pages.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.unicodeScalars.count } }
        guard count >= Self.fewest * max(found.pages.count, 1) else {
            throw ReadingFault(
                .empty,
                "\(request.name): \(count) characters on \(found.pages.count) pages; it is a scan, or its words are pictures"
            )
        }
        let text = PageText(found.pages)
        let (paragraphs, radicals) = RadicalForms.unified(text.paragraphs)
        return Readout(
            text: paragraphs.map { $0 + "\n" }.joined(), title: found.title, format: .pdf,
            notices: try notices(found, text, paragraphs, radicals: radicals, request))
    }

    private func judge(_ ending: ChildProgram.Ending, _ request: ReadingRequest) throws(ReadingFault) {
        let errors = ending.errors
        if ending.isLate {
            throw ReadingFault(
                .program, "\(request.name): pdftotext was not done after \(request.limits.seconds) seconds")
        }
        if ending.isOverlong {
            throw ReadingFault(.tooLarge, "\(request.name): the PDF unfolds to too much text")
        }
        if errors.contains("Incorrect password") || errors.contains("encrypted") {
            throw ReadingFault(.encrypted, "\(request.name): the PDF wants a password")
        }
        if errors.contains("Missing language pack") {
            throw ReadingFault(
                .needsProgram, "\(request.name): its Chinese fonts need the Debian package poppler-data")
        }
        if let line = errors.split(separator: "\n").first(where: { $0.contains("Error") }) {
            throw ReadingFault(.malformed, "\(request.name): pdftotext says: \(line.prefix(120))")
        }
        guard ending.status == 0 else {
            throw ReadingFault(
                .program, "\(request.name): pdftotext failed with status \(ending.status)")
        }
    }

    private func notices(
        _ found: PDFPages, _ text: PageText, _ paragraphs: [String], radicals: Int, _ request: ReadingRequest
    ) throws(ReadingFault) -> [String] {
        var notices: [String] = []
        if !text.leftOut.isEmpty {
            notices.append(
                "left out as running heads, feet and page numbers: \(text.leftOut.prefix(8).joined(separator: " | "))"
            )
        }
        let bare = found.pages.indices.filter { found.pages[$0].words.isEmpty }.map { $0 + 1 }
        if !bare.isEmpty {
            notices.append(
                "no text on page \(bare.prefix(20).map(String.init).joined(separator: ", ")) of \(found.pages.count)"
            )
        }
        if radicals > 0 {
            notices.append("\(radicals) characters were written as their radicals: read as the characters")
        }
        let scalars = paragraphs.reduce(0) { $0 + $1.unicodeScalars.count }
        let strange = paragraphs.reduce(0) { $0 + $1.unicodeScalars.filter(Self.isStrange).count }
        if strange * 50 > scalars {
            throw ReadingFault(
                .lossy,
                "\(request.name): \(strange) of \(scalars) characters have no meaning (fonts without a map)")
        }
        if strange > 0 { notices.append("\(strange) characters have no meaning (fonts without a map)") }
        return notices
    }

    /// Private area, replacement character, controls.
    private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFD: true
        default: false
        }
    }
}
