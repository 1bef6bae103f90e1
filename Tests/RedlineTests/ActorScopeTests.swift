import Statute
import Testing

@testable import Redline

/// Who is bound, and what is covered.
@Suite struct ActorScopeTests {
    @Test(arguments: [
        ("生产者应当承担召回费用。", "生产者和销售者应当承担召回费用。", "actor 生产者→生产者和销售者 tightened"),
        ("业主有权查询收支账目。", "业主和承租人有权查询收支账目。", "actor 业主→业主和承租人 loosened"),
        ("重要数据的处理者应当每年报送报告。", "数据处理者应当每年报送报告。", "actor 重要数据的处理者→数据处理者 tightened"),
        ("县级人民政府应当编制防汛预案。", "省级人民政府应当编制防汛预案。", "actor 县级人民政府→省级人民政府 unclear"),
        ("由国务院电信主管部门制定管理办法。", "由国家网信部门制定管理办法。", "actor 国务院电信主管部门→国家网信部门 unclear"),
    ])
    func whoIsBound(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new) == expected)
    }

    @Test(arguments: [
        ("运营者收集的公民个人信息应当加密。", "运营者收集的个人信息应当加密。", "scope 公民→∅ tightened"),
        ("发生泄露的，应当告知可能受到影响的用户。", "发生泄露的，应当告知用户。", "scope 可能受到影响的→∅ tightened"),
        ("在学校、医院周边不得鸣笛。", "在学校周边不得鸣笛。", "scope 、医院→∅ loosened"),
        ("经营者可以使用纸质、电子凭证。", "经营者可以使用纸质、电子、磁卡凭证。", "scope ∅→、磁卡 loosened"),
        ("运输危险货物应当申领通行证。", "运输危险货物应当申领通行证，但是应急救援的除外。", "scope ∅→，但是应急救援的除外 loosened"),
        ("禁止向未成年人出售烟花、爆竹。", "禁止向未成年人出售烟花、爆竹等物品。", "scope ∅→等物品 tightened"),
        ("在境内销售无人机，适用本办法。", "在境内生产、销售无人机，适用本办法。", "scope ∅→生产、 tightened"),
    ])
    func whatIsCovered(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new) == expected)
    }

    @Test(arguments: [
        (
            "Operators shall encrypt citizens' personal information.",
            "Operators shall encrypt personal information.",
            "scope citizens' →∅ tightened"
        ),
        (
            "The carrier shall tell the users who may be affected of the leak.",
            "The carrier shall tell the users of the leak.", "scope who may be affected →∅ tightened"
        ),
        (
            "Drivers shall not use the horn near schools and hospitals.",
            "Drivers shall not use the horn near schools.",
            "scope  and hospitals→∅ loosened"
        ),
        (
            "Inspectors shall show their papers.", "Inspectors shall show their papers and state the reason.",
            "text ∅→ and state the reason unclear"
        ),
    ])
    func inEnglish(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new, .en) == expected)
    }

    @Test func whatMoreAnAuthorityMayDoIsUnclear() {
        #expect(reasons("公安机关可以查封、扣押有关物品。", "公安机关可以查封、扣押、冻结有关物品。") == "scope ∅→、冻结 unclear")
    }

    @Test func aKnownKindOfActorIsTheNarrower() {
        let wide = Tokenizer.identities(of: "network operators")
        let narrow = Tokenizer.identities(of: "Critical information infrastructure operators")
        #expect(Reach.between(wide, narrow, isEnglish: true) == .narrower)
        #expect(Reach.between(narrow, wide, isEnglish: true) == .wider)
    }
}
