import Alerts
import Redline
import Statute
import Testing

/// A duty whose words stayed reaches further when the word for those it binds means more than before.
@Suite("A changed definition")
struct DefinitionReachTests {
    private static let old = """
        # 试验数据规则

        第一条 数据经营者应当将用户数据存储在境内。

        第二条 任何个人应当遵守社会公德。

        第三条 本规则所称数据经营者，是指从事数据存储业务的企业。
        """
    private static let new = old.replacing("从事数据存储业务的企业", with: "从事数据存储、加工业务的企业和个人")

    private func alerts(_ old: String, _ new: String) -> [Alert] {
        let before = StatuteParser.parse(old, language: .zh).text
        let after = StatuteParser.parse(new, language: .zh).text
        let scanner = ConceptScanner(concepts: SampleConcepts.all)
        return AlertLinker(concepts: SampleConcepts.all, agreements: [SampleAgreement.outcome]).alerts(
            for: ChangeSet.between(before, after), instrument: "cn/sample",
            from: VersionMark(name: "2016-01-01.adopted", date: "2016-01-01"),
            to: VersionMark(name: "2020-01-01.revised", date: "2020-01-01"),
            before: scanner.findings(in: before), after: scanner.findings(in: after))
    }

    @Test("alerts for the provision that uses the term, with both definitions as evidence")
    func reach() throws {
        let alerts = alerts(Self.old, Self.new)
        let alert = try #require(alerts.first)
        #expect(alerts.count == 1)
        #expect(alert.concept == "data-localisation")
        #expect(alert.after.map(\.rawValue) == ["art_3", "art_1"])
        #expect(alert.direction == .depends)
        #expect(alert.severity == .medium)
        #expect(alert.reason.contains("The definition of “数据经营者” changed (Article 3 (new), Article 3 (old))"))
        #expect(alert.reason.contains("Article 1 (new), whose words stayed, requires it"))
        #expect(alert.evidence.map(\.side) == [.before, .after, .before, .after])
    }

    @Test("that nobody uses, or that is only renumbered, alerts for nothing")
    func quiet() {
        #expect(alerts(Self.old, Self.old) == [])
        let unused = Self.new.replacing("数据经营者应当将用户数据", with: "企业应当将用户数据")
        let before = Self.old.replacing("数据经营者应当将用户数据", with: "企业应当将用户数据")
        #expect(alerts(before, unused) == [])
    }
}
