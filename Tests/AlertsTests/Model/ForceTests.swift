import Alerts
import Statute
import Testing

@Suite("What a promise is for a party on a day")
struct ForceTests {
    /// Negotiated 2018, applied for in 2021, hence never binding on the applicant; binding on another; political first
    /// and law later on a third.
    private let promise = Commitment(
        id: "x", part: "trade", titles: [.en: "X"], who: "the parties", text: "", strength: "oblige",
        force: [
            ForcePeriod(party: "cn", force: .notAParty),
            ForcePeriod(party: "cn", from: "2021-09-16", force: .notAParty, note: "applied"),
            ForcePeriod(party: "nz", from: "2018-12-30", force: .binding),
            ForcePeriod(party: "ca", from: "2016-02", force: .political, confidence: "recalled"),
            ForcePeriod(party: "ca", from: "2018-12-30", force: .binding),
        ], since: "2016-02-04", limits: [], steps: [], confidence: "mixed", unverified: "all", sources: ["s"])

    @Test(
        "the last period that has begun says it",
        arguments: [
            ("nz", "2018-12-29", Force.notInForce), ("nz", "2018-12-30", .binding),
            ("nz", "2026-01-01", .binding),
            ("ca", "2016-01-31", .notInForce), ("ca", "2016-02-01", .political), ("ca", "2018", .political),
            ("ca", "2019", .binding), ("cn", "2010-01-01", .notAParty), ("cn", "2024-01-01", .notAParty),
            ("us", "2024-01-01", .notAParty),
        ])
    func table(country: String, day: String, force: Force) {
        #expect(promise.force(of: country, on: day) == force)
    }

    @Test("a day that is not known asks for the last state")
    func unknownDay() {
        #expect(promise.force(of: "ca", on: "") == .binding)
        #expect(promise.period(of: "cn", on: "")?.note == "applied")
    }

    @Test("a period says what happened and how sure it is; before the first there is none")
    func period() {
        #expect(promise.period(of: "cn", on: "2020-01-01")?.note == nil)
        #expect(promise.period(of: "cn", on: "2022-01-01")?.note == "applied")
        #expect(promise.period(of: "ca", on: "2017-01-01")?.confidence == "recalled")
        #expect(promise.period(of: "nz", on: "2017-01-01") == nil)
        #expect(promise.parties == ["cn", "nz", "ca"])
    }

    @Test("only law and political promises hold")
    func holds() {
        #expect(Force.allCases.filter(\.holds) == [.binding, .political])
    }
}
