import Alerts
import Redline
import Statute
import Testing

@Suite("What a change does to a statement")
struct EffectTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var old: String?
        var new: String?
        var effect: Effect?
        var polarity: Polarity?
        var direction: Bearing?
        var severity: Level?
        var testDescription: String { "\(old ?? "–") → \(new ?? "–")" }

        init(
            _ old: String?, _ new: String?, _ effect: Effect?, _ polarity: Polarity? = nil,
            _ direction: Bearing? = nil,
            _ severity: Level? = nil
        ) {
            self.old = old
            self.new = new
            self.effect = effect
            self.polarity = polarity
            self.direction = direction
            self.severity = severity
        }
    }

    private static let must = "供应商应当向主管部门提交源代码。"
    private static let may = "主管部门可以要求供应商提交源代码。"
    private static let free = "供应商可以自愿提交源代码。"
    private static let ban = "主管部门不得要求供应商提交源代码。"
    private static let shield = "主管部门不得泄露供应商的源代码。"
    private static let named = "本法所称源代码，是指程序文本。"
    private static let other = "供应商应当建立管理制度。"

    static let cases: [Case] = [
        Case(nil, must, .introduced, .requires, .away, .high),
        Case(other, must, .introduced, .requires, .away, .high),
        Case(nil, may, .introduced, .mayRequire, .away, .medium),
        Case(nil, ban, .introduced, .forbids, .toward, .medium),
        Case(nil, shield, .introduced, .protects, .toward, .medium),
        Case(nil, free, .introduced, .permits, .depends, .medium),
        Case(nil, named, nil),
        Case(named, nil, nil),
        Case(named, "本法所称源代码，是指程序的全部文本。", nil),
        Case(named, must, .introduced, .requires, .away, .high),
        Case(must, nil, .removed, .requires, .toward, .medium),
        Case(must, named, .removed, .requires, .toward, .medium),
        Case(ban, nil, .removed, .forbids, .away, .high),
        Case(free, may, .strengthened, .mayRequire, .away, .medium),
        Case(may, must, .strengthened, .requires, .away, .high),
        Case(free, must, .strengthened, .requires, .away, .high),
        Case(must, may, .weakened, .mayRequire, .toward, .medium),
        Case(ban, must, .introduced, .requires, .away, .high),
        Case(must, ban, .introduced, .forbids, .toward, .medium),
        Case(shield, ban, .strengthened, .forbids, .toward, .medium),
        Case(ban, shield, .weakened, .protects, .away, .high),
        Case(must, "供应商应当在三日内向主管部门提交源代码。", .reworded, .requires, .depends, .low),
        Case(must, "供应商、开发者应当向主管部门提交源代码。", .widened, .requires, .away, .high),
        Case("供应商、开发者应当向主管部门提交源代码。", must, .narrowed, .requires, .toward, .medium),
        Case(must, "金融行业的供应商应当向主管部门提交源代码。", .narrowed, .requires, .toward, .medium),
        Case(must + other, must + "供应商应当建立制度。", nil),
    ]

    @Test("follows its polarity", arguments: cases)
    func effect(_ example: Case) {
        let entry: SampleChange.Entry =
            switch (example.old, example.new) {
            case (let old?, let new?): .modified(old, new)
            case (let old?, nil): .repealed(old)
            case (nil, let new): .inserted(new ?? "")
            }
        let alert = SampleChange(entries: [entry]).alerts().first {
            $0.commitment == "xo-eco-6-no-forced-tech-transfer"
        }
        #expect(alert?.effect == example.effect)
        #expect(alert?.polarity == example.polarity)
        #expect(alert?.direction == example.direction)
        #expect(alert?.severity == example.severity)
    }

    @Test("a tightened duty to assist is severe although its direction depends")
    func assistance() throws {
        let change = SampleChange(entries: [
            .modified(
                "侦查机关可以要求网络运营者提供必要的支持。", "网络运营者应当为侦查机关提供技术支持和协助。", number: "23", to: "27",
                reasons: [
                    Reason(
                        .modality, before: ReasonValue(text: "可以"), after: ReasonValue(text: "应当"),
                        direction: .tightened)
                ])
        ])
        let alert = try #require(change.alerts().first)
        #expect(alert.effect == .strengthened)
        #expect(alert.direction == .depends)
        #expect(alert.severity == .high)
        #expect(alert.reason.contains("Article 27 (new) requires it"))
        #expect(alert.reason.contains("Article 23 (old) let an authority demand it"))
        #expect(alert.reason.contains("it says “应当” where it said “可以”"))
    }

    @Test("a renumbered provision carries its link and asks to be confirmed")
    func carried() {
        let alerts = SampleChange(entries: [.renumbered(Self.must, from: "20", to: "22")]).alerts()
        #expect(Set(alerts.map(\.effect)) == [.carried])
        #expect(alerts.allSatisfy { $0.severity == .low && $0.direction == .depends })
        #expect(alerts.allSatisfy { $0.reason.contains("please confirm") })
    }

    @Test("a provision that is only assumed raises nothing")
    func unverified() {
        #expect(SampleChange(entries: [.modified(Self.other, Self.must).assumed()]).alerts().isEmpty)
    }

    @Test("a statement that moves to another article is neither removed nor introduced")
    func moved() {
        let change = SampleChange(entries: [
            .repealed(Self.must, number: "5"), .inserted(Self.must, number: "9"),
        ])
        let alerts = change.alerts()
        #expect(Set(alerts.map(\.effect)) == [.carried])
        #expect(
            alerts.allSatisfy {
                $0.before.map(\.rawValue) == ["art_5"] && $0.after.map(\.rawValue) == ["art_9"]
            })
    }

    @Test("a power that becomes a duty in an unlinked article is strengthened, not removed and introduced")
    func rewritten() throws {
        let change = SampleChange(entries: [
            .repealed("侦查机关为侦查犯罪，可以要求网络运营者提供必要的支持。", number: "23"),
            .inserted("网络运营者应当为侦查机关侦查犯罪提供必要的支持。", number: "27"),
        ])
        let alerts = change.alerts()
        #expect(alerts.map(\.effect) == [.strengthened])
        #expect(alerts.map(\.severity) == [.high])
    }

    @Test("a statement that moves into an assumed provision is not known and raises nothing")
    func movedIntoUnknown() {
        let change = SampleChange(entries: [
            .repealed(Self.must, number: "5"), SampleChange.Entry.inserted(Self.must, number: "9").assumed(),
        ])
        #expect(change.alerts().isEmpty)
    }

    @Test("what is also said elsewhere weighs less, and the alert says so")
    func repeated() throws {
        let change = SampleChange(entries: [
            .repealed("开发者必须把源代码报送监管机构备案并说明用途。", number: "5"),
            SampleChange.Entry(old: ("2", Self.must), new: ("2", Self.must), kind: .unchanged),
        ])
        let alert = try #require(
            change.alerts().first { $0.commitment == "xo-eco-6-no-forced-tech-transfer" })
        #expect(alert.effect == .removed)
        #expect(alert.severity == .low)
        #expect(alert.limits.contains("The new text still says as much in Article 2."))
    }
}
