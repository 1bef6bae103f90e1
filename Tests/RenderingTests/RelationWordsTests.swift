import Redline
import Statute
import Testing

@testable import Rendering

@Suite("What a change means for other provisions")
struct RelationWordsTests {
    private func changes(_ old: String, _ new: String) -> [ProvisionChange] {
        ChangeSet.between(StatuteParser.parse(old).text, StatuteParser.parse(new).text).changes
    }

    private let rest = "\n第二条 渡口经营人应当每日检查船舶。\n第三条 乘客应当排队。\n第四条 违反第二条规定的，处一千元罚款。"

    @Test("the users of a changed definition are named")
    func users() {
        let words = { (holders: String) in "第一条 本条例所称渡口经营人，是指取得许可的\(holders)。" + rest }
        let change = changes(words("企业"), words("企业和个人")).first { $0.kind == .modified }
        #expect(change.map(ChangeWords.relations) == ["“渡口经营人” is used in Article 2"])
    }

    @Test("a penalty names its duty and a duty its penalty")
    func ties() {
        let old = "第一条 渡口每日开放。" + rest
        let penalty = changes(old, old.replacing("一千元", with: "三千元")).first { $0.kind == .modified }
        #expect(penalty.map(ChangeWords.relations) == ["punishes a breach of Article 2"])
        let duty = changes(old, old.replacing("经营人应当", with: "经营人必须")).first { $0.kind == .modified }
        #expect(duty.map(ChangeWords.relations) == ["its breach is punished by Article 4"])
        #expect(duty.map(ChangeWords.grounds)?.last == "its breach is punished by Article 4")
    }
}
