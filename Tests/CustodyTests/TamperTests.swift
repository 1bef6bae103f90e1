import Evidence
import Foundation
import GitStore
import TestSupport
import Testing

@testable import Custody

/// What somebody with the files, or with the right to push, may do; each must be named.
struct TamperTests {
    /// A store with two nights behind it, and the checkpoint of the first of them.
    private func two() throws -> (scene: Scene, outside: String) {
        let scene = try Scene()
        try scene.fill(4)
        let outside = try scene.git("show", "log:checkpoint") + "\n"
        for number in 4..<8 { try scene.write(number) }
        return (scene, outside)
    }

    /// Sets branches back to what they were some commits ago.
    private func setBack(_ scene: Scene, _ branches: [String], by count: Int) throws {
        for branch in branches {
            try scene.git(
                "update-ref", "refs/heads/\(branch)", try scene.git("rev-parse", "\(branch)~\(count)"))
        }
    }

    @Test func `dropped newest commits`() throws {
        let (scene, _) = try two()
        try setBack(scene, ["versions"], by: 2)
        #expect(try scene.names().contains("dropped-commits"))
    }

    @Test func `dropped newest commits with the log cut too need an outside checkpoint`() throws {
        let (scene, _) = try two()
        let newest = try scene.git("show", "log:checkpoint") + "\n"
        try setBack(scene, ["captures", "versions", "log"], by: 1)
        #expect(try scene.names() == [])
        #expect(try scene.names { $0.against = [("newest", newest)] } == ["rollback"])
    }

    @Test func `an outside checkpoint of an older state is gone on from`() throws {
        let (scene, outside) = try two()
        #expect(try scene.names { $0.against = [("old", outside)] } == [])
    }

    @Test func `rewritten old commits`() throws {
        let (scene, _) = try two()
        var parent = try scene.git("rev-parse", "versions~4")
        for back in stride(from: 3, through: 0, by: -1) {
            let tree = try scene.git("rev-parse", "versions~\(back)^{tree}")
            parent = try scene.git("commit-tree", tree, "-p", parent, "-m", "rewritten \(back)")
        }
        try scene.git("update-ref", "refs/heads/versions", parent)
        let names = try scene.names()
        #expect(names.contains("rewritten-history"))
        #expect(names.contains("unsigned-commit"))
    }

