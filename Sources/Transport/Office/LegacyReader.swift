import Foundation
package import Material

/// Reads what only an office program reads (Word before 2007, RTF, WPS): LibreOffice turns it into DOCX, which we
/// read.
///
/// A child in a group of its own, with limits on time, memory and files, its own profile and home, and an
/// environment of four words. Macros do not run and links are not followed (``OfficeProfile``).
package struct LegacyReader: Sendable {
    private let program: String?

    /// Address space; LibreOffice 7.4 needs 1 GB of it and 210 MB of memory for a law.
    private static let memory = 3 << 30

    package init() { program = ChildProgram.find("soffice") }

    /// For tests: another program in its place.
    package init(program: String?) { self.program = program }

    package var isInstalled: Bool { program != nil }

    /// - Parameter format: `doc` or `wps`; what the readout says that it is.
    package func read(
        _ request: ReadingRequest, as format: Readout.Format
    ) async -> Result<Readout, ReadingFault> {
        do throws(ReadingFault) {
            return .success(try await readout(request, format))
        } catch {
            return .failure(error)
        }
    }

    private func readout(
        _ request: ReadingRequest, _ format: Readout.Format
    ) async throws(ReadingFault) -> Readout {
        if LegacyKind.isEncrypted(request.bytes) {
            throw ReadingFault(.encrypted, "\(request.name): the document wants a password")
        }
        guard let program else {
            throw ReadingFault(
                .needsProgram,
                "\(request.name) is a document of an old office program: install the Debian package libreoffice-writer-nogui"
            )
        }
        let kind = try LegacyKind(request.bytes, name: request.name)
        let folder = try OfficeFolder(request.bytes, ending: kind.ending)
        let limits = request.limits
        let child = ChildProgram(
            path: program, arguments: Self.arguments(folder, kind),
            environment: [
                "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.url.path,
                "TMPDIR": folder.url.path,
            ],
            limits: .init(
                seconds: limits.seconds, memory: Self.memory, fileSize: 4 * limits.unpackedBytes,
                output: 1 << 20))
        let ending = try await child.run()
        if ending.isLate {
            throw ReadingFault(
                .program, "\(request.name): LibreOffice was not done after \(limits.seconds) seconds")
        }
        return try Self.read(folder, ending, request, format)
    }

    private static func arguments(_ folder: OfficeFolder, _ kind: LegacyKind) -> [String] {
        [
            "-env:UserInstallation=\(folder.profile.absoluteString)", "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--nologo",
            // Without a filter it would take what it cannot read for plain text.
            "--infilter=\(kind.filter)", "--convert-to", "docx:Office Open XML Text", "--outdir",
            folder.made.path, folder.document.path,
        ]
    }

    private static func read(
        _ folder: OfficeFolder, _ ending: ChildProgram.Ending, _ request: ReadingRequest,
        _ format: Readout.Format
    ) throws(ReadingFault) -> Readout {
        let file = folder.made.appending(path: "document.docx")
        // Its status says little: it is 0 too when the document could not be loaded.
        guard let size = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.size] as? Int else {
            let words = Blanks.folded(ending.errors)
            throw ReadingFault(
                .program,
                "\(request.name): LibreOffice could not read it (\(ending.status)): \(words.prefix(160))")
        }
        guard size <= request.limits.unpackedBytes, let data = try? Data(contentsOf: file) else {
            throw ReadingFault(.tooLarge, "\(request.name): LibreOffice made \(size) bytes of it")
        }
        var inner = request
        inner.bytes = [UInt8](data)
        var readout = try WordReader.read(inner).get()
        readout.format = format
        readout.notices.insert("read through LibreOffice", at: 0)
        return readout
    }
}
