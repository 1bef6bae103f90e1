import Alerts
import Foundation
import GitStore
import Statute
import TestSupport
import Testing
import Tracking

@Suite("The review desk")
struct ReviewDeskTests {
    private let bench: Bench
    private let ann: Author
    private let bo: Author

    init() throws {
        bench = try Bench()
        ann = try Author(name: "Ann", email: "ann@example.org")
        bo = try Author(name: "Bo", email: "bo@example.org")
        try bench.seed("2016-01-01.adopted", ["Firms shall keep logs.", "In force."])
        _ = try bench.run()
    }

    private func alert(_ words: String = "shall submit source code", direction: Bearing = .away) -> Alert {
        Alert(
            id: "0123456789abcdef0123456789abcdef", instrument: "cn/test-law", from: "2015-01-01.draft-1",
            to: "2016-01-01.adopted", before: [], after: [ProvisionPath("art_1")],
            concept: "source-code-disclosure", polarity: .requires, effect: .introduced, commitment: "k",
            direction: direction, excludedBy: nil, force: .political, severity: .high, confidence: .high,
            fidelity: .official, reason: "", limits: "",
            evidence: [.init(side: .after, path: ProvisionPath("art_1"), text: words)])
    }

    @discardableResult
    private func decide(
        _ verb: DecisionRecord.Verb, on alert: Alert, by author: Author, reason: String? = nil,
        at: Int64 = 1_000_000_000
    ) throws -> Bool {
        let store = try GitStore(path: bench.storePath(), access: .writing)
        return try ReviewDesk(store).decide(
            verb, on: ReviewSubject(alert, language: .en), by: author, at: at, reason: reason,
            catalogue: bench.register.catalogue, in: store)
    }

    private func review(_ alert: Alert, language: Language = .en) throws -> Review {
        try ReviewDesk(bench.library().store).review(of: ReviewSubject(alert, language: language))
    }

    @Test("nobody has decided at first")
    func open() throws {
        #expect(try review(alert()) == .open)
    }

    @Test("the last decision counts, though the clock stands still or goes back")
    func last() throws {
        try decide(.accept, on: alert(), by: ann)
        try decide(.reject, on: alert(), by: bo, reason: "no", at: 999_999_999)
        let review = try review(alert())
        #expect(review.state == .rejected)
        #expect(review.by == "Bo")
        #expect(review.reason == "no")
    }

    @Test("a note decides nothing and is kept")
    func note() throws {
        try decide(.note, on: alert(), by: ann, reason: "look at Article 9")
        #expect(try review(alert()).state == .open)
        try decide(.accept, on: alert(), by: bo)
        let review = try review(alert())
        #expect(review.state == .accepted)
        #expect(review.notes == [.init(by: "Ann", at: "2001-09-09T01:46:40Z", text: "look at Article 9")])
    }

    @Test("the same decision twice makes no commit, another author does")
    func idempotent() throws {
        #expect(try decide(.accept, on: alert(), by: ann))
        let tip = try bench.library().store.tip(.decisions)
        #expect(try !decide(.accept, on: alert(), by: ann, at: 1_000_000_500))
        #expect(try bench.library().store.tip(.decisions) == tip)
        #expect(try decide(.accept, on: alert(), by: bo))
    }

    @Test("decisions are added and never changed")
    func appendOnly() throws {
        for number in 0..<4 { try decide(.reject, on: alert(), by: ann, reason: "reason \(number)") }
        let store = try bench.library().store
        let commits = try store.log(.decisions)
        for (new, old) in zip(commits, commits.dropFirst()) {
            let changes = try store.changes(from: old.id, to: new.id)
            #expect(changes.count == 1)
            #expect(changes.allSatisfy { $0.before == nil && $0.after != nil })
        }
        #expect(commits.count == 4)
        #expect(commits.allSatisfy { $0.authorName == "Ann" })
    }

    @Test("evidence that changes makes a decision stale; it is never dropped")
    func stale() throws {
        try decide(.accept, on: alert(), by: ann)
        #expect(try !review(alert()).isStale)
        for changed in [alert("must file source code"), alert(direction: .depends)] {
            let review = try review(changed)
            #expect(review.isStale)
            #expect(review.state == .accepted)
        }
        var louder = alert()
        louder.severity = .low
        #expect(try !review(louder).isStale)
        let gone = ReviewSubject(gone: alert().id, instrument: "cn/test-law", from: "a", to: "b")
        #expect(try ReviewDesk(bench.library().store).review(of: gone).isStale)
    }

    @Test("a reader who asks for the other language does not make a decision stale")
    func language() throws {
        try decide(.accept, on: alert(), by: ann)
        let desk = try ReviewDesk(bench.library().store)
        let chinese = alert("应当提交源代码")
        #expect(desk.reviews(of: [chinese], chosen: .zh)[chinese.id]?.isStale == false)
        #expect(desk.reviews(of: [chinese])[chinese.id]?.isStale == true)
    }

    @Test("what was reviewed is kept with its hash, which anybody can check")
    func evidence() throws {
        try decide(.accept, on: alert(), by: ann)
        let record = try #require(ReviewDesk(bench.library().store).decided(alert().id))
        #expect(record.evidence == SHA256.hex(of: Array(record.reviewed.utf8)))
        #expect(record.reviewed.contains("shall submit source code"))
        #expect(record.catalogue == (try bench.register.catalogue.version))
        #expect(record.language == "en")
    }

    @Test("a rejection without a reason is refused")
    func reason() throws {
        #expect(throws: ReviewError.noReason("reject")) { try decide(.reject, on: alert(), by: ann) }
        #expect(throws: ReviewError.noReason("note")) {
            try decide(.note, on: alert(), by: ann, reason: " \n")
        }
    }
}
