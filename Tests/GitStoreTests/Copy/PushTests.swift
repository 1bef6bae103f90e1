import Foundation
import GitStore
import Testing

@Suite struct PushTests {
    @Test func `a folder gets everything, and the second time nothing`() throws {
        let scene = try CopyScene()
        let remote = try scene.remote()
        let report = try scene.push(remote)
        #expect(report.branches.map(\.name) == ["captures", "versions"])
        #expect(report.branches.map(\.commits) == [4, 4])
        #expect(report.timelines == 1)
        #expect(try scene.isWhole(remote))
        #expect(try scene.push(remote).isUnchanged)
        #expect(try scene.push("file://" + remote).isUnchanged)
    }

    @Test func `history goes in slices, each moving the copy forward`() throws {
        let scene = try CopyScene(commits: 7)
        let remote = try scene.remote()
        var seen: [Int] = []
        let report = try scene.store().push(
            to: CopyAddress(remote), limits: PushLimits(commits: 3),
            progress: { done, all in
                seen.append(done)
                #expect(all == 6)
            })
        #expect(seen == [1, 2, 3, 4, 5, 6])
        #expect(report.slices == 6)
        #expect(try scene.isWhole(remote))
    }

    @Test func `one large commit is a slice of its own`() throws {
        let scene = try CopyScene(commits: 3)
        let remote = try scene.remote()
        let report = try scene.push(remote, limits: PushLimits(bytes: 1))
        #expect(report.slices == 7)
        #expect(try scene.isWhole(remote))
    }

    @Test func `what was sent before a stop is not sent again`() throws {
        let scene = try CopyScene(commits: 6)
        let remote = try scene.remote()
        let stop = Stop(after: 3)
        let access = CopyAccess(isCancelled: { stop.isDue() })
        let failure = copyError { try scene.push(remote, access: access, limits: PushLimits(commits: 2)) }
        #expect(failure?.kind == .cancelled)
        #expect(try scene.heads(remote) != scene.heads(scene.scratch.store))
        let rest = try scene.push(remote, limits: PushLimits(commits: 2))
        #expect(rest.slices > 0 && rest.slices < 7)
        #expect(try scene.isWhole(remote))
    }

    @Test func `a copy that is ahead is named, and left alone`() throws {
        let scene = try CopyScene()
        let remote = try scene.remote()
        try scene.push(remote)
        let before = try scene.heads(remote)
        try scene.git("-C", scene.scratch.store, "update-ref", "refs/heads/versions", "refs/heads/versions~2")
        let failure = copyError { try scene.push(remote) }
        #expect(failure?.kind == .ahead)
        #expect(failure?.message.contains("2 commits ahead") == true)
        #expect(try scene.heads(remote) == before)
    }

    @Test func `a branch that only the copy has is named`() throws {
        let scene = try CopyScene()
        let remote = try scene.remote()
        try scene.push(remote)
        try scene.git("-C", scene.scratch.store, "update-ref", "-d", "refs/heads/captures")
        #expect(copyError { try scene.push(remote) }?.kind == .ahead)
    }

    @Test func `a copy with another history is a fork, and left alone`() throws {
        let scene = try CopyScene()
        let remote = try scene.remote()
        try scene.push(remote)
        let other = try CopyScene(commits: 2)
        _ = try other.scratch.open().write(batch(.versions, draft("cn/law", "2020-01-01.x", "别的。")))
        let before = try scene.heads(remote)
        let failure = copyError { try other.push(remote) }
        #expect(failure?.kind == .fork)
        #expect(failure?.message.contains("part after") == true)
        #expect(try scene.heads(remote) == before)
    }

    @Test func `a timeline that begins elsewhere is replaced where that is allowed, else kept and named`()
        throws
    {
        let scene = try CopyScene()
        let (strict, lax) = (try scene.remote("strict.git"), try scene.remote("lax.git", strict: false))
        try scene.push(strict)
        try scene.push(lax)
        try scene.scratch.open().rebuild([scene.timeline(from: 1, through: 3)])
        #expect(try scene.push(lax).timelines == 1)
        #expect(try scene.isWhole(lax))
        let report = try scene.push(strict)
        #expect(Array(report.kept.keys) == ["refs/heads/timeline/cn/law"])
        #expect(report.timelines == 0)
    }

    @Test func `what is no copy is named`() throws {
        let scene = try CopyScene(commits: 1)
        #expect(copyError { try scene.push(scene.scratch.folder + "/nowhere.git") }?.kind == .noStore)
        #expect(copyError { try scene.push(scene.scratch.folder) }?.kind == .noStore)
        #expect(copyError { try scene.push(scene.scratch.store) }?.kind == .address)
    }

    @Test(
        "an address that cannot be one is refused without showing a password",
        arguments: [
            "", "https://host", "https://u:hunter2@host/x", "https://user@host/x", "ftp://host/x",
            "-oProxy:x",
            "ssh://-x@host/y", "git@host:it's", "a\nb", "http://:80/x", "ssh://host:99999/x",
        ])
    func address(text: String) throws {
        let failure = copyError { _ = try CopyAddress(text) }
        #expect(failure?.kind == .address)
        #expect(failure?.message.contains("hunter2") == false)
    }

    @Test func `addresses are read as git reads them`() throws {
        #expect(try CopyAddress("git@host:laws.git").way == .ssh(user: "git", host: "host", port: 22))
        #expect(try CopyAddress("ssh://u@[::1]:2222/x").way == .ssh(user: "u", host: "::1", port: 2222))
        #expect(try CopyAddress("./a:b").way == .folder("./a:b"))
        #expect(try CopyAddress("file:///a%20b").way == .folder("/a b"))
        #expect(try CopyAddress("https://host:1/x").way == .https)
    }
}

/// Says stop from the n-th question on.
final class Stop: @unchecked Sendable {
    private let lock = NSLock()
    private var left: Int

    init(after count: Int) { left = count }

    func isDue() -> Bool {
        lock.withLock {
            left -= 1
            return left < 0
        }
    }
}
