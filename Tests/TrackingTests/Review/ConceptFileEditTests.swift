import Alerts
import Foundation
import Statute
import Testing
import Tracking

@Suite("Adding an example to a concept file")
struct ConceptFileEditTests {
    private let alert = "0123456789abcdef0123456789abcdef"

    private func example(_ text: String, polarity: Polarity? = nil) throws -> NegativeExample {
        var alert = Alert(
            id: alert, instrument: "cn/x", from: "a", to: "b", before: [], after: [ProvisionPath("art_1")],
            concept: "c", polarity: .requires, effect: .introduced, commitment: "k", direction: .away,
            excludedBy: nil, force: .political, severity: .high, confidence: .high, fidelity: .official,
            reason: "", limits: "", evidence: [])
        alert.evidence = [.init(side: .after, path: ProvisionPath("art_1"), text: text)]
        return try NegativeExample(
            ReviewSubject(alert, language: .en),
            review: Review(
                state: .rejected, by: "Ann", at: "2026-11-23T04:05:06Z", reason: "no\nsuch # thing"),
            polarity: polarity)
    }

    private func edited(_ old: String, _ example: NegativeExample) throws -> String {
        String(
            decoding: try ConceptFileEdit(adding: example, to: Array(old.utf8), file: "c.yml").bytes,
            as: UTF8.self)
    }

    private let added = """
          # alert 0123456789abcdef0123456789abcdef: rejected by Ann on 2026-11-23: no such # thing
          - lang: en
            text: 'It''s: a "test"'
            polarity: none

        """

    @Test("appends at the end, quoted, with the alert in a comment")
    func end() throws {
        let old = "id: c\nexamples:\n  - lang: en\n    text: A.\n    polarity: none\n"
        #expect(try edited(old, example("It's: a \"test\"")) == old + added)
    }

    @Test("ends a last line that has no end")
    func noFinalNewline() throws {
        let old = "id: c\nexamples:\n  - lang: en\n    text: A.\n    polarity: none"
        #expect(try edited(old, example("It's: a \"test\"")) == old + "\n" + added)
    }

    @Test("keeps what follows the examples, with its comments, and every other byte")
    func middle() throws {
        let head =
            "# first\nexamples:   # kept\n  - lang: en\n    text: >\n      A long\n      text.\n    polarity: none\n"
        let tail = "\n# about the id\nid:  c   # odd blanks\n"
        #expect(try edited(head + tail, example("It's: a \"test\"")) == head + added + tail)
    }

    @Test("uses the line ends and the indent of the file")
    func lineEnds() throws {
        let old = "id: c\r\nexamples:\r\n- lang: en\r\n  text: A.\r\n  polarity: none\r\n"
        let new = try edited(old, example("B."))
        #expect(new.hasPrefix(old))
        #expect(new.hasSuffix("\r\n- lang: en\r\n  text: 'B.'\r\n  polarity: none\r\n"))
    }

    @Test("says what the reviewer says the words are")
    func polarity() throws {
        let old = "id: c\nexamples:\n  - lang: en\n    text: A.\n    polarity: none\n"
        #expect(try edited(old, example("B.", polarity: .mentions)).hasSuffix("polarity: mentions\n"))
    }

    @Test("refuses an example that stands there already, however it is quoted")
    func present() throws {
        let old =
            "id: c\nexamples:\n  - lang: en\n    text: \"It\\u0027s: a \\\"test\\\"\"\n    polarity: requires\n"
        #expect(throws: ReviewError.present(file: "c.yml", line: 3)) {
            try edited(old, example("It's: a \"test\""))
        }
    }

    @Test("refuses a list in brackets and a file without examples")
    func refused() throws {
        for old in [
            "id: c\nexamples: [{lang: en, text: A., polarity: none}]\n", "id: c\n", "id: c\nexamples: []\n",
        ] {
            #expect(throws: ReviewError.self) { try edited(old, example("B.")) }
        }
    }

    @Test("comes from a rejection only")
    func onlyRejected() throws {
        let subject = ReviewSubject(gone: alert, instrument: "cn/x", from: "a", to: "b")
        #expect(throws: ReviewError.notRejected("0123456789ab", state: "open")) {
            try NegativeExample(subject, review: .open, polarity: nil)
        }
        #expect(throws: ReviewError.noEvidence("0123456789ab")) {
            try NegativeExample(
                subject, review: Review(state: .rejected, by: "A", at: "x", reason: "r"), polarity: nil)
        }
    }
}
