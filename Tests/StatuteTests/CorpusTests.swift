import Foundation
import Statute
import TestSupport
import Testing

@Suite("The real laws", .enabled(if: Corpus.isThere, "the corpus is not here"))
struct CorpusTests {
    @Test("all are conserved, have unique paths, and come back from canonical text")
    func readWithoutLoss() throws {
        let paths = Corpus.paths()
        #expect(paths.count == 1_470)
        var report = ""
        for path in paths {
            let parsed = StatuteParser.parse(try Corpus.law(path))
            #expect(!parsed.diagnostics.contains { $0.category == .notConserved }, "\(path)")
            let canonical = CanonicalText(parsed.text)
            let again = CanonicalText.parse(canonical.string, language: parsed.text.language)
            #expect(again.text == parsed.text, "\(path)")
            for d in parsed.diagnostics {
                report += "\(d.category.rawValue)\t\(path):\(d.line)\t\(d.message)\n"
            }
        }
        try report.write(toFile: "/tmp/diag.txt", atomically: true, encoding: .utf8)
    }
}
