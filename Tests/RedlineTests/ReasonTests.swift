import Statute
import Testing

@testable import Redline

@Suite struct ReasonTests {
    @Test(arguments: [
        ("单位应当登记；逾期的，予以公告。", "单位应当登记;逾期的,予以公告。"),
        ("单位应当登记（包括分支机构）。", "单位应当登记(包括分支机构)。"), ("单位应当登记。", "单位应\u{200B}当登记。"),
        ("设立帐户的单位应当登记。", "设立账户的单位应当登记。"), ("单位 应当登记。", "单位应当登记。"),
        ("单位应当登记，并且公告。", "单位应当登记并且公告。"), ("单位或者个人应当登记。", "单位或个人应当登记。"),
    ])
    func widthPunctuationAndVariantsAreEditorial(_ old: String, _ new: String) {
        let set = redline("第一条 " + old, "第一条 " + new)
        #expect(set.changes.map(\.kind) == [.modified])
        #expect(set.changes.map(\.significance) == [.editorial])
        #expect(Set(set.changes.flatMap(\.reasons).map(\.class)) == [.typography])
    }

    @Test func anotherBearerOfTheDutyIsAnActorChange() {
        #expect(
            reasons("网络运营者应当保存日志，保护用户。", "关键信息基础设施运营者应当保存日志，保护用户。")
                == "actor 网络运营者→关键信息基础设施运营者 loosened")
    }

    @Test func wordsInADefinitionAreADefinitionChange() {
        #expect(
            reasons("网络数据，是指通过网络收集的电子数据。", "网络数据，是指通过网络产生的电子数据。")
                == "definition 收集→产生 unclear")
    }

    @Test func wordsInAPenaltyAreAPenaltyChange() {
        #expect(
            reasons("拒不改正的，处罚款，由机关登报。", "拒不改正的，处罚款，由机关吊销许可证登报。")
                == "penalty ∅→吊销许可证 tightened")
    }

    @Test func aMemberOfAListIsAChangeOfScope() {
        #expect(
            reasons("存放在仓库、车间的设备需要编号。", "存放在仓库、码头、车间的设备需要编号。")
                == "scope ∅→码头、 unclear")
    }

    @Test func whateverNoRuleKnowsIsSubstantiveText() {
        let set = redline("第一条 设备需要每日清洁。", "第一条 设备需要每日校准。")
        #expect(drawn(set) == "modified 1→1 substantive\n  text 清洁→校准 unclear")
    }

    @Test func anInsertedItemOnlyRenumbersTheItemsAfterIt() {
        let old = "第一条 机构办理下列事务：\n（一）登记车辆；\n（二）公告名单。"
        let new = "第一条 机构办理下列事务：\n（一）登记车辆；\n（二）培训教员；\n（三）公告名单。"
        let set = redline(old, new)
        #expect(drawn(set) == "modified 1→1 substantive\n  text ∅→（二）培训教员；\n unclear")
        #expect(set.changes[0].links[0].edits.map(\.class) == [.text, .crossReference])
    }
}
