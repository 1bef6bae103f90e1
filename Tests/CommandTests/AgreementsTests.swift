import Foundation
import TestSupport
import Testing

@Suite("The agreements that texts are read against")
struct AgreementsTests {
    private func lexwatch(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["agreements", "--laws", Corpus.packageRoot.appending(path: "laws").path] + arguments)
    }

    private func commitment(_ run: CommandRun) throws -> [String: Any] {
        let agreements = try #require(run.json["agreements"] as? [[String: Any]])
        #expect(agreements.count == 1)
        let commitments = try #require(agreements.first?["commitments"] as? [[String: Any]])
        #expect(commitments.count == 1)
        return try #require(commitments.first)
    }

    @Test("the catalogue needs no store, and holds both sides of every promise")
    func catalogue() throws {
        let run = try lexwatch("--on", "2026-11-23")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("us-cn-outcome-2015 · 2015-09-25 · joint outcome · no enforcement"))
        #expect(run.output.contains("not a party"))
        #expect(run.output.contains("unverified"))
        #expect(run.output.contains("not legal advice"))
    }

    @Test("one commitment has limits, force on the day asked for, and what was held by then")
    func one() throws {
        let run = try lexwatch("p1-2-3-no-transfer-by-licensing", "--on", "2020-02-01", "--format", "json")
        #expect(run.json["on"] as? String == "2020-02-01")
        let before = try commitment(run)
        #expect(before["force_on"] as? [String: String] == ["cn": "not-in-force", "us": "not-in-force"])
        #expect((before["limits"] as? [[String: Any]])?.isEmpty == false)
        #expect(before["unverified"] as? String != nil)
        let after = try commitment(
            lexwatch("p1-2-3-no-transfer-by-licensing", "--on", "2020-03-01", "--format", "json"))
        #expect(after["force_on"] as? [String: String] == ["cn": "binding", "us": "binding"])
        let dialogue = try commitment(
            lexwatch("xo-cyb-7-high-level-dialogue", "--on", "2026-11-23", "--format", "json"))
        let mechanism = try #require(dialogue["mechanism"] as? [String: Any])
        #expect(mechanism["lapsed"] as? String == "2017-10-04")
        #expect(mechanism["next"] is NSNull)
    }

    @Test("a whole agreement, an unknown one, and a day that is none")
    func choice() throws {
        let whole = try lexwatch("un-gge-2015")
        #expect(whole.status == 0)
        for letter in ["gge-13a-cooperate", "gge-13k-certs"] { #expect(whole.output.contains(letter)) }
        #expect(try lexwatch("no-such-pact").status == 66)
        #expect(try lexwatch("--on", "yesterday").status == 64)
        #expect(try lexwatch("--format", "html").status == 64)
    }
}
