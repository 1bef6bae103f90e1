import Statute
import Testing

@testable import Redline

/// Whose duty, right or ban a modal word speaks of.
@Suite struct BearerTests {
    private func bearer(_ text: String, _ language: Language = .zh) -> String? {
        let provision = law((language == .zh ? "第一条 " : "Article 1 ") + text, language).articleLevel[0]
        let reading = Reading(Passage(ArticleText(provision)), .words)
        guard let use = reading.modalUses(in: reading.passage.tokens.indices).last else { return nil }
        return Bearer.of(use.range, in: reading).map { reading.passage.string($0.range) }
    }

    @Test(arguments: [
        ("网络运营者应当保存日志。", "网络运营者"), ("任何个人和组织不得出售试题。", "任何个人和组织"),
        ("关键信息基础设施的运营者采购服务器的，应当申报。", "关键信息基础设施的运营者"), ("侦查人员为办案需要，网络服务机构应当给予帮助。", "网络服务机构"),
        ("船长、轮机长应当记录排放。", "船长、轮机长"), ("鼓励数据处理者开展审计。", "数据处理者"), ("小型餐饮店应当安装设备。", "小型餐饮店"),
        ("当事人对决定不服的，可以申请复核。", "当事人"), ("经营者应当登记。", "经营者"), ("由国家网信部门负责，公安机关可以协助。", "公安机关"),
    ])
    func inChinese(_ text: String, _ expected: String) { #expect(bearer(text) == expected) }

    @Test(arguments: [
        ("The operator of the pipeline shall report it.", "The operator of the pipeline"),
        ("Where a leak is found, the carrier shall report it.", "the carrier"),
        ("A shareholder who holds many shares shall disclose them.", "A shareholder"),
        ("Logs shall be kept by the operator.", "the operator"),
        ("The department may warn it and may also name it.", "The department"),
    ])
    func inEnglish(_ text: String, _ expected: String) { #expect(bearer(text, .en) == expected) }

    @Test(arguments: ["网络日志应当留存。", "通知人民检察院，应当附送副本。", "发生泄漏的，应当立即报告。"])
    func nobodyIsNamedWhereNoneShows(_ text: String) { #expect(bearer(text) == nil) }

    @Test func thingsOfAPassiveBearNothing() {
        #expect(bearer("Logs shall be kept for a year.", .en) == nil)
        #expect(bearer("Where it is needed, it may require help.", .en) == nil)
    }
}
