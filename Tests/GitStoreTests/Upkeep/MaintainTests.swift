import Foundation
import Statute
import Testing

@testable import GitStore

@Suite struct MaintainTests {
    /// Twelve nights, a pack or more each.
    private func nights(_ scratch: Scratch, _ count: Int = 12) throws {
        let store = try scratch.open()
        for night in 0..<count {
            var work = StoreBatch()
            work.add(try capture("cn/law-\(night % 3)", "npc", "raw \(night)"), to: .captures)
            let text = (1...40).map { "第\($0)条 内容\($0 == night ? "改" : "")\n" }.joined()
            work.add(
                try draft(
                    "cn/law-\(night % 3)", "20\(night + 10)-01-01.adopted", text,
                    time: UInt32(1_700_000_000 + night * 86_400)), to: .versions)
            _ = try store.write(work)
        }
    }

    /// Every reference, and every object that there is.
    private func content(_ scratch: Scratch) throws -> [String] {
        let refs = try scratch.git("for-each-ref").output
        let objects = try scratch.git("cat-file", "--batch-all-objects", "--batch-check", "--unordered")
            .output
        return refs.split(separator: "\n").map { String($0) }
            + objects.split(separator: "\n").map { String($0) }.sorted()
    }

    private func isClean(_ scratch: Scratch) throws -> Bool {
        let said = try scratch.git("fsck", "--full", "--strict", "--no-progress", "--no-dangling")
        if said.status != 0 || !said.output.isEmpty { Issue.record("\(said.output)") }
        return said.status == 0
    }

