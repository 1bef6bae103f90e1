import Statute
import Testing

@testable import Redline

/// An old text, a decision, and the text that comes of it.
@Suite struct ApplyingTests {
    private let old = """
        # 试验规则

        ## 第一章 总则

        第一条 为了规范试验，制定本规则。

        第二条 经营者应当登记试验，有下列情形之一的除外：

        （一）试验在室内进行；

        （二）试验由学校进行。

        登记免费。

        第三条 经营者违反第二条规定的，责令改正。

        ## 第二章 附则

        第四条 本规则自2020年1月1日起施行。
        """

    private func lines(_ decision: String) -> String {
        amended(old, by: "决定\n" + decision).split(separator: "\n").dropFirst().joined(separator: "\n")
    }

    @Test("an article gets other words and keeps its number")
    func substitution() {
        #expect(
            lines("一、将第三条修改为：“经营者违反第二条规定的，处警告：\n“（一）初次；\n“（二）再次。\n“可以公布。”").contains(
                "第三条 经营者违反第二条规定的，处警告：\n（一） 初次；\n（二） 再次。\n可以公布。\n## 第二章 附则"))
    }

    @Test("a paragraph and an item get other words, the rest stays")
    func parts() {
        #expect(
            lines("一、将第二条第二款修改为：“登记不收费。”\n二、将第二条第（二）项修改为：“（二）试验由研究所进行。”").contains(
                "（一） 试验在室内进行；\n（二） 试验由研究所进行。\n登记不收费。"))
    }

    @Test("quoted words become others; references stay unless an instruction says otherwise")
    func words() {
        #expect(lines("一、将第二条第一款中的“应当”修改为“可以”。").contains("第二条 经营者可以登记试验，"))
        #expect(lines("一、增加一条，作为第二条：“甲。”\n二、条文顺序作相应调整。").contains("第四条 经营者违反第二条规定的，责令改正。"))
    }

    @Test("an insertion shifts the rest where the decision orders the numbers")
    func insertion() {
        let text = lines("一、增加一条，作为第二条：“试验应当安全。”\n根据本决定作相应修改并对条文顺序作相应调整，重新公布。")
        #expect(text.contains("第二条 试验应当安全。\n第三条 经营者应当登记试验，"))
        #expect(text.contains("第五条 本规则自2020年1月1日起施行。"))
        #expect(!text.contains("!"))
    }

    @Test("without an order a new number that is taken shifts the rest too, and is told")
    func numberTaken() {
        let text = lines("一、增加一条，作为第二条：“试验应当安全。”")
        #expect(text.contains("第五条 本规则自2020年1月1日起施行。"))
        #expect(text.hasSuffix("! number-taken"))
    }

    @Test("第N条之一 shifts nothing")
    func branch() {
        let text = lines("一、在第二条后增加一条，作为第二条之一：“甲。”\n二、在第二条后增加一条，作为第二条之二：“乙。”")
        #expect(text.contains("登记免费。\n第二条之一 甲。\n第二条之二 乙。\n第三条 经营者"))
        #expect(!text.contains("!"))
    }

    @Test("a repeal leaves a gap, or closes it where the decision orders the numbers")
    func repeal() {
        #expect(lines("一、删去第二条。").contains("第三条 经营者违反第二条规定的"))
        #expect(lines("一、删去第二条。\n二、条文顺序作相应调整。").contains("第二条 经营者违反第二条规定的"))
        #expect(lines("一、删去第二条第二款。").contains("（二） 试验由学校进行。\n第三条"))
    }

    @Test("articles that the decision renumbers one by one go to their places")
    func renumbering() {
        let text = amended(
            "# 规则\n第一条 甲。\n第二条 乙。\n第三条 丙。",
            by: "决定\n一、第三条改为第一条。\n二、第一条改为第二条，修改为：“甲甲。”\n三、第二条改为第三条。")
        #expect(text == "# 规则\n第一条 丙。\n第二条 甲甲。\n第三条 乙。")
    }

    @Test("new numbers of new and old articles hold, the others fill what is left")
    func mixedNumbers() {
        let text = amended(
            "# 规则\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。",
            by: "决定\n一、删去第二条。\n二、增加一条，作为第一条：“新。”\n三、增加一条，作为第四条：“末。”\n四、条文顺序作相应调整。")
        #expect(text == "# 规则\n第一条 新。\n第二条 甲。\n第三条 丙。\n第四条 末。\n第五条 丁。")
    }

    @Test("new paragraphs and items push the following ones on")
    func innerInsertion() {
        let text = lines(
            "一、第二条第一款增加一项，作为第二项：“（二）试验不用电”，第二项相应改为第三项。\n二、第二条增加一款，作为第二款：“登记公开。”")
        #expect(text.contains("（一） 试验在室内进行；\n（二） 试验不用电；\n（三） 试验由学校进行。\n登记公开。\n登记免费。"))
    }

    @Test("the old second paragraph is known by its old number after a new one has come before it")
    func oldNumbers() {
        let text = lines("一、第二条增加一款作为第二款：“登记公开。”\n原第二款作为第三款，修改为：“登记不收费。”")
        #expect(text.contains("登记公开。\n登记不收费。\n第三条"))
    }

    @Test("a sentence gets other words or goes, by its number")
    func sentences() {
        let law = "# 规则\n第一条 甲。乙。丙。\n第二条 丁。"
        #expect(amended(law, by: "决定\n一、将第一条第一款第二句修改为：“新乙。”") == "# 规则\n第一条 甲。新乙。丙。\n第二条 丁。")
        #expect(amended(law, by: "决定\n一、删去第一条第一款第三句。") == "# 规则\n第一条 甲。乙。\n第二条 丁。")
        #expect(
            amended(
                "Article 1 One. Two. Three.", by: "Decision\n1. The last sentence of Article 1 is deleted.",
                .en)
                == "Article 1 One. Two.")
    }

    @Test("articles are merged into the first of them")
    func join() {
        let text = amended(
            "# 规则\n第一条 甲。\n第二条 乙。\n第三条 丙。", by: "决定\n一、将第一条和第二条合并修改为：\n“甲乙。”\n二、条文顺序作相应调整。")
        #expect(text == "# 规则\n第一条 甲乙。\n第二条 丙。")
    }

    @Test("an article is split, and the rest is shifted by order")
    func split() {
        let text = amended(
            "# 规则\n第一条 甲。乙。\n第二条 丙。",
            by: "决定\n一、第一条改为两条，作为第一条、第二条，修改为：“第一条 甲。\n“第二条 乙。”\n二、条文顺序作相应调整。")
        #expect(text == "# 规则\n第一条 甲。\n第二条 乙。\n第三条 丙。")
    }

    @Test("a chapter comes in with its articles and the following chapters are numbered on")
    func chapter() {
        let text = lines(
            "一、增加一章，作为第二章“数据”；增加二条，作为第四条、第五条：\n“第四条 数据应当保存。\n“第五条 数据不得出售。”\n二、条文顺序作相应调整。")
        #expect(text.contains("## 第二章 数据\n第四条 数据应当保存。\n第五条 数据不得出售。\n## 第三章 附则\n第六条 本规则"))
        #expect(!text.contains("!"))
    }

    @Test("headings, titles and preambles get other words")
    func frame() {
        let text = amended(
            "# 规则\n为了试验，特作规定。\n## 第一章 总则\n第一条 甲。",
            by: "决定\n一、将名称修改为：“办法”。\n二、将引言修改为：“为了安全，特作规定。”\n三、第一章章名“总则”修改为“一般规定”。")
        #expect(text == "# 办法\n为了安全，特作规定。\n## 第一章 一般规定\n第一条 甲。")
    }

    @Test("paragraphs quoted one by one are replaced by as many as the decision gives")
    func paragraphs() {
        let text = amended(
            "# 规则\n第一条 甲一。\n\n甲二。\n\n甲三。", by: "决定\n第一条 规则第一条“甲一。”“甲二。”修改为：“乙一。”“乙二。”“乙三。”")
        #expect(text == "# 规则\n第一条 乙一。\n乙二。\n乙三。\n甲三。")
    }

    @Test("inner quotation marks of a decision are found and set as the law has them")
    func innerMarks() {
        let text = amended("# 规则\n第一条 所称“试验”包括测试。", by: "决定\n一、将第一条中的“‘试验’包括”修改为“‘试验’不包括”。")
        #expect(text == "# 规则\n第一条 所称“试验”不包括测试。")
    }

    @Test(
        "what stands in the way is told and the rest is applied",
        arguments: [
            ("一、删去第九条。", "address-not-found"), ("一、删去第一条第一款第五句。", "address-not-found"),
            ("一、删去第一条第三款。", "address-not-found"),
            ("一、将第一条中的“没有的话”修改为“乙”。", "words-not-found"), ("一、在第二条“试验”后增加“活动”。", "ambiguous-words"),
            ("一、将第二条中的“试验”修改为“实验”。", "several-places"), ("一、增加两款，作为第一条第二款、第三款：“只有一款。”", "wording-unclear"),
            (
                "一、第一条中“规范”修改为“管理”。这一条相应修改为：“为了另一目的，制定本规则。”", "restatement-differs"
            ),
            ("一、将第二条第一款改为第五章。", "not-applicable"), ("一、第五章章名修改为“甲”。", "address-not-found"),
        ])
    func problems(_ decision: String, _ expected: String) {
        let text = lines(decision + "\n二、将第四条修改为：“完。”")
        #expect(text.hasSuffix("! " + expected), "\(text)")
        #expect(text.contains("第四条 完。"))
    }

    @Test("English decisions are applied in the same way")
    func english() {
        let text = amended(
            """
            # Example Law

            ## Chapter I General Provisions

            Article 1 This Law governs trials.

            Article 2 Operators shall register trials, except:

            (1) trials indoors;

            (2) trials by schools.

            Registration is free.

            ## Chapter II Supplementary Provisions

            Article 3 This Law is in force from 1 May 2020.
            """,
            by: """
                # Decision

                1. A new article is added as Article 2: “Trials shall be safe.”

                2. Article 2 becomes Article 3, the words “shall register” in its first paragraph are replaced by “may \
                register”, and its second paragraph is deleted.

                3. An item is added to Article 2 as item (2): “(2) trials without power;”

                The Law is amended in accordance with this Decision, the order of the articles is adjusted accordingly, \
                and it is published anew.
                """, .en)
        #expect(
            text == """
                # Example Law
                ## Chapter I General Provisions
                Article 1 This Law governs trials.
                Article 2 Trials shall be safe.
                Article 3 Operators may register trials, except:
                (1) trials indoors;
                (2) trials without power;
                (3) trials by schools.
                ## Chapter II Supplementary Provisions
                Article 4 This Law is in force from 1 May 2020.
                """)
    }
}
