import Foundation
import TestSupport
import Testing

@Suite("lexwatch barometer")
struct BarometerTests {
    private let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        let seeds = folder.url.appending(path: "seeds/cn")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "snapshots/cn/cryptography-law"),
            to: seeds.appending(path: "cryptography-law"))
        environment = [
            "LEXWATCH_STORE": folder.url.appending(path: "store.git").path,
            "LEXWATCH_OUT": folder.url.appending(path: "out").path,
            "LEXWATCH_SNAPSHOTS": folder.url.appending(path: "seeds").path, "NO_COLOR": "1",
        ]
        #expect(try lexwatch("snapshot", "--offline", "--quiet").status == 0)
    }

    private func lexwatch(_ arguments: String..., columns: Int = 120) throws -> CommandRun {
        try CommandRun(
            arguments, environment: environment.merging(["COLUMNS": "\(columns)"]) { _, new in new })
    }

    private static let commitment = "xo-eco-6-no-forced-tech-transfer"

    @Test("tells what moved it, from the day of effect")
    func moved() throws {
        for columns in [60, 120] {
            let run = try lexwatch(
                "barometer", Self.commitment, "--country", "cn", "--today", "2021-01-01", columns: columns)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("2020-01-01  Cryptography Law (adopted): in force"))
            #expect(run.output.contains("toward: Article 31"))
        }
        let earlier = try lexwatch(
            "barometer", Self.commitment, "--country", "cn", "--today", "2019-12-31", "--format", "json")
        let entry = try #require((earlier.json["commitments"] as? [[String: Any]])?.first)
        let now = (entry["now"] as? [String: Any])?["state"] as? [String: Any]
        #expect((now?["in_force"] as? [String: Int])?["toward"] == 0)
        #expect((now?["proposed"] as? [String: Int])?["toward"] ?? 0 > 0)
        #expect((entry["ahead"] as? [Any])?.isEmpty == false)
        #expect((earlier.json["readings"] as? [Any])?.isEmpty == false)
    }

    @Test("says so where no text of a country is held")
    func unheld() throws {
        let run = try lexwatch("barometer", Self.commitment, "--country", "us")
        #expect(run.status == 0)
        #expect(run.output.contains("No text of the United States is held"))
    }

    @Test("writes a picture to a file, whole or not at all")
    func picture() throws {
        let file = folder.url.appending(path: "b.svg")
        let run = try lexwatch("barometer", Self.commitment, "--format", "svg", "--output", file.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.isEmpty)
        let svg = try String(contentsOf: file, encoding: .utf8)
        #expect(svg.hasPrefix("<?xml"))
        #expect(svg.contains("Cryptography Law"))
        let page = try lexwatch("barometer", "--format", "html", "--language", "zh")
        #expect(page.output.contains("密码法"))
    }

    @Test("one instrument alone can be asked for")
    func instrument() throws {
        let run = try lexwatch(
            "barometer", Self.commitment, "--instrument", "密码法", "--format", "json", "--today", "2021-01-01")
        let entries = try #require(run.json["commitments"] as? [[String: Any]])
        #expect(entries.compactMap { $0["country"] as? String } == ["cn"])
    }

    @Test("refuses what it does not have, with the exit codes of the contract")
    func refusals() throws {
        #expect(try lexwatch("barometer", "no-such-promise").status == 66)
        #expect(try lexwatch("barometer", "--instrument", "cn/no-such-law").status == 66)
        #expect(try lexwatch("barometer", "--today", "tomorrow").status == 64)
        #expect(try lexwatch("barometer", "--today", "2013-01-01").status == 64)
        #expect(try lexwatch("barometer", "--country", "China").status == 64)
        #expect(try lexwatch("barometer", "--language", "fr").status == 64)
        #expect(try lexwatch("barometer", "--format", "docx").status == 64)
        #expect(try lexwatch("diff", "cn/cryptography-law", "--format", "svg").status == 64)
    }
}
