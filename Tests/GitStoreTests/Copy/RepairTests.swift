import Foundation
import GitStore
import TestSupport
import Testing

@Suite struct RepairTests {
    private func scene(_ commits: Int = 5) throws -> (CopyScene, String) {
        let scene = try CopyScene(commits: commits)
        let remote = try scene.remote()
        try scene.push(remote)
        return (scene, remote)
    }

    @discardableResult
    private func repair(_ scene: CopyScene, from remote: String, into: String? = nil) throws -> RepairReport {
        try Repair(store: scene.scratch.store, from: CopyAddress(remote)).run(into: into, now: 1_764_000_000)
    }

    /// Whether stock git finds nothing wrong and the store still says what it did.
    private func isSound(_ scene: CopyScene, _ heads: String, at path: String? = nil) throws -> Bool {
        let path = path ?? scene.scratch.store
        let (status, output) = try scene.scratch.run("git", ["-C", path, "fsck", "--full", "--strict"])
        guard status == 0, !output.contains("missing"), !output.contains("broken"), !output.contains("error")
        else {
            Issue.record("\(output)")
            return false
        }
        let store = try GitStore(path: path, access: .reading)
        for instrument in try store.instruments() {
            for version in try store.versions(of: instrument) { _ = try store.version(version) }
        }
        return try scene.heads(path) == heads
    }

    private func files(_ scene: CopyScene, below folder: String) throws -> [String] {
        let root = scene.scratch.store + "/" + folder
        let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
        return names.sorted().map { root + "/" + $0 }.filter {
            (try? FileManager.default.attributesOfItem(atPath: $0)[.type] as? FileAttributeType)
                == .typeRegular
        }
    }

    @Test func `a store that is whole is left as it is`() throws {
        let (scene, remote) = try scene()
        let before = scene.scratch.picture()
        let report = try repair(scene, from: remote)
        #expect(!report.isMended)
        #expect(report.kept == nil)
        var after = scene.scratch.picture()
        after[scene.scratch.store + ".lock"] = nil
        #expect(before.filter { !$0.key.hasSuffix(".lock") } == after.filter { !$0.key.hasSuffix(".lock") })
    }

    @Test func `packs that are all gone come back from the copy, and what was there is kept`() throws {
        let (scene, remote) = try scene()
        let heads = try scene.heads(scene.scratch.store)
        try FileManager.default.removeItem(atPath: scene.scratch.store + "/objects/pack")
        let report = try repair(scene, from: remote)
        #expect(report.fetched > 0)
        #expect(try isSound(scene, heads))
        #expect(FileManager.default.fileExists(atPath: try #require(report.kept)))
        #expect(try !repair(scene, from: remote).isMended)
    }

    @Test func `an empty place becomes the whole store`() throws {
        let (scene, remote) = try scene()
        let heads = try scene.heads(scene.scratch.store)
        try FileManager.default.removeItem(atPath: scene.scratch.store)
        #expect(try repair(scene, from: remote).kept == nil)
        #expect(try isSound(scene, heads))
        let other = scene.scratch.folder + "/other.git"
        try repair(scene, from: remote, into: other)
        #expect(try isSound(scene, heads, at: other))
        try scene.add(5, to: scene.scratch.open())
        #expect(try scene.push(remote).branches.count == 2)
    }

    @Test func `a store that fell behind goes forward`() throws {
        let (scene, remote) = try scene()
        let heads = try scene.heads(scene.scratch.store)
        try scene.git("-C", scene.scratch.store, "update-ref", "refs/heads/versions", "refs/heads/versions~3")
        #expect(try repair(scene, from: remote).moves.map(\.reference) == ["refs/heads/versions"])
        #expect(try isSound(scene, heads))
    }

    @Test func `what the copy does not have yet is kept, even when its reference is lost`() throws {
        let (scene, remote) = try scene()
        try scene.add(5, to: scene.scratch.open())
        let heads = try scene.heads(scene.scratch.store)
        for name in ["captures", "versions"] {
            try FileManager.default.removeItem(atPath: scene.scratch.store + "/refs/heads/" + name)
        }
        #expect(try repair(scene, from: remote).moves.count == 2)
        #expect(try isSound(scene, heads))
    }

    @Test func `what is lost here and was never copied is named, and nothing is changed`() throws {
        let (scene, remote) = try scene()
        let known = Set(try files(scene, below: "objects"))
        try scene.add(5, to: scene.scratch.open())
        for file in try files(scene, below: "objects") where !known.contains(file) {
            try FileManager.default.removeItem(atPath: file)
            try Data("x".utf8).write(to: URL(fileURLWithPath: file))
        }
        let before = scene.scratch.picture().filter { !$0.key.hasSuffix(".lock") }
        let heads = try scene.heads(scene.scratch.store)
        let failure = copyError { try repair(scene, from: remote) }
        // The references name commits that no index holds any more: as far as can be seen, they are what is damaged.
        if let failure {
            #expect(failure.kind == .damaged)
            #expect(scene.scratch.picture().filter { !$0.key.hasSuffix(".lock") } == before)
        } else {
            #expect(try scene.heads(scene.scratch.store) != heads)
            #expect(try scene.isWhole(remote))
        }
    }

