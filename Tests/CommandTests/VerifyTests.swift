import Foundation
import TestSupport
import Testing

@Suite("The evidence, from the command line")
struct VerifyTests {
    private let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        environment = [
            "LEXWATCH_STORE": folder.url.appending(path: "store.git").path,
            "LEXWATCH_OUT": folder.url.appending(path: "out").path,
            "LEXWATCH_SNAPSHOTS": folder.url.appending(path: "seeds").path,
        ]
        let seeds = folder.url.appending(path: "seeds/cn/cybersecurity-law")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        let bundled = Corpus.packageRoot.appending(path: "snapshots/cn/cybersecurity-law")
        for name in ["2015-07-06.draft-1", "2016-07-05.draft-2"] {
            for ending in ["en.txt", "en.provenance.yml"] {
                try FileManager.default.copyItem(
                    at: bundled.appending(path: "\(name).\(ending)"),
                    to: seeds.appending(path: "\(name).\(ending)"))
            }
        }
    }

    private func lexwatch(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, environment: environment)
    }

    private var mail: String {
        folder.url.appending(path: "out/cn/cybersecurity-law/2015-07-06.draft-1..2016-07-05.draft-2.eml").path
    }

    @Test("a key beside the store signs what is written; store and mail are sound, and a touched mail is not")
    func signed() throws {
        let made = try lexwatch("key", "create")
        #expect(made.status == 0, "\(made.errors)")
        let file = folder.url.appending(path: "keys/store").path
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try lexwatch("key", "create").status == 73)
        #expect(try lexwatch("key", "create", "--if-missing").status == 0)

        let night = try lexwatch("snapshot", "--offline", "--format", "json")
        #expect(night.status == 0, "\(night.errors)")
        let checkpoint = night.json["checkpoint"] as? [String: Any]
        #expect(checkpoint?["size"] as? Int ?? 0 > 0)
        let shown = try lexwatch("key", "show", "--format", "json").json
        let key = try #require(shown["public"] as? String)
        let report = try lexwatch("verify", "--key", key, "--format", "json")
        #expect(report.status == 0, "\(report.output)")
        #expect(report.json["size"] as? Int == checkpoint?["size"] as? Int)

        let whole = try String(contentsOfFile: mail, encoding: .utf8)
        #expect(whole.contains("evidence.json"))
        #expect(try lexwatch("verify", mail, "--key", key).status == 0)
        #expect(try lexwatch("verify", mail, "--key", key, "--store", "/nonexistent").status == 0)
        let altered = whole.replacing("draft, ", with: "Draft, ", maxReplacements: 1)
        #expect(altered != whole)
        try folder.write(altered, to: "altered.eml")
        let wrong = try lexwatch(
            "verify", folder.url.appending(path: "altered.eml").path, "--key", key, "--format", "json")
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("altered-mail"))

        let alerts = try lexwatch("alerts", "cn/cybersecurity-law", "--format", "json")
        #expect(alerts.output.contains("\"log_index\""))
        // Who writes by hand signs, too.
        let other = try CommandRun(
            ["snapshot", "--offline"],
            environment: environment.merging(["LEXWATCH_SIGNING_KEY": "/nonexistent"]) { _, new in new })
        #expect(other.status == 78)
        #expect(try lexwatch("key", "rotate").status == 0)
        #expect(try lexwatch("snapshot", "--offline").status == 0)
        #expect(try lexwatch("verify", "--key", key, "--require-signatures").status == 0)
    }

    @Test("without a key all is unsigned, and verify says so plainly")
    func unsigned() throws {
        #expect(try lexwatch("snapshot", "--offline").status == 0)
        let report = try lexwatch("verify")
        #expect(report.status == 0)
        #expect(report.output.contains("unsigned-checkpoint"))
        #expect(try lexwatch("verify", "--strict").status == 1)
        #expect(try lexwatch("verify", "--require-signatures").status == 1)
        #expect(try lexwatch("verify", mail).status == 0)
        #expect(try lexwatch("verify", "--store", folder.url.appending(path: "none").path).status == 66)
    }
}
