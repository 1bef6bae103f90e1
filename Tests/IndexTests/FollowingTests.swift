import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Index

@Suite("the index follows the store")
struct FollowingTests {
    private let scene: IndexScene

    init() throws { scene = try IndexScene() }

    private static let first: [(UInt32, IndexScene.Draft)] = [
        (100, .chinese("2016-11-07.adopted", effective: "2017-06-01", ["经营者保存网络日志。", "不得要求披露源代码。"])),
        (
            200,
            .english(
                "2020-01-02.adopted", title: "Example Rules", id: "cn/example-rules",
                ["Operators shall keep logs."])
        ),
    ]
    private static let later: [(UInt32, IndexScene.Draft)] = [
        (
            300,
            .chinese("2025-10-28.amended", effective: "2026-01-01", ["经营者保存网络日志。", "本条新增。", "不得要求披露源代码。"])
        ),
        // The effective date is corrected, and the text stays.
        (400, .chinese("2016-11-07.adopted", effective: "2017-06-02", ["经营者保存网络日志。", "不得要求披露源代码。"])),
    ]

    @Test("what followed commit by commit holds the same rows as what was built at once")
    func sameRows() throws {
        try scene.write(Self.first)
        try scene.capture("cn/sample-law", source: "npc", at: 210)
        #expect(try scene.open().origin == .built(commits: 3, reason: "there was none"))
        try scene.write(Self.later)
        let followed = try scene.open()
        #expect(followed.origin == .followed(commits: 2))
        let rows = try followed.dump()
        #expect(rows.count > 40)
        let built = try StoreIndex.rebuild(store: scene.reading(), path: scene.indexPath)
        #expect(try built.dump() == rows)
        #expect(try scene.open().origin == .asItStood)
    }

    @Test("built twice, the file has the same bytes")
    func sameBytes() throws {
        try scene.write(Self.first + Self.later)
        _ = try StoreIndex.rebuild(store: scene.reading(), path: scene.indexPath)
        let bytes = try Data(contentsOf: URL(filePath: scene.indexPath))
        try FileManager.default.removeItem(atPath: scene.indexPath)
        _ = try scene.open()
        #expect(try Data(contentsOf: URL(filePath: scene.indexPath)) == bytes)
        let beside = try FileManager.default.contentsOfDirectory(atPath: scene.folder.url.path).sorted()
        #expect(beside == ["store.git", "store.git.index", "store.git.index.lock", "store.git.lock"])
    }

    @Test("any flipped bit is noticed and named, and the file is built anew", arguments: 0..<40)
    func damage(_ seed: Int) throws {
        try scene.write(Self.first)
        _ = try scene.open()
        var bytes = try Data(contentsOf: URL(filePath: scene.indexPath))
        let whole = bytes
        var random = SeededGenerator(seed: UInt64(seed))
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try bytes.write(to: URL(filePath: scene.indexPath))
        let opened = try scene.open()
        guard case .built(2, let reason) = opened.origin else {
            Issue.record("\(opened.origin)")
            return
        }
        #expect(reason.contains("damaged"))
        #expect(try Data(contentsOf: URL(filePath: scene.indexPath)) == whole)
    }

    @Test("what is no index, or one cut short, is built anew", arguments: [0, 1, 100, 4_096, 8_192, 20_000])
    func cutShort(_ size: Int) throws {
        try scene.write(Self.first)
        _ = try scene.open()
        let bytes = try Data(contentsOf: URL(filePath: scene.indexPath))
        try bytes.prefix(size).write(to: URL(filePath: scene.indexPath))
        _ = try scene.open()
        #expect(try Data(contentsOf: URL(filePath: scene.indexPath)) == bytes)
    }

    @Test("a store with another history is indexed from nothing")
    func otherHistory() throws {
        try scene.write(Self.first)
        _ = try scene.open()
        try FileManager.default.removeItem(atPath: scene.path)
        try scene.write(Self.later)
        guard case .built(2, _) = try scene.open().origin else {
            Issue.record("not built")
            return
        }
        #expect(try scene.found("新增") == ["cn/sample-law 第二条 2025-10-28.amended"])
        #expect(try scene.found("logs").isEmpty)
    }

    @Test("where nothing can be written the answer is the same, from memory")
    func inMemory() throws {
        try scene.write(Self.first + Self.later)
        let expected = try scene.open().dump()
        let nowhere = try #require(
            try StoreIndex.open(store: scene.reading(), path: "/proc/nowhere/store.index"))
        guard case .inMemory(let reason) = nowhere.origin else {
            Issue.record("\(nowhere.origin)")
            return
        }
        #expect(reason.contains("cannot be written"))
        #expect(try nowhere.dump() == expected)
        // Another builds: what is there is used, and the rest comes from the store.
        try scene.write([(500, .chinese("2027-01-01.amended", ["又一个版本。"]))])
        let lock = try BuilderLock(path: scene.indexPath + ".lock")
        defer { withExtendedLifetime(lock) {} }
        let opened = try scene.open()
        #expect(opened.origin == .inMemory(reason: "another process is writing it"))
        #expect(try opened.search(SearchRequest(query: SearchQuery("又一个版本"))).hits.count == 1)
    }

    @Test("little effort builds nothing, and follows what is there")
    func little() throws {
        try scene.write(Self.first)
        #expect(try StoreIndex.open(store: scene.reading(), path: scene.indexPath, effort: .little) == nil)
        #expect(!FileManager.default.fileExists(atPath: scene.indexPath))
        _ = try scene.open()
        try scene.write(Self.later)
        #expect(
            try StoreIndex.open(store: scene.reading(), path: scene.indexPath, effort: .little)?.origin
                == .followed(commits: 2))
    }

    @Test("an empty store has an empty index")
    func empty() throws {
        _ = try GitStore(path: scene.path, access: .writing)
        #expect(try scene.found("anything").isEmpty)
        #expect(try scene.open().holdings().isEmpty)
    }

    @Test("a version that is gone is found no more, but as it was known before")
    func gone() throws {
        try scene.write(Self.first)
        do {
            let store = try GitStore(path: scene.path, access: .writing)
            var batch = StoreBatch()
            let key = VersionKey(
                instrument: try #require(InstrumentID("cn/sample-law")),
                version: try #require(VersionName("2016-11-07.adopted")))
            batch.add(
                CommitDraft(changes: [.remove(try StoreLayout.folder(key))], title: "Remove", time: 250),
                to: .versions)
            _ = try store.write(batch)
        }
        #expect(try scene.found("源代码").isEmpty)
        #expect(try scene.found("源代码") { $0.known = 249 }.count == 1)
        #expect(try scene.open().holdings().map(\.id.description) == ["cn/example-rules"])
        #expect(try scene.open().holdings(knownAt: 100).map(\.id.description) == ["cn/sample-law"])
    }
}
