import Foundation
import GitStore
import TestSupport
import Testing

@Suite(
    "A mirror of the corpus",
    .enabled(if: Corpus.isThere && GitServer.isThere, "the corpus, git-http-backend and python3 are needed"))
struct MirrorCorpusTests {
    @Test("every law arrives byte for byte over http, and an amendment is found among them")
    func corpus() throws {
        let scene = try MirrorScene()
        let work = scene.scratch.folder + "/work"
        let laws = Corpus.folder.appending(path: "cn-laws").path
        try scene.git("init", "--quiet", "--initial-branch=main", work)
        try FileManager.default.copyItem(atPath: laws, toPath: work + "/laws")
        try scene.git("-C", work, "add", "--all")
        try scene.git("-C", work, "commit", "--quiet", "--message=laws")
        try scene.git("-C", work, "push", "--quiet", scene.remote, "HEAD:refs/heads/main")
        let server = try GitServer(root: scene.scratch.folder)
        let mirror = try scene.mirror(server.address("remote.git"))
        let first = try mirror.update(below: "laws")
        #expect(first.notices.isEmpty)
        let files = try mirror.files(below: "laws").files
        let paths = Corpus.paths()
        #expect(Set(files.map(\.path)).isSuperset(of: paths.map { "laws/" + $0 }))
        for file in files where file.path.hasSuffix(".md") {
            let original = try Data(contentsOf: URL(filePath: laws + file.path.dropFirst(4)))
            #expect(file.size == original.count)
            #expect(try mirror.content(file.id) == [UInt8](original))
        }
        let changed = try #require(paths.first)
        let handle = try FileHandle(forWritingTo: URL(filePath: work + "/laws/" + changed))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("\n".utf8))
        try handle.close()
        try scene.git("-C", work, "commit", "--quiet", "--all", "--message=amended")
        try scene.git("-C", work, "push", "--quiet", scene.remote, "HEAD:refs/heads/main")
        #expect(try mirror.update(below: "laws").outcome == .forwarded)
        #expect(
            try mirror.changes(since: first.tip, below: "laws").changes.map(\.path) == ["laws/" + changed])
    }
}
