import Alerts
import Rendering
import Statute
import Testing

@Suite struct DigestTests {
    private func plainWords(_ html: String) -> String {
        var out = ""
        var inTag = false
        for scalar in html.unicodeScalars {
            if scalar == "<" { inTag = true }
            if !inTag { out.unicodeScalars.append(scalar) }
            if scalar == ">" { inTag = false }
        }
        return out
    }

    @Test func `both parts say what why which commitment which way and how sure`() {
        let said = [
            "No forced transfer of technology", "▼ away from the commitment",
            "High severity · medium confidence",
            "What changed:", "Why it matters:", "Limits:", "第二十三条", "published 2015-07-06",
            "in force 2017-06-01",
            "as reported by a named source", "[-可以-]", "{+应当+}", "⟪源代码⟫", "https://example.org/adopted",
            "political commitment, since 2015-09-25", "Taken out", "Corrections", "0 findings in 2 texts.",
            "五万元→十万元", "8 provisions assumed",
        ]
        var view = Fixtures.digest
        view.excluded = ["One link falls outside."]
        view.corrections = ["An alert of May no longer holds."]
        let html = plainWords(DigestHTML.render(view))
        // Lines are broken at spaces; what is said does not depend on where.
        let text = DigestText.render(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in said {
            #expect(text.contains(words), "\(words)")
            #expect(html.contains(words), "\(words)")
        }
    }

    @Test func `the standing sentences are always there`() {
        let flat = DigestText.render(Fixtures.digest).replacing("\n  ", with: " ")
        for sentence in Disclaimers.all {
            #expect(flat.contains(sentence))
            #expect(
                plainWords(DigestHTML.render(Fixtures.digest)).replacing("&#39;", with: "'").contains(
                    sentence))
        }
    }

    @Test func `no line of the text is wider than a mail but an address`() {
        for line in DigestText.render(Fixtures.digest).unicodeScalars.split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= DigestText.width)
        }
    }

    @Test func `an address is never broken`() {
        var view = Fixtures.digest
        let long = "https://example.org/" + String(repeating: "very-long-path/", count: 12)
        view.sources = [long]
        #expect(DigestText.render(view).contains("* \(long)\n"))
        #expect(DigestHTML.render(view).contains("href=\"\(long)\""))
    }

    @Test(arguments: HostileText.all) func `no text becomes mark-up or a control`(_ hostile: String) {
        var view = Fixtures.digest
        view.headline = hostile
        view.instrument = hostile
        view.unknown = hostile
        view.sources = [hostile]
        view.sections[0].title = hostile
        view.sections[0].items[0].sentence = hostile
        view.sections[0].items[0].link = hostile
        view.sections[0].items[0].before = [.init(label: hostile, text: hostile, language: .zh)]
        view.sections[0].items[0].redline = [Stretch(.deleted, hostile), Stretch(.inserted, hostile)]
        let html = DigestHTML.render(view)
        for bad in ["<script", "<img", "onmouseover=alert(1) x=\"", "href=\"javascript"] {
            #expect(!html.contains(bad))
        }
        for output in [html, DigestText.render(view)] {
            #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
        }
    }

    @Test func `a digest that is too long is cut and says so`() throws {
        var view = Fixtures.digest
        var item = view.sections[0].items[0]
        item.severity = .low
        item.before[0].text = String(repeating: "很长的条文。", count: 300)
        view.sections[0].items += Array(repeating: item, count: 100)
        let bytes = try DigestMail.bytes(view, envelope: Fixtures.envelope())
        #expect(bytes.count <= MailMessage.clippedAbove)
        let small = try DigestMail.bytes(view, envelope: Fixtures.envelope(), limit: 20_000)
        #expect(small.count <= 20_000)
        let short = try #require(String(validating: small, as: UTF8.self))
        #expect(short.contains("Left out"))
        #expect(short.contains("hand over source code"))
    }

    @Test func `a digest that cannot be cut enough is refused`() {
        #expect(throws: MailError.self) {
            try DigestMail.bytes(Fixtures.digest, envelope: Fixtures.envelope(), limit: 2000)
        }
    }

    @Test func `a digest without alerts says so`() {
        var view = Fixtures.digest
        view.sections = []
        #expect(DigestText.render(view).contains("No change bears on a commitment."))
        #expect(DigestHTML.render(view).contains("No change bears on a commitment."))
    }
}
