import Statute
import Testing

@testable import Redline

@Suite struct BilingualFuzzTests {
    private func paths(_ text: StatuteText) -> [ProvisionPath] { text.articleLevel.map(\.path) }

    /// Whatever the texts hold: every provision once, every line once, in order, and the same again.
    private func check(_ zh: StatuteText, _ en: StatuteText, _ seed: UInt64) {
        let alignment = BilingualAlignment.between(zh: zh, en: en)
        let paired = alignment.pairs.map(\.zh.path)
        #expect(
            (paired + alignment.unpairedChinese.map(\.path)).sorted() == paths(zh).sorted(), "seed \(seed)")
        let english = alignment.pairs.map(\.en.path)
        #expect(
            (english + alignment.unpairedEnglish.map(\.path)).sorted() == paths(en).sorted(), "seed \(seed)")
        #expect(paired == paths(zh).filter(Set(paired).contains), "seed \(seed)")
        #expect(english == paths(en).filter(Set(english).contains), "seed \(seed)")
        for pair in alignment.pairs {
            #expect(pair.lines.flatMap(\.zh) == pair.zh.lines.map(\.path), "seed \(seed)")
            #expect(pair.lines.flatMap(\.en) == pair.en.lines.map(\.path), "seed \(seed)")
            #expect(pair.evidence.isFinite, "seed \(seed)")
        }
        #expect(alignment == .between(zh: zh, en: en), "seed \(seed)")
    }

    @Test func randomLawsInTwoLanguagesAreAlignedWithoutLoss() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var random = RandomLaw(random: Seeded(seed))
            let zh = random.law()
            check(zh, seed % 2 == 0 ? random.law() : random.mutated(zh), seed)
        }
    }

    @Test func randomStepsInTwoLanguagesAreReadWithoutLoss() {
        for seed in 1...150 as ClosedRange<UInt64> {
            var random = RandomLaw(random: Seeded(seed))
            let (zh, en) = (random.law(), random.law())
            let (newChinese, newEnglish) = (random.mutated(zh), random.mutated(en))
            let set = ChangeSet.between(zh, newChinese)
            let others: (old: StatuteText?, new: StatuteText?) = (
                seed % 3 == 1 ? nil : en, seed % 3 == 2 ? nil : newEnglish
            )
            let found = BilingualChanges(set, (zh, newChinese), beside: others)
            #expect(found != nil)
            for change in set.changes {
                _ = found?.words(for: change)
                _ = found?.remarks(on: change)
            }
            #expect(found == BilingualChanges(set, (zh, newChinese), beside: others), "seed \(seed)")
        }
    }

    @Test func numbersThatDoNotFitAreNoTrap() {
        for words in [
            "99999999999999999999 yuan", "9223372036854775807 one",
            "9223372036854775807 hundred billion yuan",
            "nine hundred thousand million billion billion billion billion yuan", "0.5 million",
            "1.0000000001 billion",
            "999999999999999.9 million", "RMB", "RMB RMB 5", "five per", "亿亿亿亿亿元", "第九十九亿亿亿亿条至第一条",
            "Articles 1 to 99999999", "Article 1-99999999999", "and one and one and",
        ] {
            let text = ArticleText(Provision(kind: .article, text: words))
            _ = AnchorReader(.en).anchors(of: text)
            _ = AnchorReader(.zh).anchors(of: text)
        }
        let text = ArticleText(Provision(kind: .article, text: "one hundred and five thousand yuan"))
        #expect(
            AnchorReader(.en).anchors(of: text).map(\.printed).first == "one hundred and five thousand yuan")
    }

    /// More provisions than the table has room for: the band follows the numbers.
    @Test func aBandFindsTheSamePairsAsTheWholeTable() {
        let score: (Int, Int) -> Double? = { a, b in a + 3 == b ? 4 : -6 }
        let whole = MonotoneChain(gap: 2).pairs(300, 300, centres: Array(0..<300), score: score)
        let band = MonotoneChain(gap: 2, mostCells: 1).pairs(300, 300, centres: Array(0..<300), score: score)
        #expect(whole.map(\.column) == Array(3..<300))
        #expect(whole.map(\.row) == band.map(\.row) && whole.map(\.column) == band.map(\.column))
    }

    @Test func theBandReachesPartnersThatItsCentresOnlyRoughlyName() {
        let chain = MonotoneChain(gap: 2, mostCells: 1)
        let pairs = chain.pairs(500, 40, centres: [Int](repeating: 39, count: 500)) { a, b in a == b ? 3 : nil
        }
        #expect(pairs.allSatisfy { $0.row == $0.column })
        #expect(chain.pairs(0, 5, centres: []) { _, _ in 1 }.isEmpty)
        #expect(chain.pairs(5, 0, centres: []) { _, _ in 1 }.isEmpty)
    }

    @Test func theLogarithmIsThatOfTheTextbook() {
        let known = [
            (1.0, 0.0), (2, 0.693_147_180_559_945_3), (10, 2.302_585_092_994_046),
            (0.25, -1.386_294_361_119_890_6),
        ]
        for (x, expected) in known { #expect(abs(NaturalLogarithm.of(x) - expected) < 1e-12) }
        #expect(
            NaturalLogarithm.of(0).isFinite && NaturalLogarithm.of(-1).isFinite
                && NaturalLogarithm.of(.nan).isFinite)
    }
}
