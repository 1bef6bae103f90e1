import Alerts
import Redline
import Statute
import Testing

@Suite("A digest")
struct DigestTests {
    private static let change = SampleChange(entries: [
        .inserted("任何部门不得要求企业披露源代码。", number: "31"),
        .modified("运营者应当登记。", "运营者应当登记并公告。", number: "2"),
        .renumbered("运营者应当守法。", from: "3", to: "4"),
        SampleChange.Entry.modified("甲。", "乙。", number: "5").assumed(),
    ])

    private static let claim = Claim(
        id: "c", date: "2015-10", by: "a law firm", concept: "source-code-disclosure",
        claim: "The draft requires it.",
        about: ["draft-1"], answer: "No text names it.", confidence: "sourced", sources: [])

    private static var content: DigestContent {
        let scanner = ConceptScanner(concepts: SampleConcepts.all)
        let from = VersionMark(name: "2016-01-01.adopted", date: "2016-01-01")
        let to = VersionMark(name: "2020-01-01.revised", date: "2020-01-01")
        return DigestAssembler(agreements: [SampleAgreement.outcome], concepts: SampleConcepts.all).content(
            DigestContent.Subject(title: "Sample Law", sources: []), from: from,
            to: to,
            changes: change.changes, alerts: change.alerts(), claims: [claim],
            held: [
                VersionFindings(version: from, findings: scanner.findings(in: change.before)),
                VersionFindings(version: to, findings: scanner.findings(in: change.after)),
            ])
    }

    @Test("opens with what changed and where it points")
    func headline() {
        #expect(
            Self.content.headline
                == "Sample Law, revised: ban on demanding source-code disclosure introduced (Article 31); 2 changes of substance; points toward 2 commitments."
        )
    }

    @Test("groups alerts by promise and direction")
    func groups() {
        let groups = Self.content.groups
        #expect(
            groups.map(\.commitment.id) == ["xo-eco-6-no-forced-tech-transfer", "xo-eco-4-ict-security-regs"])
        #expect(
            groups.allSatisfy {
                $0.toward.count == 1 && $0.away.isEmpty && $0.depends.isEmpty && $0.excluded.isEmpty
            })
    }

    @Test("keeps what is excluded apart from what is mailed")
    func excluded() {
        let alerts = Self.change.alerts(from: "2013-01-01", to: "2014-01-01")
        let content = DigestAssembler(agreements: [SampleAgreement.outcome], concepts: []).content(
            DigestContent.Subject(title: "Sample Law", sources: []),
            from: VersionMark(name: "a", date: ""), to: VersionMark(name: "b", date: ""),
            changes: Self.change.changes,
            alerts: alerts, claims: [], held: [])
        #expect(content.groups.allSatisfy { $0.count == 0 && $0.excluded.count == 1 })
        #expect(content.headline.hasSuffix("no link to a commitment."))
    }

    @Test("tells formal changes and unknown provisions in one line each")
    func lines() {
        #expect(Self.content.formalLine?.contains("1 formal change") == true)
        #expect(Self.content.unknownLine?.hasPrefix("Not known: 1 provision") == true)
        #expect(Self.content.changeNotes.map(\.after) == [["第31条"], ["第2条"]])
        #expect(Self.content.changeNotes.map { $0.alerts.count } == [2, 0])
    }

    @Test("answers a claim with a counted fact")
    func claims() {
        #expect(
            Self.content.claims.map(\.fact) == [
                "Found in the 2 texts held in full (adopted, revised), on source-code disclosure: Article 31 (revised)."
            ])
    }

    @Test("says what it is not")
    func disclaimers() {
        #expect(Disclaimers.all.contains { $0.contains("not legal advice") })
        #expect(Disclaimers.all.contains { $0.contains("Chinese text prevails") })
        #expect(Disclaimers.all.contains { $0.contains("no enforcement mechanism") })
        #expect(Self.content.fidelity.contains { $0.fidelity == .assumed && $0.provisions == 1 })
    }
}

@Suite("A barometer")
struct BarometerTests {
    @Test("shows version by version how the texts stood, unknown ones apart")
    func readings() throws {
        let scanner = ConceptScanner(concepts: SampleConcepts.all)
        func version(_ date: String, _ text: String, _ fidelity: Fidelity = .official) -> VersionFindings {
            VersionFindings(
                version: VersionMark(name: "\(date).adopted", date: date),
                findings: scanner.findings(in: OneSentence.text(text, .zh)),
                provenance: Provenance(general: Provenance.Record(fidelity: fidelity)))
        }
        let commitment = try #require(SampleAgreement.outcome.commitments.first)
        let readings = Barometer(commitment: commitment, concepts: SampleConcepts.all).readings([
            version("2014-12-26", "银行应当将源代码报送备案。"),
            version("2016-11-07", "运营者应当守法。"),
            version("2019-10-26", "任何部门不得要求企业披露源代码。本法所称源代码，是指程序。"),
            version("2020-10-26", "任何部门不得要求企业披露源代码。", .assumed),
        ])
        #expect(readings.map(\.predates) == [true, false, false, false])
        #expect(readings.map { $0.count(.away) } == [1, 0, 0, 0])
        #expect(readings.map { $0.count(.toward) } == [0, 0, 1, 0])
        #expect(readings.map { $0.count(.depends) } == [0, 0, 0, 0])
        #expect(readings.map(\.unknown) == [0, 0, 0, 1])
        #expect(readings.map(\.standings.count) == [1, 0, 2, 1])
    }
}
