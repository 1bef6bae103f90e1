import Statute
import Testing

@testable import Redline

@Suite struct EditTests {
    @Test func editsShowWholeWords() {
        #expect(edits("单位应当登记。", "单位可以登记。") == "应当⟶可以 modality")
        #expect(edits("任何人不得复制。", "任何人得复制。") == "不得⟶得 modality")
        #expect(edits("处五万元罚款。", "处十五万元罚款。") == "五万元⟶十五万元 amount")
    }

    @Test func insertionsSlideToTheEndsOfClauses() {
        #expect(
            edits("收集数据，应当公开规则。", "收集数据，应当征得同意，应当公开规则。") == "⟶应当征得同意， text")
    }

    @Test func englishEditsAreWords() {
        #expect(edits("The office keeps the list.", "The office keeps the long list.", .en) == "⟶long  text")
    }

    @Test func aLoneSlightSignBetweenNewWordsIsNoBridge() {
        let rest = "乘客凭票上船，行李由船员过秤，超重的补票。"
        #expect(
            edits("渡船的船长值守。" + rest, "在冬季通航期间搭载乘客的二十米以上机动驳子船长值守。" + rest)
                == "渡船的⟶在冬季通航期间搭载乘客的二十米以上机动驳子 text")
        #expect(
            edits("渡船的船长值守。" + rest, "夜间渡船的大副和船长值守。" + rest) == "⟶夜间 actor; ⟶大副和 actor")
    }
}
