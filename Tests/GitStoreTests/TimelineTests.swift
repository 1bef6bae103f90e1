import Foundation
import GitStore
import Statute
import Testing

@Suite struct TimelineTests {
    private func timeline(_ id: String, _ dates: [String]) throws -> Timeline {
        Timeline(
            instrument: try instrument(id),
            entries: dates.map { date in
                Timeline.Entry(
                    date: CalendarDate(date), texts: ["zh": bytes("第一条\n\(date)\n")], title: "\(id) \(date)",
                    trailers: [Trailer(.version, "\(date).adopted")])
            })
    }

    @Test func `a law reads as its history in legal order`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let report = try store.rebuild([timeline("cn/x", ["2016-11-07", "1949-10-01", "2015-07-06"])])
        #expect(report.moved == [try instrument("cn/x")])
        #expect(report.packs == 1)
        let log = try scratch.git("log", "--reverse", "--format=%s %ad", "--date=short", "timeline/cn/x")
            .output
        #expect(log == "cn/x 1949-10-01 1970-01-01\ncn/x 2015-07-06 2015-07-06\ncn/x 2016-11-07 2016-11-07\n")
        let patch = try scratch.git("log", "-p", "--format=%s", "-1", "timeline/cn/x", "--", "zh.txt").output
        #expect(patch.contains("-2015-07-06\n+2016-11-07\n"))
        #expect(try store.timelines() == [try instrument("cn/x")])
        #expect(
            try store.timeline(instrument("cn/x")).map { $0.trailer(.legalDate) } == [
                "2016-11-07", "2015-07-06", "1949-10-01",
            ])
    }

    @Test(
        "dates that git cannot hold are clamped and stand in a trailer",
        arguments: [
            ("0001-01-01", 0), ("1969-12-31", 0), ("1970-01-01", 0), ("1970-01-02", 86_400),
            ("2038-01-20", 2_147_558_400),
            ("2106-02-06", 4_294_857_600), ("2106-02-07", 4_294_857_600), ("9999-12-31", 4_294_857_600),
            ("undated", 0),
        ] as [(String, Int64)])
    func clamped(date: String, time: Int64) throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try store.rebuild([timeline("cn/x", [date])])
        let shown = try scratch.git(
            "log", "--format=%at %ct %(trailers:key=Legal-Date,valueonly,separator=%x2C)", "timeline/cn/x")
        #expect(shown.output == "\(time) \(time) \(date)\n")
        #expect(try store.timeline(instrument("cn/x")).first?.time == time)
        #expect(try scratch.git("fsck", "--strict", "--full").status == 0)
    }

    @Test func `rebuilding the same moves nothing and gives the same ids anywhere`() throws {
        let (one, two) = (try Scratch(), try Scratch())
        let all = try [timeline("cn/x", ["2001-01-01", "2002-01-01"]), timeline("cn/y", ["1999-01-01"])]
        let store = try one.open()
        #expect(try store.rebuild(all).moved.count == 2)
        let again = try store.rebuild(all)
        #expect(again.moved.isEmpty)
        #expect(again.unchanged.count == 2)
        #expect(again.packs == 0)
        let other = try two.open()
        try other.rebuild(Array(all.reversed()))
        #expect(try other.timeline(all[0].instrument) == store.timeline(all[0].instrument))
    }

    @Test func `a back-filled version rewrites the timeline and an empty one goes`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        try store.rebuild([timeline("cn/x", ["2001-01-01", "2003-01-01"])])
        try store.rebuild([timeline("cn/x", ["2001-01-01", "2002-01-01", "2003-01-01"])])
        let key = try instrument("cn/x")
        #expect(
            try store.timeline(key).map(\.title) == ["cn/x 2003-01-01", "cn/x 2002-01-01", "cn/x 2001-01-01"])
        #expect(try store.rebuild([timeline("cn/x", [])]).removed == [key])
        #expect(try store.timelines().isEmpty)
        #expect(try store.timeline(key).isEmpty)
    }

    @Test func `many timelines share one pack`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let report = try store.rebuild(
            (1...40).map { try timeline("cn/law-\($0)", ["2001-01-01", "2002-01-01"]) })
        #expect(report.packs == 1)
        #expect(try store.timelines().count == 40)
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-dangling").status == 0)
    }
}
