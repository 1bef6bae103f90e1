import Foundation
import TestSupport
import Testing

@Suite("Reviewing")
struct ReviewTests {
    private let ann = "Ann Reader <ann@example.org>"

    private func ids(_ alerts: [[String: Any]]) -> [String] { alerts.compactMap { $0["id"] as? String } }

    private func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a decision is a commit in its author's name, and alerts and digests say who decided and when")
    func accept() throws {
        let scene = try ReviewScene()
        let mail = try scene.mailed()
        #expect(words(mail).contains("not yet reviewed"))
        let alerts = try scene.list("--open")
        #expect(alerts.count == 2)
        let id = try #require(ids(alerts).first)
        let run = try scene.lexwatch("review", "accept", String(id.prefix(10)), "--author", ann)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try ids(scene.list("--accepted")) == [id])
        #expect(try scene.list("--open").count == 1)
        let entry = try #require(try scene.list("--accepted").first)
        let reviewed = try #require(entry["reviewed"] as? [String: Any])
        #expect(reviewed["state"] as? String == "accepted")
        #expect(reviewed["by"] as? String == "Ann Reader")
        #expect(reviewed["stale"] as? Bool == false)
        let day = try #require((reviewed["at"] as? String)?.prefix(10))
        let sentence = "reviewed by Ann Reader on \(day) (accepted)"
        #expect(words(try scene.lexwatch("alerts").output).contains(sentence))
        #expect(try scene.lexwatch("alerts", "--format", "html").output.contains(sentence))
        let digest = try scene.lexwatch("digest", "--changes", "cn/test-law@adopted..amended", "--print")
        #expect(words(digest.output).contains(sentence))
        #expect(words(digest.output).contains("not yet reviewed"))
        #expect(words(digest.output).contains("Made with catalogue"))
        let log = try CommandRun(
            URL(filePath: "/usr/bin/git"),
            [
                "-C", scene.folder.url.appending(path: "store.git").path, "log", "-1",
                "--format=%an <%ae>|%s|%b",
                "decisions",
            ])
        #expect(log.output.contains("\(ann)|Accept alert \(id.prefix(12)) of cn/test-law|"))
        #expect(log.output.contains("Alert: \(id)"))
    }

    @Test("a rejection needs a reason, a decision an author, an id must mean one alert")
    func refusals() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let id = try #require(try ids(scene.list()).first)
        let tip = try scene.tips
        #expect(try scene.lexwatch("review", "reject", id, "--author", ann).status == 64)
        #expect(try scene.lexwatch("review", "reject", id, "--author", ann, "--reason", "  ").status == 64)
        let nobody = try scene.lexwatch("review", "accept", id)
        #expect(nobody.status == 64)
        #expect(nobody.errors.contains("--author"))
        #expect(try scene.lexwatch("review", "accept", id, "--author", "Ann").status == 64)
        #expect(try scene.lexwatch("review", "accept", "ffffffffffff", "--author", ann).status == 66)
        #expect(try scene.lexwatch("review", "list", "--concept", "no-such").status == 64)
        #expect(try scene.tips == tip)
    }

    @Test("the author may come from git's own variables or from the store")
    func author() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let alerts = try ids(scene.list())
        let variables = ["GIT_AUTHOR_NAME": "Bo Li", "GIT_AUTHOR_EMAIL": "bo@example.org"]
        #expect(
            try scene.lexwatch("review", "accept", alerts[0], environment: variables).output.contains("Bo Li")
        )
        let git = URL(filePath: "/usr/bin/git")
        let store = scene.folder.url.appending(path: "store.git").path
        _ = try CommandRun(git, ["-C", store, "config", "user.name", "Desk"])
        _ = try CommandRun(git, ["-C", store, "config", "user.email", "desk@example.org"])
        #expect(try scene.lexwatch("review", "accept", alerts[1]).output.contains("reviewed by Desk"))
    }

    @Test("the list is narrowed by state, agreement, commitment, concept, direction, severity and instrument")
    func filters() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        #expect(try scene.list("--agreement", "us-cn-outcome-2015").count == 2)
        #expect(try scene.list("--commitment", "xo-eco-4-ict-security-regs").count == 1)
        #expect(try scene.list("--concept", "source-code-disclosure", "--direction", "away").count == 1)
        #expect(try scene.list("--direction", "toward").isEmpty)
        #expect(try scene.list("--instrument", "Test Law").count == 2)
        let all = try scene.list()
        let severities = Set(all.compactMap { $0["severity"] as? String })
        #expect(try severities.flatMap { try scene.list("--severity", $0) }.count == 2)
        #expect(try scene.list("--rejected").isEmpty)
    }

    @Test("a rejection becomes a negative example with one command, and the same one only once")
    func negative() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let id = try #require(try ids(scene.list()).first)
        #expect(try scene.lexwatch("review", "negative", id).status == 64)
        let reason = "A filing of logs: it's not a hand-over"
        #expect(try scene.lexwatch("review", "reject", id, "--author", ann, "--reason", reason).status == 0)
        let file = scene.folder.url.appending(path: "laws/concepts/source-code-disclosure.yml")
        let before = try String(contentsOf: file, encoding: .utf8)
        // The one sentence of the law is an example of the file already.
        let present = try scene.lexwatch("review", "negative", id)
        #expect(present.status == 65)
        #expect(try String(contentsOf: file, encoding: .utf8) == before)
        let other = before.replacing("text: Firms shall submit", with: "text: Vendors shall submit")
        try other.write(to: file, atomically: true, encoding: .utf8)
        let run = try scene.lexwatch("review", "negative", String(id.prefix(8)), "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.json["read_as_written"] as? Bool == false)
        let after = try String(contentsOf: file, encoding: .utf8)
        #expect(after.hasPrefix(other))
        #expect(after.contains("# alert \(id): rejected by Ann Reader on "))
        #expect(after.contains(reason))
        #expect(after.hasSuffix("    polarity: none\n"))
        #expect(try scene.lexwatch("review", "negative", id).status == 65)
        // The rules have not changed: neither have the alerts.
        #expect(try scene.snapshot().altered.isEmpty)
        #expect(try scene.lexwatch("concepts", "--check").status == 1)
    }
}
