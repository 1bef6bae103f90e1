import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("Importing a repository's history")
struct ImportHistoryTests {
    private func law(_ words: String..., headnote: String? = nil) -> String {
        ImportBench.law("数据办法", words, headnote: headnote)
    }

    private let id = TitleSlug.id(for: "数据办法")

    private func articles(_ scene: HistoryScene, _ version: String) throws -> [String] {
        try scene.bench.bench.library().load("数据办法@\(version)").texts[.zh]?.text.articleLevel.map {
            ArticleText($0).lines.map(\.text).joined()
        } ?? []
    }

    @Test("a later state of one version is an upgrade of it; another date is another version")
    func upgrade() throws {
        let scene = try HistoryScene()
        scene.commit([("法/数据办法(2019-01-01).md", law("错字。"))], authored: 1_500_000_000)
        scene.commit([("法/数据办法(2019-01-01).md", law("正字。"))], authored: 1_500_000_100)
        scene.commit([("法/数据办法(2021-01-01).md", law("正字。", "新增。"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.counted.map { "\($0.number) \($0.kind)" } == ["2 added", "1 upgraded"])
        #expect(report.commits == 6 && report.timelines == 1)
        let store = try scene.bench.bench.library().store
        #expect(
            try store.versions(of: #require(id)).map(\.version.description) == [
                "2019-01-01.adopted", "2021-01-01.adopted",
            ])
        #expect(try articles(scene, "2019-01-01") == ["正字。"])
        let log = try store.log(.versions)
        #expect(log.map { $0.trailer(.upgrade) } == [nil, "rendering or parser", nil])
        #expect(log.map { $0.trailer(.revision) } == (try [0, 1, 2].map { try scene.id("main~\($0)") }))
    }

    @Test("the capture record names commit, path and the author's day, as git itself names the text")
    func record() throws {
        let scene = try HistoryScene()
        let text = law("甲。")
        scene.commit([("法/数据办法(2019-01-01).md", text)], authored: 1_500_000_000)
        try scene.write()
        _ = try scene.run()
        let store = try scene.bench.bench.library().store
        let law = try #require(id)
        let key = try #require(try store.sources(of: law).first)
        let kept = try #require(try store.capture(key))
        let record = try CaptureRecord(kept.metadata)
        let commit = try scene.id("main")
        #expect(key.source.hasPrefix("git."))
        #expect(record.commit == commit && record.path == "法/数据办法(2019-01-01).md")
        #expect(record.origin == "\(commit):法/数据办法(2019-01-01).md")
        #expect(record.archived == "2017-07-14T02:40:00Z")
        #expect(Array(text.utf8) == kept.document)
        #expect(try ImportBench.git("-C", scene.path, "show", record.origin) + "\n" == text)
    }

    @Test("an undated file is dated by its headnotes, state by state")
    func headnotes() throws {
        let scene = try HistoryScene()
        let first = "2018年3月2日 某会通过"
        scene.commit([("数据办法.md", law("甲。", headnote: first))])
        scene.commit([("数据办法.md", law("乙。", headnote: "\(first)\n\n2020年5月6日 某会修正"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.counted.map(\.kind) == [.added])
        #expect(
            try scene.bench.bench.library().versions(of: #require(id)).map(\.description) == [
                "2018-03-02.adopted", "2020-05-06.amended",
            ])
        #expect(try articles(scene, "2018-03-02") == ["甲。"])
    }

    @Test(
        "a file that is moved is no state of its own, and keeps its captures together; what goes back is one")
    func movedAndBack() throws {
        let scene = try HistoryScene()
        scene.commit([("甲/数据办法(2019-01-01).md", law("一。"))])
        scene.commit([("甲/数据办法(2019-01-01).md", nil), ("乙/数据办法(2019-01-01).md", law("一。"))])
        scene.commit([("乙/数据办法(2019-01-01).md", law("二。"))])
        scene.commit([("乙/数据办法(2019-01-01).md", law("一。"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.counted.map { "\($0.number) \($0.kind)" } == ["1 added", "2 upgraded"])
        let store = try scene.bench.bench.library().store
        #expect(try store.sources(of: #require(id)).count == 1)
        #expect(try store.log(.captures).count == 3)
        #expect(try articles(scene, "2019-01-01") == ["一。"])
    }

    @Test("a name that gets another date is another version, though no word of the text changed")
    func redated() throws {
        let scene = try HistoryScene()
        scene.commit([("数据办法(2019-01-01).md", law("一。"))])
        scene.commit([("数据办法(2019-01-01).md", nil), ("数据办法(2019-10-01).md", law("一。"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.counted.map { "\($0.number) \($0.kind)" } == ["2 added"])
        #expect(try scene.bench.bench.library().versions(of: #require(id)).count == 2)
    }

    @Test("one history named twice is read twice and brings nothing the second time")
    func twice() throws {
        let scene = try HistoryScene()
        scene.commit([("数据办法(2019-01-01).md", law("一。"))])
        scene.commit([("数据办法(2019-01-01).md", law("二。"))])
        try scene.write()
        let store = try GitStore(path: scene.bench.bench.storePath(), access: .writing)
        let run = ImportRun(
            library: Library(register: try scene.bench.bench.register, store: store),
            decoder: scene.bench.bench.decoder, now: ImportBench.now)
        try run.run([scene.input, scene.input])
        #expect(run.report.commits == 4)
        #expect(
            run.report.counted.map { "\($0.number) \($0.kind)" } == ["1 added", "1 upgraded", "2 unchanged"])
    }

    @Test("branches and merges end in what HEAD has")
    func merges() throws {
        let scene = try HistoryScene()
        let path = "数据办法(2019-01-01).md"
        let base = scene.commit([(path, law("一。"))])
        let ours = scene.commit([(path, law("二。"))], parents: [base])
        let theirs = scene.commit(
            [(path, law("三。")), ("别的(2019-01-01).md", law("别。"))], parents: [base], branch: "side")
        let merge = scene.commit([], parents: [ours, theirs])
        try scene.write()
        _ = merge
        _ = try scene.run()
        let log = try scene.bench.bench.library().store.log(.versions).map { $0.trailer(.revision) ?? "" }
        #expect(log.first == (try scene.id("main")))
        #expect(try articles(scene, "2019-01-01") == ["二。"])
    }

    @Test(
        "again changes nothing; a history that grew goes on; whatever the batches, the commits are the same")
    func again() throws {
        let scene = try HistoryScene()
        for state in 0..<12 {
            scene.commit([
                ("数据办法(2019-01-01).md", law("第\(state)稿。")),
                ("a\(state % 4).md", ImportBench.law("办法\(state % 4)", ["\(state)。"])),
            ])
        }
        try scene.write()
        let first = try scene.run(arrivals: 5)
        let tips = try scene.bench.tips()
        let second = try scene.run(at: ImportBench.now + 500)
        #expect(second.commits == 0 && second.files == first.files)
        #expect(second.counted.map(\.kind) == [.unchanged])
        #expect(try scene.bench.tips() == tips)
        _ = try scene.run(store: "other.git", workers: 1)
        #expect(try scene.bench.tips("other.git") == tips)
        scene.commit([("数据办法(2019-01-01).md", law("定稿。"))])
        try scene.write()
        let grown = try scene.run(at: ImportBench.now + 900)
        #expect(grown.commits == 2)
        #expect(try articles(scene, "2019-01-01") == ["定稿。"])
    }

    @Test(
        "a run that died between captures and versions is completed, commit for commit",
        arguments: [1, 3, 8, 15])
    func died(back: Int) throws {
        let scene = try HistoryScene()
        for state in 0..<8 {
            scene.commit([
                ("数据办法(2019-01-0\(1 + state % 3)).md", law("第\(state)稿。")), ("无\(state).md", "没有条款。\n"),
                ("b\(state % 2).md", ImportBench.law("办法\(state % 2)", ["\(state)。"])),
            ])
        }
        try scene.write()
        _ = try scene.run()
        let whole = try scene.bench.tips()
        try ImportBench.git(
            "-C", scene.bench.bench.storePath(), "update-ref", "refs/heads/versions", "versions~\(back)")
        let report = try scene.run()
        #expect(report.commits == back)
        #expect(try scene.bench.tips() == whole)
    }

    @Test("names that could deceive, and files that are none, are told once and left out")
    func hostile() throws {
        let scene = try HistoryScene()
        let long = String(repeating: "a", count: 300)
        scene.commit([
            ("\(long).md", law("甲。")), ("好(2019-01-01).md", law("乙。")), ("x\u{202e}dm.md", law("丙。")),
            ("con.md", ImportBench.law("康", ["丁。"])), ("img.png", "no text"),
        ])
        scene.commit([("好(2019-01-01).md", law("戊。"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.notes.count == 2 && report.notes.allSatisfy { $0.contains("left out") })
        #expect(report.counted.map { "\($0.number) \($0.kind)" } == ["2 added", "1 upgraded"])
    }

    @Test("the two Unicode forms of a name are two files with states of their own")
    func unicodeTwins() throws {
        let scene = try HistoryScene()
        let (nfc, nfd) = ("f\u{fc}r(2019-01-01).md", "fu\u{308}r(2019-01-01).md")
        scene.commit([(nfc, law("甲。")), (nfd, law("乙。"))])
        scene.commit([(nfd, law("丙。"))])
        try scene.write()
        let report = try scene.run()
        #expect(report.files == 3)
        #expect(report.notes.contains { $0.contains("only by case or Unicode form") })
        #expect(try scene.bench.bench.library().store.sources(of: #require(id)).count == 2)
    }

    @Test("a store of our own, an empty repository and a folder without one are no histories")
    func none() throws {
        let scene = try HistoryScene()
        #expect(throws: MirrorError.self) { try scene.run() }
        scene.commit([("数据办法.md", law("甲。"))])
        try scene.write()
        _ = try scene.run()
        #expect(throws: MirrorError.self) {
            try scene.bench.run(scene.bench.input("store.git", .git), store: "b.git")
        }
        #expect(throws: MirrorError.self) {
            try scene.bench.run(scene.bench.input("laws", .git), store: "b.git")
        }
    }
}
