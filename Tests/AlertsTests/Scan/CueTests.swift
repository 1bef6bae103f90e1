import Alerts
import Statute
import Testing

/// What a concept's own file may decide: whom it binds, and words that tell where the grammar sees a mention.
@Suite("Parties and cues of a concept")
struct CueTests {
    private func polarities(_ text: String, _ words: Concept.Words, isImposedByBan: Bool = false)
        -> [Polarity]
    {
        var concept = Concept(
            id: "c", titles: [:], definition: "", words: [.zh: words], bearsOn: [], examples: [])
        concept.isImposedByBan = isImposedByBan
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

    @Test("a ban imposes what is a ban itself; a ban on demanding it does not")
    func ban() {
        var words = Concept.Words()
        words.triggers = ["发布漏洞"]
        #expect(polarities("任何人不得发布漏洞。", words) == [.forbids])
        #expect(polarities("任何人不得发布漏洞。", words, isImposedByBan: true) == [.requires])
        #expect(polarities("任何机关不得要求企业发布漏洞。", words, isImposedByBan: true) == [.forbids])
    }
}
