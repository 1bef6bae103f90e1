import Alerts
import Statute
import TestSupport
import Testing

@Suite("Random sentences of the grammar's own words")
struct ScannerFuzzTests {
    private static let chinese = [
        "源代码", "境内存储", "境外存储", "安全审查", "转让技术", "技术支持和协助", "公安机关", "不得", "应当", "可以", "未", "未经", "拒不", "要求",
        "作为",
        "条件", "的", "，", "。", "；", "：", "（", "）", "下列", "行为之一", "由", "向", "其", "为", "但是", "除外", "处罚款", "责令",
        "方可", "泄露", "保密",
        "数据", "产品", "采购", "企业", "国家", "和", "、", "是指", "发现", "时", "\u{301}", " ", "开源", "公开",
    ]
    private static let english = [
        "source code", "within the territory", "outside the territory", "security review",
        "transfer technology",
        "shall", "may", "shall not", "no", "unless", "only after", "where", "operator",
        "of critical information infrastructure",
        "by", "to", "the", "them", ",", ".", ";", ":", "(1)", "fined", "fails to", "require",
        "a condition of", "confidential",
        "means", "stored", "products", "records", "following acts", "and", "'", "\u{301}",
    ]

    @Test(
        "are read without a trap, and every range points at words of the article",
        arguments: [Language.zh, .en])
    func fuzz(_ language: Language) {
        let scanner = ConceptScanner(concepts: SampleConcepts.all)
        let words = language == .zh ? Self.chinese : Self.english
        var generator = SeededGenerator(seed: 20_150_925)
        func sentence() -> String {
            let count = Int.random(in: 0...24, using: &generator)
            let parts = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
            return parts.joined(separator: language == .zh ? "" : " ")
        }
        var findings = 0
        var astray = 0
        for _ in 0..<1500 {
            let text = OneSentence.list(sentence(), [sentence(), sentence()], language)
            guard let provision = text.articleLevel.first else { continue }
            let count = ArticleText(provision).string.unicodeScalars.count
            for finding in scanner.findings(in: text) {
                findings += 1
                if finding.range.isEmpty || finding.range.upperBound > count || finding.evidence.isEmpty {
                    astray += 1
                }
            }
        }
        #expect(findings > 500)
        #expect(astray == 0)
    }
}
