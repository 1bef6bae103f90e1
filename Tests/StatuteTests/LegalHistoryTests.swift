import Statute
import TestSupport
import Testing

@Suite("Legal history")
struct LegalHistoryTests {
    @Test("headnotes tell adoption, revision and amendment apart")
    func events() {
        let events = LegalHistory.events(in: [
            "1999年10月7日 某令第1号发布", "（二〇一一年一月八日修正）", "2023年4月27日 某令第2号修订",
            "根据2018年3月5日《关于修改三部法规的决定》",
        ])
        #expect(
            events.map { "\($0.date) \($0.act)" } == [
                "1999-10-07 adopted", "2011-01-08 amended", "2018-03-05 amended", "2023-04-27 revised",
            ])
    }

    @Test("English headnotes tell them apart, whatever the order of day and month")
    func englishEvents() {
        func events(_ note: String) -> [String] {
            LegalHistory.events(in: [note]).map { "\($0.date) \($0.act)" }
        }
        #expect(
            events(
                "(Adopted at the 24th Session of the Standing Committee on November 7, 2016; amended on 28 October 2025)"
            )
                == ["2016-11-07 adopted", "2025-10-28 amended"])
        #expect(events("Revised at the 5th Session on Apr. 26th, 2023") == ["2023-04-26 revised"])
        #expect(
            events("Amended in accordance with the Decision adopted at the 3rd Session on 1 July 2015")
                == ["2015-07-01 amended"])
        #expect(events("Signed on 30 July 2021 and published on 17 August 2021") == ["2021-07-30 adopted"])
        #expect(events("Issued on 7 October 1999 by Order No. 273") == ["1999-10-07 adopted"])
        #expect(events("Adopted on May 9, 2014, effective as of June 1, 2014") == ["2014-05-09 adopted"])
        #expect(events("Order No. 7, 2016 of May 2016, the 31 November 2016") == [])
    }

    @Test("a day of taking effect in a headnote is no act")
    func commencementInHeadnote() {
        let events = LegalHistory.events(in: ["（2016年11月7日某会议通过　自2017年6月1日起施行）"])
        #expect(events.map(\.date.description) == ["2016-11-07"])
    }

    @Test("an English commencement clause with a day gives it, and none of another law")
    func englishEffective() {
        func day(_ clause: String) -> String? {
            let parsed = StatuteParser.parse("Article 1 One.\nArticle 2 \(clause)", language: .en)
            return LegalHistory.effectiveDate(of: parsed.text)?.description
        }
        #expect(day("This Law comes into force on 1 June 2017.") == "2017-06-01")
        #expect(day("These Measures shall take effect as of September 1st, 2022.") == "2022-09-01")
        #expect(day("This Law shall be effective from Jan. 1, 2020.") == "2020-01-01")
        #expect(day("This Law comes into force on the date of promulgation.") == nil)
        #expect(
            day(
                "This Law comes into force on the day of publication. The Law adopted on 22 February 1993 is repealed."
            )
                == nil)
    }

    @Test("a commencement clause with a day gives it; one that refers to publication does not")
    func effective() {
        let dated = StatuteParser.parse("第一条 甲。\n第二条 本法自2017年6月1日起施行。", language: .zh)
        #expect(LegalHistory.effectiveDate(of: dated.text)?.description == "2017-06-01")
        let undated = StatuteParser.parse("第一条 甲。\n第二条 本法自公布之日起施行。", language: .zh)
        #expect(LegalHistory.effectiveDate(of: undated.text) == nil)
    }

    @Test("version names are read, sorted and abbreviated")
    func versionNames() throws {
        let draft = try #require(VersionName("2015-07-06.draft-1"))
        let undated = try #require(VersionName("undated.undated"))
        #expect(undated < draft)
        #expect(draft.answers(to: "draft-1") && draft.answers(to: "2015-07") && !draft.answers(to: "draft"))
        #expect(VersionName("2015-13-06.draft-1") == nil)
        #expect(InstrumentID("cn/../x") == nil)
        #expect(InstrumentID("cn/a-b1")?.slug == "a-b1")
    }
}
