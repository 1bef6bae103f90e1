import Foundation
import TestSupport
import Testing

@Suite("Copies, as a user makes them")
struct CopyTests {
    /// A small store of its own, with settings beside it.
    private func bench() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "laws"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"),
            to: folder.url.appending(path: "laws/schemas"))
        try folder.write(
            "试验法\n（2016年11月7日通过）\n第一条　网络经营单位应当保存记录。\n第二条　本法自2017年6月1日起施行。\n",
            to: "texts/试验法(2016-11-07).txt")
        let run = try lexwatch(["import", "texts", "--layout", "folder"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        for name in ["a.git", "b.git"] { try git("init", "-q", "--bare", name, in: folder) }
        return folder
    }

    private func lexwatch(_ words: [String], in folder: TemporaryFolder, _ more: [String: String] = [:])
        throws -> CommandRun
    {
        try CommandRun(
            words, in: folder.url,
            environment: ["LEXWATCH_STORE": "store.git", "HOME": folder.url.path].merging(more) { $1 })
    }

    @discardableResult
    private func git(_ words: String..., in folder: TemporaryFolder) throws -> String {
        let run = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git"] + words, in: folder.url,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"])
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    private func heads(_ name: String, in folder: TemporaryFolder) throws -> String {
        try git("-C", name, "for-each-ref", "refs/heads", in: folder)
    }

    @Test func `push goes to every remote of the settings, and one bad remote does not stop the others`()
        throws
    {
        let folder = try bench()
        try folder.write("remotes:\n- a.git\n- nowhere.git\n- b.git\n", to: "lexwatch.yml")
        let run = try lexwatch(["push", "--format", "json"], in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("nowhere.git: there is no folder here"))
        let remotes = try #require(run.json["remotes"] as? [[String: Any]])
        #expect(remotes.map { $0["status"] as? String } == ["pushed", "failed", "pushed"])
        #expect(try heads("a.git", in: folder) == heads("store.git", in: folder))
        #expect(try heads("b.git", in: folder) == heads("store.git", in: folder))
        #expect(try lexwatch(["push", "nowhere.git"], in: folder).status == 66)
        #expect(try lexwatch(["push", "a.git"], in: folder).output.contains("has everything"))
        #expect(try lexwatch(["push", "https://me:hunter2@host/x"], in: folder).status == 64)
        #expect(try lexwatch(["push"], in: folder, ["LEXWATCH_REMOTES": "a.git, b.git"]).status == 0)
    }

    @Test func `push without a remote says what to set`() throws {
        let folder = try bench()
        let run = try lexwatch(["push"], in: folder)
        #expect(run.status == 78)
        #expect(run.errors.contains("lexwatch.yml"))
    }

    @Test func `a store that is gone comes back from a copy`() throws {
        let folder = try bench()
        #expect(try lexwatch(["push", "a.git"], in: folder).status == 0)
        let heads = try heads("store.git", in: folder)
        #expect(
            try lexwatch(["repair", "--from", "a.git"], in: folder).output.contains("nothing was changed"))
        try FileManager.default.removeItem(at: folder.url.appending(path: "store.git/objects"))
        let run = try lexwatch(["repair", "--from", "a.git"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("what was there is kept as store.git.damaged-"))
        #expect(try self.heads("store.git", in: folder) == heads)
        #expect(try git("-C", "store.git", "fsck", "--full", "--strict", in: folder) == "")
        #expect(try lexwatch(["list", "--all"], in: folder).output.contains("试验法"))
    }

    @Test func `a backup that is encrypted with a passphrase is put back with it, and with no other`() throws
    {
        let folder = try bench()
        try folder.write("quiet: no\n", to: "lexwatch.yml")
        try folder.write("a long phrase\n", to: "phrase")
        try folder.write("another\n", to: "other")
        let made = try lexwatch(["backup", "all.tar.age", "--passphrase-file", "phrase"], in: folder)
        #expect(made.status == 0, "\(made.errors)")
        let wrong = try lexwatch(
            ["restore", "all.tar.age", "--into", "back", "--passphrase-file", "other"], in: folder)
        #expect(wrong.status == 77)
        #expect(wrong.errors.contains("nothing was put back"))
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "back").path))
        let right = try lexwatch(
            ["restore", "all.tar.age", "--into", "back", "--passphrase-file", "phrase"], in: folder)
        #expect(right.status == 0, "\(right.errors)")
        #expect(try heads("back/store.git", in: folder) == heads("store.git", in: folder))
        #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "back/lexwatch.yml").path))
        #expect(try lexwatch(["backup", "all.tar.age"], in: folder).status == 73)
    }

    @Test func `a folder of backups keeps what it is told to, and names what goes`() throws {
        let folder = try bench()
        try folder.write("x", to: "shelf/lexwatch-20200101T000000Z.tar")
        try folder.write("x", to: "shelf/lexwatch-20210101T000000Z.tar")
        let run = try lexwatch(["backup", "shelf", "--keep", "2", "--quiet"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "lexwatch: deleted shelf/lexwatch-20200101T000000Z.tar\n")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appending(path: "shelf").path)
        #expect(names.count == 2)
        let newest = try #require(names.sorted().last)
        let back = try lexwatch(["restore", "shelf/" + newest], in: folder, ["LEXWATCH_STORE": "again.git"])
        #expect(back.status == 0, "\(back.errors)")
        #expect(try heads("again.git", in: folder) == heads("store.git", in: folder))
        #expect(try lexwatch(["backup", "one.tar", "--keep", "2"], in: folder).status == 64)
        #expect(
            try lexwatch(
                ["backup", "one.tar", "--with-keys"], in: folder, ["LEXWATCH_SIGNING_KEY": "phrase"]
            ).status == 64)
    }
}
