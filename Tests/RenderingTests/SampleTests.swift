import Foundation
import Rendering
import Testing

/// Writes samples for the eye where LEXWATCH_SAMPLES names a folder.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LEXWATCH_SAMPLES"] != nil))
struct SampleTests {
    @Test func `samples can be written for the eye`() throws {
        let folder = URL(
            fileURLWithPath: try #require(ProcessInfo.processInfo.environment["LEXWATCH_SAMPLES"]))
        let view = Fixtures.sample
        let files = [
            "redline.html": HTMLRedline.page(view, alerts: [Fixtures.alert], made: "2026-01-02"),
            "redline.md": MarkdownRedline.render(view),
            "redline.txt": TerminalRedline.render(view, style: TerminalStyle(color: false, width: 80)),
            "redline.ansi": TerminalRedline.render(view, style: TerminalStyle(color: true, width: 80)),
            "alerts.txt": TerminalAlerts.render([Fixtures.alert], style: TerminalStyle(color: false)),
            "digest.html": DigestHTML.render(Fixtures.digest),
            "digest.txt": DigestText.render(Fixtures.digest),
            "digest.eml": String(
                decoding: try DigestMail.bytes(Fixtures.digest, envelope: Fixtures.envelope()), as: UTF8.self),
            "redline.json": RedlineDocument(
                view.changes, oldSHA256: "a", newSHA256: "b", findings: view.findings
            ).json.text(.pretty),
        ]
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        #expect(files.values.allSatisfy { !$0.isEmpty })
    }
}
