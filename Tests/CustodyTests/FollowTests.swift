import Evidence
import Foundation
import GitStore
import TestSupport
import Testing

@testable import Custody

struct FollowTests {
    @Test func `a second catch-up adds nothing`() throws {
        let scene = try Scene()
        try scene.fill(3)
        let first = try #require(try scene.follow())
        let tip = try scene.git("rev-parse", "log")
        let second = try #require(try scene.follow(901))
        #expect(first.size == 6)
        #expect(second.added == 0)
        #expect(try scene.git("rev-parse", "log") == tip)
    }

    @Test func `an untouched store is sound`() throws {
        let scene = try Scene()
        try scene.fill(5)
        let report = try scene.verify()
        #expect(report.problems.isEmpty, "\(report.problems)")
        #expect(report.size == 10)
    }

    @Test func `an unsigned store is sound, and says that it is unsigned`() throws {
        let scene = try Scene(key: nil)
        try scene.fill(3)
        #expect(try scene.names() == ["unsigned-checkpoint"])
        #expect(try scene.verify().faults == 0)
        #expect(try scene.verify { $0.requiresSignatures = true }.faults > 0)
    }

    @Test func `what a killed run left is named, and logged by the next one`() throws {
        let scene = try Scene()
        try scene.fill(3)
        try scene.write(3, follows: false)
        #expect(try scene.names() == ["unlogged"])
        try scene.write(4)
        #expect(try scene.names() == [])
        #expect(try scene.verify().size == 10)
    }

    @Test func `tiles grow past a full one, a commit at a time and in one go alike`() throws {
        let slow = try Scene()
        let fast = try Scene(key: nil)
        for number in 0..<131 {
            try slow.write(number)
            try fast.write(number, follows: false)
        }
        #expect(try slow.verify().problems.isEmpty)
        try fast.follow()
        #expect(try fast.names() == ["unsigned-checkpoint"])
        let names = try slow.git("ls-tree", "-r", "--name-only", "log").split(separator: "\n").map(
            String.init)
        #expect(names.contains("tile/0/000"))
        #expect(names.contains("tile/0/001.p/6"))
        #expect(names.contains("tile/1/000.p/1"))
        #expect(names.contains("tile/entries/000"))
        #expect(names.count { $0.hasPrefix("tile/0/001") } == 1)
    }

    @Test func `a commit of many files is logged in parts`() throws {
        let scene = try Scene()
        let store = try scene.open(scene.key.map(Custody.signer))
        var changes: [CommitDraft.Change] = []
        for number in 0..<1_500 {
            changes.append(
                .put(try StorePath("records/\(number % 16)/a-rather-long-name-\(number).json"), [0x7b, 0x7d]))
        }
        var batch = StoreBatch()
        batch.add(CommitDraft(changes: changes, title: "Many", time: 1_790_000_000), to: .decisions)
        _ = try store.write(batch)
        let state = try #require(try Custody.follow(store, key: scene.key, now: 1_790_000_000))
        #expect(state.size > 1)
        #expect(try scene.verify().problems.isEmpty)
    }

    @Test func `a store with a key is not written without it`() throws {
        let scene = try Scene()
        try scene.fill(1)
        let store = try scene.open(nil)
        #expect(throws: CustodyError.self) { try Custody.follow(store, key: nil, now: 1_790_000_000) }
        let other = try SigningKey.generate()
        #expect(throws: CustodyError.self) { try Custody.follow(store, key: other, now: 1_790_000_000) }
    }

    @Test func `a key that comes later leaves what is older unsigned and sound`() throws {
        let plain = try Scene(key: nil)
        try plain.fill(3)
        let key = try SigningKey.generate()
        for number in 3..<6 { try plain.write(number, key: key) }
        let report = try plain.verify()
        #expect(report.problems.isEmpty, "\(report.problems)")
        #expect(report.remarks.contains { $0.contains("first 6 entries") })
    }

    @Test func `stock git finds the signatures good`() throws {
        let scene = try Scene()
        try scene.fill(2)
        let key = try #require(scene.key)
        try scene.folder.write(
            "lexwatch@localhost \(key.publicKey.openSSHLine(comment: ""))\n", to: "allowed")
        for branch in ["captures", "versions", "log"] {
            try scene.git(
                "-c", "gpg.ssh.allowedSignersFile=\(scene.folder.url.path)/allowed", "verify-commit", branch)
        }
        try scene.git("fsck", "--strict")
    }
}
