import Statute
import TestSupport
import Testing

@testable import Redline

/// What is read by table is read as what is read one by one.
@Suite struct UsualTokenTests {
    private static let parts = [
        "法", "律", "应", "当", "帐", "於", "⼈", "一", "第", "第三条", "百分之五", "三人", "十二", "word", "7%", "。", "；", "，",
        "、",
        "（", "）", "《", "》", "“", "…", ".", ",", ";", "ａ", "\n", "　", "\u{200B}", "𠀀", "👩",
    ]

    private func read(_ text: String, isLarge: Bool) -> (tokens: [String], words: [Int32]) {
        let article = ArticleText(Provision(kind: .article, number: "1", text: text))
        let source = FlatSource([(article, .article), (article, .article)])
        return source.bytes.withUnsafeBufferPointer { bytes in
            let arena = Arena(bytes: 1)
            return withExtendedLifetime(arena) {
                var interner = Interner(arena, capacity: 64, isLarge: isLarge)
                let rows = TokenRows(source.flat(bytes, arena), arena, &interner) { _ in true }
                let tokens = (0..<2).flatMap {
                    rows.tokens($0).array.map { "\($0.id) \($0.kind) \($0.range)" }
                }
                return (tokens, (0..<2).flatMap { Array(rows.words($0).buffer) })
            }
        }
    }

    @Test func theTableOfUsualSignsChangesNothing() {
        for seed in Fuzz.seeds(400) {
            var random = Seeded(seed)
            let text = (0..<40).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
            let (plain, large) = (read(text, isLarge: false), read(text, isLarge: true))
            #expect(plain.tokens == large.tokens, "seed \(seed) \(text.debugDescription)")
            #expect(plain.words == large.words, "seed \(seed) \(text.debugDescription)")
        }
    }

    /// The quick answer that a break lies in no quantity is certain.
    @Test func whatStandsInsideAQuantityMayStandThere() {
        let units = [
            "个工作日", "个自然日", "小时", "分钟", "用户", "个月", "名用户", "人次", "周岁", "美元", "欧元", "港元", "元", "日", "天", "周",
            "年", "岁",
            "倍", "人", "名", "间", "户", "月1日",
        ]
        let texts =
            units.flatMap { ["三十\($0)", "2017\($0)", "三至五\($0)", "三十到五十\($0)", "五\($0)", "3-5\($0)"] }
            + [
                "每年", "每半年", "每季度", "每个月", "半年", "2017年6月1日", "June 1, 2017", "five million yuan",
                "300 or more persons",
            ]
        for text in texts {
            let passage = Passage(
                ArticleText(Provision(kind: .article, number: "1", text: "处" + text + "罚款")))
            let found = Quantity.all(in: passage)
            for quantity in found {
                for token in quantity.range.dropFirst().map({ passage.tokens[$0] })
                where token.kind == .sign || token.kind == .mark {
                    #expect(Quantity.mayContinue(with: token.id), "\(text)")
                }
            }
        }
    }
}
