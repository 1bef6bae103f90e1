import Alerts
import Statute
import Testing

/// What a concept's own file may decide: whom it binds, and words that tell where the grammar sees a mention.
@Suite("Parties and cues of a concept")
struct CueTests {
    private func polarities(_ text: String, _ words: Concept.Words) -> [Polarity] {
        let concept = Concept(
            id: "c", titles: [:], definition: "", words: [.zh: words], bearsOn: [], examples: [])
        let parsed = StatuteParser.parse("# T\n\n" + text, language: .zh).text
        return ConceptScanner(concepts: [concept]).findings(in: parsed).map(\.polarity)
    }

    @Test("a duty that binds another party is none of this concept")
    func actors() {
        var words = Concept.Words()
        words.triggers = ["解密"]
        words.actors = ["经营者"]
        #expect(polarities("网络经营者应当解密数据。", words) == [.requires])
        #expect(polarities("机关应当解密文件。", words) == [])
        words.actors = []
        words.notActors = ["机关"]
        #expect(polarities("机关应当解密文件。", words) == [])
        #expect(polarities("网络经营者应当解密数据。", words) == [.requires])
    }

    @Test("a cue decides a mention, and nothing else")
    func cues() {
        var words = Concept.Words()
        words.triggers = ["等级保护"]
        words.cues = [.requires: ["国家实行"]]
        #expect(polarities("国家实行等级保护制度。", words) == [.requires])
        #expect(polarities("国家研究等级保护制度。", words) == [.mentions])
        #expect(polarities("国家实行登记制度，研究等级保护制度。", words) == [.mentions])
        #expect(polarities("本法所称等级保护，是指国家实行的制度。", words) == [.mentions])
    }
}
