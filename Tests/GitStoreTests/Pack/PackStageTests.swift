import Foundation
import Statute
import TestSupport
import Testing

@testable import GitStore

@Suite struct PackStageTests {
    private func packs(_ scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.store + "/objects/pack").sorted()
    }

    /// Versions of some laws, each with a few articles reworded, law after law.
    private func laws(_ count: Int, versions: Int, seed: UInt64 = 1) throws -> StoreBatch {
        var dice = SeededGenerator(seed: seed)
        var work = StoreBatch()
        for law in 1...count {
            var articles = (1...60).map { "第\($0)条 本法第\(law)号规定的事项由国务院第\($0 * law)部门负责，具体办法另行制定。\n" }
            for version in 1...versions {
                articles[Int.random(in: 0..<60, using: &dice)] = "第\(version)次修改：违反规定的，依法处罚第\(law)号。\n"
                let text = articles.joined()
                let name = "20\(10 + version)-01-01.amended"
                work.add(
                    try capture("cn/law-\(law)", "npc", "<p>" + text.replacing("\n", with: "</p>\n<p>")),
                    to: .captures)
                work.add(try draft("cn/law-\(law)", name, text), to: .versions)
            }
        }
        return work
    }

    @Test func `git verifies pack, index, depths and every object`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let report = try store.write(laws(20, versions: 30))
        #expect(report.written == 1_200)
        #expect(report.packs == 1)
        let names = try packs(scratch)
        #expect(names.count == 2)
        let index = scratch.store + "/objects/pack/" + (names.first { $0.hasSuffix(".idx") } ?? "")
        let pack = index.replacing(".idx", with: ".pack")
        // Its own index of the same pack is the same, byte for byte.
        let made = try scratch.git("index-pack", "--strict", "-o", scratch.folder + "/x.idx", pack)
        #expect(made.status == 0, "\(made.output)")
        let contents = FileManager.default
        #expect(contents.contents(atPath: scratch.folder + "/x.idx") == contents.contents(atPath: index))
        let shown = try scratch.git("verify-pack", "-v", index)
        #expect(shown.status == 0)
        let depths = shown.output.split(separator: "\n").filter { $0.hasPrefix("chain length = ") }
            .compactMap { Int($0.dropFirst(15).prefix { $0 != ":" }) }
        #expect(try #require(depths.max()) == PackStage.depth)
        #expect(shown.output.contains("\(report.objects)") || !depths.isEmpty)
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output == "")
        for name in names {
            let mode = try FileManager.default.attributesOfItem(
                atPath: scratch.store + "/objects/pack/" + name)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o444)
        }
    }

    @Test func `a pack is hardly larger than what git repack makes of it`() throws {
        let scratch = try Scratch()
        _ = try scratch.open().write(laws(20, versions: 5))
        func size() throws -> Int {
            try packs(scratch).filter { $0.hasSuffix(".pack") }.reduce(0) {
                $0 + (FileManager.default.contents(atPath: scratch.store + "/objects/pack/" + $1)?.count ?? 0)
            }
        }
        let ours = try size()
        #expect(try scratch.git("repack", "-adfq", "--depth=50", "--window=50").status == 0)
        let theirs = try size()
        #expect(ours * 10 < theirs * 13, "\(ours) \(theirs)")
    }

    @Test func `the same batch gives the same bytes, however the threads run`() throws {
        var seen: Set<[String: Data]> = []
        for _ in 0..<3 {
            let scratch = try Scratch()
            _ = try scratch.open().write(laws(8, versions: 8))
            seen.insert(scratch.picture().filter { $0.key.contains("objects/pack/") })
        }
        #expect(seen.count == 1)
    }

    @Test func `objects of any size come back`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        var dice = SeededGenerator(seed: 5)
        let block = (0..<65_536).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
        let large = (0..<40).flatMap { number in [UInt8(number & 0xff)] + block }
        var texts: [[UInt8]] = [[], [0], [0x0a], block, block, large]
        texts.append(large.dropLast(7) + [1, 2, 3])
        var work = StoreBatch()
        for (number, text) in texts.enumerated() {
            work.add(
                CommitDraft(changes: [.put(try StorePath("d/e/f\(number)"), text)], title: "x", time: 1),
                to: .versions)
        }
        // Twenty megabytes, and nothing to compare them with.
        let zeros = [UInt8](repeating: 0, count: 20 << 20)
        work.add(CommitDraft(changes: [.put(try StorePath("z"), zeros)], title: "x", time: 1), to: .versions)
        #expect(try store.write(work).written == texts.count + 1)
        #expect(try scratch.open(.reading).read(.versions, StorePath("z")) == zeros)
        for (number, text) in texts.enumerated() {
            #expect(
                try scratch.open(.reading).read(.versions, StorePath("d/e/f\(number)")) == text, "\(number)")
        }
        let found = try scratch.git("fsck", "--strict", "--full", "--no-progress").output
        #expect(found.isEmpty, "\(found)")
    }

    @Test func `an object that the store has is not written again`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try store.write(batch(.versions, draft("cn/x", "2001-01-01.a", "第一条 文本")))
        // Blob and metadata are there; five trees and a commit are new.
        let report = try store.write(batch(.versions, draft("cn/x", "2002-01-01.b", "第一条 文本")))
        #expect(report.objects == 5)
        let listed = try scratch.git("cat-file", "--batch-all-objects", "--batch-check").output
        let indexed = try scratch.git("count-objects", "-v").output
        #expect(indexed.contains("in-pack: \(listed.split(separator: "\n").count)\n"))
    }

    @Test func `git reads the differences of random texts as we meant them`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        var dice = SeededGenerator(seed: 77)
        var changes: [CommitDraft.Change] = []
        for number in 0..<1_000 {
            var text = (0..<Int.random(in: 40...900, using: &dice)).map { _ in
                UInt8.random(in: .min ... .max, using: &dice)
            }
            changes.append(.put(try StorePath("p\(number)/a/f"), text))
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let place = Int.random(in: 0...text.count, using: &dice)
                text.insert(contentsOf: text.suffix(Int.random(in: 0...200, using: &dice)), at: place)
                text.removeSubrange(place / 2..<Int.random(in: place / 2...place, using: &dice))
            }
            changes.append(.put(try StorePath("p\(number)/b/f"), text))
        }
        let draft = CommitDraft(changes: changes, title: "x", time: 1)
        #expect(try store.write(batch(.versions, draft)).written == 1)
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output.isEmpty)
        let index = try #require(packs(scratch).first { $0.hasSuffix(".idx") })
        let shown = try scratch.git("verify-pack", "-v", scratch.store + "/objects/pack/" + index).output
        let differences = shown.split(separator: "\n").count {
            $0.contains(" blob ") && $0.split(separator: " ").count == 7
        }
        #expect(differences > 500)
    }

    @Test func `equal folders at two places can both go on`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        var work = StoreBatch()
        for (id, name, text) in [
            ("cn/x", "2001-01-01.a", "一"), ("cn/y", "2001-01-01.a", "一"), ("cn/x", "2001-01-01.a", "二"),
            ("cn/y", "2001-01-01.a", "三"), ("cn/x", "2001-01-01.a", "一"), ("cn/y", "2002-01-01.b", "一"),
        ] {
            work.add(try draft(id, name, text), to: .versions)
        }
        #expect(try store.write(work).written == 6)
        let read = try scratch.open(.reading)
        #expect(try read.version(versionKey("cn/x", "2001-01-01.a"))?.texts["zh"] == bytes("一"))
        #expect(try read.version(versionKey("cn/y", "2001-01-01.a"))?.texts["zh"] == bytes("三"))
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output == "")
    }

    @Test func `one open store sees what it wrote, pack after pack`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        for number in 1...40 {
            let report = try store.write(
                batch(.versions, draft("cn/x", "\(1_000 + number)-01-01.v", "第\(number)条")))
            #expect(report.packs == 1)
            #expect(try store.versions(of: instrument("cn/x")).count == number)
        }
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output == "")
    }

    @Test func `a pack without its index is completed by the next try, and half-written files go`() throws {
        let scratch = try Scratch()
        let work = try laws(2, versions: 2)
        _ = try scratch.open().write(work)
        let whole = scratch.picture()
        let folder = scratch.store + "/objects/pack/"
        let index = try #require(packs(scratch).first { $0.hasSuffix(".idx") })
        try FileManager.default.removeItem(atPath: folder + index)
        for branch in ["captures", "versions"] {
            try FileManager.default.removeItem(atPath: scratch.store + "/refs/heads/" + branch)
        }
        for name in ["tmp_pack_lexwatch", "tmp_idx_lexwatch"] { scratch.touch(folder + name) }
        let store = try scratch.open()
        #expect(
            store.recovered.map { String($0.dropFirst(folder.count)) } == [
                "tmp_idx_lexwatch", "tmp_pack_lexwatch",
            ])
        #expect(try store.write(work).written == 8)
        #expect(
            scratch.picture().filter { $0.key.contains("objects/") }
                == whole.filter { $0.key.contains("objects/") })
    }
}
