package import Material

/// Reads PDF through `pdftotext` (poppler), a program of its own: a crash or a hang stays outside, and so does its
/// licence.
///
/// It is asked where the words stand (`-bbox`), not for lines: only the places tell a line that breaks from a
/// paragraph that ends, and its own order of reading tears a label from its words where there is a wide gap.
package struct PDFReader: Sendable {
    /// The program; nil where it is not installed.
    private let program: String?

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
                seconds: limits.seconds, memory: 1 << 30, fileSize: 1 << 20, output: limits.unpackedBytes))
        let ending = try await child.run(input: request.bytes)
        try judge(ending, request)
        let found = try PDFPages(ending.output, limits: limits)
        return try PagedReadout.readout(found.pages, title: found.title, format: .pdf, request)
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
}
