import Foundation
import Statute
import Testing

@testable import GitStore

@Suite struct CommitGraphTests {
    private func store(_ scratch: Scratch) throws {
        let store = try scratch.open()
        var work = StoreBatch()
        for number in 0..<20 {
            work.add(
                try draft("cn/law-\(number % 4)", "20\(number + 10)-01-01.adopted", "第\(number)条\n"),
                to: .versions)
            work.add(try capture("cn/law-\(number % 4)", "npc", "raw \(number)"), to: .captures)
        }
        // More paths than a filter is kept for, and a path that is not ASCII.
        let many = CommitDraft(
            changes: try (0..<600).map { .put(try StorePath("a/b\($0)"), [UInt8($0 % 251)]) }, title: "many",
            time: 1)
        work.add(many, to: .decisions)
        _ = try store.write(work)
        _ = try store.rebuild([
            Timeline(
                instrument: instrument("cn/law-1"),
                entries: [.init(date: nil, texts: ["zh": bytes("第一条\n")], title: "undated")])
        ])
    }

    @Test func `stock git accepts it, and its filters are those that git writes itself`() throws {
        let scratch = try Scratch()
        try store(scratch)
        #expect(try scratch.open().maintain().graph == 42)
        #expect(try scratch.git("commit-graph", "verify").output.isEmpty)
        let file = scratch.store + "/objects/info/commit-graph"
        let ours = try #require(FileManager.default.contents(atPath: file))
        try FileManager.default.removeItem(atPath: file)
        try scratch.git(
            "-c", "commitGraph.generationVersion=1", "commit-graph", "write", "--reachable",
            "--changed-paths",
            "--no-progress")
        let theirs = try #require(FileManager.default.contents(atPath: file))
        #expect(ours == theirs)
    }

    @Test func `git asks the filters`() throws {
        let scratch = try Scratch()
        try store(scratch)
        _ = try scratch.open().maintain()
        let path = try StoreLayout.text(versionKey("cn/law-1", "2011-01-01.adopted"), language: "zh")
        let trace = scratch.folder + "/trace"
        let script = "GIT_TRACE2_EVENT=\(trace) git -C \(scratch.store) log --format=%s versions -- \(path)"
        #expect(try scratch.run("sh", ["-c", script]).output == "cn/law-1: 2011-01-01.adopted\n")
        let said = String(decoding: FileManager.default.contents(atPath: trace) ?? Data(), as: UTF8.self)
        #expect(said.contains("\"filter_not_present\":0"))
        // The oldest commit has nothing before it and is not asked for; the one that is wanted is looked at.
        #expect(said.contains("\"maybe\":1,\"definitely_not\":18"))
    }

    @Test func `our own reading agrees with and without it`() throws {
        let scratch = try Scratch()
        try store(scratch)
        let before = try scratch.open(.reading).log(.versions)
        _ = try scratch.open().maintain()
        #expect(try scratch.open(.reading).log(.versions) == before)
    }

    @Test(
        "the hash is the one that git's filters are made with",
        arguments: [
            ("", UInt32(0), UInt32(0)), ("Hello world!", 0, 0x627b_0c2c),
            ("The quick brown fox jumps over the lazy dog", 0, 0x2e4f_f723),
        ])
    func murmur(text: String, seed: UInt32, hash: UInt32) {
        #expect(ChangedPaths.murmur(Array(text.utf8), seed: seed) == hash)
    }

    @Test func `commits of three parents, or without one of theirs, are not written down`() {
        let keys = (0..<5).map { number in
            [UInt8](repeating: UInt8(number), count: 20).withUnsafeBytes { ObjectID(raw: $0) }
        }
        func commit(_ key: ObjectID, _ parents: [ObjectID]) -> CommitGraph.Commit {
            .init(key: key, tree: key, parents: parents, time: 1, filter: [0])
        }
        let roots = keys.prefix(3).map { commit($0, []) }
        #expect(CommitGraph.bytes(roots + [commit(keys[3], Array(keys[0...1]))]) != nil)
        #expect(CommitGraph.bytes(roots + [commit(keys[3], Array(keys[0...2]))]) == nil)
        #expect(CommitGraph.bytes([commit(keys[3], [keys[4]])]) == nil)
    }
}
