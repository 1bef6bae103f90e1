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
        for path in paths {
            let parsed = StatuteParser.parse(try Corpus.law(path))
            #expect(!parsed.diagnostics.contains { $0.category == .notConserved }, "\(path)")
            let canonical = CanonicalText(parsed.text)
            let again = CanonicalText.parse(canonical.string, language: parsed.text.language)
            #expect(again.text == parsed.text, "\(path)")
        }
    }

    @Test("article numbers run without gaps but where the text's own have one")
    func numbersRun() throws {
        // Amendments to the Constitution and the books of the Civil Code go on from the numbers of what they belong to;
        // the flight rules are printed in extract.
        let known = ["宪法修正案", "民法典/", "飞行基本规则"]
        for path in Corpus.paths() where !known.contains(where: path.contains) {
            let parsed = StatuteParser.parse(try Corpus.law(path))
            let odd: Set<Diagnostic.Category> = [.articleNumberGap, .articleOutOfOrder]
            #expect(!parsed.diagnostics.contains { odd.contains($0.category) }, "\(path)")
        }
    }
}
