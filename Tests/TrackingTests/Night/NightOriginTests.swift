import Foundation
import GitStore
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("Where a night finds texts")
struct NightOriginTests {
    private let feed = "http://site.example/feed"

    private func found(_ id: String, _ type: String, _ more: String) -> String {
        "- {id: \(id), type: \(type), role: official\(more)}\n"
    }

    @Test(
        "entries of a feed that hold all the words are followed, and make versions of what they turn out to be"
    )
    func feeds() async throws {
        let bench = try NightBench(
            sources: found("news", "feed", ", url: \"http://site.example/feed\", words: [试验法, 修订草案]"))
        bench.web[feed] = .text(
            """
            http://site.example/2026-10/05/draft.html 试验法（修订草案征求意见稿）公开征求意见
            http://site.example/2026-10/06/other.html 别的法（修订草案征求意见稿）公开征求意见
            http://site.example/2026-10/06/talk.html 试验法有关负责人答记者问
            """)
        bench.web["http://site.example/2026-10/05/draft.html"] = .text(
            NightBench.law("试验法（修订草案征求意见稿）", note: nil))
        let report = try await bench.night(0)
        #expect(report.outcomes.map(\.kind) == [.unchanged, .changed])
        // What a feed lists when it is first read was there before, and is no news.
        #expect(!report.outcomes[1].isNews)
        #expect(try bench.library().load("cn/test-law@comments").record.backfill == true)
        #expect(report.outcomes[0].detail == "1 document found")
        #expect(try bench.versions() == ["2026-10-05.comments"])
        #expect(bench.web.asked.map(\.url) == [feed, "http://site.example/2026-10/05/draft.html"])
        let second = try await bench.night(1)
        #expect(second.outcomes.map(\.kind) == [.unchanged, .unchanged])
        #expect(second.commits == 0)
        bench.web[feed] = .text("http://site.example/2026-11/03/again.html 试验法（修订草案再次征求意见稿）公布")
        bench.web["http://site.example/2026-11/03/again.html"] = .text(
            NightBench.law("试验法（修订草案再次征求意见稿）", note: nil))
        let third = try await bench.night(2)
        #expect(third.outcomes.map(\.kind) == [.unchanged, .changed])
        #expect(third.outcomes[1].isNews)
        #expect(try bench.versions() == ["2026-10-05.comments", "2026-11-03.comments-again"])
    }

