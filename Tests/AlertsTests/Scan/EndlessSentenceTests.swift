import Alerts
import Statute
import Testing

@Suite("Text that never ends a sentence")
struct EndlessSentenceTests {
    @Test("is cut, and what it says is found in every part")
    func endless() {
        var words = Concept.Words()
        words.triggers = ["源代码"]
        let concept = Concept(
            id: "code", titles: [:], definition: "", words: [.zh: words], bearsOn: [], examples: [])
        let clause = "经营者应当披露源代码，"
        let text = StatuteParser.parse("第一条 " + String(repeating: clause, count: 1_000), language: .zh).text
        let found = ConceptScanner(concepts: [concept]).findings(in: text)
        #expect(found.count == 6)
        #expect(found.allSatisfy { $0.polarity == .requires })
    }
}
