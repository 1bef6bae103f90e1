import Statute
import Testing

@testable import Redline

@Suite struct AnchorTests {
    /// The anchors of one sentence, terms left out, drawn in the order of their kinds.
    private func anchors(_ words: String, _ language: Language) -> String {
        let text = ArticleText(Provision(kind: .article, text: words))
        return AnchorReader(language).anchors(of: text).compactMap { anchor in
            switch anchor.key {
            case .quantity(let value, let unit): "\(value) \(unit)"
            case .bare(let value): "\(value)"
            case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
            case .reference(let article, let branch):
                branch == 0 ? "art \(article)" : "art \(article)-\(branch)"
            case .name(let name): name
            case .term: nil
            }
        }.joined(separator: "; ")
    }

    @Test(arguments: [
        ("罚款五万元以上五十万元以下。", "a fine of not less than RMB 50,000 and not more than RMB 500,000."),
        ("罚款五万元以上五十万元以下。", "a fine of fifty thousand yuan to five hundred thousand yuan."),
        ("注册资本一百五十万元。", "a registered capital of 1.5 million yuan."),
        ("在二十四小时内报告。", "shall report within twenty-four hours."),
        ("在十五个工作日内答复。", "shall answer within 15 working days."),
        ("占百分之五以上。", "holds five per cent or more."),
        ("占百分之五以上。", "holds 5% or more."),
        ("自2024年9月10日起施行。", "takes effect on 10 September 2024."),
        ("自2024年9月10日起施行。", "takes effect on September 10, 2024."),
        ("依照第四十一条至第四十三条处理。", "is dealt with under Articles 41 to 43."),
        ("违反第一百二十条之一的。", "in violation of Article 120-1."),
        ("处三倍以上十倍以下罚款。", "a fine of three times to ten times."),
    ])
    func bothLanguagesGiveTheSameAnchors(zh: String, en: String) {
        let found = anchors(zh, .zh)
        #expect(!found.isEmpty)
        #expect(found == anchors(en, .en))
    }

    @Test func whatMeasuresNothingIsNoAmount() {
        #expect(anchors("第三人提出异议。", .zh) == "")
        #expect(anchors("a person over eighteen years of age", .en) == "18")
        #expect(anchors("may be extended once; the May meeting", .en) == "")
    }

    @Test func latinWordsInChineseAreNames() {
        #expect(anchors("通过App提供VPN服务。", .zh) == "app; vpn")
    }
}
