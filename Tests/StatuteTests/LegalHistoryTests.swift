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
