import Foundation
import GitStore
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("A rebuild of the versions in their store")
struct RebuildTests {
    private let url = "http://law.example/a"

    /// As a reader that finds one article more.
    private func longer(_ text: String) -> String { text + "第十三条　网络经营单位应当备案。\n" }

    /// As a reader that loses the last article.
    private func shorter(_ text: String) -> String {
        text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    }

    private func bench() async throws -> NightBench {
        let bench = try NightBench()
        bench.web[url] = .text(NightBench.law())
        _ = try await bench.night(0)
        return bench
    }

    @Test("what reads as it is stored is left alone: no branch moves")
    func same() async throws {
        let bench = try await bench()
        bench.web[url] = .text(NightBench.law(changing: [7: "网络经营单位不得保存记录。"]))
        _ = try await bench.night(1)
        let tips = try bench.tips()
        let report = try bench.rebuild()
        // The first capture stands in the history of its source only.
        #expect(report.versions == 2)
        #expect(report.same == 2)
        #expect(report.commits == 0)
        #expect(!report.needsPerson)
        #expect(try bench.tips() == tips)
    }

    @Test(
        "a version that reads otherwise is written again under its name, with its dates and provenance, as an upgrade"
    )
    func upgrade() async throws {
        let bench = try await bench()
        let before = try bench.library().load("cn/test-law@adopted").record
        let report = try bench.rebuild(NightBench.ports(longer))
        #expect(report.commits == 1)
        #expect(report.upgraded.map(\.articles) == [1])
        #expect(report.upgraded.map(\.first) == ["art_13"])
        #expect(report.upgraded.map(\.line.version) == ["cn/test-law@2016-11-07.adopted"])
        let library = try bench.library()
        let commit = try #require(try library.store.log(.versions, limit: 1).first)
        #expect(commit.trailer(.upgrade) == "rebuilt: its capture is read otherwise today")
        #expect(commit.trailer(.capture) == "site")
        let version = try library.load("cn/test-law@adopted")
        #expect(version.texts[.zh]?.text.articleLevel.count == 13)
        var expected = before
        expected.texts["zh"]?.articles = 13
        #expect(version.record == expected)
        #expect(report.timelines == 1)
        #expect(try library.store.timeline(#require(InstrumentID("cn/test-law"))).count == 1)
    }

    @Test("a second rebuild finds nothing to do, and the readers of before bring back what was")
    func idempotent() async throws {
        let bench = try await bench()
        let tree = try bench.library().store.list(.versions)
        _ = try bench.rebuild(NightBench.ports(shorter))
        let tips = try bench.tips()
        #expect(try bench.rebuild(NightBench.ports(shorter)).commits == 0)
        #expect(try bench.tips() == tips)
        #expect(try bench.rebuild().commits == 1)
        #expect(try bench.library().store.list(.versions) == tree)
    }

    @Test("an upgrade is no news")
    func noNews() async throws {
        let bench = try await bench()
        bench.web[url] = .text(NightBench.law(changing: [7: "网络经营单位不得保存记录。"]))
        _ = try await bench.night(1)
        let id = try #require(InstrumentID("cn/test-law"))
        do {
            let library = try bench.writable()
            var watch = try UpgradeWatch(library: library, now: NightBench.later)
            watch.observe(id, versions: try library.versions(of: id), steps: [])
            _ = try watch.record()
        }
        #expect(try bench.rebuild(NightBench.ports(longer)).upgraded.count == 2)
        let library = try bench.library()
        let watch = try UpgradeWatch(library: library, now: NightBench.later)
        let outbox = Outbox(library: library, folder: bench.folder.url, now: NightBench.later)
        let pairs = try VersionPair.consecutive(of: id, in: library)
        #expect(pairs.count == 1)
        for pair in pairs {
            #expect(try !watch.leadsOn(pair))
            #expect(try !outbox.isNews(pair, watch: watch))
        }
        #expect((try await bench.night(2)).outcomes.filter(\.isNews).isEmpty)
    }

    @Test(
        "what can no longer be read, or would lose all or half of its articles, is named and stays as it is")
    func unreadable() async throws {
        let bench = try await bench()
        let tips = try bench.tips()
        let none = try bench.rebuild(NightBench.ports { _ in "试验法\n" })
        let half = try bench.rebuild(NightBench.ports { _ in NightBench.law(articles: 5) })
        var ports = NightBench.ports()
        ports.reader = { .failure(ReadingFault(.lossy, "\($0.name): cannot be read")) }
        let failed = try bench.rebuild(ports)
        for report in [none, half, failed] {
            #expect(report.unreadable.map(\.version) == ["cn/test-law@2016-11-07.adopted"])
            #expect(report.needsPerson)
            #expect(report.commits == 0)
        }
        #expect(failed.unreadable.map(\.reason) == ["\(url): cannot be read"])
        #expect(try bench.tips() == tips)
    }