    @Test func `a swapped file under its old name`() throws {
        let (scene, _) = try two()
        let names = try scene.git("ls-tree", "-r", "versions").split(separator: "\n")
        let blob = try #require(names.first).split(whereSeparator: { $0 == " " || $0 == "\t" })[2]
        for pack in try scene.git("rev-parse", "--git-path", "objects/pack").split(separator: "\n") {
            _ = pack
        }
        try loosen(scene)
        let file = scene.file("objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
        let other = try scene.git("hash-object", "-w", "--stdin", input: "other words\n")
        try FileManager.default.removeItem(at: file)
        try FileManager.default.copyItem(
            at: scene.file("objects/\(other.prefix(2))/\(other.dropFirst(2))"), to: file)
        #expect(try scene.names().contains("damaged-object"))
    }

    @Test func `a commit on top by nobody, by a stranger, and back-dated`() throws {
        let (scene, _) = try two()
        let tree = try scene.git("rev-parse", "versions^{tree}")
        let parent = try scene.git("rev-parse", "versions")
        let made = try scene.git("commit-tree", tree, "-p", parent, "-m", "on top")
        try scene.git("update-ref", "refs/heads/versions", made)
        #expect(try scene.names() == ["unlogged", "unsigned-commit"])
        let (second, _) = try two()
        try second.write(8, follows: false, key: .generate())
        #expect(try second.names() == ["unlogged", "wrong-key"])
        let (third, _) = try two()
        try third.write(8, time: Scene.start - 86_400)
        #expect(try third.names() == ["back-dated"])
    }

    @Test func `grafts, replacements, a shallow file and alternates`() throws {
        let (scene, _) = try two()
        let tip = try scene.git("rev-parse", "versions")
        let old = try scene.git("rev-parse", "versions~2")
        try FileManager.default.createDirectory(at: scene.file("info"), withIntermediateDirectories: true)
        try Data("\(tip) \(old)\n".utf8).write(to: scene.file("info/grafts"))
        #expect(try scene.names() == ["grafts"])
        try FileManager.default.removeItem(at: scene.file("info/grafts"))
        try scene.git("update-ref", "refs/replace/\(tip)", old)
        #expect(try scene.names() == ["replace-refs"])
        try scene.git("update-ref", "-d", "refs/replace/\(tip)")
        try Data("\(old)\n".utf8).write(to: scene.file("shallow"))
        #expect(try scene.names() == ["shallow"])
        try FileManager.default.removeItem(at: scene.file("shallow"))
        try Data("/elsewhere/objects\n".utf8).write(to: scene.file("objects/info/alternates"))
        #expect(try scene.names() == ["alternates"])
        try FileManager.default.removeItem(at: scene.file("objects/info/alternates"))
        #expect(try scene.names() == [])
    }

    @Test func `what would run a program`() throws {
        let (scene, _) = try two()
        try FileManager.default.createDirectory(at: scene.file("hooks"), withIntermediateDirectories: true)
        try Data("#!/bin/sh\n".utf8).write(to: scene.file("hooks/post-update"))
        #expect(try scene.names() == ["runs-code"])
        try FileManager.default.removeItem(at: scene.file("hooks/post-update"))
        try scene.git("config", "core.fsmonitor", "touch /tmp/owned")
        #expect(try scene.names() == ["runs-code"])
    }

    @Test func `freeze, by the clock`() throws {
        let (scene, _) = try two()
        let report = try scene.verify { $0.freshness = 36 }
        #expect(report.problems.map(\.kind) == [.freeze])
        #expect(report.faults == 0)
    }

    @Test func `a fork that was signed with the stolen key is told by an outside checkpoint`() throws {
        let (scene, _) = try two()
        let newest = try scene.git("show", "log:checkpoint") + "\n"
        try setBack(scene, ["captures", "versions", "log"], by: 2)
        for number in 6..<9 { try scene.write(number, text: "another history \(number)") }
        #expect(try scene.names() == [])
        #expect(try scene.names { $0.against = [("newest", newest)] } == ["fork"])
    }

    @Test func `a checkpoint of another state of the log`() throws {
        let (scene, outside) = try two()
        try replace(scene, "checkpoint", with: Array(outside.utf8))
        #expect(try scene.names().contains("wrong-tile") || scene.names().contains("mixed-checkpoint"))
    }

    @Test func `entries and tiles that were changed`() throws {
        let (scene, _) = try two()
        var entries = Array(try raw(scene, "log:tile/entries/000.p/16"))
        entries[300] ^= 1
        try replace(scene, "tile/entries/000.p/16", with: entries)
        let names = try scene.names()
        #expect(names.contains("wrong-tile"))
        #expect(names.contains("mixed-checkpoint"))
        let (second, _) = try two()
        var tile = Array(try raw(second, "log:tile/0/000.p/16"))
        tile[100] ^= 1
        try replace(second, "tile/0/000.p/16", with: tile)
        #expect(try second.names().contains("wrong-tile"))
    }

    @Test func `a missing object`() throws {
        let (scene, _) = try two()
        try loosen(scene)
        let blob = try scene.git("rev-parse", "versions~3^{tree}")
        try FileManager.default.removeItem(at: scene.file("objects/\(blob.prefix(2))/\(blob.dropFirst(2))"))
        #expect(try scene.names().contains("missing-object"))
    }

    @Test func `foreign references and a key that is not the reader's`() throws {
        let (scene, _) = try two()
        try scene.git("update-ref", "refs/heads/mine", "versions")
        #expect(try scene.names() == ["foreign-ref"])
        try scene.git("update-ref", "-d", "refs/heads/mine")
        let other = try SigningKey.generate().publicKey
        #expect(try scene.names { $0.keys = [other] }.contains("wrong-key"))
        let own = try #require(scene.key).publicKey
        #expect(try scene.names { $0.keys = [own] } == [])
    }

    @Test func `a key that was gone over from is good for what it signed, and no longer`() throws {
        let (scene, _) = try two()
        let old = try #require(scene.key)
        let new = try SigningKey.generate()
        do {
            let store = try scene.open(Custody.signer(old))
            _ = try Custody.rotate(store, from: old, to: new, now: Scene.start + 50 * 3_600)
        }
        try scene.write(60, key: new)
        #expect(try scene.names { $0.keys = [old.publicKey] } == [])
        #expect(try scene.names { $0.keys = [new.publicKey] } == [])
        #expect(throws: CustodyError.self) { try scene.write(61) }
        try scene.git("update-ref", "refs/heads/log", "log")
        #expect(try scene.names() == ["unlogged", "wrong-key"])
    }

    @Test func `only what is new`() throws {
        let (scene, outside) = try two()
        let report = try scene.verify { $0.since = .checkpoint(outside) }
        #expect(report.problems.isEmpty, "\(report.problems)")
        #expect(report.since == 8)
        #expect(report.entries == 8)
        let (other, _) = try two()
        #expect(try other.names { $0.since = .checkpoint(outside) } != [])
    }

    @Test func `a mirror and a clone are sound too`() throws {
        let (scene, _) = try two()
        for arguments in [["--mirror"], ["--bare"], []] {
            let path = scene.folder.url.appending(path: "copy\(arguments.joined())").path
            let run = try CommandRun(
                URL(filePath: "/usr/bin/git"), ["clone", "-q"] + arguments + [scene.path, path],
                environment: ["HOME": "/nonexistent"])
            #expect(run.status == 0)
            var verification = Verification(path: path, now: Scene.start)
            verification.freshness = 100_000
            let report = try verification.run()
            #expect(report.problems.isEmpty, "\(report.problems)")
            #expect(report.entries == 16)
        }
    }

    @Test func `every flipped bit in packs, indexes and references`() throws {
        let (scene, _) = try two()
        try scene.git("pack-refs")
        var generator = SeededGenerator(seed: 6)
        let walker = try #require(FileManager.default.enumerator(atPath: scene.path))
        let files = walker.compactMap { $0 as? String }.filter {
            $0.hasSuffix(".pack") || $0.hasSuffix(".idx") || $0.hasPrefix("refs/heads/")
                || $0 == "packed-refs"
                || $0 == "HEAD"
        }.sorted().filter {
            (try? FileManager.default.attributesOfItem(atPath: scene.file($0).path)[.type]
                as? FileAttributeType)
                == .typeRegular
        }
        for _ in 0..<60 {
            let name = files[Int.random(in: files.indices, using: &generator)]
            let file = scene.file(name)
            let whole = try Data(contentsOf: file)
            var flipped = whole
            let bit = Int.random(in: 0..<(whole.count * 8), using: &generator)
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            try flipped.write(to: file)
            #expect(try scene.verify().faults > 0, "\(name), bit \(bit)")
            try whole.write(to: file)
        }
        #expect(try scene.names() == [])
    }

    // MARK: Steps

    /// Puts every object into a file of its own.
    private func loosen(_ scene: Scene) throws {
        let folder = scene.file("objects/pack")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".pack")
        }
        for name in names {
            let aside = scene.folder.url.appending(path: name)
            try FileManager.default.moveItem(at: folder.appending(path: name), to: aside)
            try? FileManager.default.removeItem(at: folder.appending(path: name.dropLast(4) + "idx"))
            let run = try CommandRun(
                URL(filePath: "/bin/sh"),
                ["-c", "git -C '\(scene.path)' unpack-objects -q < '\(aside.path)'"])
            #expect(run.status == 0)
        }
    }

    private func raw(_ scene: Scene, _ name: String) throws -> [UInt8] {
        let run = try CommandRun(
            URL(filePath: "/bin/sh"), ["-c", "git -C '\(scene.path)' cat-file blob '\(name)' | base64 -w0"])
        return Array(Data(base64Encoded: run.output) ?? Data())
    }

    /// Puts another file on the branch `log`, in a commit that the store's key signs.
    private func replace(_ scene: Scene, _ path: String, with bytes: [UInt8]) throws {
        let store = try scene.open(scene.key.map(Custody.signer))
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: [.put(try StorePath(path), bytes)], title: "Tamper",
                time: UInt32(clamping: Scene.start + 800 * 3_600)), to: .log)
        _ = try store.write(batch)
    }
}
