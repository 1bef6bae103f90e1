import Alerts
import Statute
import Testing

/// What a promise does not cover is shown as excluded, with every reason, and never dropped.
@Suite("An excluded link")
struct ExclusionTests {
    private func agreement(_ force: [ForcePeriod], limits: [Commitment.Limit] = []) -> Agreement {
        Agreement(
            id: "treaty", titles: [.en: "Treaty"], parties: ["us", "cn"], date: "2010-01-01", kind: "treaty",
            enforcement: "none", limits: [],
            commitments: [
                Commitment(
                    id: "xo-eco-4-ict-security-regs", part: "trade", titles: [.en: "Promise"], who: "parties",
                    text: "", strength: "oblige", force: force, since: "2010-01-01", limits: limits,
                    steps: [], confidence: "sourced", unverified: nil, sources: ["a book"])
            ])
    }

    private func alert(_ text: String, _ agreement: Agreement, instrument: String = "cn/sample") throws
        -> Alert
    {
        let alerts = SampleChange(entries: [.inserted(text)]).alerts(
            agreements: [agreement], instrument: instrument)
        return try #require(alerts.first { $0.commitment == "xo-eco-4-ict-security-regs" })
    }

    private static let localise = "关键信息基础设施的运营者收集的数据应当在境内存储。"

    @Test("names that the country is no party and that critical infrastructure is carved out")
    func notAParty() throws {
        let carveOut = Commitment.Limit(
            id: "critical-infrastructure", text: "Critical infrastructure is left out", excludes: nil,
            takesOut: [.criticalInfrastructure])
        let alert = try alert(
            Self.localise,
            agreement([ForcePeriod(party: "us", force: .binding)], limits: [carveOut]))
        #expect(alert.excludedBy == "not-a-party")
        #expect(alert.severity == .low)
        #expect(alert.caveat.contains("does not bind CN"))
        #expect(alert.caveat.contains("Critical infrastructure is left out"))
    }

    @Test("of a treaty that came into force later says that it was not in force then")
    func notInForce() throws {
        let later = ForcePeriod(party: "cn", from: "2022-01-01", force: .binding, note: "date of entry")
        let alert = try alert(Self.localise, agreement([later]))
        #expect(alert.excludedBy == "not-in-force")
        #expect(alert.caveat.contains("It was not in force for CN on 2020-01-01"))
    }

    @Test("depends on whose law it is")
    func country() throws {
        let agreement = agreement([ForcePeriod(party: "us", force: .binding)])
        #expect(try alert(Self.localise, agreement, instrument: "us/sample").excludedBy == nil)
        #expect(try alert(Self.localise, agreement, instrument: "us/sample").force == .binding)
    }

    @Test("a carve-out of critical infrastructure does not take out what binds everybody")
    func everybody() throws {
        let carveOut = Commitment.Limit(
            id: "critical-infrastructure", text: "Critical infrastructure is left out", excludes: nil,
            takesOut: [.criticalInfrastructure])
        let agreement = agreement([ForcePeriod(party: "cn", force: .binding)], limits: [carveOut])
        #expect(try alert("网络运营者收集的数据应当在境内存储。", agreement).excludedBy == nil)
        #expect(try alert(Self.localise, agreement).excludedBy == "critical-infrastructure")
    }
}
