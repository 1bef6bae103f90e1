import Foundation
import TestSupport
import Testing

@Suite("Real Chinese law", .enabled(if: Corpus.isThere, "the corpus is not here"))
struct RealLawTests {
    private func law(_ path: String) -> String { Corpus.folder.appending(path: "cn-laws/\(path)").path }

    @Test(
        "the cryptography regulations of 1999 and 2023 are a rewrite, and Article 47 forbids demanding source code"
    )
    func rewrite() throws {
        let run = try CommandRun([
            "compare", law("行政法规/商用密码管理条例(1999-10-07).md"), law("行政法规/商用密码管理条例(2023-04-27).md"), "--format",
            "json",
        ])
        #expect(run.json["rewrite"] as? Bool == true)
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        let article = try #require(changes.first { ($0["after"] as? [String])?.contains("art_47") == true })
        let findings = try #require(article["findings"] as? [[String: Any]])
        let source = findings.filter { $0["concept"] as? String == "source-code-disclosure" }
        #expect(source.map { $0["polarity"] as? String } == ["forbids"])
    }

    @Test("the Counter-Espionage Law of 2023 has Article 38 of 2014 moved to Article 4 and modified")
    func moved() throws {
        let run = try CommandRun([
            "compare", law("行政法/反间谍法(2014-11-01).md"), law("行政法/反间谍法(2023-04-26).md"), "--format", "json",
        ])
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        let article = try #require(changes.first { ($0["after"] as? [String]) == ["art_4"] })
        #expect(article["before"] as? [String] == ["art_38"])
        #expect(article["kind"] as? String == "modified")
        #expect(article["moved"] as? Bool == true)
    }

    @Test(
        "importing all of them keeps every text, and again changes nothing; the ban of 2023 points toward, nothing away"
    )
    func importAll() throws {
        let folder = try TemporaryFolder()
        let store = ["LEXWATCH_STORE": folder.url.appending(path: "store.git").path]
        let corpus = Corpus.folder.appending(path: "cn-laws").path
        let first = try CommandRun(
            ["import", corpus, "--layout", "lawrefbook", "--format", "json"], environment: store)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.json["files"] as? Int == 1_470)
        let again = try CommandRun(
            ["import", corpus, "--layout", "lawrefbook", "--format", "json"], environment: store)
        #expect(again.json["commits"] as? Int == 0)
        let run = try CommandRun(
            ["alerts", "商用密码管理条例", "--from", "1999", "--to", "2023", "--format", "json"], environment: store)
        let alerts = try #require(run.json["alerts"] as? [[String: Any]])
        #expect(!alerts.contains { $0["direction"] as? String == "away" })
        #expect(
            alerts.contains {
                $0["after"] as? [String] == ["art_47"] && $0["direction"] as? String == "toward"
                    && $0["commitment"] as? String == "xo-eco-6-no-forced-tech-transfer"
            })
    }
}
