import Statute
import Testing

@testable import Redline

@Suite struct StaleTests {
    /// What one language did and the other did not, drawn: `stale en unchanged 3|3 high`.
    private func drawn(
        zh: (inout [String]) -> Void = { _ in }, en: (inout [String]) -> Void = { _ in },
        language: Language = .zh
    ) -> [String] {
        let changes = changes(zh: zh, en: en, language: language)
        return (changes?.stale ?? []).map { "stale \(line($0))" }
            + (changes?.revised ?? []).map { "revised \(line($0))" }
    }

    private func line(_ found: StaleProvision) -> String {
        "\(found.language) \(found.reason.rawValue) \(found.zh?.number ?? "")|\(found.en?.number ?? "") \(found.confidence)"
    }

    private func changes(
        zh: (inout [String]) -> Void = { _ in }, en: (inout [String]) -> Void = { _ in },
        language: Language = .zh
    ) -> BilingualChanges? {
        let chinese = (LibraryLaw.chinese(), LibraryLaw.chinese(LibraryLaw.edited(LibraryLaw.zh, zh)))
        let english = (LibraryLaw.english(), LibraryLaw.english(LibraryLaw.edited(LibraryLaw.en, en)))
        let (main, others) = language == .zh ? (chinese, english) : (english, chinese)
        return BilingualChanges(.between(main.0, main.1), main, beside: (others.0, others.1))
    }

    private static let newChinese = "图书馆应当把损坏图书的清单每三个月公布一次。"
    private static let newEnglish = "A library shall publish a list of damaged books every three months."

    @Test func nothingChangedNothingStale() {
        #expect(drawn() == [])
    }

    @Test func aChineseChangeThatEnglishDidNotFollowIsStale() {
        #expect(drawn(zh: { $0[1] = "图书馆应当每周开放六日，寒暑假期间不得闭馆。" }) == ["stale en unchanged 2|2 high"])
    }