    @Test func `packs become one, every object and reference stays, and stock git finds it clean`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let before = try content(scratch)
        let report = try scratch.open().maintain()
        #expect(report.before.packs == 12)
        #expect(report.after.packs == 1)
        #expect(report.after.bytes < report.before.bytes)
        #expect(report.pruned.count { $0.path.hasSuffix(".pack") } == 12)
        #expect(try content(scratch) == before)
        #expect(try isClean(scratch))
        #expect(report.branches.map(\.name) == ["captures", "versions"])
        #expect(report.branches.map(\.commits) == [12, 12])
        #expect(report.longestChain <= report.chainLimit)
        let packs = try scratch.run("sh", ["-c", "git verify-pack -v \(scratch.store)/objects/pack/*.idx"])
        let chains = packs.output.split(separator: "\n").filter { $0.hasPrefix("chain length") }
            .compactMap { line in line.split(separator: " ").dropFirst(3).first.flatMap { Int($0.dropLast()) }
            }
        #expect(chains.max() ?? 0 == report.longestChain)
        #expect(try scratch.open(.reading).instruments().count == 3)
    }

    @Test func `a second run finds nothing to do`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        _ = try scratch.open().maintain()
        let before = scratch.picture()
        let report = try scratch.open().maintain()
        #expect(report.made == nil)
        #expect(report.pruned.isEmpty)
        #expect(scratch.picture() == before)
        #expect(try scratch.open().maintain(UpkeepOptions(isFull: true)).after.packs == 1)
        #expect(try isClean(scratch))
    }

    @Test func `a dry run says what would be done and touches nothing`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let before = scratch.picture()
        let planned = try scratch.open(.reading).maintain(UpkeepOptions(isDry: true))
        #expect(scratch.picture() == before)
        let done = try scratch.open().maintain()
        #expect(planned.pruned.map(\.path) == done.pruned.map(\.path))
        #expect(planned.before == done.before)
        #expect(storeError { _ = try scratch.open(.reading).maintain() }?.exitCode == 65)
    }

    @Test func `a night's packs go together and a large pack stays until it is worth writing again`() throws {
        let scratch = try Scratch()
        try nights(scratch, 40)
        let large = try #require(try scratch.open().maintain().made)
        let store = try scratch.open()
        for number in 0..<3 {
            _ = try store.write(batch(.captures, capture("cn/new-\(number)", "npc", "新 \(number)")))
        }
        let before = try content(scratch)
        let report = try store.maintain()
        #expect(report.stayed == [large])
        #expect(report.after.packs == 2)
        #expect(try content(scratch) == before)
        #expect(try isClean(scratch))
    }

    @Test func `the number of packs grows with the logarithm of the nights`() {
        var packs: [Int] = []
        for night in 1...1_000 {
            packs.append(17 + night % 5)
            packs.sort(by: >)
            let staying = GeometricSeries.staying(packs, loose: 0)
            if staying < packs.count {
                packs = packs.prefix(staying) + [packs.dropFirst(staying).reduce(0, +)]
            }
            for (place, count) in packs.enumerated() {
                let smaller = packs.dropFirst(place + 1).reduce(0, +)
                #expect(count >= 2 * smaller)
            }
            #expect(packs.count <= 10)
        }
        #expect(GeometricSeries.staying([], loose: 0) == 0)
        #expect(GeometricSeries.staying([10], loose: 0) == 1)
        #expect(GeometricSeries.staying([10], loose: 5) == 1)
        #expect(GeometricSeries.staying([10], loose: 6) == 0)
        #expect(GeometricSeries.staying([100, 30, 20, 1], loose: 0) == 0)
        #expect(GeometricSeries.staying([200, 30, 20, 1], loose: 0) == 1)
    }

    @Test func `loose objects are packed and then taken away`() throws {
        let scratch = try Scratch()
        try nights(scratch, 2)
        let pack = try #require(
            FileManager.default.enumerator(atPath: scratch.store + "/objects/pack")?.allObjects
                .compactMap { $0 as? String }.first { $0.hasSuffix(".pack") })
        // Everything of one pack twice, once in files of its own.
        try FileManager.default.moveItem(
            atPath: "\(scratch.store)/objects/pack/\(pack)", toPath: "\(scratch.folder)/aside.pack")
        try scratch.run(
            "sh", ["-c", "git -C \(scratch.store) unpack-objects -q < \(scratch.folder)/aside.pack"])
        try FileManager.default.copyItem(
            atPath: "\(scratch.folder)/aside.pack", toPath: "\(scratch.store)/objects/pack/\(pack)")
        let before = try content(scratch)
        let report = try scratch.open().maintain()
        #expect(report.before.loose > 0)
        #expect(report.after.loose == 0)
        #expect(report.after.packs == 1)
        #expect(try content(scratch) == before)
        #expect(try isClean(scratch))
    }

    @Test func `a pack that somebody asked to keep stays, and nothing is packed twice`() throws {
        let scratch = try Scratch()
        try nights(scratch, 3)
        let name = try #require(try scratch.open().maintain().made)
        scratch.touch("\(scratch.store)/objects/pack/\(name).keep")
        try nights(scratch, 6)
        let report = try scratch.open().maintain(UpkeepOptions(isFull: true))
        #expect(report.stayed == [name])
        #expect(report.after.packs == 2)
        #expect(try isClean(scratch))
    }

    @Test("a reader that had the store open goes on reading when its packs are gone", arguments: [0, 1, 3])
    func reader(seen: Int) throws {
        let scratch = try Scratch()
        try nights(scratch, 9)
        let reader = try scratch.open(.reading)
        // Some packs are open in it, some are known by their index alone, and with 0 it knows none.
        for night in 0..<seen {
            _ = try reader.version(versionKey("cn/law-\(night % 3)", "20\(night + 10)-01-01.adopted"))
        }
        #expect(try scratch.open().maintain().after.packs == 1)
        for night in 0..<9 {
            let key = try versionKey("cn/law-\(night % 3)", "20\(night + 10)-01-01.adopted")
            #expect(try reader.version(key)?.texts["zh"]?.isEmpty == false)
        }
        try nights(scratch, 12)
        _ = try scratch.open().maintain(UpkeepOptions(isFull: true))
        #expect(try reader.version(versionKey("cn/law-2", "2021-01-01.adopted")) != nil)
        #expect(try reader.log(.versions).count == 12)
    }

    @Test func `what git calls the growth is what the report calls it`() throws {
        let scratch = try Scratch()
        try nights(scratch, 40)
        let report = try scratch.open().maintain(UpkeepOptions(isFull: true))
        #expect(report.nights.count == 30)
        #expect(report.nights.last?.day == "2023-12-24")
        #expect(report.nights.last?.commits == 1)
        let usage = try scratch.git(
            "rev-list", "--disk-usage", "--objects", "versions", "--not", "captures"
        ).output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(report.branches.last?.bytes == Int(usage))
        #expect(report.growth == report.nights.reduce(0) { $0 + $1.bytes } / 30)
    }

    @Test func `a store that lacks an object, or has a wrong one, is left as it is`() throws {
        let scratch = try Scratch()
        try nights(scratch, 4)
        _ = try scratch.open().maintain()
        try nights(scratch, 6)
        let folder = scratch.store + "/objects/pack"
        let lost = try #require(
            FileManager.default.enumerator(atPath: folder)?.allObjects.compactMap { $0 as? String }
                .filter { $0.hasSuffix(".pack") }.min {
                    Folder.bytes("\(folder)/\($0)") < Folder.bytes("\(folder)/\($1)")
                })
        let whole = try Data(contentsOf: URL(filePath: "\(folder)/\(lost)"))
        var damaged = whole
        damaged[damaged.count / 2] ^= 0x10
        try FileManager.default.removeItem(atPath: "\(folder)/\(lost)")
        try damaged.write(to: URL(filePath: "\(folder)/\(lost)"))
        let before = scratch.picture().filter { !$0.key.hasSuffix(".lock") && !$0.key.hasSuffix("/config") }
        let error = storeError { _ = try scratch.open().maintain() }
        #expect(error?.exitCode == 74)
        #expect(
            scratch.picture().filter { !$0.key.hasSuffix(".lock") && !$0.key.hasSuffix("/config") } == before)
        try whole.write(to: URL(filePath: "\(folder)/\(lost)"))
        #expect(try scratch.open().maintain(UpkeepOptions(isFull: true)).after.packs == 1)
        #expect(try isClean(scratch))
    }

    @Test func `a new pack that does not read back is not relied on`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let before = try content(scratch)
        let error = storeError {
            _ = try scratch.open().maintain(UpkeepOptions()) { step in
                guard step == "prove" else { return }
                let staging = "\(scratch.store)/objects/\(PackMaker.folder)"
                for name in Folder.names(staging) where name.hasSuffix(".pack") {
                    var bytes = FileManager.default.contents(atPath: "\(staging)/\(name)") ?? Data()
                    bytes[bytes.count / 3] ^= 1
                    try? FileManager.default.removeItem(atPath: "\(staging)/\(name)")
                    try? bytes.write(to: URL(filePath: "\(staging)/\(name)"))
                }
            }
        }
        #expect(error?.exitCode == 74)
        let report = try scratch.open().maintain()
        #expect(report.before.packs == 12)
        #expect(try content(scratch) == before)
        #expect(try isClean(scratch))
    }

    @Test func `a visitor's git is kept from repacking, in stores that are older than that, too`() throws {
        let scratch = try Scratch()
        try nights(scratch, 1)
        #expect(try scratch.git("config", "maintenance.auto").output == "false\n")
        try scratch.git("config", "--unset", "maintenance.auto")
        try scratch.git("config", "gc.auto", "100")
        _ = try scratch.open().maintain()
        #expect(try scratch.git("config", "maintenance.auto").output == "false\n")
        #expect(try scratch.git("config", "receive.autogc").output == "false\n")
        #expect(try scratch.git("config", "gc.auto").output == "0\n")
    }
}
