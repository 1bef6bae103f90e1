import Foundation
import GitStore
import Testing

@Suite("A mirror whose update is killed")
struct MirrorKillTests {
    @Test(
        "nothing is broken and the next update is whole, wherever the process died",
        arguments: ["objects/pack/pack_git2_", "refs/heads/upstream.lock", "objects/pack/pack-"])
    func killed(seen: String) async throws {
        let scene = try MirrorScene()
        let first = try scene.commit([("a.md", "a")])
        _ = try scene.mirror().update()
        try scene.commit((0..<400).map { ("f\($0).md", "text \($0)") }, parent: first)
        let (folder, address) = (scene.mirrors, scene.address)
        let path = try scene.mirror().path
        let before = Self.count(path, seen)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [
                folder = folder as String, address = address as String, path = path as String,
                seen = seen as String,
                before = before as Int
            ] in
            let origin = try MirrorOrigin(url: address, schemes: [.file], allowsAddress: { _, _ in true })
            let mirror = try GitMirror(folder: folder, origin: origin)
            // Dies as soon as the file is there; another thread looks, for libgit2 asks only now and then.
            Thread.detachNewThread {
                while MirrorKillTests.count(path, seen) == before {}
                kill(getpid(), SIGKILL)
            }
            _ = try mirror.update()
            // The file was there too briefly to be seen: this place is as good as any.
            kill(getpid(), SIGKILL)
        }
        let mirror = try scene.mirror()
        #expect(try mirror.tip() != nil)
        let update = try mirror.update()
        #expect(update.outcome == .forwarded || update.outcome == .unchanged)
        #expect(try mirror.files().files.count == 400)
        #expect(Self.count(path, "objects/pack/pack_git2_") == 0)
        #expect(Self.count(path, "refs/heads/upstream.lock") == 0)
        #expect(try scene.git("-C", path, "fsck", "--strict", "--no-dangling").isEmpty)
    }

    /// Files of a repository whose path begins so.
    private static func count(_ repository: String, _ beginning: String) -> Int {
        let folder = (beginning as NSString).deletingLastPathComponent
        let name = (beginning as NSString).lastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: repository + "/" + folder)) ?? []
        return names.count { $0.hasPrefix(name) }
    }

    @Test("a mirror that was being made when the process died is made again")
    func killedAtBirth() throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let path = try scene.mirror().path
        // As a run leaves it that dies before the last step, the move to its place, with a lock in it.
        try FileManager.default.moveItem(atPath: path, toPath: path + ".new")
        scene.scratch.touch(path + ".new/config.lock")
        #expect(try scene.mirror().update().outcome == .cloned)
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }
}
