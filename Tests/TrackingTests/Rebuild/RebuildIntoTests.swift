import Foundation
import GitStore
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("A rebuild into a new store")
struct RebuildIntoTests {
    private let url = "http://law.example/a"

    /// Two laws over three nights, with a text that was held back and released by a person.
    private func bench() async throws -> NightBench {
        let bench = try NightBench()
        try bench.declare("other-law", "别的法", NightBench.page("site", "http://other.example/", "current"))
        bench.web[url] = .text(NightBench.law())
        bench.web["http://other.example/"] = .text(NightBench.law("别的法"))
        _ = try await bench.night(0)
        bench.web[url] = .text(NightBench.law("试验办法"))
        bench.web["http://other.example/"] = .text(NightBench.law("别的法", changing: [3: "网络经营单位不得外传记录。"]))
        _ = try await bench.night(1)
        if let held = try QuarantineDesk(bench.library()).entries().first {
            _ = try QuarantineDesk(bench.writable()).release(
                held.source, by: Author(name: "Ann Reader", email: "ann@example.org"), reason: "renamed",
                now: NightBench.first + 2 * NightBench.day, read: NightBench.reader())
        }
        return bench
    }

    @Test(
        "captures, decisions and nights have the same ids as before, and every version is the same file by file"
    )
    func ids() async throws {
        let bench = try await bench()
        let report = try bench.rebuild(into: "new.git")
        let (old, new) = (try bench.tips(), try bench.tips("new.git"))
        for branch in ["captures", "decisions", "runs"] {
            #expect(old[branch] != nil)
            #expect(new[branch] == old[branch])
        }
        #expect(
            Set(report.branches.filter(\.isEqual).map(\.name)).isSuperset(of: [
                "captures", "decisions", "runs",
            ]))
        #expect(report.isSameContent == true)
        let store = try bench.library(at: "new.git").store
        #expect(try store.list(.versions) == bench.library().store.list(.versions))
        for (name, tip) in old where name.hasPrefix("timeline/") { #expect(new[name] == tip) }
        // Every commit can be read with its whole tree.
        for branch in StoreBranch.allCases {
            for entry in try store.log(branch) { _ = try store.changes(from: entry.parent, to: entry.id) }
        }
        let git = try CommandRun(
            URL(filePath: "/usr/bin/git"),
            ["-C", bench.folder.url.appending(path: "new.git").path, "fsck", "--full", "--strict"],
            environment: [
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
            ])
        #expect(git.status == 0, "\(git.errors)")
    }

    @Test("versions come one commit each, in the order in which they became known; twice gives the same ids")
    func order() async throws {
        let bench = try await bench()
        _ = try bench.rebuild(into: "a.git")
        _ = try bench.rebuild(into: "b.git")
        #expect(try bench.tips("a.git") == bench.tips("b.git"))
        let log = try bench.library(at: "a.git").store.log(.versions).reversed()
        #expect(log.map(\.time) == log.map(\.time).sorted())
        #expect(log.count == 4)
        #expect(log.allSatisfy { $0.trailer(.upgrade) == nil })
        // A rebuilt store is as good as the first: rebuilt again it gives itself.
        _ = try Rebuild(library: bench.library(at: "a.git"), ports: NightBench.ports())
            .into(bench.folder.url.appending(path: "c.git").path)
        #expect(try bench.tips("c.git") == bench.tips("a.git"))
    }

    @Test(
        "two copies in other folders, with another time zone, locale and order of files, give the same ids",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: CommandRun.lexwatch.path),
            "lexwatch is not built"))
    func machines() async throws {
        let bench = try await bench()
        let other = try TemporaryFolder()
        let there = other.url.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: there, withIntermediateDirectories: true)
        // Copied by name backwards, so that folders list their files in another order.
        let names = try FileManager.default.subpathsOfDirectory(atPath: bench.folder.url.path).sorted(by: >)
        for name in names {
            let from = bench.folder.url.appending(path: name)
            let to = there.appending(path: name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: from.path, isDirectory: &isFolder)
            try FileManager.default.createDirectory(
                at: isFolder.boolValue ? to : to.deletingLastPathComponent(),
                withIntermediateDirectories: true)
            if !isFolder.boolValue { try FileManager.default.copyItem(at: from, to: to) }
        }
        func run(_ place: URL, _ environment: [String: String]) throws -> [String] {
            let run = try CommandRun(
                [
                    "rebuild", "--into", "new.git", "--store", "store.git", "--laws", "laws", "--format",
                    "json",
                ],
                in: place, environment: environment)
            #expect(run.status == 0, "\(run.errors)\(run.output)")
            let branches = run.json["branches"] as? [[String: Any]] ?? []
            return branches.map { "\($0["name"] ?? "") \($0["commit"] ?? "")" }
        }
        let here = try run(bench.folder.url, ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"])
        #expect(here.count == 4)
        #expect(try run(there, ["TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8"]) == here)
    }

    @Test("what reads otherwise today, and what cannot be read, is in the new store with its name")
    func otherwise() async throws {
        let bench = try await bench()
        let report = try bench.rebuild(
            into: "new.git",
            NightBench.ports { $0.contains("别的法") ? $0 + "第十三条　网络经营单位应当备案。\n" : "" })
        #expect(report.upgraded.count == 2)
        #expect(report.unreadable.count == 2)
        #expect(report.isSameContent == false)
        let (old, new) = (try bench.library(), try bench.library(at: "new.git"))
        for id in try old.instruments() { #expect(try new.versions(of: id) == old.versions(of: id)) }
        let law = try #require(InstrumentID("cn/test-law"))
        for name in try old.versions(of: law) {
            let key = VersionKey(instrument: law, version: name)
            #expect(try new.store.version(key) == old.store.version(key))
        }
    }

    @Test("a place that is taken is refused, and a try that was killed is in nobody's way")
    func place() async throws {
        let bench = try await bench()
        try bench.folder.write("mine", to: "taken/file")
        #expect(throws: StoreError.self) { try bench.rebuild(into: "taken") }
        #expect(throws: StoreError.self) { try bench.rebuild(into: "store.git") }
        let path = bench.folder.url.appending(path: "new.git").path
        do { _ = try StoreDraft(path: path) }
        #expect(FileManager.default.fileExists(atPath: path + ".unfinished"))
        #expect(try bench.rebuild(into: "new.git").isSameContent == true)
        #expect(!FileManager.default.fileExists(atPath: path + ".unfinished"))
        #expect(throws: StoreError.self) { try bench.rebuild(into: "new.git") }
        try bench.folder.write("mine", to: "next.git.unfinished/file")
        #expect(throws: StoreError.self) { try bench.rebuild(into: "next.git") }
    }
}