    @Test("a file whose name says that it is a draft is that draft")
    func draftFile() async throws {
        let bench = try NightBench(sources: found("inbox", "folder", ", path: inbox/test-law"))
        let name = "snapshots/inbox/test-law/2025-03-28 试验法（修正草案）征求意见稿.txt"
        try bench.folder.write(NightBench.law("试验法（修正草案征求意见稿）", note: nil), to: name)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
            ofItemAtPath: bench.folder.url.appending(path: name).path)
        #expect((try await bench.night(0)).outcomes.map(\.kind) == [.unchanged, .changed])
        #expect(try bench.versions() == ["2025-03-28.comments"])
    }

    @Test("states of a page in an archive are fetched once, and say what it said on their days")
    func archive() async throws {
        let page = "http://www.site.example/law.html"
        let bench = try NightBench(
            sources: found(
                "wayback", "memento",
                ", url: \"\(page)\", timemap: \"http://archive.example/map/\", version: draft-1, "
                    + "from: 2015-07-06, to: 2016-12-31, raw: true"))
        let days = ["20150708000000", "20150801000000", "20160301000000"]
        bench.web["http://archive.example/map/" + page] = .text(
            """
            <\(page)>; rel="original",
            <http://archive.example/20150708000000/\(page)>; rel="first memento"; datetime="Wed, 08 Jul 2015 00:00:00 GMT",
            <http://archive.example/20150801000000/\(page)>; rel="memento"; datetime="Sat, 01 Aug 2015 00:00:00 GMT",
            <http://archive.example/20160301000000/\(page)>; rel="memento"; datetime="Tue, 01 Mar 2016 00:00:00 GMT",
            <http://archive.example/20190301000000/\(page)>; rel="last memento"; datetime="Fri, 01 Mar 2019 00:00:00 GMT"
            """)
        let moments = [
            "Wed, 08 Jul 2015 00:00:00 GMT", "Sat, 01 Aug 2015 00:00:00 GMT", "Tue, 01 Mar 2016 00:00:00 GMT",
        ]
        for (number, day) in days.enumerated() {
            let text = number < 2 ? "网络经营单位不得保存记录。" : "网络经营单位可以保存记录。"
            bench.web["http://archive.example/\(day)id_/\(page)"] = .state(
                NightBench.law("试验法（草案）", changing: [7: text], note: nil), of: page, at: moments[number])
        }
        let report = try await bench.night(0)
        #expect(report.outcomes.map(\.kind) == [.unchanged, .changed, .unchanged, .changed])
        #expect(try bench.versions() == ["2015-07-06.draft-1", "2016-03-01.observed"])
        let version = try bench.library().load("cn/test-law@draft-1")
        let text = try #require(version.texts[.zh])
        #expect(text.provenance.general.note == "as an archive kept it on 2015-07-08T00:00:00Z")
        // Ours is another date: when we fetched it.
        #expect(text.record.captured == "2026-11-01T02:30:00Z")
        let asked = bench.web.asked.count
        let second = try await bench.night(1)
        #expect(second.outcomes.map(\.detail) == ["4 states listed, 3 of them wanted, 3 held"])
        #expect(bench.web.asked.count == asked + 1)
    }

    @Test("files in a drop box are taken in once, each as the version that its own words or its name tell")
    func dropBox() async throws {
        let bench = try NightBench(sources: found("inbox", "folder", ", path: inbox/test-law"))
        #expect((try await bench.night(0)).outcomes.map(\.kind) == [.unchanged])
        let text = NightBench.law(note: nil)
        try bench.folder.write(text, to: "snapshots/inbox/test-law/试验法(2016-11-07).txt")
        try bench.folder.write("half", to: "snapshots/inbox/test-law/other.txt.part")
        let old = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
        for name in ["试验法(2016-11-07).txt", "other.txt.part"] {
            try FileManager.default.setAttributes(
                old, ofItemAtPath: bench.folder.url.appending(path: "snapshots/inbox/test-law/\(name)").path)
        }
        let report = try await bench.night(1)
        #expect(report.outcomes.map(\.kind) == [.unchanged, .changed])
        #expect(report.outcomes[0].detail.contains("other.txt.part"))
        #expect(try bench.versions() == ["2016-11-07.adopted"])
        let again = try await bench.night(2)
        #expect(again.outcomes.map(\.kind) == [.unchanged, .unchanged])
        #expect(again.commits == 0)
    }

    @Test(
        "each dated file of a repository whose name is the law's is a version; the copy is updated once a night"
    )
    func repository() async throws {
        let bench = try NightBench(sources: "")
        let remote = bench.folder.url.appending(path: "remote")
        try bench.declare(
            "test-law", "试验法", found("laws", "git", ", url: \"file://\(remote.path)\", path: 行政法"))
        func commit(_ name: String, _ text: String) throws {
            try bench.folder.write(text, to: "remote/行政法/\(name)")
            for words in [
                ["init", "-q", "-b", "main"], ["add", "-A"],
                ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x"],
            ] {
                let run = try CommandRun(URL(filePath: "/usr/bin/git"), ["-C", remote.path] + words)
                try #require(run.status == 0)
            }
        }
        try commit("试验法(2016-11-07).md", NightBench.law())
        try commit("别的法(2016-11-07).md", NightBench.law("别的法"))
        let first = try await bench.night(0)
        #expect(first.outcomes.map(\.kind) == [.unchanged, .changed])
        #expect(try bench.versions() == ["2016-11-07.adopted"])
        try commit(
            "试验法(2026-10-28).md",
            NightBench.law(
                changing: [3: "第三类业务的记录保存两年。"], note: "（2016年11月7日通过　根据2026年10月28日的决定修正）"))
        #expect((try await bench.night(1)).outcomes.map(\.kind) == [.unchanged, .unchanged, .changed])
        #expect(try bench.versions() == ["2016-11-07.adopted", "2026-10-28.amended"])
        #expect((try await bench.night(2)).commits == 0)
    }
}
