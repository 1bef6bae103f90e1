import Foundation
import GitStore
import Glibc
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("What an import refuses, by name, while the rest comes in")
struct ImportRefusalTests {
    private let good = ImportBench.law("良法", ["经营者应当报告。"])

    private func refusals(_ scene: ImportBench) throws -> [Refusal] {
        try scene.folder.write(good, to: "texts/良法(2012-02-02).md")
        let report = try scene.run(scene.input())
        #expect(report.counted.first { $0.kind == .added }?.number ?? 0 >= 1)
        #expect(report.needsPerson == !report.refusals.isEmpty)
        return report.refusals
    }

    @Test("names that steer a terminal, cannot be seen, or are not UTF-8")
    func hostileNames() throws {
        let scene = try ImportBench()
        let folder = scene.folder.url.appending(path: "texts").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let names: [[UInt8]] = [
            Array("a\nb(2012-01-01).md".utf8), Array("a\u{1b}[2Jb.md".utf8), Array("\u{202e}dm.txt".utf8),
            Array("a\u{200b}b.md".utf8), Array("back\\slash.md".utf8),
            [0x66, 0xff, 0xfe] + Array(".md".utf8),
        ]
        for name in names {
            let file = fopen(
                Array(folder.utf8CString.dropLast()) + [0x2f] + name.map { CChar(bitPattern: $0) } + [0], "w")
            let opened = try #require(file)
            _ = good.withCString { fputs($0, opened) }
            fclose(opened)
        }
        let found = try refusals(scene)
        #expect(found.count == names.count)
        for refusal in found {
            #expect(!(refusal.origin + refusal.reason).unicodeScalars.contains(where: Printable.steers))
            #expect(refusal.reason.contains("rename it"))
        }
    }

    @Test("names of devices and long paths are names like others, since no name becomes a path of the store")
    func harmlessNames() throws {
        let scene = try ImportBench()
        let long = String(repeating: "长", count: 80)
        for name in [
            "con.md", "aux(2012-01-01).txt", "NUL.md", "\(long)/\(long)/\(long).md", "COM1/x y.md",
            "100%2e.md", "a?b#c.md",
        ] {
            try scene.folder.write(ImportBench.law("法之\(name.utf8.count)", ["甲。"]), to: "texts/\(name)")
        }
        try scene.folder.write(good, to: "texts/.git/良法.md")
        try scene.folder.write(good, to: "texts/.hidden.md")
        #expect(try refusals(scene) == [])
        for id in try scene.bench.library().instruments() where id.slug.hasPrefix("t-") {
            for source in try scene.bench.library().store.sources(of: id) {
                #expect(source.source.hasPrefix("folder."))
            }
        }
    }

    @Test("links, pipes, and what cannot be decoded")
    func noFiles() throws {
        let scene = try ImportBench()
        try scene.folder.write(good, to: "elsewhere/秘密.md")
        let texts = scene.folder.url.appending(path: "texts")
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        let elsewhere = scene.folder.url.appending(path: "elsewhere")
        try FileManager.default.createSymbolicLink(
            at: texts.appending(path: "folder"), withDestinationURL: elsewhere)
        try FileManager.default.createSymbolicLink(
            at: texts.appending(path: "link.md"), withDestinationURL: elsewhere.appending(path: "秘密.md"))
        #expect(mkfifo(texts.appending(path: "pipe.md").path, 0o600) == 0)
        #expect(try refusals(scene).map(\.origin) == ["folder", "link.md", "pipe.md"])
    }

    @Test("a title that is the id of an instrument, of any country, declared or not")
    func titleIsID() throws {
        let scene = try ImportBench()
        try scene.folder.write(ImportBench.law("cn/test-law", ["甲。"]), to: "texts/a(2012-01-01).md")
        try scene.folder.write(ImportBench.law("us/eo-13873", ["甲。"]), to: "texts/b(2012-01-01).md")
        let found = try refusals(scene)
        #expect(found.map(\.origin) == ["a(2012-01-01).md", "b(2012-01-01).md"])
        #expect(found.allSatisfy { $0.reason.contains("is the id of an instrument") })
        #expect(try scene.bench.library().versions(of: #require(InstrumentID("cn/test-law"))) == [])
    }

    @Test("a title whose id the store has for another title: both are named")
    func collision() throws {
        let scene = try ImportBench()
        try scene.folder.write(ImportBench.law("甲办法", ["甲。"]), to: "texts/甲办法(2012-01-01).md")
        // As if the hash of 甲办法 were that of 乙办法: the store has its id for the latter.
        let store = try GitStore(path: scene.bench.storePath(), access: .writing)
        let library = Library(register: try scene.bench.register, store: store)
        var arrival = try scene.input().arrival(
            "甲办法(2012-01-01).md", register: library.register, decoder: scene.bench.decoder)
        arrival.title = "乙办法"
        arrival.source = "folder.000000000000"
        var recorder = Recorder(library: library, now: ImportBench.now)
        #expect(try recorder.take(arrival) == .added)
        arrival.title = "丙办法"
        #expect(throws: ImportFault.self) { try recorder.take(arrival) }
        _ = try recorder.commit()
        let before = try store.tip(.captures)
        let run = ImportRun(library: library, decoder: scene.bench.decoder, now: ImportBench.now)
        try run.run([scene.input()])
        let refusal = try #require(run.report.refusals.first)
        #expect(refusal.reason.contains("“甲办法”") && refusal.reason.contains("“乙办法”"))
        #expect(refusal.reason.contains(arrival.instrument.description))
        #expect(try store.tip(.captures) == before)
    }

    @Test("a title whose id is declared for another title")
    func declaredCollision() throws {
        let scene = try ImportBench()
        let id = try #require(TitleSlug.id(for: "甲办法"))
        let yaml = try String(
            contentsOf: scene.folder.url.appending(path: "laws/cn/test-law/instrument.yml"), encoding: .utf8)
        try scene.folder.write(
            yaml.replacingOccurrences(of: "cn/test-law", with: id.description)
                .replacingOccurrences(of: "试验法", with: "乙办法")
                .replacingOccurrences(of: "Test Law", with: "Second Measures"),
            to: "laws/\(id)/instrument.yml")
        try scene.folder.write(ImportBench.law("甲办法", ["甲。"]), to: "texts/甲办法(2012-01-01).md")
        let found = try refusals(scene)
        #expect(found.count == 1)
        #expect(found.first?.reason.contains("Second Measures") == true)
    }

    @Test("names that differ only by case or Unicode form are told, and both are kept")
    func twins() throws {
        let scene = try ImportBench()
        for (name, words) in [
            ("Ordnung\u{fc}ber Daten(2012-01-01).md", "甲。"),
            ("Ordnungu\u{308}ber Daten(2012-01-01).md", "乙。"),
            ("ORDNUNG\u{dc}BER Daten(2012-01-01).md", "丙。"),
        ] {
            try scene.folder.write(
                "第一条 \(words)\n", to: "texts/\(name)")
        }
        let report = try scene.run(scene.input())
        #expect(report.refusals == [])
        #expect(report.notes.count { $0.contains("only by case or Unicode form") } == 2)
        // NFC and NFD are one title and so one version; another case is another title.
        let store = try scene.bench.library().store
        let ids = try store.instruments(on: .captures)
        #expect(try ids.map { try store.sources(of: $0).count }.sorted() == [1, 2])
        #expect(report.counted.map(\.kind) == [.added, .second])
    }
}
