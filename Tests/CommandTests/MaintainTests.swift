import Foundation
import TestSupport
import Testing

@Suite struct MaintainCommandTests {
    /// A store with an import for each of some years.
    private func store(_ folder: TemporaryFolder, _ years: ClosedRange<Int>) throws {
        for year in years {
            try folder.write(
                "# 试验办法\n\n第一条 运营者应当留存日志\(year)个月。\n", to: "arrivals/\(year)/试验办法 \(year)-01-01.txt")
            #expect(try run(folder, "import", "arrivals/\(year)").status == 0)
        }
    }

    private func run(_ folder: TemporaryFolder, _ words: String...) throws -> CommandRun {
        try CommandRun(
            words, in: folder.url,
            environment: [
                "LEXWATCH_STORE": "store.git",
                "LEXWATCH_LAWS": Corpus.packageRoot.appending(path: "laws").path,
            ])
    }

    @Test func `upkeep puts packs together, reports the growth, and a second run finds nothing to do`() throws
    {
        let folder = try TemporaryFolder()
        try store(folder, 2001...2004)
        let planned = try run(folder, "maintain", "--dry-run", "--format", "json")
        let first = try run(folder, "maintain", "--format", "json")
        #expect(first.status == 0, "\(first.errors)")
        #expect((planned.json["pruned"] as? [Any])?.count == (first.json["pruned"] as? [Any])?.count)
        let after = first.json["after"] as? [String: Any]
        #expect(after?["packs"] as? Int == 1)
        let growth = first.json["growth"] as? [String: Any]
        #expect((growth?["bytes_per_night"] as? Int ?? 0) > 0)
        let depth = first.json["delta_depth"] as? [String: Any]
        #expect(depth?["limit"] as? Int == 50)
        let branches = first.json["branches"] as? [[String: Any]] ?? []
        #expect(branches.compactMap { $0["name"] as? String }.prefix(2) == ["captures", "versions"])
        let second = try run(folder, "maintain")
        #expect(second.output.contains("nothing to put together"))
        #expect(try run(folder, "maintain", "--quiet").output == "")
        #expect(try run(folder, "log", "试验办法").output.contains("2004-01-01"))
    }

    @Test func `a store is not made for it`() throws {
        let folder = try TemporaryFolder()
        #expect(try run(folder, "maintain").status == 66)
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "store.git").path))
    }

    @Test func `a writer that finds the store held ends with 75, at once or when its patience is over`()
        throws
    {
        let folder = try TemporaryFolder()
        try store(folder, 2001...2001)
        let lock = folder.url.appending(path: "store.git.lock").path
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/flock")
        holder.arguments = ["--no-fork", "-x", lock, "sh", "-c", "echo ready; exec sleep 60"]
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = pipe.fileHandleForReading.availableData
        #expect(try run(folder, "maintain").status == 75)
        let begun = Date()
        #expect(try run(folder, "--wait", "1", "import", "arrivals/2001").status == 75)
        #expect(Date().timeIntervalSince(begun) >= 1)
        #expect(try run(folder, "list", "--all").status == 0)
        #expect(try run(folder, "maintain", "--dry-run").status == 0)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        #expect(try run(folder, "maintain", "--wait", "10").status == 0)
        #expect(try run(folder, "maintain", "--wait", "soon").status == 78)
    }

    @Test func `a writer that waits comes in when the other has gone`() throws {
        let folder = try TemporaryFolder()
        try store(folder, 2001...2001)
        let lock = folder.url.appending(path: "store.git.lock").path
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/flock")
        holder.arguments = ["--no-fork", "-x", lock, "sh", "-c", "echo ready; exec sleep 1"]
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = pipe.fileHandleForReading.availableData
        #expect(try run(folder, "maintain", "--wait", "60").status == 0)
        holder.waitUntilExit()
    }

    @Test func `a night says how large the store is and by how much it grew`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "snapshots/.keep")
        let metrics = folder.url.appending(path: "x.prom")
        let night = try CommandRun(
            ["snapshot", "--offline", "--format", "json", "--metrics", metrics.path], in: folder.url,
            environment: [
                "LEXWATCH_STORE": "store.git",
                "LEXWATCH_LAWS": Corpus.packageRoot.appending(path: "laws").path,
                "LEXWATCH_SNAPSHOTS": "snapshots", "LEXWATCH_OUT": "out",
            ])
        #expect(night.status == 0, "\(night.errors)")
        let storage = night.json["storage"] as? [String: Any]
        #expect((storage?["bytes"] as? Int ?? 0) > 0)
        #expect(storage?["grew_by"] as? Int != nil)
        let page = try String(contentsOf: metrics, encoding: .utf8)
        #expect(page.contains("lexwatch_store_packs \(storage?["packs"] as? Int ?? -1)\n"))
        #expect(page.contains("lexwatch_store_grown_bytes"))
    }
}
