import Foundation
import TestSupport
import Testing

@Suite("lexwatch concepts and scan --lines")
struct ConceptsTests {
    @Test("the examples of the bundled concepts are read as their files say")
    func check() throws {
        let run = try CommandRun(["concepts", "--check"])
        #expect(run.status == 0)
        #expect(run.output.contains(", 0 read otherwise"))
    }

    @Test("an example that its file gets wrong is named, with exit code 1")
    func mistake() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws"), to: folder.url.appending(path: "laws"))
        let file = folder.url.appending(path: "laws/concepts/data-localisation.yml")
        var text = try String(contentsOf: file, encoding: .utf8)
        text += "  - lang: zh\n    text: 甲应当在境内存储数据。\n    polarity: forbids\n"
        try text.write(to: file, atomically: true, encoding: .utf8)
        let laws = folder.url.appending(path: "laws").path
        let run = try CommandRun(["concepts", "data-localisation", "--check", "--laws", laws])
        #expect(run.status == 1)
        #expect(run.output.contains("data-localisation: should be forbids, is requires"))
    }

    @Test("a bad line of scan --lines is answered in its place and stops nothing")
    func lines() throws {
        let good = #"{"id":"a","lang":"zh","text":"运营者应当在境内存储数据。"}"#
        let run = try CommandRun(["scan", "--lines", "-"], input: "\(good)\nbad\n\(good)\n")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(run.status == 0)
        #expect(lines.count == 3)
        #expect(lines.first == lines.last)
        #expect(lines.first?.contains(#""polarity":"requires""#) == true)
        #expect(lines.dropFirst().first?.contains(#""code":65"#) == true)
    }
}
