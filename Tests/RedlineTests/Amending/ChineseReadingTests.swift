import Statute
import Testing

@testable import Redline

/// One instruction of a Chinese decision, and what is read.
@Suite struct ChineseReadingTests {
    @Test(
        "every form of instruction is read",
        arguments: [
            ("一、将第五条修改为：“经营者应当登记。”", "substitution art_5 “经营者应当登记。”"),
            ("一、第五条修改为：“经营者应当登记。”", "substitution art_5 “经营者应当登记。”"),
            ("一、将刑法第一百二十条之一修改为：“甲。\n“乙。”", "《刑法》 substitution art_120-1 “甲。|乙。”"),
            ("一、将第五条第二款修改为：“甲。”", "substitution art_5__para_2 “甲。”"),
            ("一、将第五条第一款第三项修改为：“（三）甲；”", "substitution art_5__para_1__point_3 “（三）甲；”"),
            ("一、将第五条第（三）项修改为：“（三）甲；”", "substitution art_5__point_3 “（三）甲；”"),
            ("一、将第五条第一款、第二款修改为：“甲。\n“乙。”", "substitution art_5__para_1+art_5__para_2 “甲。|乙。”"),
            ("一、增加一条，作为第七条：“甲。”", "insertion 1 article end of [] as art_7 “甲。”"),
            (
                "一、在第七条后增加一条，作为第七条之一：“甲。”",
                "insertion 1 article after of [art_7] as art_7-1 “甲。”"
            ),
            (
                "一、刑法第七条后增加二条，作为第七条之一、第七条之二：\n“第七条之一 甲。\n“第七条之二 乙。”",
                "《刑法》 insertion 2 article after of [art_7] as art_7-1+art_7-2 “第七条之一 甲。|第七条之二 乙。”"
            ),
            (
                "一、在第七条中增加一款，作为第二款：“甲。”",
                "insertion 1 paragraph end of [art_7] as art_7__para_2 “甲。”"
            ),
            (
                "一、第七条增加一款作为第二款：“甲。”\n原第二款作为第三款，修改为：“乙。”",
                """
                insertion 1 paragraph end of [art_7] as art_7__para_2 “甲。”
                renumbering art_7__para_2→art_7__para_3
                substitution art_7__para_2 “乙。”
                """
            ),
            (
                "一、第七条第一款增加一项，作为第三项：“（三）甲；”原第三项改为第四项。",
                """
                insertion 1 item end of [art_7__para_1] as art_7__para_1__point_3 “（三）甲；”
                renumbering art_7__para_1__point_3→art_7__para_1__point_4
                """
            ),
            (
                "一、在第七条中增加一款作为第二款，将该条修改为：“甲。\n“乙。”", "substitution art_7 “甲。|乙。”"
            ),
            ("一、删去第七条。", "repeal art_7"),
            ("一、删去第七条第二款。", "repeal art_7__para_2"),
            ("一、删去第二条、第五条和第九条第一款。", "repeal art_2+art_5+art_9__para_1"),
            ("一、删除第七条第一款第三项", "repeal art_7__para_1__point_3"),
            ("一、删去第七条中的“有关”。", "word-repeal art_7 “有关”"),
            (
                "一、删去第八条第一款末尾的“甲”和第二款末尾的“乙”，并将第二款中的“及”修改为“或者”。",
                """
                word-repeal art_8__para_1 “甲”
                word-repeal art_8__para_2 “乙”
                words art_8__para_2 “及”→“或者”
                """
            ),
            ("一、将第七条第二款中的“甲”修改为“乙”。", "words art_7__para_2 “甲”→“乙”"),
            (
                "一、将第三条、第五条、第七条中的“甲”修改为“乙”。",
                "words art_3+art_5+art_7 “甲”→“乙”"
            ),
            ("一、将“甲”修改为“乙”。", "words  “甲”→“乙”"),
            (
                "一、第七条中“甲”修改为“乙”，“丙”修改为“丁”，在“戊”后增加“己”。",
                """
                words art_7 “甲”→“乙”
                words art_7 “丙”→“丁”
                word-insertion art_7 after“戊” “己”
                """
            ),
            ("一、第七条“甲。”后增写一句，内容为：“乙。”", "word-insertion art_7 after“甲。” “乙。”"),
            ("一、第七条第一款末尾增加：“乙。”", "word-insertion art_7__para_1 end “乙。”"),
            ("一、第一条第二款开始部分增加规定：“甲”。", "word-insertion art_1__para_2 beginning “甲”"),
            ("一、第五条条首部分修改为：“有下列情形之一的”", "lead-in art_5 “有下列情形之一的”"),
            ("一、第八条改为第九条。", "renumbering art_8→art_9"),
            (
                "一、将第八条改为第九条，修改为：“甲。”", "renumbering art_8→art_9\nsubstitution art_8 “甲。”"
            ),
            (
                "一、第八条改为第九条，第一款修改为：“甲。”",
                "renumbering art_8→art_9\nsubstitution art_8__para_1 “甲。”"
            ),
            (
                "一、将第二条修改为第六条：\n“甲。”", "renumbering art_2→art_6\nsubstitution art_2 “甲。”"
            ),
            (
                "一、第五十条至第五十二条相应改为第五十三条至第五十五条。",
                "renumbering art_50→art_53, art_51→art_54, art_52→art_55"
            ),
            ("一、将第六条和第七条合并修改为：\n“甲。\n（一）乙；\n（二）丙。\n丁。”", "join art_6+art_7→ “甲。|（一）乙；|（二）丙。|丁。”"),
            (
                "一、将第六条、第七条合并，作为第八条，修改为：“甲。”", "join art_6+art_7→art_8 “甲。”"
            ),
            (
                "一、第三十条改为两条，作为第三十一条、第三十二条，修改为：“第三十一条 甲。\n“第三十二条 乙。”",
                "split art_30→art_31+art_32 “第三十一条 甲。|第三十二条 乙。”"
            ),
            ("一、将第四章章名修改为“数据”。", "heading chp_4__heading →“数据”"),
            ("一、第四章章名“旧名”修改为“数据”。", "heading chp_4__heading “旧名”→“数据”"),
            (
                "一、增加一章，作为第五章“数据”；增加二条，作为第三十条、第三十一条：\n“第三十条 甲。\n“第三十一条 乙。”",
                """
                insertion 1 chapter end of [] as chp_5 ‘数据’
                insertion 2 article end of [] as art_30+art_31 “第三十条 甲。|第三十一条 乙。”
                """
            ),
            ("一、将引言修改为：\n“甲。”", "substitution preamble “甲。”"),
            ("一、将名称修改为：\n“甲规定”。", "substitution title “甲规定”"),
            (
                "一、序言第七自然段中“甲”修改为“乙”。这一自然段相应修改为：“丙。”",
                "words preamble__para_7 “甲”→“乙”\nrestated substitution preamble__para_7 “丙。”"
            ),
            (
                "一、将第六十一条改为第六十四条，删去其中的“甲”，在“关闭网站”后增加“或者应用程序”。",
                """
                renumbering art_61→art_64
                word-repeal art_61 “甲”
                word-insertion art_61 after“关闭网站” “或者应用程序”
                """
            ),
            (
                "一、第八条改为第九条，其中的“甲”修改为“乙”。", "renumbering art_8→art_9\nwords art_8 “甲”→“乙”"
            ),
            (
                "一、第八条、第九条改为第十条、第十一条，修改为：“第十条 甲。\n“第十一条 乙。”",
                "renumbering art_8→art_10, art_9→art_11\nsubstitution art_8+art_9 “第十条 甲。|第十一条 乙。”"
            ),
            ("一、将本法中的“甲”统一修改为“乙”。", "words  “甲”→“乙”"),
            ("一、第四章“旧名”改为第五章。", "renumbering chp_4→chp_5"),
            (
                "一、对部分条文作以下修改：\n（一）将第三条中的“甲”修改为“乙”；\n（二）删去第四条。",
                "words art_3 “甲”→“乙”\nrepeal art_4"
            ),
            ("一、条文顺序作相应调整。", "order"),
            (
                "一、将《解释》的条文顺序作相应调整：“第八条”调整为“第七条”，“第九条”调整为“第八条”。",
                "order\nrenumbering art_8→art_7, art_9→art_8"
            ),
            (
                "为了惩治破坏，切实保护资源，将刑法第三百四十二条修改为：\n“甲。”", "《刑法》 substitution art_342 “甲。”"
            ),
            (
                "第三条 宪法第一条：“甲。”“乙。”修改为：“丙。”“丁。”“戊。”",
                "《宪法》 words art_1 “甲。”“乙。”→“丙。”“丁。”“戊。”"
            ),
            (
                "第三条 宪法第六十二条“行使下列职权”中增加一项，作为第七项“（七）甲”，第七项至第九项相应改为第八项至第十项。",
                """
                《宪法》 insertion 1 item end of [art_62] as art_62__point_7 “（七）甲”
                《宪法》 renumbering art_62__point_7→art_62__point_8, art_62__point_8→art_62__point_9, art_62__point_9→art_62__point_10
                """
            ),
            (
                "一、修改《甲规定》\n1.将第二条修改为：\n“甲。”\n2.条文顺序作相应调整。",
                "target 甲规定\n《甲规定》 substitution art_2 “甲。”\n《甲规定》 order"
            ),
        ])
    func forms(_ text: String, _ expected: String) {
        #expect(drawn(decision("关于修改某法的决定\n\n对某法作如下修改：\n\n\(text)\n")) == expected)
    }

