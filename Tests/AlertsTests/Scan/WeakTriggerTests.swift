import Alerts
import Statute
import Testing

/// Common words that show a concept only beside others, and where the others may stand.
@Suite("Weak triggers and their company")
struct WeakTriggerTests {
    private func polarities(_ text: String, _ words: Concept.Words, _ language: Language = .zh) -> [Polarity]
    {
        let concept = Concept(
            id: "c", titles: [:], definition: "", words: [language: words], bearsOn: [], examples: [])
        let parsed = StatuteParser.parse("# T\n\n" + text, language: language).text
        return ConceptScanner(concepts: [concept]).findings(in: parsed).map(\.polarity)
    }

    private var records: Concept.Words {
        var words = Concept.Words()
        words.weakTriggers = [
            Concept.WeakTrigger(words: ["记录"], company: [["访问", "连接"], ["网络", "服务器"]])
        ]
        return words
    }

    @Test("a word of each list has to be there")
    func eachList() {
        #expect(polarities("运营者应当保存网络的访问情况记录。", records) == [.requires])
        #expect(polarities("运营者应当保存访问情况记录。", records) == [])
        #expect(polarities("运营者应当保存网络记录。", records) == [])
        #expect(polarities("运营者应当保存网络的访问情况。", records) == [])
    }

    @Test("company may stand in an earlier clause or in the lead-in, not in another sentence")
    func place() {
        #expect(polarities("运营者应当监测网络的访问情况；并应当保存有关记录。", records) == [.requires])
        #expect(polarities("运营者应当就网络访问履行下列义务：\n（一）保存记录；\n（二）报告。", records) == [.requires])
        #expect(polarities("运营者应当监测网络的访问情况。有关记录应当保存。", records) == [])
    }

    @Test("a word keeps no company with itself")
    func overlap() {
        var words = Concept.Words()
        words.weakTriggers = [Concept.WeakTrigger(words: ["访问记录"], company: [["访问"]])]
        #expect(polarities("运营者应当保存访问记录。", words) == [])
        #expect(polarities("访问网站的，应当保存访问记录。", words) == [.requires])
    }

    @Test("an inverse one turns a ban into a duty")
    func inverse() {
        var words = Concept.Words()
        words.weakTriggers = [
            Concept.WeakTrigger(words: ["foreign person*"], company: [["equipment"]], isInverse: true)
        ]
        #expect(polarities("No agency shall buy equipment from a foreign person.", words, .en) == [.requires])
        #expect(polarities("No agency shall hire a foreign person.", words, .en) == [])
    }

    @Test(
        "a word that must be near may stand in an earlier clause of the sentence; one that must not be is looked for here only"
    )
    func near() {
        var words = Concept.Words()
        words.triggers = ["记录"]
        words.near = ["网络"]
        words.notNear = ["船舶"]
        #expect(polarities("网络应当安全；运营者应当保存记录。", words) == [.requires])
        #expect(polarities("船舶应当安全；网络运营者应当保存记录。", words) == [.requires])
        #expect(polarities("船舶的网络应当保存记录。", words) == [])
    }
}