    @Test func `a copy of another history is refused`() throws {
        let (scene, _) = try scene()
        let other = try CopyScene(commits: 2)
        _ = try other.scratch.open().write(
            batch(.versions, draft("cn/law", "2020-01-01.x", "别的。"), draft("cn/law", "2021-01-01.x", "又一个。")))
        let before = scene.scratch.picture().filter { !$0.key.hasSuffix(".lock") }
        let failure = copyError { try repair(scene, from: other.scratch.store) }
        #expect(failure?.kind == .fork)
        #expect(scene.scratch.picture().filter { !$0.key.hasSuffix(".lock") } == before)
    }

    @Test func `somebody else's repository is not touched`() throws {
        let (scene, remote) = try scene()
        let foreign = scene.scratch.folder + "/foreign"
        try scene.git("init", "-q", "--bare", foreign)
        let work = scene.scratch.folder + "/work"
        try scene.git("clone", "-q", foreign, work)
        try scene.git(
            "-C", work, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "--allow-empty", "-m",
            "theirs")
        try scene.git("-C", work, "push", "-q", "origin", "HEAD:refs/heads/main")
        let failure = copyError {
            _ = try Repair(store: foreign, from: CopyAddress(remote)).run(now: 0)
        }
        #expect(failure?.kind == .noStore)
    }

    @Test(.enabled(if: GitServer.isThere)) func `a copy behind a server mends too`() throws {
        let (scene, _) = try scene()
        let heads = try scene.heads(scene.scratch.store)
        let server = try GitServer(root: scene.scratch.folder)
        for file in try files(scene, below: "objects/pack").prefix(3) {
            try FileManager.default.removeItem(atPath: file)
        }
        let report = try Repair(
            store: scene.scratch.store, from: CopyAddress(server.address("copy.git")),
            access: CopyAccess(allowsHTTP: true, deadline: 60)
        ).run(now: 0)
        #expect(report.isMended)
        #expect(try isSound(scene, heads))
    }

    /// Faults by a seed: each is mended or refused with a reason, and never made worse.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `twenty-five faults are mended or refused with a reason`(
        seed: UInt64
    ) throws {
        let (whole, remote) = try scene(4)
        let heads = try whole.heads(whole.scratch.store)
        var random = SeededGenerator(seed: seed)
        var mended = 0
        for round in 0..<25 {
            let scene = CopyScene(scratch: try Scratch())
            try FileManager.default.copyItem(atPath: whole.scratch.store, toPath: scene.scratch.store)
            if round % 5 == 4 {
                // All of them loose, for once.
                let packs = scene.scratch.folder + "/packs"
                try FileManager.default.moveItem(atPath: scene.scratch.store + "/objects/pack", toPath: packs)
                try FileManager.default.createDirectory(
                    atPath: scene.scratch.store + "/objects/pack", withIntermediateDirectories: true)
                try scene.scratch.run(
                    "sh",
                    [
                        "-c",
                        "for p in \(packs)/*.pack; do git -C \(scene.scratch.store) unpack-objects -q < $p; done",
                    ])
            }
            let fault = try harm(scene, &random)
            do {
                let report = try repair(scene, from: remote)
                // A bit between two streams of zlib means nothing, and is no damage to git either.
                #expect(try isSound(scene, heads), "seed \(seed) round \(round): \(fault): \(report)")
                mended += 1
            } catch let error as CopyError {
                #expect(!error.message.isEmpty)
                Issue.record("seed \(seed) round \(round): \(fault) was refused: \(error)")
            }
        }
        #expect(mended == 25)
    }

    /// Does one bad thing to a store.
    private func harm(_ scene: CopyScene, _ random: inout SeededGenerator) throws -> String {
        let store = scene.scratch.store
        var targets = try files(scene, below: "objects")
        targets += [
            store + "/refs/heads/versions", store + "/refs/heads/captures", store + "/HEAD",
            store + "/config",
        ]
        let file = targets[Int(random.next() % UInt64(targets.count))]
        let name = String(file.dropFirst(store.count + 1))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        var data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        switch random.next() % 6 {
        case 0:
            try FileManager.default.removeItem(atPath: file)
            return "\(name) deleted"
        case 1:
            // A bit of a configuration can change without a meaning: a tab for a blank.
            guard !["config", "HEAD"].contains(name), !data.isEmpty else { fallthrough }
            let at = Int(random.next() % UInt64(data.count))
            data[at] ^= 1 << UInt8(random.next() % 8)
            try Data(data).write(to: URL(fileURLWithPath: file))
            return "\(name): a bit of byte \(at)"
        case 2:
            try Data(data.prefix(data.count / 2)).write(to: URL(fileURLWithPath: file))
            return "\(name) cut"
        case 3:
            try Data(repeating: 0, count: data.count).write(to: URL(fileURLWithPath: file))
            return "\(name) full of zeros"
        case 4:
            let folders = ["objects", "refs", "refs/heads", "objects/pack"]
            let folder = folders[Int(random.next() % 4)]
            let path = store + "/" + folder
            if try FileManager.default.contentsOfDirectory(atPath: path).isEmpty { fallthrough }
            try FileManager.default.removeItem(atPath: path)
            return "\(folder) deleted"
        default:
            try Data().write(to: URL(fileURLWithPath: file))
            return "\(name) empty"
        }
    }
}
