import Foundation
import GitStore
import Rendering
import Statute
import TestSupport
import Testing
import Tracking

@Suite("The nightly run")
struct SnapshotRunTests {
    private let two = ["Firms shall keep logs.", "This Law enters into force on publication."]
    private let three = [
        "Firms shall keep logs.", "Firms shall report.", "This Law enters into force on publication.",
    ]

    @Test("keeps the bytes first, makes the version, and mails nothing on the first run")
    func firstRun() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        let result = try bench.run()
        #expect(result.commits == 3)
        #expect(result.lines.map(\.outcome) == [.captured])
        let library = try bench.library()
        let key = try CaptureKey(
            instrument: #require(InstrumentID("cn/test-law")), source: "bundled.2016-01-01.adopted.en")
        let capture = try #require(try library.store.capture(key))
        let file = bench.folder.url.appending(path: "snapshots/cn/test-law/2016-01-01.adopted.en.txt")
        #expect(capture.document == [UInt8](try Data(contentsOf: file)))
        let version = try library.load("cn/test-law@adopted")
        #expect(version.texts[.en]?.text.articleLevel.count == 2)
        #expect(version.record.texts["en"]?.sha256 == SHA256.hex(of: capture.document))
    }

    @Test("the same run twice makes no commit, whatever the clock says")
    func idempotent() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run()
        let tips = try StoreBranch.allCases.map { try bench.library().store.tip($0) }
        let second = try bench.run(at: 1_000_100_000)
        #expect(second.commits == 0)
        #expect(try StoreBranch.allCases.map { try bench.library().store.tip($0) } == tips)
    }

    @Test("a new last version is news; an older one that is filled in later is not")
    func news() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run()
        try bench.seed("2017-01-01.amended", three)
        #expect(
            try bench.run().lines.filter { $0.outcome == .changed }.map(\.subject) == [
                "cn/test-law@2017-01-01.amended"
            ])
        try bench.seed("2015-01-01.draft-1", two)
        let backfill = try bench.run()
        #expect(!backfill.lines.contains { $0.outcome == .changed })
        #expect(backfill.commits == 3)
    }

    @Test("a corrected rendering is an upgrade of the same version, and no news")
    func upgrade() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run()
        try bench.seed("2016-01-01.adopted", ["Firms must keep logs.", two[1]])
        let result = try bench.run()
        #expect(!result.lines.contains { $0.outcome == .changed })
        let last = try #require(try bench.library().store.log(.versions, limit: 1).first)
        #expect(last.trailer(.upgrade) == "rendering or parser")
    }

    @Test("a text that cannot be the law is kept as a capture and makes no version")
    func quarantine() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", ["Page not found."])
        let result = try bench.run()
        #expect(result.needsPerson)
        #expect(result.lines.map(\.outcome) == [.quarantined])
        let library = try bench.library()
        #expect(try library.versions(of: #require(InstrumentID("cn/test-law"))) == [])
        #expect(try library.store.sources(of: #require(InstrumentID("cn/test-law"))).count == 2)
    }

    @Test("one bad law does not stop the night")
    func oneBadLaw() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        try bench.folder.write(
            "# No provenance\n\nArticle 1 A.\n", to: "snapshots/cn/test-law/2017-01-01.amended.en.txt")
        let result = try bench.run()
        #expect(result.needsPerson)
        #expect(Set(result.lines.map(\.outcome)) == [.captured, .failed])
    }

    @Test("two machines make the same object ids from the same material")
    func reproducible() throws {
        let bench = try Bench()
        try bench.seed("2015-01-01.draft-1", two, fidelity: "reported")
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run(store: "a.git")
        _ = try bench.run(store: "b.git")
        for branch in [StoreBranch.captures, .versions] {
            #expect(try bench.library("a.git").store.tip(branch) == bench.library("b.git").store.tip(branch))
        }
    }

    @Test("an imported official text joins the declared version beside our rendering")
    func join() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run()
        try bench.folder.write(
            "# 中华人民共和国试验法\n\n2016年1月1日 某会通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 本法自公布之日起施行。\n",
            to: "corpus/行政法/试验法(2016-01-01).md")
        let store = try GitStore(path: bench.storePath(), access: .writing)
        let library = Library(register: try bench.register, store: store)
        var recorder = Recorder(library: library, now: 1_000_000_000)
        let importing = ImportFolder(path: bench.folder.url.appending(path: "corpus"), layout: .lawrefbook)
        let arrival = try importing.arrival(
            #require(importing.files().first), register: bench.register, decoder: bench.decoder)
        #expect(try recorder.take(arrival) == .joined)
        _ = try recorder.commit()
        let version = try library.load("试验法@2016-01-01")
        #expect(Set(version.texts.keys) == [.zh, .en])
        #expect(version.texts[.zh]?.provenance.general.fidelity == .official)
    }

    @Test("reading a version costs the same however long the history is")
    func constantReads() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", two)
        _ = try bench.run()
        func reads() throws -> Int {
            let library = try bench.library()
            let before = library.store.objectReads
            _ = try library.load("cn/test-law@2016-01-01.adopted")
            return library.store.objectReads - before
        }
        let first = try reads()
        for year in 0..<20 {
            try bench.seed("2016-01-01.adopted", ["Firms shall keep logs for \(year) years.", two[1]])
            _ = try bench.run()
        }
        #expect(try reads() == first)
    }
}
