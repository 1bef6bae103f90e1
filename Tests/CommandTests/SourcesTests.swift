import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Sources, as a user runs them")
struct SourcesTests {
    /// A register with one law and one source, in a folder of its own.
    private func bench(_ source: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "laws"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"),
            to: folder.url.appending(path: "laws/schemas"))
        try folder.write(
            """
            schema: 1
            id: cn/test-law
            country: cn
            type: law
            titles: {zh: 试验法, en: Test Law, short: {zh: 试验法, en: Test Law}}
            body: {zh: 某部, en: Some Ministry}
            versions:
            - stage: adopted
              dates: {signed: 2016-11-07, published: 2016-11-07, effective: 2017-06-01}
              text: public
              confidence: sourced
              sources: [{url: "https://example.org/x", role: official}]
            sources:
            \(source)
            """, to: "laws/cn/test-law/instrument.yml")
        return folder
    }

    private let inbox = "- {id: inbox, type: folder, path: inbox/test-law}"

    private func drop(_ text: String, _ name: String, in folder: TemporaryFolder) throws {
        try folder.write(text, to: "snapshots/inbox/test-law/\(name)")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
            ofItemAtPath: folder.url.appending(path: "snapshots/inbox/test-law/\(name)").path)
    }

    private func law(_ title: String, last: String = "本法自2017年6月1日起施行。") -> String {
        let articles = (1...9).map {
            "第\("一二三四五六七八九".map(String.init)[$0 - 1])条　\($0 == 9 ? last : "网络经营单位应当保存第\($0)类记录。")"
        }
        return ([title, "（2016年11月7日通过）"] + articles).joined(separator: "\n") + "\n"
    }

    private func run(_ words: [String], in folder: TemporaryFolder, _ more: [String: String] = [:]) throws
        -> CommandRun
    {
        try CommandRun(
            words, in: folder.url,
            environment: ["LEXWATCH_AUTHOR": "Ada <ada@example.org>"].merging(more) { $1 })
    }

    private func json(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test(
        "a file in the drop box becomes a version; the report accounts for every source; metrics are written whole"
    )
    func folderSource() throws {
        let folder = try bench(inbox)
        try drop(law("试验法"), "law.txt", in: folder)
        let first = try run(
            [
                "snapshot", "--offline", "--now", "2026-11-01T02:30:00Z", "--format", "json", "--metrics",
                "m.prom",
            ],
            in: folder)
        #expect(first.status == 0)
        let report = try json(first)
        #expect(report["expected"] as? Int == 2)
        #expect(report["changed"] as? Int == 1)
        #expect(report["unchanged"] as? Int == 1)
        let sources = try #require(report["sources"] as? [[String: Any]])
        #expect(sources.contains { $0["version"] as? String == "2016-11-07.adopted" })
        let metrics = try String(contentsOf: folder.url.appending(path: "m.prom"), encoding: .utf8)
        #expect(metrics.contains("\nlexwatch_sources{outcome=\"changed\"} 1\n"))
        #expect(metrics.contains("\nlexwatch_last_success_timestamp_seconds 1793500200\n"))
        let listed = try run(["sources"], in: folder)
        #expect(listed.output.contains("cn/test-law/inbox  folder  inbox/test-law"))
        #expect(listed.output.contains("last verified 2026-11-01T02:30:00Z"))
    }

    @Test("another law is held back until a person releases it, or drops it for good")
    func quarantine() throws {
        let folder = try bench(inbox)
        try drop(law("渔业管理办法"), "law.txt", in: folder)
        let first = try run(
            ["snapshot", "--offline", "--quiet", "--now", "2026-11-01T02:30:00Z"], in: folder)
        #expect(first.status == 1)
        #expect(first.errors.contains("quarantined"))
        // The second night does not say it again.
        let second = try run(
            ["snapshot", "--offline", "--quiet", "--now", "2026-11-02T02:30:00Z"], in: folder)
        #expect(second.status == 1)
        #expect(second.errors.isEmpty)
        let listed = try json(try run(["review", "quarantine", "--format", "json"], in: folder))
        let held = try #require((listed["held"] as? [[String: Any]])?.first)
        let name = try #require(held["source"] as? String)
        #expect(held["count"] as? Int == 2)
        let dropped = try run(["review", "discard", name, "--reason", "another law"], in: folder)
        #expect(dropped.status == 0)
        #expect(try run(["review", "quarantine"], in: folder).output == "nothing is held back\n")
        let released = try run(["review", "release", name], in: folder)
        #expect(released.status == 0)
        #expect(released.output.contains("taken in as 2016-11-07.adopted"))
        #expect(try run(["log", "cn/test-law"], in: folder).output.contains("2016-11-07.adopted"))
        #expect(try run(["review", "release", name], in: folder).status == 66)
    }

    @Test("a signal ends a night within two seconds, and keeps what is held")
    func stop() throws {
        // Connections are made by the kernel; nobody ever answers.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                try #require(bind(listener, raw, length) == 0)
                try #require(listen(listener, 8) == 0)
                try #require(getsockname(listener, raw, &length) == 0)
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
        let folder = try bench(
            "- {id: site, type: http, url: \"http://127.0.0.1:\(port)/\", role: official, version: current}")
        let process = Process()
        process.executableURL = CommandRun.lexwatch
        process.arguments = ["snapshot", "--report-json", "report.json"]
        process.currentDirectoryURL = folder.url
        process.environment = [
            "LEXWATCH_ALLOW_ADDRESS": "127.0.0.0/8", "LEXWATCH_DEADLINE": "600", "PATH": "/usr/bin:/bin",
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Not a task's sleep: other tests may hold the threads that would end it.
        Thread.sleep(forTimeInterval: 2)
        let asked = Date()
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(Date().timeIntervalSince(asked) < 4)
        #expect(process.terminationStatus == 143)
        let report = try String(contentsOf: folder.url.appending(path: "report.json"), encoding: .utf8)
        #expect(report.contains("\"deferred\": 1"))
        #expect(try run(["snapshot", "--offline"], in: folder).status == 0)
    }

    @Test("bad settings and moments are told before anything is written")
    func badInput() throws {
        let folder = try bench(inbox)
        #expect(try run(["snapshot", "--now", "yesterday"], in: folder).status == 64)
        let network = try run(["snapshot"], in: folder, ["LEXWATCH_ALLOW_ADDRESS": "all"])
        #expect(network.status == 78)
        #expect(network.errors.contains("allow-address: “all” should be an address or a network"))
        #expect(try run(["snapshot"], in: folder, ["LEXWATCH_DEADLINE": "soon"]).status == 78)
        #expect(
            !FileManager.default.fileExists(atPath: folder.url.appending(path: "snapshots/store.git").path))
    }

    @Test(
        "a source that its declaration cannot mean is told with its line",
        arguments: [
            (
                "- {id: a, type: http, url: \"https://x.example/\", version: draft-9}",
                "“draft-9” is no version of this file"
            ),
            ("- {id: a, type: http, url: \"https://x.example/\"}", "version is missing"),
            ("- {id: a, type: listing, url: \"https://x.example/\"}", "words is empty"),
            ("- {id: a, type: folder, path: ../x}", "path"),
            (
                "- {id: a, type: folder, path: x}\n- {id: a, type: folder, path: y}",
                "there are two sources called a"
            ),
        ])
    func declarations(_ source: String, _ words: String) throws {
        let folder = try bench(source)
        let told = try run(["snapshot", "--offline"], in: folder)
        #expect(told.status == 78)
        #expect(told.errors.contains(words))
        #expect(told.errors.contains("instrument.yml:"))
    }
}