    @Test("commencement and republication close a decision, and may order the numbers")
    func closing() {
        let read = decision(
            """
            关于修改某法的决定
            一、删去第二条。
            本决定自2026年1月1日起施行。
            《某法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
            """)
        #expect(drawn(read) == "repeal art_2\nclosing\norder\nclosing")
    }

    @Test("an instruction inside a quotation is quoted words and no instruction")
    func quotedInstruction() {
        let read = decision("一、将第五条修改为：“某局可以决定：\n二、删去第九条。\n将第六条修改为规定。”\n二、删去第七条。")
        #expect(drawn(read) == "substitution art_5 “某局可以决定：|二、删去第九条。|将第六条修改为规定。”\nrepeal art_7")
    }

    @Test("a quotation that is never closed ends where the next point begins, and is told")
    func unclosed() {
        let read = decision("一、将第五条修改为：“甲。\n“乙。\n二、将第六条修改为：“丙。\n三、删去第七条。")
        #expect(drawn(read) == "substitution art_5 “甲。|乙。”\nsubstitution art_6 “丙。”\nrepeal art_7")
        #expect(read.diagnostics.map(\.category) == [.quotationNotClosed, .quotationNotClosed])
        #expect(read.diagnostics.map(\.line) == [1, 3])
    }

    @Test("quotation marks inside a quoted paragraph do not end it, wherever it is quoted anew")
    func nested() {
        let read = decision(
            "一、将第五条修改为：“本法所称“网络”，是指系统。\n““数据”是指记录。”\n二、将第六条修改为：\n“甲。\n“乙”是指丙。\n丁。”")
        #expect(
            drawn(read)
                == "substitution art_5 “本法所称“网络”，是指系统。|“数据”是指记录。”\nsubstitution art_6 “甲。|“乙”是指丙。|丁。”")
    }

    @Test(
        "what no rule reads as a whole is told with its line and nothing of it is applied",
        arguments: [
            "一、对个别文字作了修改。", "一、将第五条修改为适当的内容。", "一、将第五条中的“甲”。", "一、删去第五条并酌情处理第六条。",
            "一、增加一款，作为第二款。", "一、将第五条和第六条合并。", "一、第五条改为第六条、第七条。",
        ])
    func unread(_ text: String) {
        let read = decision("关于修改某法的决定\n\(text)\n二、删去第九条。")
        #expect(drawn(read) == "unread 2\nrepeal art_9")
        #expect(read.diagnostics.map(\.category) == [.unreadInstruction])
        #expect(read.diagnostics.map(\.line) == [2])
    }

    @Test("the span of an instruction is the clause with its quotations")
    func spans() {
        let source = "关于修改某法的决定\n一、将第五条第二款中的“甲”修改为“乙”；删去第三款。\n"
        let scalars = Array(source.unicodeScalars)
        let clauses = decision(source).instructions.map { scalars[$0.span].string }
        #expect(clauses == ["将第五条第二款中的“甲”修改为“乙”", "删去第三款"])
    }
}
