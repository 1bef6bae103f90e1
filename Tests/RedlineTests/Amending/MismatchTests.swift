import Statute
import Testing

@testable import Redline

/// An old text, a decision and a published text: where they do not agree.
@Suite struct MismatchTests {
    private let old = """
        # 规则

        第一条 为了试验，制定本规则。

        第二条 经营者应当登记。

        第三条 违反第二条规定的，处警告。

        第四条 监督部门依照第三条处罚，并公布。
        """
    private let decision = "决定\n一、增加一条，作为第二条：“试验应当安全。”\n二、将第三条中的“警告”修改为“罚款”。\n三、条文顺序作相应调整。"

    private func published(_ third: String, _ fourth: String, _ fifth: String, more: String = "") -> String {
        "# 规则\n第一条 为了试验，制定本规则。\n第二条 试验应当安全。\n第三条 \(third)\n第四条 \(fourth)\n第五条 \(fifth)\(more)"
    }

    @Test("a text that is what the decision makes has no mismatch")
    func none() {
        #expect(
            mismatches(
                old, decision, published("经营者应当登记。", "违反第二条规定的，处罚款。", "监督部门依照第三条处罚，并公布。")) == "")
    }

    @Test("references that follow the new numbers are told apart from other words")
    func references() {
        #expect(
            mismatches(old, decision, published("经营者应当登记。", "违反第三条规定的，处罚款。", "监督部门依照第四条处罚，并通报。")) == """
                following-reference art_4 “第二条”≠“第三条”
                words art_5 “第三条”≠“第四条” “公布”≠“通报”
                """)
    }

    @Test("a change that is missing, a word that nothing orders and an article too many are named")
    func words() {
        #expect(
            mismatches(
                old, decision,
                published("经营者可以登记。", "违反第二条规定的，处警告。", "监督部门依照第三条处罚，并公布。", more: "\n第六条 另有一条全新的文字。"))
                    == """
                    words art_3 “应当”≠“可以”
                    words art_4 “罚款”≠“警告”
                    extra art_6 “”≠“另有一条全新的文字。”
                    """)
    }

    @Test("an article that the published text lacks is named")
    func missing() {
        #expect(
            mismatches(
                old, "决定\n一、将第一条中的“试验”修改为“测试”。", "# 规则\n第一条 为了测试，制定本规则。\n第二条 经营者应当登记。\n第三条 违反第二条规定的，处警告。")
                == "missing art_4 “监督部门依照第三条处罚，并公布。”≠“”")
    }

    @Test("a short article that shares hardly a word with the published one is one mismatch and not two")
    func short() {
        #expect(
            mismatches("# 规则\n第一条 甲可以。\n第二条 乙。", "决定\n一、将第一条中的“可以”修改为“应当”。", "# 规则\n第一条 甲必须。\n第二条 乙。")
                == "words art_1 “应当”≠“必须”")
    }

    @Test("other punctuation and width are a remark")
    func typography() {
        #expect(
            mismatches(old, "决定\n一、删去第四条。", "# 规则\n第一条 为了试验,制定本规则。\n第二条 经营者应当登记。\n第三条 违反第二条规定的，处警告。")
                == "typography art_1 “，”≠“,”")
    }

    @Test("a number that the decision does not lead to is named")
    func numbers() {
        #expect(
            mismatches(
                "# 规则\n第一条 甲是第一句话。\n第二条 乙是第二句话。", "决定\n一、删去第一条。", "# 规则\n第一条 乙是第二句话。") == "number art_1 ")
    }

    @Test("headings are compared, with the article that each begins with")
    func divisions() {
        #expect(
            mismatches(
                "# 规则\n## 第一章 总则\n第一条 甲是第一句话。\n第二条 乙是第二句话。", "决定\n一、第一章章名修改为“规定”。",
                "# 规则\n## 第一章 总则\n第一条 甲是第一句话。\n## 第二章 附则\n第二条 乙是第二句话。") == """
                    division chp_1 “第一章 规定, from 第一条”≠“第一章 总则, from 第一条”
                    division chp_2 “”≠“第二章 附则, from 第二条”
                    """)
    }
}
