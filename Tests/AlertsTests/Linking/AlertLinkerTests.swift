import Alerts
import Redline
import Statute
import TestSupport
import Testing

@Suite("A link to a promise")
struct AlertLinkerTests {
    private static let must = "供应商应当向主管部门提交源代码。"
    private static let eco6 = "xo-eco-6-no-forced-tech-transfer"
    private static let eco4 = "xo-eco-4-ict-security-regs"

    @Test("a change before the promise is excluded, shown and low")
    func predates() throws {
        let change = SampleChange(entries: [.inserted(Self.must)])
        let alert = try #require(
            change.alerts(from: "2014-01-01", to: "2014-12-26").first { $0.commitment == Self.eco6 })
        #expect(alert.excludedBy == "predates-commitment")
        #expect(alert.severity == .low)
        #expect(alert.limits.contains("2015-09-25"))
    }

    @Test("a change on the very day of the promise is not before it")
    func sameDay() {
        let alerts = SampleChange(entries: [.inserted(Self.must)]).alerts(to: "2015-09-25")
        #expect(alerts.allSatisfy { $0.excludedBy == nil })
    }

    @Test(
        "a duty of government or on secrets lies outside commercial sectors",
        arguments: [
            "国家机关收集的个人信息应当在境内存储。", "涉及国家秘密的数据应当在境内存储。", "军事设施的监测数据应当在境内存储。",
            "政府采购的信息系统，其数据应当在境内存储。",
        ])
    func publicOnly(_ text: String) throws {
        let alert = try #require(
            SampleChange(entries: [.inserted(text)]).alerts().first { $0.commitment == Self.eco4 })
        #expect(alert.excludedBy == "commercial-sectors")
    }

    @Test("a limit is only named when the promise has it")
    func limitOfTheCommitment() throws {
        let text = "国家机关应当要求承建单位移交源代码，国家秘密除外。"
        let alert = try #require(
            SampleChange(entries: [.inserted(text)]).alerts().first { $0.commitment == Self.eco6 })
        #expect(alert.excludedBy == "condition-of-doing-business")
    }

    @Test("a ban that binds officials protects commerce and is not excluded")
    func banOnOfficials() throws {
        let text = "行政机关及其工作人员不得要求企业披露源代码。"
        let alerts = SampleChange(entries: [.inserted(text)]).alerts()
        #expect(alerts.count == 2)
        #expect(alerts.allSatisfy { $0.excludedBy == nil && $0.direction == .toward })
    }

    @Test("a duty of infrastructure operators is not excluded, and its dispute is named")
    func infrastructure() throws {
        let text = "关键信息基础设施的运营者收集的数据应当在境内存储。"
        let alert = try #require(SampleChange(entries: [.inserted(text)]).alerts().first)
        #expect(alert.excludedBy == nil)
        #expect(alert.limits.contains("whether that is a commercial sector is disputed"))
        #expect(alert.severity == .medium)
        #expect(alert.direction == .depends)
    }

    @Test("force is that of the country of the instrument")
    func force() {
        let change = SampleChange(entries: [.inserted(Self.must)])
        #expect(change.alerts(instrument: "cn/x").allSatisfy { $0.force == .political })
        #expect(change.alerts(instrument: "de/x").allSatisfy { $0.force == .notAParty })
    }

    @Test("doubt about the promise or the text lowers confidence")
    func confidence() throws {
        var entry = SampleChange.Entry.inserted("任何部门不得要求企业披露源代码。")
        let sure = SampleChange(entries: [entry]).alerts()
        #expect(sure.first { $0.commitment == Self.eco4 }?.confidence == .high)
        #expect(sure.first { $0.commitment == Self.eco6 }?.confidence == .medium)
        entry.fidelityAfter = .recalled
        let unsure = SampleChange(entries: [entry]).alerts()
        #expect(unsure.allSatisfy { $0.confidence == .low && $0.fidelity == .recalled })
    }

    @Test("limits tell what is not verified in the promise's wording")
    func unverifiedWording() throws {
        let alert = try #require(
            SampleChange(entries: [.inserted(Self.must)]).alerts().first { $0.commitment == Self.eco6 })
        #expect(alert.limits.contains("The last words are recalled"))
        #expect(alert.limits.contains("It speaks of generally applicable measures."))
        #expect(alert.limits.hasPrefix("Out of scope for a single case."))
    }

    @Test("ids depend on what an alert says and on nothing else")
    func identity() {
        let first = SampleChange(entries: [
            .inserted(Self.must, number: "7"), .inserted("任何人不得泄露源代码。", number: "8"),
        ])
        let second = SampleChange(entries: first.entries.reversed())
        #expect(Set(first.alerts().map(\.id)) == Set(second.alerts().map(\.id)))
        #expect(Set(first.alerts().map(\.id)).count == first.alerts().count)
        #expect(first.alerts().map(\.id) != first.alerts(to: "2021-01-01").map(\.id))
        #expect(first.alerts().allSatisfy { $0.id.utf8.count == 32 })
    }

    @Test("evidence shows both sides, each with its place")
    func evidence() throws {
        let change = SampleChange(entries: [.modified("主管部门可以要求供应商提交源代码。", Self.must, number: "3", to: "4")])
        let alert = try #require(change.alerts().first)
        #expect(alert.evidence.map(\.side) == [.before, .after])
        #expect(alert.evidence.map(\.path.rawValue) == ["art_3", "art_4"])
        #expect(alert.evidence.last?.text == Self.must)
    }

    @Test("two steps that point opposite ways depend")
    func contradiction() throws {
        let change = SampleChange(entries: [
            .modified("供应商应当建立制度。", "金融机构应当向主管部门提交源代码。其他部门不得要求企业披露源代码。")
        ])
        let alert = try #require(change.alerts().first { $0.commitment == Self.eco6 })
        #expect(alert.direction == .depends)
        #expect(alert.evidence.count == 2)
    }

    @Test(
        "the regulations of 1999 and 2023 point toward the promise and nowhere away",
        .enabled(if: Corpus.isThere))
    func cryptography() throws {
        let old = try CorpusText.law("行政法规/商用密码管理条例(1999-10-07)")
        let new = try CorpusText.law("行政法规/商用密码管理条例(2023-04-27)")
        let changes = ChangeSet.between(old, new)
        let scanner = ConceptScanner(concepts: SampleConcepts.all)
        let alerts = AlertLinker(concepts: SampleConcepts.all, agreements: [SampleAgreement.outcome]).alerts(
            for: changes, instrument: "cn/commercial-cryptography-regulations",
            from: VersionMark(name: "1999-10-07.adopted", date: "1999-10-07"),
            to: VersionMark(name: "2023-04-27.revised", date: "2023-04-27"),
            before: scanner.findings(in: old),
            after: scanner.findings(in: new))
        let eco6 = alerts.filter { $0.commitment == Self.eco6 }
        #expect(Set(eco6.map(\.direction)) == [.toward])
        #expect(Set(eco6.flatMap(\.after).map(\.rawValue)) == ["art_7", "art_47"])
        #expect(!alerts.contains { $0.direction == .away })
        #expect(alerts.allSatisfy { $0.excludedBy == nil })
    }
}
