import Statute
import Testing

@testable import Redline

@Suite struct BilingualAlignmentTests {
    private func align(zh: [String] = LibraryLaw.zh, en: [String] = LibraryLaw.en) -> BilingualAlignment {
        .between(zh: LibraryLaw.chinese(zh), en: LibraryLaw.english(en))
    }

    @Test func equalStructurePairsByNumberAndHasNoNotes() {
        let alignment = align()
        #expect(numbers(alignment) == "1=1 2=2 3=3 4=4 5=5 6=6 7=7")
        #expect(
            alignment.pairs.allSatisfy { $0.ground == .number && $0.confidence == .high },
            "\(drawn(alignment))")
        #expect(alignment.notes.isEmpty)
    }

    @Test func linesOfAPairGoOneToOne() {
        let lines = align().pair(of: ProvisionPath("art_4"), in: .zh)?.lines ?? []
        #expect(lines.map { "\($0.zh.count):\($0.en.count)" } == ["1:1", "1:1", "1:1", "1:1"])
        #expect(lines.allSatisfy { $0.zh == $0.en })
    }

    @Test func anArticleThatEnglishLacksIsNamedAndTheLaterOnesFollow() {
        let alignment = align(en: LibraryLaw.edited(LibraryLaw.en) { $0.remove(at: 2) })
        #expect(numbers(alignment) == "1=1 2=2 4=3 5=4 6=5 7=6 3=")
        #expect(notes(alignment).first == "missing: en lacks 第三条")
        // Its own numbers are one off, and so is the one reference that was left as it stood.
        #expect(alignment.notes.map(\.category).filter { $0 == .numbering }.count == 4)
    }

    @Test func anArticleThatEnglishLacksWithoutRenumberingIsNamed() {
        let en = law(
            LibraryLaw.en.enumerated().filter { $0.offset != 4 }.map {
                "Article \($0.offset + 1) \($0.element)"
            }
            .joined(separator: "\n"), .en)
        let alignment = BilingualAlignment.between(zh: LibraryLaw.chinese(), en: en)
        #expect(numbers(alignment) == "1=1 2=2 3=3 4=4 6=6 7=7 5=")
        #expect(notes(alignment) == ["missing: en lacks 第五条"])
    }

    @Test func anArticleThatChineseLacksIsNamed() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) {
                $0.insert(
                    "A library shall keep a list of damaged books and publish it every three months.", at: 5)
            })
        #expect(numbers(alignment) == "1=1 2=2 3=3 4=4 5=5 6=7 7=8 =6")
        #expect(notes(alignment).first == "missing: zh lacks Article 6")
    }

    @Test func numbersOneOffAreCarriedByWhatSurvivesTranslation() {
        // The Chinese is of a later version, with a new second article.
        let alignment = align(
            zh: LibraryLaw.edited(LibraryLaw.zh) {
                $0.insert("县级人民政府应当把图书馆建设纳入规划，鼓励企业捐赠图书和设备。", at: 1)
            })
        #expect(numbers(alignment) == "1=1 3=2 4=3 5=4 6=5 7=6 8=7 2=")
        #expect(alignment.pair(of: ProvisionPath("art_7"), in: .zh)?.ground == .anchors)
        #expect(alignment.pair(of: ProvisionPath("art_6"), in: .zh)?.ground == .structure)
        #expect(alignment.pair(of: ProvisionPath("art_1"), in: .zh)?.ground == .number)
    }

    @Test func paragraphsThatAreMergedInOneLanguageStillPair() {
        let zh = "图书馆应当建立读者档案。\n读者死亡的，档案保存二十年。\n档案由馆长负责。"
        let en = """
            A library shall keep archives of its readers. Where a reader dies, the archive is kept for twenty years.
            The head of the library is responsible for the archives.
            """
        let alignment = align(
            zh: LibraryLaw.edited(LibraryLaw.zh) { $0[4] = zh },
            en: LibraryLaw.edited(LibraryLaw.en) { $0[4] = en })
        #expect(notes(alignment) == ["paragraphs: 第五条: zh has 3 paragraphs, en 2"])
        let lines = alignment.pair(of: ProvisionPath("art_5"), in: .zh)?.lines ?? []
        #expect(lines.map { "\($0.zh.count):\($0.en.count)" } == ["2:1", "1:1"])
    }

    @Test func aLostItemIsNamedAndTheOthersPairByTheirWords() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) {
                $0[3] = """
                    A library shall not commit any of the following acts:
                    (1) providing personal information of readers to others;
                    (2) refusing registration without proper reason.
                    """
            })
        #expect(notes(alignment) == ["items: 第四条: zh has 3 items, en 2"])
        let lines = alignment.pair(of: ProvisionPath("art_4"), in: .zh)?.lines ?? []
        let points = lines.map {
            "\($0.zh.map(\.rawValue).joined(separator: "+"))=\($0.en.map(\.rawValue).joined(separator: "+"))"
        }
        #expect(
            points.dropFirst().joined(separator: " ")
                == "art_4__point_1= art_4__point_2=art_4__point_1 art_4__point_3=art_4__point_2")
    }

    @Test func anAmountThatDiffersIsNamedWithBothValues() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) {
                $0[5] = $0[5].replacing("RMB 50,000", with: "RMB 500,000")
            })
        #expect(
            notes(alignment) == [
                "numbers: 第六条: numbers differ: zh 五万元 (50000 CNY), en RMB 500,000 (500000 CNY)"
            ])
    }

    @Test func anAmountIsLookedForInItsOwnParagraph() {
        let zh = LibraryLaw.zh[5] + "\n图书馆违反的，处五万元以上十万元以下罚款。"
        let en =
            LibraryLaw.en[5]
            + "\nWhere a library does so, it is fined not less than RMB 50,000 and not more than RMB 100,000."
        let alignment = align(
            zh: LibraryLaw.edited(LibraryLaw.zh) { $0[5] = zh },
            en: LibraryLaw.edited(LibraryLaw.en) {
                $0[5] = en.replacing("more than RMB 50,000", with: "more than RMB 100,000")
            })
        #expect(
            notes(alignment) == [
                "numbers: 第六条: numbers differ: zh 五万元 (50000 CNY), en RMB 100,000 (100000 CNY)"
            ])
    }

    @Test(arguments: [
        ("档案应当保存二十年。", "Archives may be kept for twenty years.", "zh 应当, en may"),
        ("馆员可以查阅档案。", "Staff shall consult the archives.", "zh 可以, en shall"),
        ("馆员不得出借档案。", "Staff may lend archives.", "zh 不得, en may"),
        ("登记不准确的，馆员应当更正。", "Where an entry is inaccurate, staff shall correct it.", nil),
        ("对歧视性的禁止、限制措施，可以采取对等措施。", "Like measures may be taken against discriminatory bans.", nil),
        ("馆员不准出借档案。", "Staff may lend archives.", "zh 不准, en may"),
        ("馆员不得出借档案。", "No member of staff may lend archives.", nil),
        ("档案应当保存二十年。", "Archives must be kept for twenty years.", nil),
        ("馆员可以查阅档案，应当登记。", "Staff may consult archives and shall register.", nil),
        ("经许可方可查阅，馆员应当登记。", "Archives may be consulted only with a licence; staff register.", nil),
    ]) func aDutyThatBecameAPermissionIsNamed(zh: String, en: String, difference: String?) {
        #expect(ModalityCheck.difference(zh: zh, en: en) == difference)
    }

    @Test func aDateThatDiffersIsNamed() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) { $0[6] = "These Measures come into force on 1 May 2021." })
        #expect(notes(alignment) == ["numbers: 第七条: numbers differ: zh 2021年3月1日, en 1 May 2021"])
    }

    @Test func aReferenceThatDiffersIsNamed() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) { $0[5] = $0[5].replacing("Article 4", with: "Article 3") })
        #expect(notes(alignment) == ["references: 第六条: references differ: zh 第四条, en Article 3"])
    }

    @Test func aReferenceThatFollowsTheOtherNumberingIsNoDifference() {
        let alignment = align(
            en: LibraryLaw.edited(LibraryLaw.en) {
                $0.insert("Books of great age are kept in a separate room under lock.", at: 1)
                $0[6] = $0[6].replacing("Article 4", with: "Article 5")
            })
        #expect(numbers(alignment) == "1=1 2=3 3=4 4=5 5=6 6=7 7=8 =2")
        #expect(!alignment.notes.contains { $0.category == .references })
    }

    @Test func preambleAndAnnexPairWithTheirLike() {
        let zh = law("试验规则\n序言\n各方商定如下。\n第一条 设备每日校准。\n附件\n1. 水泵二台\n2. 风机十二台", .zh)
        let en = law(
            "Trial Rules\nPreamble\nThe parties agree as follows.\nArticle 1 The equipment is calibrated daily.\nAnnex\n1. two pumps\n2. twelve fans",
            .en)
        let alignment = BilingualAlignment.between(zh: zh, en: en)
        #expect(alignment.unpairedChinese.isEmpty && alignment.unpairedEnglish.isEmpty, "\(drawn(alignment))")
        #expect(alignment.pairs.allSatisfy { $0.zh.kind == $0.en.kind })
    }

    @Test func twoLawsWithNothingInCommonAreSaidToBeUnrelated() {
        let other = [
            "Cattle are vaccinated by the veterinary station before being driven to the mountain pasture in spring, and each herd carries a health certificate.",
            "Bulls.",
            "The milk price is fixed each January by the dairy council at its ordinary meeting in accordance with Article 19 of the Dairy Statute, after hearing two farmers, two bakers and one consumer, and is published in 3 newspapers within 45 days.",
            "Export of heifers requires a permit; customs verify it.",
            "Pastures burn in autumn only under watch; fires spreading to forests cost RMB 7,000,000 at most, and imprisonment follows.",
            "Herdsmen.",
            "Tax on wool is 17 percent, on hides 23 percent, on horn 4 percent, payable each 15 December 1987 to the bank that the military garrison names, and refunded on application with original invoices.",
        ]
        let alignment = align(en: other)
        #expect(alignment.pairs.isEmpty, "\(drawn(alignment))")
        #expect(alignment.notes.map(\.category) == [.unrelated])
    }

    @Test func articlesThatAreAllAlikePairByNumber() {
        let alignment = align(
            zh: [String](repeating: "泄露数据的罚款十日。", count: 9),
            en: [String](repeating: "Leaking data is fined for ten days.", count: 9))
        #expect(numbers(alignment) == "1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9")
    }

    @Test func anEmptyTextLeavesEverythingUnpaired() {
        let empty = StatuteText(title: "", language: .en, headnotes: [], root: Provision(kind: .body))
        let alignment = BilingualAlignment.between(zh: LibraryLaw.chinese(), en: empty)
        #expect(alignment.pairs.isEmpty)
        #expect(alignment.unpairedChinese.count == 7)
    }
}
