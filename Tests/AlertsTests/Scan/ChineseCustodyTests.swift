import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer
private let outbound = SampleConcepts.outbound

/// Things held in trust, powers of authorities over others, and duties that are said without a modal.
@Suite("Chinese custody and powers")
struct ChineseCustodyTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let custody: [Clause] = [
        .zh("鉴定人员不得留存鉴定中接触的源代码。", code, .protects, "prohibition-of-harm", actor: "鉴定人员"),
        .zh("评审中接触的源代码，应当在评审结束后归还。", code, .protects, "duty-to-protect"),
        .zh("经批准的评审人员方可接触源代码。", code, .protects, "duty-to-protect"),
        .zh("源代码由托管机构代为保管。", code, .requires, "duty"),
        .zh("运行记录一律存储在境内。", local, .requires, "duty"),
    ]

    static let powers: [Clause] = [
        .zh("主管部门可以通知供应商提交源代码。", code, .mayRequire, "power-to-demand", actor: "供应商"),
        .zh("审查办公室可以对进口设备启动安全审查。", review, .mayRequire, "power-to-demand"),
        .zh("供应商无需提交源代码，主管部门也不得强制其提交。", code, .forbids, "prohibition-of-demand"),
        .zh("主管部门可以发布命令，禁止供应商提供源代码。", code, .forbids, "power-to-ban"),
    ]

    static let burdens: [Clause] = [
        .zh("零售企业不承担提交源代码的义务，主管部门不得追究。", code, .forbids, "exemption"),
        .zh("行政机关强制外国投资者转让技术，当事人主张合同无效的，人民法院应予支持。", transfer, .forbids, "penalty-for-demand"),
        .zh("厂商在产品支持期内应当按照要求提交源代码。", code, .requires, "duty", actor: "厂商"),
    ]

    static let parties: [Clause] = [
        .zh("系统投入使用，或者处理信息达到规定数量的，运营者应当提交源代码。", code, .requires, actor: "运营者")
    ]

    @Test("what is held in trust is protected", arguments: custody)
    func held(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("an authority's power binds others", arguments: powers)
    func power(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("who bears no burden is not bound", arguments: burdens)
    func burden(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("no actor begins with a conjunction", arguments: parties)
    func party(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("the sentence before names who must")
    func before() throws {
        let text = OneSentence.text("平台应当建立制度。确需向境外提供的，应当按照规定进行评估。", .zh)
        let found = Self.scanner.findings(in: text)
        #expect(found.map(\.polarity) == [.requires])
        #expect(found.map(\.actor) == ["平台"])
    }
}
