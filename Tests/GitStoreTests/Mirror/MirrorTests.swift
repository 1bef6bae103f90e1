import Foundation
import GitStore
import Testing

@Suite("A mirror of somebody else's repository")
struct MirrorTests {
    @Test("the first update brings every file with its id and size, and git agrees")
    func clone() throws {
        let scene = try MirrorScene()
        let tip = try scene.commit([
            ("行政法/网络安全法(2016-11-07).md", "第一条 为了保障网络安全，制定本法。\n"), ("README.md", "read me\n"),
        ])
        let mirror = try scene.mirror()
        let update = try mirror.update()
        #expect(update.outcome == .cloned)
        #expect(update.tip.description == tip)
        #expect(update.previous == nil)
        #expect(update.branch == "refs/heads/main")
        #expect(update.objects > 0)
        #expect(update.notices.isEmpty)
        let listing = try mirror.files()
        #expect(listing.files.map(\.path) == ["README.md", "行政法/网络安全法(2016-11-07).md"])
        #expect(listing.files.map(\.size) == [8, 53])
        let law = try #require(try mirror.files(below: "行政法").files.first)
        #expect(
            law.id.description
                == (try scene.git("-C", scene.remote, "rev-parse", "main:行政法/网络安全法(2016-11-07).md")))
        #expect(try mirror.content(law.id) == bytes("第一条 为了保障网络安全，制定本法。\n"))
        #expect(try mirror.time(of: update.tip) == 1_700_000_000)
        #expect(try scene.git("-C", mirror.path, "fsck", "--strict", "--no-dangling").isEmpty)
        #expect(try scene.git("-C", mirror.path, "rev-parse", "HEAD") == tip)
    }

    @Test("an update without news moves nothing and fetches nothing")
    func unchanged() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let mirror = try scene.mirror()
        _ = try mirror.update()
        let again = try mirror.update()
        #expect(again.outcome == .unchanged)
        #expect(again.objects == 0)
        #expect(again.bytes == 0)
    }

    @Test("new commits are fetched, and the files that they changed are named")
    func forwarded() throws {
        let scene = try MirrorScene()
        let first = try scene.commit([
            ("law/a.md", "a"), ("law/b.md", "b"), ("law/c/d.md", "d"), ("other/x.md", "x"), ("e", "file"),
        ])
        let mirror = try scene.mirror()
        let before = try mirror.update().tip
        let second = try scene.commit(
            [
                ("law/a.md", "a"), ("law/b.md", "b2"), ("law/n.md", "n"), ("other/x.md", "x2"),
                ("e/f", "folder now"),
            ],
            parent: first)
        let update = try mirror.update()
        #expect(update.outcome == .forwarded)
        #expect(update.previous == before)
        #expect(update.tip.description == second)
        let changes = try mirror.changes(since: before).changes
        let drawn = changes.map { "\($0.before == nil ? "-" : "o")\($0.after == nil ? "-" : "n") \($0.path)" }
        #expect(drawn == ["o- e", "-n e/f", "on law/b.md", "o- law/c/d.md", "-n law/n.md", "on other/x.md"])
        #expect(
            try mirror.changes(since: before, below: "law").changes.map(\.path)
                == ["law/b.md", "law/c/d.md", "law/n.md"])
        #expect(try mirror.changes(since: before, to: before).changes.isEmpty)
    }

    @Test("a rewritten history is told, and what was there before is kept and can still be read")
    func rewritten() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "old")])
        let mirror = try scene.mirror()
        let old = try mirror.update().tip
        let new = try scene.commit([("a.md", "rewritten")])
        let update = try mirror.update()
        #expect(update.outcome == .rewritten)
        #expect(update.tip.description == new)
        #expect(update.previous == old)
        #expect(update.notices.count == 1)
        #expect(update.notices.first?.contains("rewritten") == true)
        #expect(try scene.git("-C", mirror.path, "rev-parse", "refs/lexwatch/kept/\(old)") == old.description)
        let file = try #require(try mirror.files(at: old).files.first)
        #expect(try mirror.content(file.id) == bytes("old"))
        #expect(try mirror.changes(since: old).changes.map(\.path) == ["a.md"])
        #expect(try mirror.update().outcome == .unchanged)
    }

    @Test("a folder that is not there is an error of the update, and the mirror stays as it was")
    func folder() throws {
        let scene = try MirrorScene()
        let first = try scene.commit([("行政法/a.md", "a"), ("x.md", "x")])
        let mirror = try scene.mirror()
        let tip = try mirror.update(below: "行政法").tip
        #expect(mirrorError { _ = try mirror.files(below: "行政") }?.kind == .absent)
        #expect(mirrorError { _ = try mirror.files(below: "x.md") }?.kind == .absent)
        #expect(mirrorError { _ = try mirror.files(below: "../行政法") }?.kind == .absent)
        #expect(try mirror.files(below: "/行政法/").files.count == 1)
        try scene.commit([("x.md", "x")], parent: first)
        #expect(mirrorError { _ = try mirror.update(below: "行政法") }?.kind == .absent)
        #expect(try mirror.tip() == tip)
    }

    @Test("a branch that is named is followed, another one is not")
    func branch() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "main")])
        let side = try scene.commit([("a.md", "side")], branch: "texts/2024")
        let update = try scene.mirror(branch: "texts/2024").update()
        #expect(update.tip.description == side)
        #expect(mirrorError { _ = try scene.mirror(branch: "absent").update() }?.kind == .noBranch)
    }

    @Test("a repository without commits, or none at all, is an error and leaves the mirror usable")
    func empty() throws {
        let scene = try MirrorScene()
        let mirror = try scene.mirror()
        #expect(mirrorError { _ = try mirror.update() }?.kind == .noBranch)
        #expect(mirrorError { _ = try mirror.files() }?.kind == .absent)
        try scene.commit([("a.md", "a")])
        #expect(try mirror.update().outcome == .cloned)
        let nowhere = try scene.mirror("file://" + scene.scratch.folder + "/nothing.git")
        let error = try #require(mirrorError { _ = try nowhere.update() })
        #expect(error.message.contains("nothing.git"))
    }

    @Test("the limits on objects, entries, depth and file size hold, and the mirror stays as it was")
    func limits() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let mirror = try scene.mirror()
        let tip = try mirror.update().tip
        try scene.commit((0..<300).map { ("f\($0).md", "text \($0)") }, parent: tip.description)
        #expect(mirrorError { _ = try mirror.update(limits: MirrorLimits(objects: 100)) }?.kind == .tooLarge)
        #expect(mirrorError { _ = try mirror.update(limits: MirrorLimits(entries: 100)) }?.kind == .tooLarge)
        #expect(try mirror.tip() == tip)
        #expect(try mirror.update().outcome == .forwarded)
        try scene.commit([("1/2/3/4/5/a.md", "deep")], parent: "refs/heads/main^0")
        #expect(mirrorError { _ = try mirror.update(limits: MirrorLimits(depth: 4)) }?.kind == .tooLarge)
        _ = try mirror.update()
        let file = try #require(try mirror.files().files.first)
        #expect(mirrorError { _ = try mirror.content(file.id, limit: 3) }?.kind == .tooLarge)
        #expect(try mirror.content(file.id, limit: 4) == bytes("deep"))
    }

    @Test("a disk without room stops the update before anything is written")
    func room() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let mirror = try scene.mirror()
        let error = mirrorError { _ = try mirror.update(limits: MirrorLimits(roomLeft: .max)) }
        #expect(error?.kind == .disk)
        #expect(try mirror.tip() == nil)
    }

    @Test("hostile names, links and submodules are left out with a notice; the good file beside them is read")
    func hostileNames() throws {
        let scene = try MirrorScene()
        let text = try scene.blob("text")
        let below = try scene.tree([("100644", bytes("inner.md"), text)])
        let names: [[UInt8]] = [
            bytes(".."), bytes("."), bytes(".GIT"), bytes("git~1"), bytes(".git "), bytes("a\\b"),
            bytes("e\u{1b}[2J"), bytes("n\nl"), bytes("r\u{202e}dm.txt"), bytes("z\u{200b}w"),
            [0x66, 0xff, 0xfe],
        ]
        var entries = names.map { (mode: "100644", name: $0, id: text) }
        entries.append(("120000", bytes("link"), text))
        entries.append(("160000", bytes("module"), String(repeating: "1", count: 40)))
        entries.append(("40000", bytes(".git"), below))
        entries.append(("100644", bytes("law.md"), text))
        entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
        _ = try scene.commit(tree: try scene.tree(entries))
        let mirror = try scene.mirror()
        let update = try mirror.update()
        #expect(try mirror.files().files.map(\.path) == ["law.md"])
        #expect(update.notices.count == names.count + 3)
        #expect(
            update.notices.allSatisfy {
                !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202e }
            })
        #expect(update.notices.contains { $0.contains("symbolic link") })
        #expect(update.notices.contains { $0.contains("submodule") })
    }

    @Test(
        "an object that the remote promised and does not have stops the update, and the mirror stays as it was"
    )
    func missingObject() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let mirror = try scene.mirror()
        let tip = try mirror.update().tip
        let gone = try scene.tree([("100644", bytes("a.md"), String(repeating: "7", count: 40))])
        _ = try scene.commit(tree: gone)
        #expect(mirrorError { _ = try mirror.update() } != nil)
        #expect(try mirror.tip() == tip)
    }

    @Test("what a killed update left is removed when the mirror is opened again")
    func leftovers() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let path: String
        do {
            let mirror = try scene.mirror()
            path = mirror.path
            _ = try mirror.update()
        }
        try scene.commit([("a.md", "b")], parent: "refs/heads/main^0")
        scene.scratch.touch(path + "/refs/heads/upstream.lock")
        scene.scratch.touch(path + "/objects/pack/pack_git2_Ab12Cd")
        let mirror = try scene.mirror()
        #expect(try mirror.update().outcome == .forwarded)
        #expect(!FileManager.default.fileExists(atPath: path + "/objects/pack/pack_git2_Ab12Cd"))
    }

    @Test("two runs cannot hold one mirror, and a foreign repository in its place is not touched")
    func foreign() throws {
        let scene = try MirrorScene()
        do {
            let mirror = try scene.mirror()
            #expect(mirrorError { _ = try scene.mirror() }?.kind == .locked)
            _ = mirror.path
        }
        let path = try scene.mirror().path
        try scene.git("-C", path, "config", "lexwatch.mirror", "https://elsewhere.example/x.git")
        let picture = scene.scratch.picture()
        #expect(mirrorError { _ = try scene.mirror() }?.kind == .disk)
        #expect(scene.scratch.picture() == picture)
    }

    @Test("cancelling and a deadline of nothing stop an update")
    func cancelled() throws {
        let scene = try MirrorScene()
        try scene.commit((0..<50).map { ("f\($0).md", "text \($0)") })
        let mirror = try scene.mirror()
        #expect(mirrorError { _ = try mirror.update(isCancelled: { true }) }?.kind == .cancelled)
        #expect(mirrorError { _ = try mirror.update(limits: MirrorLimits(deadline: 0)) }?.kind == .deadline)
        #expect(try mirror.update().outcome == .cloned)
    }

    @Test(
        "an address that is not https, or holds a name, a password or control characters, is refused",
        arguments: [
            "http://example.org/x.git", "file:///etc", "ssh://example.org/x", "git://example.org/x", "/etc",
            "git@example.org:x.git", "https://", "https://me:secret@example.org/x.git",
            "https://me@example.org/x",
            "https://example.org/\u{1b}[2J", "https://example.org/a b", "-upload-pack=x", "",
        ])
    func badAddresses(_ url: String) {
        let error = mirrorError { _ = try MirrorOrigin(url: url, allowsAddress: { _, _ in true }) }
        #expect(error?.kind == .badURL)
        #expect(error?.message.unicodeScalars.contains { $0.value < 0x20 } == false)
    }

    @Test(
        "the name of a branch cannot smuggle in another reference",
        arguments: ["a:refs/heads/x", "..", "a b", "*", ""])
    func badBranches(_ branch: String) throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        #expect(mirrorError { _ = try scene.mirror(branch: branch).update() } != nil)
    }
}
