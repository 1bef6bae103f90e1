import Material
import TestSupport
import Testing
import Transport

@Suite("real laws in the formats of offices", .enabled(if: Corpus.isThere, "the corpus is not there"))
struct RealLawTests {
    /// The same thirty laws on every machine: every so many of all.
    static let sample: [String] = {
        let paths = Corpus.paths()
        return stride(from: 0, to: paths.count, by: max(1, paths.count / 30)).map { paths[$0] }
    }()

    /// The lines of a law as a page would show them.
    private func lines(_ path: String) throws -> [String] {
        try Corpus.law(path).unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { line in
            let words = String(line.drop { $0 == "#" || $0 == " " })
            return words.hasPrefix("<!--") ? "" : words.split(separator: " ").joined(separator: "　")
        }.filter { !$0.isEmpty }
    }

    private func isCentred(_ line: String) -> Bool {
        line.hasPrefix("第") && line.unicodeScalars.count < 30
            && line.prefix(8).contains { "章节编".contains($0) }
    }

    @Test("a law reads alike from DOCX, OFD and PDF", arguments: sample)
    func alike(path: String) async throws {
        let lines = try lines(path)
        let plain = lines.map { $0 + "\n" }.joined()
        let escaped = lines.map { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        let word = WordReader.read(ReadingRequest(bytes: try WordDraft(lines: escaped).bytes(), name: path))
        #expect(try FortyArticles.outline(of: word.get().text) == FortyArticles.outline(of: plain))
        var pages = OFDDraft()
        pages.set(lines) { index, line in index == 0 || isCentred(line) }
        let ofd = OFDReader.read(ReadingRequest(bytes: try pages.bytes(), name: path))
        #expect(try FortyArticles.outline(of: ofd.get().text) == FortyArticles.outline(of: plain))
        guard Installed.pdftotext else { return }
        var draft = PDFDraft()
        draft.foot = "- # -"
        draft.set(lines) { index, line in index == 0 || isCentred(line) }
        let pdf = await PDFReader().read(ReadingRequest(bytes: draft.bytes, name: path))
        #expect(try FortyArticles.outline(of: pdf.get().text) == FortyArticles.outline(of: plain))
    }
}
