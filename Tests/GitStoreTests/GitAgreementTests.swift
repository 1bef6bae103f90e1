import Foundation
import GitStore
import Statute
import Testing

@Suite struct GitAgreementTests {
    @Test func `git finds the store clean and reads what we read`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let author = try Author(name: "某人", email: "someone@example.org")
        var work = StoreBatch()
        for number in 1...30 {
            var draft = try draft("cn/law-\(number)", "20\(number + 10)-01-01.adopted", "第\(number)条\n")
            draft.author = author
            draft.trailers.append(Trailer(.upgrade, "解析器 3"))
            work.add(draft, to: .versions)
        }
        _ = try store.write(work)
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output.isEmpty)
        let log = try store.log(.versions)
        let format = "--format=%H|%P|%s|%at|%ct|%an|%ae|%(trailers:only,unfold,separator=%x2C)"
        let theirs = try scratch.git("log", format, "versions").output.split(separator: "\n").map {
            String($0)
        }
        let ours = log.map { entry in
            let trailers = entry.trailers.map { "\($0.name): \($0.value)" }.joined(separator: ",")
            return "\(entry.id)|\(entry.parent?.description ?? "")|\(entry.title)|\(entry.time)|\(entry.time)"
                + "|\(entry.authorName)|\(entry.authorEmail)|\(trailers)"
        }
        #expect(ours == theirs)
        #expect(log.first?.trailer(.version) == "2040-01-01.adopted")
        #expect(try store.log(.versions, limit: 3).count == 3)
        for key in try store.instruments() {
            for version in try store.versions(of: key) {
                let path = try StoreLayout.text(version, language: "zh")
                let shown = try scratch.git("show", "versions:\(path)").output
                #expect(try store.read(.versions, path) == bytes(shown))
            }
        }
    }

    @Test func `trailers are read by their names`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try store.write(batch(.captures, capture("cn/x", "npc", "raw")))
        let shown = try scratch.git(
            "log", "--format=%(trailers:key=Instrument,valueonly)%(trailers:key=Source)", "captures")
        #expect(shown.output == "cn/x\nSource: npc\n\n")
    }

    @Test func `one version costs the same reads however long the history`() throws {
        let scratch = try Scratch()
        let law = try instrument("cn/x")
        let first = try versionKey(law.description, "1000-01-01.v")
        let store = try scratch.open()
        _ = try store.write(batch(.versions, draft("cn/x", first.version.description, "第一版")))
        let cost = try reads(scratch, first)
        var work = StoreBatch()
        for year in 1_001...3_000 {
            work.add(try draft("cn/x", "\(year)-01-01.v", "第\(year)版"), to: .versions)
        }
        #expect(try store.write(work).written == 2_000)
        #expect(try reads(scratch, first) == cost)
        #expect(cost == 8)  // commit, root, country, shard, slug, version, text, metadata
        #expect(try store.versions(of: law).count == 2_001)
    }

    private func reads(_ scratch: Scratch, _ key: VersionKey) throws -> Int {
        let store = try scratch.open(.reading)
        #expect(try store.version(key)?.texts["zh"] == bytes("第一版"))
        return store.objectReads
    }

    @Test func `what changed between two commits is what git says`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let start = CommitDraft(
            changes: [
                .put(try StorePath("a/b"), [1]), .put(try StorePath("a/c"), [2]),
                .put(try StorePath("d"), [3]),
                .put(try StorePath("e/f/g"), [4]),
            ], title: "start", time: 1)
        let next = CommitDraft(
            changes: [
                .remove(try StorePath("a/b")), .put(try StorePath("a/b/x"), [1]),
                .put(try StorePath("d"), [5]),
                .remove(try StorePath("e")), .put(try StorePath("e"), [4]), .put(try StorePath("h"), [6]),
            ], title: "next", time: 2)
        _ = try store.write(batch(.decisions, start, next))
        let log = try store.log(.decisions)
        let ours = try store.changes(from: log[1].id, to: log[0].id).map { change in
            (change.before == nil ? "A" : change.after == nil ? "D" : "M") + "\t" + change.path
        }
        let theirs = try scratch.git(
            "diff-tree", "-r", "--name-status", "--no-renames", "decisions~1", "decisions")
        #expect(ours.sorted() == theirs.output.split(separator: "\n").map { String($0) }.sorted())
        #expect(try store.changes(from: nil, to: log[1].id).map(\.path) == ["a/b", "a/c", "d", "e/f/g"])
        #expect(try store.changes(from: log[0].id, to: log[0].id).isEmpty)
    }

    @Test func `what was known at a time is found by walking back`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for (year, time) in [(2001, 100), (2002, 300), (2003, 200)] {
            _ = try store.write(
                batch(.versions, draft("cn/x", "\(year)-01-01.v", "\(year)", time: UInt32(time))))
        }
        let ids = try store.log(.versions).map(\.id)
        #expect(try store.tip(.versions, knownAt: 99) == nil)
        #expect(try store.tip(.versions, knownAt: 100) == ids[2])
        #expect(try store.tip(.versions, knownAt: 250) == ids[0])
        let law = try instrument("cn/x")
        #expect(try store.versions(of: law, at: ids[2]).map(\.version.description) == ["2001-01-01.v"])
    }
}
