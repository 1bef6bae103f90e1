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
        let ending = try await run(program, ["-bbox", "-enc", "UTF-8", "-", "-"], request)
        try judge(ending, request)
        var found = try PDFPages(ending.output, limits: request.limits)
        let lister = program.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/pdfimages"
        if found.pages.contains(where: \.isBare), ChildProgram.isThere(lister) {
            let list = try await run(lister, ["-list", "-"], request)
            if list.status == 0 { PDFPictures.measure(&found.pages, by: list.output) }
        }
        return try Self.readout(found, request)
    }

    private func run(
        _ program: String, _ arguments: [String], _ request: ReadingRequest
    ) async throws(ReadingFault) -> ChildProgram.Ending {
        let child = ChildProgram(
            path: program, arguments: arguments, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
            limits: .init(
                seconds: request.limits.seconds, memory: 1 << 30, fileSize: 1 << 20,
                output: request.limits.unpackedBytes))
        return try await child.run(input: request.bytes)
    }

    /// What comes after the program: words with places, to text.
    ///
    /// - Parameter output: of `pdftotext -bbox`.
    package static func readout(
        ofWords output: [UInt8], _ request: ReadingRequest
    ) -> Result<Readout, ReadingFault> {
        Result { () throws(ReadingFault) in
            try readout(try PDFPages(output, limits: request.limits), request)
        }
    }

    private static func readout(
        _ found: PDFPages, _ request: ReadingRequest
    ) throws(ReadingFault) -> Readout {
        try PagedReadout.readout(found.pages, title: found.title, format: .pdf, request)
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