    @Test func theSameIsFoundFromTheEnglishRedline() {
        #expect(
            drawn(zh: { $0[1] = "图书馆应当每周开放六日，寒暑假期间不得闭馆。" }, language: .en)
                == ["stale en unchanged 2|2 high"])
    }

    @Test func aChangeInBothIsInStep() {
        #expect(
            drawn(
                zh: { $0[2] = $0[2].replacing("三十日", with: "六十日") },
                en: { $0[2] = $0[2].replacing("thirty", with: "sixty") }) == [])
    }

    @Test func onlyTheArticleThatDidNotFollowIsStale() {
        #expect(
            drawn(
                zh: {
                    $0[2] = $0[2].replacing("三十日", with: "六十日")
                    $0[5] = $0[5].replacing("五万元", with: "十万元")
                },
                en: { $0[2] = $0[2].replacing("thirty", with: "sixty") }) == ["stale en unchanged 6|6 high"])
    }

    @Test func aNewChineseArticleThatEnglishLacksIsStale() {
        #expect(drawn(zh: { $0.insert(Self.newChinese, at: 5) }) == ["stale en lacking 6| high"])
    }

    @Test func renumberingAloneIsNotStale() {
        let zh: (inout [String]) -> Void = {
            $0.insert(Self.newChinese, at: 2)
            $0[6] = $0[6].replacing("第四条", with: "第五条")
        }
        let en: (inout [String]) -> Void = {
            $0.insert(Self.newEnglish, at: 2)
            $0[6] = $0[6].replacing("Article 4", with: "Article 5")
        }
        #expect(drawn(zh: zh, en: en) == [])
    }

    @Test func punctuationAloneIsNotStale() {
        #expect(drawn(zh: { $0[4] = $0[4].replacing("；", with: "，") }) == [])
    }

    @Test func aChineseArticleThatIsGoneAndEnglishStillHasIsStale() {
        #expect(drawn(zh: { $0.remove(at: 4) }) == ["stale en kept 5|5 high"])
    }

    @Test func anArticleThatIsGoneInBothIsInStep() {
        #expect(drawn(zh: { $0.remove(at: 4) }, en: { $0.remove(at: 4) }) == [])
    }

    @Test func anEnglishRewordingWithoutTheChineseIsARevisedTranslation() {
        #expect(
            drawn(en: {
                $0[4] = $0[4].replacing(
                    "shall pay compensation at the price", with: "must reimburse its value")
            })
                == ["revised en revised 5|5 high"])
    }

    @Test func anEnglishChangeOfAnAmountLeavesTheChineseStale() {
        #expect(
            drawn(en: { $0[5] = $0[5].replacing("RMB 50,000", with: "RMB 80,000") }) == [
                "stale zh unchanged 6|6 high"
            ])
    }

    @Test func anEnglishCorrectionOfAnAmountIsARevisedTranslation() {
        let wrong = LibraryLaw.edited(LibraryLaw.en) {
            $0[5] = $0[5].replacing("RMB 50,000", with: "RMB 500,000")
        }
        let (old, new) = (LibraryLaw.english(wrong), LibraryLaw.english())
        let zh = (LibraryLaw.chinese(), LibraryLaw.chinese())
        let changes = BilingualChanges(.between(zh.0, zh.1), zh, beside: (old, new))
        #expect(changes?.stale == [])
        #expect(changes?.revised.map { line($0) } == ["en revised 6|6 low"])
    }

    @Test func aNewEnglishArticleWithoutTheChineseLeavesTheChineseStale() {
        #expect(drawn(en: { $0.insert(Self.newEnglish, at: 5) }) == ["stale zh lacking |6 high"])
    }

    @Test func aTranslationOfTheOlderVersionOnlySaysWhatMustBeTranslatedAnew() {
        let zh = (
            LibraryLaw.chinese(),
            LibraryLaw.chinese(
                LibraryLaw.edited(LibraryLaw.zh) {
                    $0[1] = "图书馆应当每周开放六日，寒暑假期间不得闭馆。"
                    $0.insert(Self.newChinese, at: 5)
                })
        )
        let changes = BilingualChanges(.between(zh.0, zh.1), zh, beside: (LibraryLaw.english(), nil))
        #expect(changes?.stale.map { line($0) } == ["en not-held 2|2 high", "en lacking 6| medium"])
    }

    @Test func withoutTheOtherLanguageNothingIsSaid() {
        let zh = (LibraryLaw.chinese(), LibraryLaw.chinese())
        #expect(BilingualChanges(.between(zh.0, zh.1), zh, beside: (nil, nil)) == nil)
    }

    @Test func theOtherLanguageStandsBesideEachEntry() throws {
        let newer = LibraryLaw.edited(LibraryLaw.zh) { $0[2] = $0[2].replacing("三十日", with: "六十日") }
        let translated = LibraryLaw.edited(LibraryLaw.en) { $0[2] = $0[2].replacing("thirty", with: "sixty") }
        let zh = (LibraryLaw.chinese(), LibraryLaw.chinese(newer))
        let set = ChangeSet.between(zh.0, zh.1)
        let both = try #require(
            BilingualChanges(set, zh, beside: (LibraryLaw.english(), LibraryLaw.english(translated))))
        let entry = try #require(set.changes.first { $0.kind == .modified })
        let words = try #require(both.words(for: entry))
        #expect(words.language == .en)
        #expect(words.before.map(\.string) == [LibraryLaw.en[2]])
        #expect(words.after.map(\.string) == [translated[2]])
        #expect(words.ground == .number && words.confidence == .high)
        #expect(words.changes?.map(\.kind) == [.modified])
        #expect(both.remarks(on: entry) == [])
    }

    @Test func anAssumedWordingIsNeverSaidToBeStale() {
        let zh = (
            LibraryLaw.chinese(), LibraryLaw.chinese(LibraryLaw.edited(LibraryLaw.zh) { $0[1] = "图书馆每日开放。" })
        )
        let en = (LibraryLaw.english(), LibraryLaw.english())
        let assumed = Provenance(general: Provenance.Record(fidelity: .assumed))
        let changes = BilingualChanges(
            .between(zh.0, zh.1), zh, beside: (en.0, en.1), provenance: (.official, assumed))
        #expect(changes?.stale == [])
    }
}
