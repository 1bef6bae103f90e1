import Foundation
import Redline
import Rendering
import Statute
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
            "hostile.html": HTMLRedline.page(Self.hostile, alerts: [Fixtures.alert]),
            "table.html": HTMLTable.page(ComparisonTable(view)),
            "redline.md": MarkdownRedline.render(view),
            "redline.txt": TerminalRedline.render(view, style: TerminalStyle(color: false, width: 80)),
            "redline.ansi": TerminalRedline.render(view, style: TerminalStyle(color: true, width: 80)),
            "alerts.txt": TerminalAlerts.render([Fixtures.alert], style: TerminalStyle(color: false)),
            "barometer.svg": BarometerChart.file([BarometerFixtures.view], language: .en),
            "barometer-crowded.svg": BarometerChart.file([BarometerFixtures.crowded], language: .en),
            "barometer.html": HTMLBarometer.page([BarometerFixtures.view, BarometerFixtures.empty]),
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

    /// Every sign that HTML knows under every kind of combining mark, wherever words from outside stand.
    private static var hostile: RedlineView {
        let marks = ["", "\u{301}", "\u{20DD}", "\u{338}", "\u{200D}", "\u{FE0F}", "\u{E0041}"]
        let vectors =
            marks.flatMap { mark in
                [
                    "\"\(mark) onmouseover=document.title='x' autofocus onfocus=document.title='x' a=\"",
                    "'\(mark)><img src=x onerror=document.title='x'>",
                    "<\(mark)script>document.title='x'</script>", ">\(mark)<svg onload=document.title='x'>",
                    "</title>\(mark)<script>document.title='x'</script>",
                ]
            } + HostileText.all
        let changes = vectors.enumerated().flatMap { index, vector in
            let words = Fixtures.article("\(index)", vector, vector, vector)
            return [
                Fixtures.one(.inserted, after: words),
                Fixtures.modified(
                    "a[\(vector)]b", "a[x]b", number: ("m\(index)", "n\(index)"), words: (vector, vector)),
            ]
        }
        var view = Fixtures.view(changes)
        view.changes.new.title = "T" + vectors.joined()
        view.old = VersionCaption(
            vectors.joined(), events: [.init(vectors.joined(), "x")], source: "https://x/" + vectors.joined())
        return view
    }
}
