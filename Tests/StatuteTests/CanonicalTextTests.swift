import Statute
import TestSupport
import Testing

@Suite("Canonical text")
struct CanonicalTextTests {
    @Test("is readable and carries everything")
    func drawn() {
        let parsed = StatuteParser.parse("某办法\n第一章 总则\n第一条 甲：\n(一)乙；\n丙。", language: .zh)
        #expect(CanonicalText(parsed.text).string == "# 某办法\n\n## 第一章 总则\n\n第一条 甲：\n\n(一) 乙；\n\n丙。\n")
    }

    @Test("escapes text that would be read as a label, and reads it back")
    func escapes() {
        let source = "第一条 将原办法修改为：\n第九条 旧办法的话。\n第二条 本决定施行。"
        let text = StatuteParser.parse(source, language: .zh).text
        let canonical = CanonicalText(text).string
        #expect(canonical.contains("\n\\第九条 旧办法的话。\n"))
        #expect(CanonicalText.parse(canonical, language: .zh).text == text)
    }

    @Test("every input is read, conserved, and comes back equal", arguments: 0..<40)
    func fuzz(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<150 {
            let source = hostileText(&random)
            let parsed = StatuteParser.parse(source)
            let note = Comment(rawValue: source.debugDescription)
            try #require(!parsed.diagnostics.contains { $0.category == .notConserved }, note)
            var paths: Set<ProvisionPath> = []
            var stack = parsed.text.root.children
            while let node = stack.popLast() {
                #expect(paths.insert(node.path).inserted, note)
                stack += node.children
            }
            let again = CanonicalText.parse(CanonicalText(parsed.text).string, language: parsed.text.language)
            try #require(outline(again.text) == outline(parsed.text), note)
            #expect(again.text == parsed.text, note)
            #expect(!again.diagnostics.contains { $0.category == .notConserved }, note)
            for unit in parsed.text.articleLevel { #expect(ArticleText(unit).provision == unit, note) }
        }
    }

    /// Lines put together from what parsers trip over.
    private func hostileText(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "第一条", "第二条", "第三条", "第二条之一", "第十条", "第一章", "第二章", "第一节", "第一编", "附件", "附件1", "附则", "序言",
            "目录", "（一）", "（二）", "(一)", "(1)", "(2)", "(a)", "(i)", "1.", "2．", "一、", "二、", "①", "⒈", "#",
            "##", "###",
            "\\", "\\\\", ">", "<!-- INFO END -->", "<!--", "-->", " ", "　", "\u{A0}", "\u{200B}", "\u{301}",
            "\u{FEFF}",
            "甲", "应当", "。", "：", "；", "下列", "Article 1", "Article 2.", "Chapter I", "Section 1", "Annex",
            "Preamble",
            "2020年1月1日公布", "adopted 2020", "\u{1F600}", "\u{0}", "|", "*", "“", "”", "第", "条",
        ]
        let breaks = ["\n", "\r\n", "\r", "\u{2028}", "\n\n", "\u{85}"]
        var text = ""
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            text += breaks[Int.random(in: 0..<breaks.count, using: &random)]
        }
        return text
    }
}
