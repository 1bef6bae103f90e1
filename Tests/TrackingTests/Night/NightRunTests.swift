import Foundation
import GitStore
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("A night over the sources")
struct NightRunTests {
    private let url = "http://law.example/a"

    @Test(
        "the first capture keeps bytes and exchange, and is the official text of the version its headnote names"
    )
    func first() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        let report = try await bench.night(0)
        #expect(report.outcomes.map(\.kind) == [.changed])
        #expect(!report.outcomes[0].isNews)
        #expect(try bench.versions() == ["2016-11-07.adopted"])
        let library = try bench.library()
        let key = try CaptureKey(instrument: #require(InstrumentID("cn/test-law")), source: "site")
        let capture = try #require(try library.store.capture(key))
        #expect(capture.document == Array(NightBench.law().utf8))
        #expect(try CaptureRecord(capture.metadata).exchange?.field("etag") == "\"1\"")
        let version = try library.load("cn/test-law@adopted")
        #expect(version.texts[.zh]?.provenance.general.fidelity == .official)
    }

    @Test("a second night with the same bytes makes no commit on captures, versions or decisions")
    func quiet() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        let branches: [StoreBranch] = [.captures, .versions, .decisions]
        let tips = try branches.map { try bench.library().store.tip($0) }
        let report = try await bench.night(1)
        #expect(report.outcomes.map(\.kind) == [.unchanged])
        #expect(report.commits == 0)
        #expect(try branches.map { try bench.library().store.tip($0) } == tips)
        #expect(bench.web.asked.last?.validators?.etag == "\"1\"")
    }

    @Test("validators are trusted for a week, then the whole text is asked for")
    func validators() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .same
        #expect((try await bench.night(1)).outcomes.map(\.kind) == [.unchanged])
        #expect((try await bench.night(6)).outcomes[0].sha256 == SHA256.hex(of: Array(NightBench.law().utf8)))
        #expect(bench.web.asked.last?.validators != nil)
        _ = try await bench.night(7)
        #expect(bench.web.asked.last?.validators == nil)
    }

    @Test(
        "a text that changes under an unchanged headnote is a version observed on that day in Beijing, with its window"
    )
    func observed() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .text(NightBench.law(changing: [7: "网络经营单位不得保存记录。"]))
        let report = try await bench.night(3, hour: 20)
        #expect(report.outcomes.map(\.kind) == [.changed])
        #expect(report.outcomes[0].isNews)
        #expect(
            report.outcomes[0].detail.contains(
                "observed between 2026-11-01T02:30:00Z and 2026-11-04T22:30:00Z"))
        #expect(try bench.versions() == ["2016-11-07.adopted", "2026-11-05.observed"])
        let window = try bench.library().load("cn/test-law@observed").record.window
        #expect(window == .init(after: "2026-11-01T02:30:00Z", before: "2026-11-04T22:30:00Z"))
        #expect(report.missed.map(\.description) == ["2026-11-02", "2026-11-03", "2026-11-04"])
        #expect((try await bench.night(4, hour: 20)).outcomes.map(\.kind) == [.unchanged])
    }

    @Test("a new headnote date names the new version")
    func amended() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .text(
            NightBench.law(
                changing: [7: "网络经营单位不得保存记录。"],
                note: "（2016年11月7日通过　根据2026年10月28日《关于修改〈试验法〉的决定》修正）"))
        #expect((try await bench.night(1)).outcomes.map(\.kind) == [.changed])
        #expect(try bench.versions() == ["2016-11-07.adopted", "2026-10-28.amended"])
    }

    @Test("blanks, line ends and zero-width signs change nothing, though the bytes are kept")
    func blanks() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .text(
            NightBench.law().replacing("，", with: "，\u{200B}").replacing("\n", with: "\r\n"))
        let report = try await bench.night(1)
        #expect(report.outcomes.map(\.kind) == [.unchanged])
        #expect(report.commits == 1)
        #expect(try bench.versions() == ["2016-11-07.adopted"])
    }

    @Test("sources of one version are tried in order, and the rest is not needed")
    func chain() async throws {
        let bench = try NightBench(
            sources: NightBench.page("one", "http://one.example/", "current")
                + NightBench.page("two", "http://two.example/", "current")
                + NightBench.page("three", "http://three.example/", "current"))
        bench.web["http://one.example/"] = .failure(.connect, transient: true)
        bench.web["http://two.example/"] = .text(NightBench.law())
        let report = try await bench.night(0)
        #expect(
            report.outcomes.map { "\($0.source) \($0.kind)" }.sorted() == [
                "cn/test-law/one failed", "cn/test-law/three deferred", "cn/test-law/two changed",
            ])
        // A transient failure is tried once more at the end.
        #expect(
            bench.web.asked.map(\.url) == [
                "http://one.example/", "http://one.example/", "http://two.example/",
            ])
    }

    @Test("one bad source stops nothing, and what fails for days is told once and resolved once")
    func broken() async throws {
        let bench = try NightBench()
        try bench.declare("other-law", "别的法", NightBench.page("site", "http://other.example/", "current"))
        bench.web[url] = .failure(.tls, transient: false)
        bench.web["http://other.example/"] = .text(NightBench.law("别的法"))
        let first = try await bench.night(0)
        #expect(first.outcomes.map(\.kind) == [.changed, .failed])
        #expect(first.outcomes.filter(\.isNews).isEmpty)
        _ = try await bench.night(1)
        #expect((try await bench.night(3)).outcomes.filter(\.isNews).map(\.source) == ["cn/test-law/site"])
        #expect((try await bench.night(4)).outcomes.filter(\.isNews).isEmpty)
        bench.web[url] = .text(NightBench.law())
        let fifth = try await bench.night(5)
        #expect(fifth.outcomes.map(\.kind) == [.unchanged, .changed])
        #expect(fifth.outcomes[1].detail.contains("answers again, after failing since 2026-11-01"))
    }

    @Test("a server that says when to come back is left alone until then")
    func later() async throws {
        let bench = try NightBench()
        bench.web[url] = .later(2 * 86_400)
        #expect((try await bench.night(0)).outcomes.map(\.kind) == [.deferred])
        #expect((try await bench.night(1)).outcomes.map(\.kind) == [.deferred])
        #expect(bench.web.asked.count == 1)
        bench.web[url] = .text(NightBench.law())
        #expect((try await bench.night(3)).outcomes.map(\.kind) == [.changed])
    }

    @Test("another law at the address is held back with its bytes until a person lets it in")
    func quarantine() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .text(NightBench.law("渔业管理办法"))
        let held = try await bench.night(1)
        #expect(held.outcomes.map(\.kind) == [.quarantined])
        #expect(held.outcomes[0].isNews)
        let second = try await bench.night(2)
        #expect(!second.outcomes[0].isNews)
        #expect(try bench.versions() == ["2016-11-07.adopted"])
        let entry = try #require(try QuarantineDesk(bench.library()).entries().first)
        #expect(entry.source == "cn/test-law/site")
        #expect(entry.held.open.seen == 2)
        let commit = try #require(ObjectID(entry.held.commit))
        let key = try CaptureKey(instrument: #require(InstrumentID("cn/test-law")), source: "site")
        #expect(
            try bench.library().store.capture(key, at: commit)?.document
                == Array(NightBench.law("渔业管理办法").utf8))
        bench.web[url] = .text(NightBench.law())
        #expect((try await bench.night(3)).outcomes.map(\.kind) == [.unchanged])
        #expect(try QuarantineDesk(bench.library()).entries().isEmpty)
    }

    @Test("every night attests every source, the same bytes included")
    func attestation() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        _ = try await bench.night(1)
        let store = try bench.library().store
        let bytes = try #require(
            try store.read(.runs, StoreLayout.night(NightBench.first + NightBench.day)))
        let record = try NightRecord(bytes)
        #expect(record.last == Instant(secondsSince1970: NightBench.first))
        #expect(record.lines.map(\.outcome) == [.unchanged])
        #expect(record.lines[0].sha256 == SHA256.hex(of: Array(NightBench.law().utf8)))
    }

    @Test("a run that died before it noted what it did makes nothing twice")
    func died() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        bench.web[url] = .text(NightBench.law(changing: [7: "网络经营单位不得保存记录。"]))
        _ = try await bench.night(1)
        // As if the last commit on runs had never been made.
        let path = bench.folder.url.appending(path: "store.git/refs/heads/runs")
        let before = try #require(try bench.library().store.log(.runs).dropFirst().first)
        try "\(before.id)\n".write(to: path, atomically: true, encoding: .utf8)
        let again = try await bench.night(2)
        #expect(again.outcomes.map(\.kind) == [.unchanged])
        #expect(try bench.versions() == ["2016-11-07.adopted", "2026-11-02.observed"])
    }

    @Test("a page that goes back to what it said before is an unstable source and no amendment")
    func flipFlop() async throws {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        for night in 1...10 as ClosedRange<Int64> {
            let isNew = night % 2 == 1
            bench.web[url] = .text(
                isNew ? NightBench.law(changing: [7: "网络经营单位不得保存记录。"]) : NightBench.law())
            let report = try await bench.night(night)
            #expect(
                report.outcomes.map(\.kind) == [night == 1 ? .changed : isNew ? .unchanged : .quarantined])
        }
        #expect(try bench.versions() == ["2016-11-07.adopted", "2026-11-02.observed"])
    }

    @Test("many sources that turn at once are held back, and told as one")
    func brake() async throws {
        let bench = try NightBench()
        let titles = ["甲法", "乙法", "丙法", "丁法", "戊法", "己法"]
        for (number, title) in titles.enumerated() {
            let page = "http://law.example/\(number)"
            try bench.declare("law-\(number)", title, NightBench.page("site", page, "current"))
            bench.web[page] = .text(NightBench.law(title))
        }
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        for (number, title) in titles.enumerated() {
            bench.web["http://law.example/\(number)"] = .text(
                NightBench.law(title, changing: [3: "第三条已经变化。"]))
        }
        let report = try await bench.night(1)
        #expect(report.brake != nil)
        #expect(report.count(.quarantined) == 6)
        #expect(report.count(.changed) == 0)
        for number in titles.indices { #expect(try bench.versions("law-\(number)").count == 1) }
    }
}
