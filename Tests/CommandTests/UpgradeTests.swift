import Foundation
import TestSupport
import Testing

@Suite("Upgrades are not news")
struct UpgradeTests {
    private func header(_ name: String, _ mail: String) -> String? {
        let unfolded = mail.replacing("\r\n ", with: " ")
        let headers = unfolded.split(separator: "\r\n\r\n", maxSplits: 1).first ?? ""
        return headers.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }.map {
            String($0.dropFirst(name.count + 2))
        }
    }

    /// The words of a mail whose parts are quoted-printable, on one line.
    private func words(_ mail: String) -> String {
        mail.replacing("=\r\n", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a dropped trigger mails no news, lists what it altered, corrects the mail, and then nothing more")
    func droppedTrigger() throws {
        let scene = try ReviewScene()
        let mail = try scene.mailed()
        try scene.concept(trigger: "compiler listing")
        let run = try scene.snapshot()
        #expect(run.queued == [])
        #expect(run.altered.count == 2)
        #expect(run.altered.allSatisfy { ($0["altered"] as? [String: Any])?["now"] is NSNull })
        #expect(run.corrections.count == 1)
        let correction = try scene.file(#require(run.corrections.first))
        #expect(header("In-Reply-To", correction) == header("Message-ID", mail))
        #expect(header("References", correction) == header("Message-ID", mail))
        #expect(header("Subject", correction)?.hasPrefix("Correction: Test Law") == true)
        #expect(words(correction).contains("laws/concepts/source-code-disclosure.yml was edited"))
        #expect(words(correction).contains("nothing of this is found"))
        #expect(try scene.list("--altered").count == 2)
        let tip = try scene.tips
        let again = try scene.snapshot()
        #expect(again.queued == [] && again.corrections == [] && again.altered.isEmpty)
        #expect(again.changed == 0)
        #expect(try scene.tips == tip)
        let digest = try scene.lexwatch("digest", "--changes", "cn/test-law@adopted..amended", "--print")
            .output
        #expect(digest.contains("Corrections to earlier mails"))
        #expect(try scene.list("--altered").count == 2)
    }

    @Test("a flipped direction corrects the alert that was mailed with it, and that one only")
    func flippedDirection() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        try scene.concept(requires: "toward")
        let run = try scene.snapshot()
        #expect(run.queued == [])
        #expect(run.altered.map { $0["commitment"] as? String } == ["xo-eco-6-no-forced-tech-transfer"])
        #expect(run.corrections.count == 1)
        let correction = try scene.file(#require(run.corrections.first))
        #expect(words(correction).contains("Correction: Test Law, 2017-01-01.amended: 1 alert"))
        #expect(!words(correction).contains("xo-eco-4-ict-security-regs"))
        #expect(try scene.snapshot().corrections == [])
    }

    @Test("what was corrected and holds again is told once more, with all earlier mails named")
    func restored() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        try scene.concept(trigger: "compiler listing")
        _ = try scene.snapshot()
        try scene.concept()
        let run = try scene.snapshot()
        #expect(run.queued == [])
        let correction = try scene.file(#require(run.corrections.first))
        #expect(header("References", correction)?.split(separator: " ").count == 2)
        #expect(words(correction).contains("As first told"))
        #expect(try scene.list("--altered").isEmpty)
        #expect(try scene.snapshot().corrections == [])
    }

    @Test("an official text in place of our rendering is no news; what it does not say is corrected")
    func officialText() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let imported = try scene.official([
            ReviewScene.amended[0], "Firms shall report to the regulator.", ReviewScene.amended[2],
        ])
        #expect(imported.status == 0, "\(imported.errors)\(imported.output)")
        let run = try scene.snapshot()
        #expect(run.queued == [])
        #expect(!run.altered.isEmpty)
        #expect(run.corrections.count == 1)
        let correction = try scene.file(#require(run.corrections.first))
        #expect(words(correction).contains("took the place of one that was rendered"))
        let again = try scene.snapshot()
        #expect(again.queued == [] && again.corrections == [] && again.altered.isEmpty)
    }

    @Test("an official text that says the same in other words corrects nothing, but its decision is stale")
    func otherWords() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let id = try #require(
            try scene.list("--commitment", "xo-eco-6-no-forced-tech-transfer").first?["id"] as? String)
        #expect(
            try scene.lexwatch("review", "accept", id, "--author", "Ann Reader <ann@example.org>").status == 0
        )
        #expect(try scene.list("--stale").isEmpty)
        _ = try scene.official([
            ReviewScene.amended[0], "Firms shall submit the source code to the regulator each year.",
            ReviewScene.amended[2],
        ])
        let run = try scene.snapshot()
        #expect(run.queued == [] && run.corrections == [])
        let stale = try scene.list("--stale")
        #expect(stale.map { $0["id"] as? String } == [id])
        #expect(stale.first?["review"] as? String == "accepted")
        let text = try scene.lexwatch("alerts", "cn/test-law").output
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("STALE"))
        let digest = try scene.lexwatch("digest", "--changes", "cn/test-law@adopted..amended", "--print")
            .output
        #expect(digest.contains("STALE"))
        // Decided again on what stands there now.
        #expect(
            try scene.lexwatch("review", "accept", id, "--author", "Ann Reader <ann@example.org>").status == 0
        )
        #expect(try scene.list("--stale").isEmpty)
        #expect(try scene.list("--altered", "--commitment", "xo-eco-6-no-forced-tech-transfer").isEmpty)
    }

    @Test("a comment or a blank in a concept file alters nothing, not even the version of the catalogue")
    func comment() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let before = try scene.list().first?["catalogue"] as? String
        try scene.concept(comment: "# only a remark\n\n")
        let run = try scene.snapshot()
        #expect(run.queued == [] && run.corrections == [] && run.altered.isEmpty)
        #expect(try scene.list().first?["catalogue"] as? String == before)
        #expect(before?.isEmpty == false)
    }

    @Test("an edit that gives an old step its first alert lists it and mails nothing")
    func appeared() throws {
        let scene = try ReviewScene()
        try scene.concept(trigger: "compiler listing")
        _ = try scene.mailed()
        try scene.concept()
        let run = try scene.snapshot()
        #expect(run.queued == [] && run.corrections == [])
        #expect(run.altered.count == 2)
        #expect(run.altered.allSatisfy { ($0["altered"] as? [String: Any])?["was"] is NSNull })
    }

    @Test("an edited commitment that takes a mailed alert out is no news and corrects it")
    func editedCommitment() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let id = "xo-eco-6-no-forced-tech-transfer"
        try scene.edit("laws/agreements/us-cn-outcome-2015/agreement.yml") { text in
            let parts = text.split(separator: "- id: \(id)\n", maxSplits: 1).map(String.init)
            return parts[0] + "- id: \(id)\n"
                + parts[1].replacing("since: 2015-09-25", with: "since: 2018-01-01", maxReplacements: 1)
        }
        let run = try scene.snapshot()
        #expect(run.queued == [])
        #expect(run.altered.map { $0["commitment"] as? String } == [id])
        let correction = try words(scene.file(#require(run.corrections.first)))
        #expect(correction.contains("outside the commitment by its limit predates-commitment"))
        #expect(correction.contains("\(id) was edited in laws/agreements"))
        #expect(try scene.snapshot().corrections == [])
    }

    @Test("a decision on an alert that is raised no more stays, stale, and can be decided again")
    func gone() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let id = try #require(try scene.list().first?["id"] as? String)
        let ann = "Ann Reader <ann@example.org>"
        #expect(try scene.lexwatch("review", "accept", id, "--author", ann).status == 0)
        try scene.concept(trigger: "compiler listing")
        _ = try scene.snapshot()
        let entry = try #require(try scene.list("--stale").first)
        #expect(entry["id"] as? String == id)
        #expect(entry["holds"] as? Bool == false)
        #expect(try scene.list("--altered").count == 2)
        let again = try scene.lexwatch(
            "review", "reject", String(id.prefix(9)), "--author", ann, "--reason", "rightly gone")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try scene.list("--stale").isEmpty)
        #expect(try scene.list("--altered").count == 1)
        // It has no words now that could be an example.
        #expect(try scene.lexwatch("review", "negative", id).status == 65)
    }

    @Test(
        "rejecting what was mailed corrects the mail, and turning the decision round corrects the correction")
    func rejected() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        let alert = try #require(try scene.list().first)
        let id = try #require(alert["id"] as? String)
        let ann = "Ann Reader <ann@example.org>"
        let no = try scene.lexwatch("review", "reject", id, "--author", ann, "--reason", "it is about ships")
        #expect(no.status == 0, "\(no.errors)")
        let correction = try words(scene.file(#require(try scene.snapshot().corrections.first)))
        #expect(correction.contains("A reviewer has rejected it: it does not hold."))
        #expect(correction.contains("rejected: it is about ships"))
        #expect(try scene.snapshot().corrections == [])
        #expect(try scene.lexwatch("review", "accept", id, "--author", ann).status == 0)
        let again = try words(scene.file(#require(try scene.snapshot().corrections.first)))
        #expect(again.contains("As first told"))
        #expect(try scene.snapshot().corrections == [])
    }

    @Test("a law that is declared when its versions are long held mails nothing at first")
    func declaredLate() throws {
        let scene = try ReviewScene()
        _ = try scene.mailed()
        try scene.folder.write(
            "# Other Law\n\nArticle 1 Firms shall keep logs.\n", to: "a/Other Law 2016-02-01.txt")
        _ = try scene.lexwatch("import", scene.folder.url.appending(path: "a").path)
        Thread.sleep(forTimeInterval: 1.1)
        try scene.folder.write(
            "# Other Law\n\nArticle 1 Firms shall submit source code.\n", to: "b/Other Law 2017-02-01.txt")
        _ = try scene.lexwatch("import", scene.folder.url.appending(path: "b").path)
        let listed =
            try scene.lexwatch("list", "--all", "--format", "json").json["instruments"] as? [[String: Any]]
        let id = try #require(listed?.first { $0["title"] as? String == "Other Law" }?["id"] as? String)
        try scene.declare(id, title: "Other Law")
        let run = try scene.snapshot()
        #expect(run.queued == [] && run.corrections == [] && run.altered.isEmpty)
        #expect(try scene.list("--instrument", id).count == 2)
    }
}
