import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer
private let outbound = SampleConcepts.outbound
private let secrets = SampleConcepts.secrets

/// Turns of phrase that statutes use beside the plain duty, ban and power.
@Suite("Chinese turns of phrase")
struct ChineseTurnTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let pretexts: [Clause] = [
        .zh("供应商不得以合同已经终止为由拒绝提交源代码。", code, .requires, "double-negation", actor: "供应商"),
        .zh("检测机构不得以未提交源代码为由拒绝受理申请。", code, .forbids, "prohibition-of-demand", actor: "检测机构"),
        .zh("对提供源代码的请求，开发者不得以成本过高为由拒绝。", code, .requires, "double-negation"),
    ]

    static let conditions: [Clause] = [
        .zh("采购人选用设备应当说明理由，不得指定品牌，并符合下列要求：（一）通过安全审查；（二）价格合理。", review, .requires),
        .zh("平台发现漏洞的，主管部门可以要求其提供源代码。", code, .mayRequire, "power-to-demand", actor: "平台"),
    ]

    static let penalties: [Clause] = [
        .zh("登记机关的人员泄露企业源代码的，给予记过或者降级处分。", code, .protects, "penalty-for-harm"),
        .zh("开发者隐瞒发布漏洞情况的，由主管部门处三万元罚款。", outbound, .requires, "penalty-for-breach", actor: "开发者"),
        .zh("未经许可从事安全审查咨询的产品供应者，处一万元罚款。", review, .mentions),
        .zh(
            "网络供应商有下列行为之一的，责令改正，处二万元罚款：（一）未按照规定提交源代码的；（二）伪造证书的。", code, .requires, "penalty-for-breach",
            actor: "网络供应商"),
    ]

    static let programmes: [Clause] = [
        .zh("国家建立网络产品安全审查制度。", review, .requires, "programme", actor: "国家"),
        .zh("对消费类软件，不实行源代码备案制度。", code, .forbids, "exemption"),
    ]

    static let topics: [Clause] = [
        .zh("检测中接触的源代码，只能用于出具报告，不得泄露。", code, .protects, "duty-to-protect"),
        .zh("交存的源代码，保管机构不得对外提供。", code, .protects, "prohibition-of-harm", actor: "保管机构"),
        .zh("来自境外的协助请求，有损公共利益的，应当拒绝执行。", outbound, .forbids),
        .zh("检测机构应当对接触的源代码采取保密措施。", code, .protects, "duty-to-protect", actor: "检测机构"),
        .zh("管理机构可以将技术转让列为享受优惠的条件，外商可以申请。", transfer, .mayRequire, "power-to-demand"),
    ]

    static let parties: [Clause] = [
        .zh("从事地图服务的企业应当提交源代码。", code, .requires, actor: "从事地图服务的企业"),
        .zh("由境外资本控制的公司，应当提交源代码。", code, .requires, actor: "由境外资本控制的公司"),
        .zh("任何人不得窃取源代码。", code, .protects, actor: "任何人"),
        .zh("掌握大量用户信息的平台运营者必须提交源代码。", code, .requires, actor: "掌握大量用户信息的平台运营者"),
        .zh("国家在平等基础上推动源代码公开。", code, .permits, actor: "国家"),
        .zh("网络产品不得含有要求用户提供源代码的程序。", code, .forbids, actor: "网络产品"),
        .zh("审查机关可以组织安全审查，设备供应商不得拒绝。", review, .mayRequire, actor: "设备供应商"),
    ]

    @Test("reject a pretext", arguments: pretexts)
    func pretext(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("set a condition", arguments: conditions)
    func condition(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("punish", arguments: penalties)
    func penalty(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("say what is so", arguments: programmes)
    func programme(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("name the thing first", arguments: topics)
    func topic(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("name who is bound", arguments: parties)
    func party(_ clause: Clause) { clause.check(Self.scanner) }
}
