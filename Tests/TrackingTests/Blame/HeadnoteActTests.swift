import Statute
import Testing

@testable import Tracking

@Suite("Acts that headnotes name")
struct HeadnoteActTests {
    private func drawn(_ headnotes: String...) -> [String] {
        HeadnoteAct.all(in: headnotes).map { "\($0.date) \($0.act.rawValue) \($0.words)" }
    }

    @Test("one act a line")
    func lines() {
        #expect(
            drawn("2001年3月2日 试飞委员会第五次会议通过　", "2007年6月5日试飞委员会《关于修改〈试飞办法〉的决定》第一次修正）") == [
                "2001-03-02 adopted 2001年3月2日 试飞委员会第五次会议通过",
                "2007-06-05 amended 2007年6月5日试飞委员会《关于修改〈试飞办法〉的决定》第一次修正",
            ])
    }

    @Test("several acts in one line of brackets, one of them begun with 根据")
    func oneLine() {
        #expect(
            drawn("（2001年3月2日试飞委员会通过　根据2007年6月5日《关于修改〈试飞办法〉的决定》修正；2015年9月8日修订）") == [
                "2001-03-02 adopted 2001年3月2日试飞委员会通过",
                "2007-06-05 amended 根据2007年6月5日《关于修改〈试飞办法〉的决定》修正",
                "2015-09-08 revised 2015年9月8日修订",
            ])
    }

    @Test("a day of commencement is no act")
    func commencement() {
        #expect(
            drawn("2001年3月2日试飞委员会令第1号公布　自2001年5月1日起施行") == [
                "2001-03-02 adopted 2001年3月2日试飞委员会令第1号公布"
            ])
    }

    @Test("brackets that belong to the words stay")
    func brackets() {
        #expect(drawn("(2001年3月2日试飞委员会通过（临时）)") == ["2001-03-02 adopted 2001年3月2日试飞委员会通过（临时）"])
    }

    @Test("the clause that names a day, in both languages")
    func words() throws {
        let day = try #require(CalendarDate("2025-10-28"))
        let note = "Adopted on 7 November 2016; amended by the Decision of the Council of 28 October 2025."
        #expect(
            HeadnoteAct.words(of: day, in: [note])
                == "amended by the Decision of the Council of 28 October 2025")
        #expect(HeadnoteAct.words(of: day, in: ["（2025年10月28日修正）"]) == "2025年10月28日修正")
        #expect(HeadnoteAct.words(of: day, in: ["（2025年10月2日修正）"]) == nil)
    }

    @Test("whatever stands there is read without harm")
    func hostile() {
        for words in ["", "；；；", "（（（", "年月日", "根据根据　根据", "99999999999999999999年1月1日通过", "\u{3000}"] {
            #expect(HeadnoteAct.all(in: [words]).allSatisfy { !$0.words.isEmpty })
        }
    }
}