    @Test(
        "a version whose capture is not in the store is named and stays as it is; the others are made again")
    func missing() async throws {
        let bench = try await bench()
        let id = try #require(InstrumentID("cn/test-law"))
        do {
            let library = try bench.writable()
            let key = VersionKey(instrument: id, version: try library.version("adopted", of: id))
            let stored = try #require(try library.store.version(key))
            var record = try VersionRecord(stored.metadata)
            record.version = "2020-01-01.amended"
            record.texts["zh"]?.sha256 = String(repeating: "0", count: 64)
            var batch = StoreBatch()
            batch.add(
                try .version(
                    VersionKey(instrument: id, version: #require(VersionName("2020-01-01.amended"))),
                    texts: stored.texts, metadata: record.encoded(), title: "Add",
                    time: UInt32(NightBench.first)),
                to: .versions)
            _ = try library.store.write(batch)
        }
        let report = try bench.rebuild(NightBench.ports(longer))
        #expect(report.missing.map(\.version) == ["cn/test-law@2020-01-01.amended"])
        #expect(report.upgraded.map(\.line.version) == ["cn/test-law@2016-11-07.adopted"])
        #expect(report.needsPerson)
        #expect(try bench.library().load("cn/test-law@amended").texts[.zh]?.text.articleLevel.count == 12)
    }

    @Test("several laws that only lose words are held back until a person says that this is right")
    func losses() async throws {
        let bench = try await bench()
        for (slug, title) in [("other-law", "别的法"), ("third-law", "第三法")] {
            try bench.declare(slug, title, NightBench.page("site", "http://\(slug).example/", "current"))
            bench.web["http://\(slug).example/"] = .text(NightBench.law(title))
        }
        _ = try await bench.night(1)
        let tips = try bench.tips()
        let held = try bench.rebuild(NightBench.ports(shorter))
        #expect(held.held.count == 3)
        #expect(held.upgraded.isEmpty)
        #expect(held.needsPerson)
        #expect(try bench.tips() == tips)
        let taken = try bench.rebuild(NightBench.ports(shorter), takesLosses: true)
        #expect(taken.upgraded.count == 3)
        #expect(taken.commits == 3)
        #expect(!taken.needsPerson)
    }

    @Test("what is held back stays as it is, and no version is made of it")
    func quarantine() async throws {
        let bench = try await bench()
        bench.web[url] = .text(NightBench.law("渔业管理办法"))
        _ = try await bench.night(1)
        let held = try QuarantineDesk(bench.library()).entries()
        #expect(held.count == 1)
        let runs = try bench.library().store.tip(.runs)
        let report = try bench.rebuild(NightBench.ports(longer))
        #expect(report.texts == 1)
        #expect(try QuarantineDesk(bench.library()).entries() == held)
        #expect(try bench.library().store.tip(.runs) == runs)
        #expect(try bench.versions() == ["2016-11-07.adopted"])
    }

    @Test(
        "provenance that is declared article by article goes with its articles: such a text is not made again alone"
    )
    func declaredProvenance() throws {
        let bench = try Bench()
        try bench.seed("2016-01-01.adopted", ["Firms shall keep logs.", "Firms shall report."])
        try bench.folder.write(
            """
            schema: 1
            text: 2016-01-01.adopted.en.txt
            language: en
            translated_by: Lexwatch
            default: {fidelity: rendered, source: [a test]}
            provisions: [{at: [art_2], fidelity: reported, source: [a paper]}]
            """, to: "snapshots/cn/test-law/2016-01-01.adopted.en.provenance.yml")
        _ = try bench.run()
        func rebuild(_ more: String) throws -> RebuildReport {
            let store = try GitStore(path: bench.storePath(), access: .writing)
            let decoder = Decoder(
                read: bench.decoder.read,
                decode: { bytes, _ in
                    Decoder.Decoded(string: String(decoding: bytes, as: UTF8.self) + more, notice: nil)
                })
            return try Rebuild(
                library: Library(register: bench.register, store: store),
                ports: RebuildPorts(decoder: decoder, reader: NightBench.reader())
            ).inPlace(now: NightBench.later)
        }
        #expect(try rebuild("").same == 1)
        #expect(try rebuild("\n\nArticle 3 Firms shall register.\n").unreadable.count == 1)
        #expect(try rebuild("\n\n(a) in writing;\n\n(b) at once.\n").upgraded.map(\.first) == ["art_2"])
    }
}
