import Statute
import TestSupport
import Testing

@Suite("Chinese statutes")
struct ChineseStructureTests {
    @Test("chapters, sections, articles, paragraphs and items nest, and articles do not repeat their chapter")
    func fullStructure() {
        let parsed = StatuteParser.parse(
            """
            # 数据规则

            2020年1月2日 某部令第3号公布

            <!-- INFO END -->

            ## 第一章 总则

            第一条 为了测试，制定本规则。

            ### 第一节 一般规定

            第二条 经营者应当做下列事项：

            （一）记录；

            （二）报告：

            1.当日；

            2.次日。

            前款期限按工作日计算。

            第二条之一 补充规定。

            ## 第二章 附则

            第三条 本规则自公布之日起施行。
            """)
        #expect(
            outline(parsed.text) == """
                title 数据规则
                headnote 2020年1月2日 某部令第3号公布
                chp_1  第一章 | 总则
                  art_1  第一条 | 为了测试，制定本规则。
                  chp_1__sec_1  第一节 | 一般规定
                    art_2  第二条
                      art_2__para_1  经营者应当做下列事项：
                        art_2__para_1__point_1  （一） | 记录；
                        art_2__para_1__point_2  （二） | 报告：
                          art_2__para_1__point_2__subpoint_1  1. | 当日；
                          art_2__para_1__point_2__subpoint_2  2. | 次日。
                      art_2__para_2  前款期限按工作日计算。
                    art_2-1  第二条之一 | 补充规定。
                chp_2  第二章 | 附则
                  art_3  第三条 | 本规则自公布之日起施行。
                """)
        #expect(parsed.diagnostics.map(\.category) == [.markup])
        #expect(parsed.lines[ProvisionPath("art_2-1")] == 25)
    }

    @Test("one paragraph with items keeps its items right below the article")
    func singleParagraph() {
        let parsed = StatuteParser.parse("第一条 禁止下列行为：\n（一）甲；\n（二）乙。", language: .zh)
        #expect(
            parsed.text.root.children[0].children.map(\.path.rawValue) == [
                "art_1__point_1", "art_1__point_2",
            ])
    }

    @Test("a table of contents is no structure, and is named")
    func tableOfContents() {
        let parsed = StatuteParser.parse(
            """
            某某办法
            目　录
            第一章 总则
            第二章 罚则
            第一章 总则
            第一条 甲。
            第二章 罚则
            第二条 乙。
            """)
        #expect(parsed.text.root.children.map(\.heading) == ["总则", "罚则"])
        #expect(parsed.text.articleLevel.map(\.path.rawValue) == ["art_1", "art_2"])
        #expect(parsed.diagnostics.map(\.category) == [.tableOfContents])
    }

    @Test("an article quoted on a line of its own does not start a new article")
    func quotedArticle() {
        let parsed = StatuteParser.parse(
            "第一条 将原办法修改为：\n第九条 旧办法的话。\n第二条 本决定自公布之日起施行。", language: .zh)
        #expect(parsed.text.articleLevel.map(\.number) == ["1", "2"])
        #expect(parsed.diagnostics.map(\.category) == [.noTitle, .articleOutOfOrder])
    }

    @Test("a real gap in the numbers is kept and named")
    func gap() {
        let parsed = StatuteParser.parse("第一条 甲。\n第三条 丙。\n第四条 丁。", language: .zh)
        #expect(parsed.text.articleLevel.map(\.number) == ["1", "3", "4"])
        #expect(parsed.diagnostics.contains { $0.category == .articleNumberGap && $0.line == 2 })
    }

    @Test("careless typing does not lose an article", arguments: ["第二 条乙。", "笫二条 乙。", "第二条乙。", "第２条　乙。"])
    func carelessTyping(second: String) {
        let parsed = StatuteParser.parse("第一条 甲。\n\(second)\n第三条 丙。", language: .zh)
        #expect(parsed.text.articleLevel.map(\.number) == ["1", "2", "3"])
    }

    @Test("words that merely refer to an article stay text", arguments: ["第二条的规定不适用。", "第二条、第三条同样适用。"])
    func references(line: String) {
        let parsed = StatuteParser.parse("第一条 甲。\n\(line)", language: .zh)
        #expect(parsed.text.articleLevel.count == 1)
        #expect(parsed.text.root.children[0].children.last?.text == line)
    }

    @Test("a list that goes on after plain words was never left")
    func interruptedList() {
        let parsed = StatuteParser.parse("第一条 下列案件：\n（一）甲；\n（二）乙。\n本项案件另行规定。\n（三）丙。", language: .zh)
        #expect(
            outline(parsed.text) == """
                art_1  第一条 | 下列案件：
                  art_1__point_1  （一） | 甲；
                  art_1__point_2  （二） | 乙。
                    art_1__point_2__para_1  本项案件另行规定。
                  art_1__point_3  （三） | 丙。
                """)
    }

    @Test("the points of a decision are provisions of their own")
    func decision() {
        let parsed = StatuteParser.parse("# 某决定\n\n现作如下修改：\n\n一、将第一条修改为：“甲。”\n\n二、删去第二条。")
        #expect(
            outline(parsed.text) == """
                title 某决定
                preamble  现作如下修改：
                point_1  一、 | 将第一条修改为：“甲。”
                point_2  二、 | 删去第二条。
                """)
    }

    @Test("annexes begin their own numbering")
    func annex() {
        let parsed = StatuteParser.parse("# 甲法\n\n第一条 甲。\n\n## 附件一：办法\n\n第一条 乙。")
        #expect(parsed.text.articleLevel.map(\.path.rawValue) == ["art_1", "annex_1__art_1"])
    }

    @Test("parts that number their articles anew keep unique paths")
    func restartedNumbers() {
        let parsed = StatuteParser.parse("# 甲\n\n## 第一编 一\n\n第一条 甲。\n\n## 第二编 二\n\n第一条 乙。")
        #expect(parsed.text.articleLevel.map(\.path.rawValue) == ["art_1", "part_2__art_1"])
    }

    @Test("a preamble with a heading is one provision")
    func preamble() {
        let parsed = StatuteParser.parse("# 宪章\n\n## 序言\n\n甲。\n\n乙。\n\n## 第一章 总纲\n\n第一条 丙。")
        #expect(parsed.text.articleLevel.map(\.path.rawValue) == ["preamble", "art_1"])
        #expect(parsed.text.root.children[0].children.count == 2)
    }

    @Test("a list that is announced and does not come is named")
    func missingList() {
        let parsed = StatuteParser.parse("第一条 有下列情形的：\n第二条 乙。", language: .zh)
        #expect(parsed.diagnostics.contains { $0.category == .missingList && $0.line == 1 })
    }
}
