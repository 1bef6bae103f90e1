import Foundation
import Statute
import Testing

@testable import GitStore

@Suite struct WritingTests {
    @Test func `versions and captures come back byte for byte`() throws {
        let scratch = try Scratch()
        let law = try instrument("cn/cybersecurity-law")
        let key = try versionKey(law.description, "2016-11-07.adopted")
        let source = try CaptureKey(instrument: law, source: "npc.gov.cn")
        let raw = [UInt8](0...255) + bytes("\r\n") + [0xff, 0xfe]
        do {
            let store = try scratch.open()
            var batch = StoreBatch()
            batch.add(
                try .capture(
                    source, document: raw, type: "html", metadata: bytes("{\"a\":1}"), title: "capture",
                    time: 5),
                to: .captures)
            batch.add(
                try .version(
                    key, texts: ["zh": bytes("第一条\n"), "en": []], metadata: bytes("{}"), title: "version",
                    time: 6),
                to: .versions)
            let report = try store.write(batch)
            #expect(report.written == 2)
            #expect(report.packs == 1)
            #expect(report.retries == 0)
        }
        let store = try scratch.open(.reading)
        #expect(try store.instruments() == [law])
        #expect(try store.instruments(on: .captures) == [law])
        #expect(try store.versions(of: law) == [key])
        #expect(try store.sources(of: law) == [source])
        #expect(
            try store.version(key)
                == StoredVersion(key: key, texts: ["zh": bytes("第一条\n"), "en": []], metadata: bytes("{}")))
        #expect(
            try store.capture(source)
                == StoredCapture(key: source, document: raw, type: "html", metadata: bytes("{\"a\":1}")))
        #expect(try store.read(.versions, StoreLayout.text(key, language: "zh")) == bytes("第一条\n"))
        #expect(try store.read(.versions, StoreLayout.text(key, language: "fr")) == nil)
        #expect(try store.read(.versions, StoreLayout.folder(key)) == nil)
        #expect(try store.version(versionKey(law.description, "undated.x")) == nil)
    }

    @Test func `writing the same again makes no commit and no pack`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let work = try batch(
            .versions, draft("cn/x", "2001-01-01.a", "第一条"), draft("cn/x", "2002-01-01.b", "第二条"))
        #expect(try store.write(work).written == 2)
        let tip = try store.tip(.versions)
        let again = try store.write(work)
        #expect(again.outcomes == [.versions: [.unchanged, .unchanged]])
        #expect(again.packs == 0)
        #expect(again.objects == 0)
        #expect(try store.tip(.versions) == tip)
    }

    @Test func `the same drafts give the same commits in another store`() throws {
        let (one, two) = (try Scratch(), try Scratch())
        let work = try batch(
            .versions, draft("cn/x", "2001-01-01.a", "第一条"), draft("cn/y", "undated.b", "第二条"))
        let (first, second) = (try one.open(), try two.open())
        #expect(try first.write(work).written == 2)
        for draft in work.drafts[.versions] ?? [] { _ = try second.write(batch(.versions, draft)) }
        #expect(try first.tip(.versions) == second.tip(.versions))
    }

    @Test func `a capture of another type replaces the last one and the history keeps both`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let key = try CaptureKey(instrument: instrument("cn/x"), source: "npc")
        _ = try store.write(batch(.captures, capture("cn/x", "npc", "<p>", type: "html")))
        let first = try store.tip(.captures)
        _ = try store.write(batch(.captures, capture("cn/x", "npc", "%PDF", type: "pdf")))
        #expect(
            try store.list(.captures, StoreLayout.folder(key)).map(\.name) == [
                "capture.json", "document.pdf",
            ])
        #expect(try store.capture(key)?.document == bytes("%PDF"))
        #expect(try store.capture(key, at: first)?.document == bytes("<p>"))
    }

    @Test func `removing the last file removes its folders`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let path = try StoreLayout.decision(kind: "reviews", id: "alert-1")
        _ = try store.write(batch(.decisions, CommitDraft(changes: [.put(path, [1])], title: "add", time: 1)))
        #expect(try store.read(.decisions, path) == [1])
        _ = try store.write(
            batch(.decisions, CommitDraft(changes: [.remove(path)], title: "remove", time: 2)))
        #expect(try store.list(.decisions).isEmpty)
        let nothing = try store.write(
            batch(.decisions, CommitDraft(changes: [.remove(path)], title: "remove", time: 3)))
        #expect(nothing.outcomes == [.decisions: [.unchanged]])
        #expect(try scratch.git("fsck", "--strict", "--full").status == 0)
    }

    @Test func `a file and a folder of one name are refused and nothing is written`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let (file, below) = (try StorePath("a/b"), try StorePath("a/b/c"))
        let puts: [[CommitDraft.Change]] = [
            [.put(file, [1]), .put(below, [2])], [.put(below, [1]), .put(file, [2])],
        ]
        for changes in puts {
            let error = storeError {
                _ = try store.write(batch(.decisions, CommitDraft(changes: changes, title: "x", time: 1)))
            }
            #expect(error?.exitCode == 65)
        }
        _ = try store.write(batch(.decisions, CommitDraft(changes: [.put(file, [1])], title: "x", time: 1)))
        let clash = CommitDraft(changes: [.put(below, [1])], title: "x", time: 1)
        #expect(storeError { _ = try store.write(batch(.decisions, clash)) }?.exitCode == 65)
        let turned = CommitDraft(changes: [.remove(file), .put(below, [3])], title: "x", time: 2)
        #expect(try store.write(batch(.decisions, turned)).written == 1)
        #expect(try store.read(.decisions, below) == [3])
    }

    @Test(
        "lines that could be read otherwise are refused",
        arguments: [
            "", " x", "x ", "a\nb", "a\r\nTo: b", "a\u{1b}[2J", "a\u{85}b", "a\u{2028}b", "a\u{202e}b",
            String(repeating: "a", count: 501),
        ])
    func refusedTitle(title: String) throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let path = try StorePath("a")
        let bad = [
            CommitDraft(changes: [.put(path, [1])], title: title, time: 1),
            CommitDraft(
                changes: [.put(path, [1])], title: "x",
                trailers: [Trailer(.source, title.count > 500 ? String(repeating: title, count: 5) : title)],
                time: 1),
        ]
        for draft in bad {
            #expect(storeError { _ = try store.write(batch(.decisions, draft)) }?.exitCode == 65)
        }
        #expect(try store.tip(.decisions) == nil)
    }

    @Test func `what a refused batch would have written is written by the next`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let good = try draft("cn/x", "undated.a", "第一条")
        let second = try draft("cn/x", "undated.b", "第二条")
        var bad = try draft("cn/x", "undated.c", "第三条")
        bad.title = "two\nlines"
        #expect(storeError { _ = try store.write(batch(.versions, good, second, bad)) }?.exitCode == 65)
        #expect(try store.tip(.versions) == nil)
        #expect(try store.write(batch(.versions, good, second)).written == 2)
        let key = try versionKey("cn/x", "undated.b")
        #expect(try scratch.open(.reading).version(key)?.texts == ["zh": bytes("第二条")])
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output.isEmpty)
    }

    @Test func `a batch that outgrows the memory takes several packs and is as good`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        store.roomInMemory = 1
        let drafts = try (1...5).map { try draft("cn/law-\($0)", "undated.a", "第\($0)条") }
        var work = StoreBatch()
        for draft in drafts { work.add(draft, to: .versions) }
        let report = try store.write(work)
        #expect(report.packs == 5)
        #expect(report.written == 5)
        #expect(try scratch.open(.reading).instruments().count == 5)
        #expect(try scratch.git("fsck", "--strict", "--full", "--no-progress").output.isEmpty)
    }

    @Test(
        "names that git would cut are refused",
        arguments: ["", "a<b", "a>b", "a\nb", ".a", "a,", " a", "a\u{202e}b"])
    func refusedAuthor(name: String) {
        #expect(storeError { _ = try Author(name: name, email: "a@b") }?.exitCode == 65)
        #expect(storeError { _ = try Author(name: "a", email: name) }?.exitCode == 65)
    }

    @Test func `a store opened for reading refuses to write`() throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        let store = try scratch.open(.reading)
        #expect(storeError { _ = try store.write(batch(.versions, draft("cn/x", "undated.a", "一"))) } != nil)
    }

    @Test func `a branch that moves under our feet is followed and nothing is lost`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try store.write(batch(.versions, draft("cn/x", "undated.a", "一")))
        // Another program, on the same branch, that does not know our lock.
        var moves = 0
        store.willMove = { reference in
            guard reference == StoreBranch.versions.reference, moves < 2 else { return }
            moves += 1
            let made = try? scratch.git(
                "-c", "user.name=x", "-c", "user.email=x@x", "commit-tree", "-m", "theirs \(moves)", "-p",
                "versions",
                "versions^{tree}")
            let id = made?.output.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
            _ = try? scratch.git("update-ref", reference, id)
        }
        let report = try store.write(batch(.versions, draft("cn/x", "undated.b", "二")))
        #expect(report.retries == 2)
        #expect(
            try store.log(.versions).map(\.title) == [
                "cn/x: undated.b", "theirs 2", "theirs 1", "cn/x: undated.a",
            ])
    }

    @Test func `a branch that never holds still ends in a conflict, captures kept`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try store.write(batch(.versions, draft("cn/x", "undated.a", "一")))
        scratch.touch(scratch.store + "/refs/heads/versions.lock")
        var both = try batch(.versions, draft("cn/x", "undated.b", "二"))
        both.add(try capture("cn/x", "npc", "raw"), to: .captures)
        let error = storeError { _ = try store.write(both) }
        #expect(error == .conflict(reference: "refs/heads/versions", attempts: 5))
        #expect(error?.exitCode == 75)
        #expect(try store.log(.captures).count == 1)
        try FileManager.default.removeItem(atPath: scratch.store + "/refs/heads/versions.lock")
        let report = try store.write(both)
        #expect(report.outcomes[.captures] == [.unchanged])
        #expect(report.written == 1)
    }

    @Test func `captures move before versions, and both after the pack is there`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        var both = try batch(.versions, draft("cn/x", "undated.b", "二"))
        both.add(try capture("cn/x", "npc", "raw"), to: .captures)
        var order: [String] = []
        store.willMove = { reference in
            let packs = try? FileManager.default.contentsOfDirectory(atPath: scratch.store + "/objects/pack")
            order.append(reference + " \(packs?.count ?? 0)")
        }
        _ = try store.write(both)
        #expect(order == ["refs/heads/captures 2", "refs/heads/versions 2"])
    }

    @Test func `a pack that cannot be written moves nothing, and the next run completes it`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        // Root passes every permission, so a file where a folder belongs stands for a disk that says no.
        let pack = scratch.store + "/objects/pack"
        try FileManager.default.moveItem(atPath: pack, toPath: scratch.folder + "/kept")
        scratch.touch(pack)
        let error = storeError { _ = try store.write(batch(.versions, draft("cn/x", "undated.b", "二"))) }
        #expect(error?.exitCode == 73)
        try FileManager.default.removeItem(atPath: pack)
        try FileManager.default.moveItem(atPath: scratch.folder + "/kept", toPath: pack)
        #expect(try scratch.open(.reading).tip(.versions) == nil)
        #expect(try store.write(batch(.versions, draft("cn/x", "undated.b", "二"))).written == 1)
        #expect(try scratch.git("fsck", "--strict", "--full").status == 0)
    }
}
