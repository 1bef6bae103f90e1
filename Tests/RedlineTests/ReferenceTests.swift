import Statute
import Testing

@testable import Redline

@Suite struct ReferenceTests {
    private let first = "第一条 为了保护数据，制定这部试验用的法律。"
    private let second = "第二条 任何单位处理数据，适用本法的各项规则。"
    private let third = "第三条 国家设立试验机构，统一办理登记。"
    private let inserted = "第三条 省级机关设立分支窗口，受理居民的投诉。"

    @Test func aReferenceThatFollowsTheRenumberingIsFormal() {
        let old = [first, second, third, "第四条 违反本法第三条规定的，由试验机构公告。"]
        let new = [
            first, second, inserted, "第四条 国家设立试验机构，统一办理登记。", "第五条 违反本法第四条规定的，由试验机构公告。",
        ]
        #expect(
            drawn(redline(old.joined(separator: "\n"), new.joined(separator: "\n"))) == """
                inserted →3 substantive
                renumbered 3→4 formal
                renumbered 4→5 formal
                  cross-reference 第三条→第四条 neither
                """)
    }

    @Test func aReferenceThatFollowsInAnArticleThatKeepsItsNumberIsAFormalModification() {
        let old = ["第一条 试验机构的职责见第三条。", second, third]
        let new = ["第一条 试验机构的职责见第四条。", second, inserted, "第四条 国家设立试验机构，统一办理登记。"]
        #expect(
            drawn(redline(old.joined(separator: "\n"), new.joined(separator: "\n"))) == """
                modified 1→1 formal
                  cross-reference 第三条→第四条 neither
                inserted →3 substantive
                renumbered 3→4 formal
                """)
    }

    @Test func aReferenceThatPointsElsewhereIsSubstantive() {
        let old = [first, second, third, "第四条 违反本法第三条规定的，由试验机构公告。"]
        let new = [first, second, third, "第四条 违反本法第二条规定的，由试验机构公告。"]
        #expect(
            drawn(redline(old.joined(separator: "\n"), new.joined(separator: "\n"))) == """
                modified 4→4 substantive
                  cross-reference 第三条→第二条 unclear
                """)
    }

    @Test func aReferenceThatWasForgottenInTheRenumberingIsSubstantive() {
        let old = [first, second, third, "第四条 违反本法第三条规定的，由试验机构公告。"]
        let new = [
            first, second, inserted, "第四条 国家设立试验机构，统一办理登记。", "第五条 违反本法第三条规定的，由试验机构公告。",
        ]
        #expect(
            drawn(redline(old.joined(separator: "\n"), new.joined(separator: "\n"))) == """
                inserted →3 substantive
                renumbered 3→4 formal
                renumbered 4→5 substantive
                  cross-reference 第三条→第三条 unclear
                """)
    }

    @Test func aReferenceIntoAnotherLawIsComparedLiterally() {
        let old = [first, second, third, "第四条 违反《甲法》第三条规定的，由试验机构公告。"]
        let new = [
            first, second, inserted, "第四条 国家设立试验机构，统一办理登记。", "第五条 违反《甲法》第四条规定的，由试验机构公告。",
        ]
        #expect(
            drawn(redline(old.joined(separator: "\n"), new.joined(separator: "\n"))) == """
                inserted →3 substantive
                renumbered 3→4 formal
                modified 4→5 substantive
                  cross-reference 第三条→第四条 unclear
                """)
    }

    @Test func aParagraphReferenceFollowsTheParagraph() {
        let old = "第一条 总则的文字在这里。\n第二条 单位应当登记。\n登记的期限由机构公告。\n第三条 违反第二条第二款的，予以公告批评。"
        let new =
            "第一条 总则的文字在这里。\n第二条 单位应当登记。\n个人自愿参加培训和考试。\n登记的期限由机构公告。\n第三条 违反第二条第三款的，予以公告批评。"
        #expect(
            drawn(redline(old, new)) == """
                modified 2→2 substantive
                  text ∅→个人自愿参加培训和考试。
                 unclear
                modified 3→3 formal
                  cross-reference 第二条第二款→第二条第三款 neither
                """)
    }

    @Test func englishReferencesFollowOneByOne() {
        let old = """
            Article 1 This statute protects the data of residents.
            Article 2 The office keeps a register of processors.
            Article 3 Processors notify the office of every breach.
            Article 4 Whoever violates Articles 2 to 3 of this Law is named in public. Article 5 of the Criminal Code applies.
            """
        let new = """
            Article 1 This statute protects the data of residents.
            Article 2 Residents may ask for a copy of the records that concern them.
            Article 3 The office keeps a register of processors.
            Article 4 Processors notify the office of every breach.
            Article 5 Whoever violates Articles 3 to 4 of this Law is named in public. Article 5 of the Criminal Code applies.
            """
        #expect(
            drawn(redline(old, new, .en)) == """
                inserted →2 substantive
                renumbered 2→3 formal
                renumbered 3→4 formal
                renumbered 4→5 formal
                  cross-reference Articles 2→Articles 3 neither
                  cross-reference 3→4 neither
                """)
    }

    @Test(arguments: [
        ("第一百二十条之一第二款第（三）项", Reference(article: 120, branch: 1, paragraph: 2, item: 3)),
        ("第二款", Reference(paragraph: 2)), ("第15条", Reference(article: 15)),
        ("第（二）项", Reference(item: 2)), ("Article 21(1)", Reference(article: 21, paragraph: 1)),
        ("item (3) of Article 21", Reference(article: 21, item: 3)),
        ("paragraph 2 of Article 9", Reference(article: 9, paragraph: 2)),
    ])
    func aReferenceIsOneToken(_ text: String, _ expected: Reference) {
        let read = Passage(ArticleText(Provision(kind: .article, text: text)))
        #expect(read.tokens.map(\.kind) == [.reference])
        #expect(read.references == [expected])
    }

    @Test(arguments: ["第三章", "第三方机构", "第一时间", "articles of association", "paragraph", "item by item"])
    func otherOrdinalsAreNoReferences(_ text: String) {
        let read = Passage(ArticleText(Provision(kind: .article, text: text)))
        #expect(read.references.isEmpty)
    }

    @Test(arguments: [
        ("《刑法》第二条", true), ("刑法第二条", true), ("本法第二条", false), ("本条例第二条", false),
        ("《甲法》第二条、第三条", true), ("依照前款规定第二条", false), ("《甲法》（2012年）第二条", true),
        ("Article 2 of the Criminal Law", true), ("Articles 2 and 3 of the Criminal Law", true),
        ("Article 2 of this Law", false),
    ])
    func aNamedLawMakesAReferenceForeign(_ text: String, _ foreign: Bool) {
        let read = Passage(ArticleText(Provision(kind: .article, text: text)))
        let kinds = Set(read.tokens.map(\.kind).filter { $0 == .reference || $0 == .foreignReference })
        #expect(kinds == [foreign ? .foreignReference : .reference])
    }
}
