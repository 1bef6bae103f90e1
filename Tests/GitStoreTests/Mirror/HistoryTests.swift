import Foundation
import GitStore
import Testing

@Suite("A repository's history")
struct HistoryTests {
    @Test(
        "gives parents before children, the first parent's line first, so that a history only grows at its end"
    )
    func order() throws {
        let scene = try MirrorScene()
        let root = try scene.commit([("a.md", "1")])
        let main = try scene.commit([("a.md", "2")], parent: root)
        let before = try GitHistory(path: scene.remote).commits().map(\.description)
        #expect(before == [root, main])
        let side = try scene.commit([("b.md", "1")], parent: root, branch: "side")
        let tree = try scene.git("-C", scene.remote, "rev-parse", "\(side)^{tree}")
        let merge = try scene.git(
            "-C", scene.remote, "commit-tree", tree, "-p", main, "-p", side, "-m", "merge")
        try scene.git("-C", scene.remote, "update-ref", "refs/heads/main", merge)
        #expect(try GitHistory(path: scene.remote).commits().map(\.description) == [root, main, side, merge])
    }

    @Test("tells what a commit changed against any of its parents, as git does")
    func changes() throws {
        let scene = try MirrorScene()
        let root = try scene.commit([("a.md", "1"), ("d/b.md", "1"), ("d/e/c.md", "1"), ("x", "file")])
        let next = try scene.commit(
            [("a.md", "2"), ("d/e/c.md", "1"), ("x/y.md", "now a folder")], parent: root)
        let history = try GitHistory(path: scene.remote)
        let commits = try history.commits()
        #expect(
            try history.changes(in: commits[0]).changes.map(\.path) == ["a.md", "d/b.md", "d/e/c.md", "x"])
        let found = try history.changes(in: commits[1]).changes
        let named = try scene.git("-C", scene.remote, "diff-tree", "-r", "--name-only", root, next)
        #expect(found.map(\.path).sorted() == named.split(separator: "\n").map(String.init).sorted())
        #expect(found.filter { $0.after == nil }.map(\.path) == ["d/b.md", "x"])
        let after = try #require(found.first { $0.path == "a.md" }?.after)
        #expect(try history.content(after, limit: 10) == Array("2".utf8))
        #expect(mirrorError { _ = try history.content(after, limit: 0) }?.kind == .tooLarge)
    }

    @Test("agrees with git on random histories", arguments: [1, 2, 3])
    func random(seed: Int) throws {
        let scene = try MirrorScene()
        var parent: String?
        var files: [String: String] = [:]
        for step in 0..<15 {
            for move in 0..<4 {
                let name = "\((step * 7 + move * seed) % 3)/\((step * seed + move * 5) % 6).md"
                if (step + move + seed) % 4 == 0 {
                    files[name] = nil
                } else {
                    files[name] = "\(step) \(move % 2)"
                }
            }
            parent = try scene.commit(
                files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, parent: parent)
        }
        let history = try GitHistory(path: scene.remote)
        for commit in try history.commits() {
            let named = try scene.git(
                "-C", scene.remote, "diff-tree", "-r", "--root", "--no-commit-id", "--name-only",
                commit.description)
            #expect(
                try history.changes(in: commit).changes.map(\.path)
                    == named.split(separator: "\n").map(String.init).sorted())
        }
    }

    @Test(
        "reads a work tree's repository, a linked work tree's and a shallow clone's, and changes nothing in them"
    )
    func kinds() throws {
        let scene = try MirrorScene()
        var last = try scene.commit([("a.md", "1")])
        for number in 2...4 { last = try scene.commit([("a.md", "\(number)")], parent: last) }
        let (work, linked, shallow) = (
            scene.scratch.folder + "/work", scene.scratch.folder + "/linked",
            scene.scratch.folder + "/shallow"
        )
        try scene.git("clone", "--quiet", scene.remote, work)
        try scene.git("-C", work, "worktree", "add", "--quiet", "--detach", linked, "HEAD~1")
        try scene.git("clone", "--quiet", "--depth", "2", scene.address, shallow)
        let before = scene.scratch.picture()
        #expect(try GitHistory(path: work).commits().count == 4)
        #expect(try GitHistory(path: linked).commits().count == 3)
        let cut = try GitHistory(path: shallow)
        #expect(cut.isShallow)
        let commits = try cut.commits()
        #expect(commits.count == 2)
        #expect(try cut.changes(in: commits[0]).changes.map(\.path) == ["a.md"])
        #expect(GitHistory.isBare(scene.remote) && !GitHistory.isBare(work))
        #expect(scene.scratch.picture() == before)
    }

    @Test("refuses what is no repository, an empty one, and a store of our own")
    func refused() throws {
        let scene = try MirrorScene()
        #expect(mirrorError { _ = try GitHistory(path: scene.scratch.folder) }?.kind == .absent)
        #expect(mirrorError { _ = try GitHistory(path: scene.remote) }?.kind == .noBranch)
        _ = try scene.scratch.open()
        #expect(mirrorError { _ = try GitHistory(path: scene.scratch.store) }?.kind == .malformed)
    }

    @Test("leaves out names that could deceive, once, and goes on")
    func hostile() throws {
        let scene = try MirrorScene()
        let blob = try scene.blob("text")
        let tree = try scene.tree([
            ("100644", Array("a\nb.md".utf8), blob), ("100644", [0x66, 0xff], blob),
            ("100644", Array("good.md".utf8), blob), ("120000", Array("link.md".utf8), blob),
        ])
        _ = try scene.commit(tree: tree)
        let history = try GitHistory(path: scene.remote)
        let found = try history.changes(in: history.head)
        #expect(found.changes.map(\.path) == ["good.md"])
        #expect(found.notices.count == 3)
    }
}
