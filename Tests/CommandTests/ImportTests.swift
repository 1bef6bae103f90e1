import Foundation
import TestSupport
import Testing

@Suite("lexwatch import")
struct ImportTests {
    private let folder: TemporaryFolder
    private let clock = "2026-01-01T00:00:00Z"

    init() throws { folder = try TemporaryFolder() }

    private func place(_ name: String) -> String { folder.url.appending(path: name).path }

    private func fill(_ count: Int) throws {
        for number in 0..<count {
            try folder.write(
                "# 试行规定第\(number)号\n\n第一条 经营者应当在\(number)日内报告。\n\n第二条 本规定自公布之日起施行。\n",
                to: "texts/\(number % 7)/试行规定第\(number)号(20\(10 + number % 10)-01-01).md")
        }
    }

    private func arguments(_ store: String, _ more: [String] = []) -> [String] {
        ["import", place("texts"), "--store", place(store), "--now", clock, "--format", "json"] + more
    }

    private func tips(_ store: String, but other: String? = nil) throws -> String {
        let run = try CommandRun(
            URL(filePath: "/usr/bin/env"),
            ["git", "-C", place(store), "for-each-ref", "--format=%(refname) %(objectname)"])
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(separator: "\n").filter { line in other.map { !line.hasPrefix($0) } ?? true }
            .joined(separator: "\n")
    }

    /// Runs the command until some packs are there, and then ends it by a signal.
    private func interrupted(_ store: String, packs: Int, signal: Int32) throws -> Int32 {
        let process = Process()
        process.executableURL = CommandRun.lexwatch
        process.arguments = arguments(store, ["--batch", "20"])
        process.currentDirectoryURL = Corpus.packageRoot
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let folder = place(store) + "/objects/pack"
        while process.isRunning {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            if names.count(where: { $0.hasSuffix(".pack") }) >= packs { break }
            usleep(500)
        }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("killed at several moments, the next run makes the very commits of an undisturbed one")
    func killed() throws {
        try fill(300)
        #expect(try CommandRun(arguments("whole.git")).status == 0)
        let whole = try tips("whole.git")
        for packs in [0, 1, 4, 9] {
            let store = "killed\(packs).git"
            _ = try interrupted(store, packs: packs, signal: SIGKILL)
            let run = try CommandRun(arguments(store))
            #expect(run.status == 0, "\(run.errors)")
            #expect(try tips(store) == whole, "after \(packs) packs")
            let again = try CommandRun(arguments(store))
            #expect(again.json["commits"] as? Int == 0)
            #expect((again.json["outcomes"] as? [String: Int]) == ["unchanged": 300])
        }
    }

    @Test(
        "SIGTERM and SIGINT end it after the batch with 128 and their number", arguments: [SIGTERM, SIGINT])
    func stopped(signal: Int32) throws {
        try fill(400)
        let status = try interrupted("store.git", packs: 2, signal: signal)
        // It may have been quicker than the signal.
        #expect(status == 128 + signal || status == 0)
        let run = try CommandRun(arguments("store.git"))
        #expect(run.status == 0)
        #expect(try CommandRun(arguments("whole.git")).status == 0)
        // Where it stopped, the log has a commit more.
        #expect(try tips("store.git", but: "refs/heads/log") == tips("whole.git", but: "refs/heads/log"))
    }

    @Test("takes a bare repository for a history, and reads the files of a work tree unless told otherwise")
    func history() throws {
        try fill(3)
        let work = place("texts")
        for words in [["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "one"]] {
            let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
            let run = try CommandRun(
                URL(filePath: "/usr/bin/env"), ["git"] + identity + ["-C", work] + words,
                environment: ["HOME": folder.url.path])
            #expect(run.status == 0, "\(run.errors)")
        }
        let clone = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git", "clone", "--quiet", "--bare", work, place("bare.git")])
        #expect(clone.status == 0, "\(clone.errors)")
        func sources(_ store: String) throws -> Set<String> {
            let run = try CommandRun(
                URL(filePath: "/usr/bin/env"),
                ["git", "-C", place(store), "log", "--format=%(trailers:key=Source,valueonly)", "captures"])
            return Set(run.output.split(separator: "\n").map { String($0.prefix { $0 != "." }) })
        }
        let bare = try CommandRun([
            "import", place("bare.git"), "--store", place("a.git"), "--now", clock, "--format", "json",
        ])
        #expect(bare.json["files"] as? Int == 3, "\(bare.errors)")
        #expect(try CommandRun(arguments("b.git")).json["files"] as? Int == 3)
        #expect(try CommandRun(arguments("c.git", ["--layout", "git"])).status == 0)
        #expect(try sources("a.git") == ["git"] && sources("b.git") == ["folder"])
        #expect(try tips("a.git") == tips("c.git"))
    }

    @Test("writes to no repository that Lexwatch did not make")
    func foreign() throws {
        try fill(1)
        let made = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git", "init", "--quiet", "--bare", place("theirs.git")])
        #expect(made.status == 0)
        let before = try FileManager.default.subpathsOfDirectory(atPath: place("theirs.git"))
        let run = try CommandRun(arguments("theirs.git"))
        #expect(run.status == 65)
        #expect(run.errors.contains("not a Lexwatch store") && run.errors.contains("--store"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: place("theirs.git")) == before)
        #expect(!FileManager.default.fileExists(atPath: place("theirs.git.lock")))
    }

    @Test(
        "names what it refuses, ends with 1, and is quiet when told to; missing paths are 66, wrong numbers 64"
    )
    func report() throws {
        try fill(2)
        try folder.write("第一条 无标题的编号。\n", to: "texts/2012-01-01.md")
        try folder.write("# cn/cybersecurity-law\n\n第一条 甲。\n", to: "texts/冒名(2012-01-01).md")
        let run = try CommandRun(arguments("store.git"))
        #expect(run.status == 1)
        #expect(run.errors.isEmpty, "progress belongs on a terminal")
        let refused = try #require(run.json["refused"] as? [[String: String]])
        #expect(refused.map { $0["file"] } == ["2012-01-01.md", "冒名(2012-01-01).md"])
        #expect((run.json["outcomes"] as? [String: Int]) == ["new versions": 2, "refused": 2])
        #expect(run.json["batches"] as? Int == 1 && run.json["signal"] is NSNull)
        let quiet = try CommandRun(["import", place("texts"), "--store", place("store.git"), "--quiet"])
        #expect(quiet.status == 1 && quiet.output.isEmpty)
        #expect(quiet.errors.split(separator: "\n").count == 2)
        #expect(try CommandRun(["import", place("none"), "--store", place("store.git")]).status == 66)
        #expect(try CommandRun(arguments("store.git", ["--batch", "0"])).status == 64)
        #expect(try CommandRun(arguments("store.git", ["--layout", "zip"])).status == 64)
        let history = try CommandRun(arguments("store.git", ["--layout", "git"]))
        #expect(history.status == 66, "\(history.errors)")
    }
}
