import Redline
import Statute
import Testing

@testable import Rendering

@Suite("amend, as text and JSON")
struct AmendmentTests {
    private func report(_ old: String, _ decision: String, _ published: String? = nil) -> AmendmentReport {
        AmendmentReport(
            AmendingDecision.read(decision, language: .zh), of: StatuteParser.parse(old, language: .zh).text,
            against: published.map { StatuteParser.parse($0, language: .zh).text })
    }

    @Test("instructions, what stood in the way and what differs are told in words")
    func words() {
        let text = TerminalAmendment.render(
            report(
                "# 规则\n第一条 甲应当登记。\n第二条 乙。",
                "决定\n一、将第一条第一款中的“应当”修改为“可以”。\n二、删去第九条。\n三、酌情处理。", "# 规则\n第一条 甲必须登记。\n第二条 乙。"),
            style: TerminalStyle(color: false, width: 100))
        #expect(
            text == """
                决定

                  #1 substitution  Article 1, paragraph 1: “应当” becomes “可以”  line 2
                  #2 repeal  Article 9: repealed  line 3
                  line 4: unread-instruction: no rule reads these words as a whole, and nothing of them is
                      applied: 三、酌情处理。

                  #2 address-not-found: the old text has no article 9

                第一条  words: other words  #1
                    decision: 可以
                    text:     必须

                2 instructions · 1 not read · 1 problem · 2 articles · 1 mismatch · 0 remarks

                """)
    }

    @Test("hostile words in the decision or the law become no terminal control", arguments: HostileText.all)
    func hostile(_ words: String) {
        let report = report(
            "# \(words)\n第一条 \(words)甲。\n第二条 乙\(words)。",
            "# \(words)\n一、将第一条修改为：“\(words)”\n二、将第二条中的“\(words)”修改为“\(words)”。\n三、\(words)",
            "第一条 \(words)丙。\n第二条 丁。")
        let text = TerminalAmendment.render(report, style: TerminalStyle(color: false, width: 40))
        let controls = text.unicodeScalars.filter { ($0.value < 0x20 && $0 != "\n") || $0.isInvisible }
        #expect(controls.isEmpty)
        let json = AmendmentDocument(report, sha256: "0").json.text(.pretty)
        #expect(!json.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
