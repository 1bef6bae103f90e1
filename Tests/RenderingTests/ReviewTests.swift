import Alerts
import Rendering
import Statute
import Testing

@Suite("What is said of reviews")
struct ReviewTests {
    private let accepted = Review(
        state: .accepted, by: "Ann Reader", at: "2026-11-23T04:05:06Z", reason: "as read",
        notes: [.init(by: "Bo", at: "2026-11-24T00:00:00Z", text: "see Article 9")])

    @Test("a sentence says who, when, and what has changed since")
    func sentence() {
        #expect(ReviewWords.sentence(.open) == "not yet reviewed")
        var review = accepted
        #expect(
            ReviewWords.sentence(review)
                == "reviewed by Ann Reader on 2026-11-23 (accepted: as read); noted by Bo on 2026-11-24: see Article 9"
        )
        review.isStale = true
        #expect(ReviewWords.sentence(review).contains("STALE"))
    }

    @Test("JSON keeps the state as a word and tells the rest beside it")
    func json() {
        let json = AlertsDocument([Fixtures.alert], reviews: ["a1b2c3": accepted]).json.text()
        #expect(json.contains(#""review":"accepted","reviewed":{"state":"accepted","by":"Ann Reader","#))
        #expect(json.contains(#""note":"as read","stale":false,"notes":[{"by":"Bo","#))
        #expect(json.contains(#""catalogue":"""#))
    }

    @Test("an alert names its catalogue in text and HTML")
    func catalogue() {
        var alert = Fixtures.alert
        alert.catalogue = "0123456789abcdef-engine-1-parser-1"
        let style = TerminalStyle(color: false, width: 100)
        #expect(TerminalAlerts.render([alert], style: style).contains(alert.catalogue))
        #expect(HTMLAlerts.page([alert]).contains(alert.catalogue))
        #expect(!TerminalAlerts.render([Fixtures.alert], style: style).contains("catalogue"))
    }

    @Test("hostile words of a reviewer become no mark-up and no terminal control", arguments: HostileText.all)
    func hostile(_ words: String) {
        let review = Review(state: .rejected, by: words, at: "2026-11-23", reason: words)
        let page = HTMLAlerts.page([Fixtures.alert], reviews: ["a1b2c3": review])
        #expect(!page.contains("<img") && !page.contains("<svg"))
        let text = TerminalAlerts.render(
            [Fixtures.alert], reviews: ["a1b2c3": review], style: TerminalStyle(color: false))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    private var correction: CorrectionView {
        CorrectionView(
            instrument: "Test <Law>", from: "2016-01-01.adopted", to: "2017-01-01.amended",
            earlier: "Test Law: 1 change",
            day: "2026-11-23",
            items: [
                .init(
                    place: "Article 2", concept: "Source-code disclosure", commitment: "k",
                    told: "duty of source-code disclosure: introduced", now: "Nothing of this is found.",
                    why: ["laws/concepts/c.yml was edited"])
            ], catalogue: "0123456789abcdef-engine-1-parser-1")
    }

    @Test("a correction answers the mail that it corrects and says what, what now and why in both parts")
    func mail() throws {
        var envelope = Fixtures.envelope()
        envelope.references = ["first@lexwatch.example", "second@lexwatch.example"]
        let bytes = try CorrectionMail.bytes(correction, envelope: envelope)
        let mail = String(decoding: bytes, as: UTF8.self)
        #expect(mail.contains("In-Reply-To: <second@lexwatch.example>\r\n"))
        #expect(mail.contains("References: <first@lexwatch.example>\r\n <second@lexwatch.example>\r\n"))
        #expect(mail.contains("Subject: Correction: "))
        for part in [CorrectionMail.text(correction), CorrectionMail.html(correction)] {
            let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for said in [
                "duty of source-code disclosure: introduced", "Nothing of this is found.",
                "laws/concepts/c.yml",
            ] {
                #expect(words.contains(said))
            }
        }
        #expect(!CorrectionMail.html(correction).contains("Test <Law>"))
    }

    @Test("a message tells its own id, and a text that only looks like a header is none")
    func identity() throws {
        let bytes = try Fixtures.envelope().bytes()
        let id = try #require(MailMessage.identity(of: bytes))
        #expect(String(decoding: bytes, as: UTF8.self).contains("Message-ID: <\(id)>\r\n"))
        #expect(MailMessage.identity(of: Array("Subject: x\r\n\r\nMessage-ID: <a@b>\r\n".utf8)) == nil)
        #expect(MailMessage.identity(of: []) == nil)
    }
}
