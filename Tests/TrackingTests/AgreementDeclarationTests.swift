import Alerts
import Foundation
import Rendering
import Statute
import TestSupport
import Testing
import Tracking

@Suite("An agreement as it is declared")
struct AgreementDeclarationTests {
    private static let head = """
        schema: 1
        id: pact
        titles: {en: Pact}
        parties: [aa, bb]
        date: 2010-01-02
        kind: treaty
        enforcement: none
        limits: [It is short.]
        sources: [{url: "https://example.org/pact", note: its text}]
        commitments:

        """
    private static let promise = """
          - id: pact-1
            ref: Article 1
            part: trade
            title: {en: One}
            who: both
            text: They do it.
            strength: oblige
            force:
              - {party: aa, force: not-a-party, confidence: sourced}
              - {party: aa, from: 2011-05, force: binding, note: joined, confidence: recalled}
            since: 2010-01-02
            limits:
              - {id: one, text: Only this., excludes: That., takes_out: [procurement], confidence: derived}
            mechanism:
              - {date: "2012", state: due, what: A meeting., confidence: sourced}
            confidence: mixed
            unverified: The day.
            sources: ["https://example.org/one"]

        """

    private func register(_ commitments: String) throws -> Register {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"), to: folder.url.appending(path: "schemas"))
        try folder.write(Self.head + commitments, to: "agreements/pact/agreement.yml")
        return try Register(folder: folder.url)
    }

    private func faults(_ commitments: String) throws -> [String] {
        do {
            _ = try register(commitments)
            return []
        } catch let error as RegisterError {
            return error.faults.map(\.message)
        }
    }

    @Test("all of it comes back as JSON")
    func roundTrip() throws {
        let agreements = try register(Self.promise).agreements
        let json = AgreementsDocument(agreements, on: "2011-06-01").json.text(.pretty)
        let words = [
            #""id": "pact""#, #""en": "Pact""#, #""zh": null"#, #""parties": ["aa", "bb"]"#,
            #""date": "2010-01-02""#, #""kind": "treaty""#, #""enforcement": "none""#, #"["It is short."]"#,
            #""url": "https://example.org/pact""#, #""note": "its text""#, #""id": "pact-1""#,
            #""ref": "Article 1""#, #""part": "trade""#, #""who": "both""#, #""text": "They do it.""#,
            #""strength": "oblige""#, #""aa": "binding""#, #""cn": "not-a-party""#, #""from": null"#,
            #""from": "2011-05""#, #""note": "joined""#, #""confidence": "recalled""#,
            #""excludes": "That.""#,
            #""takes_out": ["procurement"]"#, #""confidence": "derived""#, #""state": "due""#,
            #""next": "2012""#, #""confidence": "mixed""#, #""unverified": "The day.""#,
        ]
        for word in words { #expect(json.contains(word), "\(word)") }
    }

    @Test("periods of force out of order are a fault")
    func disorder() throws {
        let swapped = Self.promise.replacing(
            "- {party: aa, force: not-a-party, confidence: sourced}",
            with: "- {party: aa, from: \"2020\", force: not-a-party, confidence: sourced}")
        #expect(try faults(swapped).contains { $0.contains("not in the order of their days") })
    }

    @Test("silence about limits is a fault, and saying that none is known is not")
    func limits() throws {
        let start = try #require(Self.promise.range(of: "    limits:"))
        let end = try #require(Self.promise.range(of: "    mechanism:"))
        var silent = Self.promise
        silent.replaceSubrange(start.lowerBound..<end.lowerBound, with: "    limits: []\n")
        #expect(try faults(silent).contains { $0.contains("neither limits nor no_limits") })
        let said = silent.replacing(
            "    limits: []\n", with: "    limits: []\n    no_limits: None is known.\n")
        #expect(try faults(said).isEmpty)
    }

    @Test("a promise that is not sourced says what is unverified")
    func unverified() throws {
        let silent = Self.promise.replacing("    unverified: The day.\n", with: "")
        #expect(try faults(silent).contains { $0.contains("does not say what is unverified") })
    }

    @Test("two commitments of one name are a fault")
    func twice() throws {
        #expect(
            try faults(Self.promise + Self.promise).contains { $0.contains("two commitments called pact-1") })
    }

    @Test("a promise older than its agreement is a fault")
    func older() throws {
        let early = Self.promise.replacing("since: 2010-01-02", with: "since: 2009-12-31")
        #expect(try faults(early).contains { $0.contains("older (2009-12-31) than its agreement") })
    }
}
