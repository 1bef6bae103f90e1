import Statute
import Testing

@testable import Redline

/// References to chapters: formal where they follow the chapter, else substantive.
@Suite struct ContainerReferenceTests {
    private func text(_ chapters: [(String, String)], last: String) -> String {
        let digits = ["一", "二", "三", "四", "五", "六"]
        var lines: [String] = []
        for (index, chapter) in chapters.enumerated() {
            lines += ["第\(digits[index])章 \(chapter.0)", "第\(digits[index])条 \(chapter.1)"]
        }
        let next = digits[chapters.count]
        return (lines + ["第\(next)章 附则", "第\(next)条 \(last)"]).joined(separator: "\n")
    }

    private let general = ("总则", "学会管理图书室，制定本规定。")
    private let loans = ("借阅", "借阅人凭证件入室，随身物品存入柜中。")
    private let staff = ("人员", "馆员应当参加培训，每年考核一次。")

    @Test func aReferenceThatFollowsItsChapterIsFormal() {
        let set = redline(
            text([general, loans], last: "分馆的管理参照适用本规定第二章的规定。"),
            text([general, staff, loans], last: "分馆的管理参照适用本规定第三章的规定。"))
        #expect(
            drawn(set) == """
                inserted →2 substantive
                renumbered 2→3 formal
                renumbered 3→4 formal
                  cross-reference 第二章→第三章 neither
                """)
    }

    @Test func aReferenceToAnotherChapterIsSubstantive() {
        let set = redline(
            text([general, staff, loans], last: "分馆的管理参照适用本规定第二章的规定。"),
            text([general, staff, loans], last: "分馆的管理参照适用本规定第三章的规定。"))
        #expect(drawn(set) == "modified 4→4 substantive\n  cross-reference 第二章→第三章 unclear")
    }

    @Test func aChapterOfAnotherTextIsNone() {
        let set = redline("第一条 依照《甲法》第二章办理移交手续。", "第一条 依照《甲法》第三章办理移交手续。")
        #expect(set.changes.flatMap(\.reasons).map(\.class) == [.text])
    }

    @Test(arguments: [("Chapter II", "2"), ("Chapter 3", "3"), ("Part XIV", "14"), ("Section 2", "2")])
    func englishNumbersAreRead(_ words: String, _ number: String) {
        let provision = law("Article 1 \(words) applies to branches.", .en).articleLevel[0]
        let reading = Reading(Passage(ArticleText(provision)), .words)
        #expect(ContainerReference.holding(1..<2, in: reading)?.number == number)
    }
}
