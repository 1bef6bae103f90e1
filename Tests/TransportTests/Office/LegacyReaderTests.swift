import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("old office formats", .enabled(if: Installed.soffice, "LibreOffice is not installed"), .serialized)
struct LegacyReaderTests {
    /// RTF in pure ASCII.
    private func rtf(_ lines: [String], before: String = "") -> [UInt8] {
        let body = lines.map { line in
            line.utf16.map { unit in
                unit < 0x80 ? String(UnicodeScalar(UInt8(unit))) : "\\u\(Int16(bitPattern: unit))?"
            }.joined() + "\\par\n"
        }
        return Array(
            "{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 SimSun;}}\n\(before)\(body.joined())}".utf8)
    }

    /// Through LibreOffice into another format.
    private func converted(_ bytes: [UInt8], to format: String, _ ending: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.rtf")
        try Data(bytes).write(to: file)
        let run = try CommandRun(
            URL(filePath: "/usr/bin/soffice"),
            [
                "-env:UserInstallation=\(folder.url.appending(path: "profile").absoluteString)", "--headless",
                "--convert-to", format, "--outdir", folder.url.path, file.path,
            ], environment: ["HOME": folder.url.path])
        #expect(run.status == 0, "\(run.errors)")
        return [UInt8](try Data(contentsOf: folder.url.appending(path: "a.\(ending)")))
    }

    private func read(_ bytes: [UInt8], as format: Readout.Format = .doc) async -> Result<
        Readout, ReadingFault
    > {
        await LegacyReader().read(ReadingRequest(bytes: bytes, name: "a.\(format.rawValue)"), as: format)
    }

    @Test("a law in RTF and in the old Word gives the tree of the plain text")
    func law() async throws {
        let plain = FortyArticles.outline(of: FortyArticles.text)
        let source = rtf(FortyArticles.lines)
        let readout = try await read(source).get()
        #expect(FortyArticles.outline(of: readout.text) == plain)
        #expect(readout.format == .doc && readout.notices == ["read through LibreOffice"])
        let old = try converted(source, to: "doc:MS Word 97", "doc")
        #expect(DocumentFormat.sniff(old, name: "x.doc") == .doc)
        #expect(DocumentFormat.sniff(old, name: "http://a/x.wps?id=1") == .wps)
        for format in [Readout.Format.doc, .wps] {
            let readout = try await read(old, as: format).get()
            #expect(FortyArticles.outline(of: readout.text) == plain)
            #expect(readout.format == format)
        }
    }

    @Test("links to the network and to files of this machine are not followed")
    func links() async throws {
        let canary = try Canary()
        let folder = try TemporaryFolder()
        let secret = try folder.write("secret-of-this-machine", to: "secret.txt")
        let address = "http://127.0.0.1:\(canary.port)/a.png"
        let before = """
            {\\field{\\*\\fldinst INCLUDEPICTURE "\(address)" \\\\d}{\\fldrslt x}}
            {\\field{\\*\\fldinst INCLUDETEXT "\(address)"}{\\fldrslt y}}
            {\\field{\\*\\fldinst INCLUDETEXT "\(secret.path)"}{\\fldrslt z}}
            {\\*\\template \(address)}{\\object\\objautlink{\\*\\objclass Word}{\\*\\objdata 00}}
            """
        let readout = try await read(rtf(["第一条 文。"], before: before)).get()
        #expect(readout.text.contains("第一条 文。"))
        #expect(!readout.text.contains("secret-of-this-machine"))
        // A document of its own format in a file that is called .wps.
        let drawing = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2" \
            office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>文<draw:frame \
            text:anchor-type="as-char"><draw:image xlink:href="\(address)"/></draw:frame></text:p><text:section \
            text:name="s"><text:section-source xlink:href="\(address)"/><text:p>节</text:p></text:section></office:text>\
            </office:body></office:document>
            """
        #expect(await read(Array(drawing.utf8), as: .wps).kind == .unknownFormat)
        #expect(canary.hits() == 0)
    }

    @Test("an encrypted document is named, also by its wrapper")
    func encrypted() async {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += Array(repeating: 0, count: 2_048)
        let wrapper = bytes + "EncryptedPackage".utf8.flatMap { [$0, 0] }
        #expect(DocumentFormat.sniff(wrapper) == .docx)
        #expect(await read(wrapper).kind == .encrypted)
        bytes.replaceSubrange(512..<514, with: [0xEC, 0xA5])
        bytes[512 + 11] = 1
        #expect(await read(bytes).kind == .encrypted)
    }

    @Test("a document that LibreOffice cannot load is a fault, and nothing stays behind")
    func faults() async throws {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(await read(magic + Array(repeating: 7, count: 3_000)).kind == .program)
        #expect(await read(Array("第一条 文。".utf8)).kind == .unknownFormat)
        let source = rtf(FortyArticles.lines)
        #expect(await read(Array(source.prefix(source.count / 2))).kind == .malformed)
        let old = try converted(source, to: "doc:MS Word 97", "doc")
        for part in [3, 6, 9] {
            #expect(await read(Array(old.prefix(old.count * part / 10))).kind == .program)
        }
        var request = ReadingRequest(bytes: rtf(["文"]), name: "a.rtf")
        request.limits.seconds = 0.05
        #expect(await LegacyReader().read(request, as: .doc).kind == .program)
    }
}
