import Statute
import Testing

@testable import Redline

/// Amounts, periods and thresholds with the words that bound them, and which way they went.
@Suite struct MeasureTests {
    private func measures(_ text: String, _ language: Language = .zh) -> [String] {
        let provision = law((language == .zh ? "第一条 " : "Article 1 ") + text, language).articleLevel[0]
        let reading = Reading(Passage(ArticleText(provision)), .words)
        return reading.measures(in: reading.passage.tokens.indices).map { measure in
            let value =
                measure.bound == .between
                ? "\(measure.lower ?? -1)–\(measure.upper ?? -1)" : "\(measure.value ?? -1)"
            return "\(measure.bound) \(value) \(measure.unit ?? "-")"
        }
    }

    @Test(arguments: [
        ("处十万元以上五十万元以下罚款。", "between 100000–500000 CNY"), ("处违法所得一倍以上十倍以下罚款。", "between 1–10 multiple"),
        ("在二十四小时内报告。", "within 24 hour"), ("留存不少于六个月。", "atLeast 6 month"), ("处三至五日拘留。", "between 3–5 day"),
        ("每半年报告。", "each 6 month"), ("超过10间的房屋。", "atLeast 10 -"), ("超过五间的房屋。", "atLeast 5 -"),
        ("百分之五以上的股份。", "atLeast 5 percent"), ("掌握一百万用户的平台。", "exact 1000000 person"),
        ("年满十八周岁的公民。", "atLeast 18 year"),
        ("缴纳1.5亿元保证金。", "exact 150000000 CNY"), ("最高不超过三十分钟。", "atMost 30 minute"),
    ])
    func inChinese(_ text: String, _ expected: String) { #expect(measures(text) == [expected]) }

    @Test(arguments: [
        (
            "A fine of not less than RMB 10,000 and not more than RMB 1 million is imposed.",
            "between 10000–1000000 CNY"
        ),
        ("A fine of one to five times the gains is imposed.", "between 1–5 multiple"),
        ("It is fined between RMB 10,000 and RMB 50,000.", "between 10000–50000 CNY"),
        ("Reports are due within twenty-four hours.", "within 24 hour"),
        ("An enterprise with 300 or more persons registers.", "atLeast 300 person"),
        ("A landlord with more than ten rooms registers.", "atLeast 10 -"),
        ("The deposit is 1.5 million yuan.", "exact 1500000 CNY"),
        ("At least 30 per cent is green.", "exact 30 percent"),
        ("Reports are due every six months.", "each 6 month"),
        ("It decides within ten working days.", "within 10 working-day"),
    ])
    func inEnglish(_ text: String, _ expected: String) { #expect(measures(text, .en) == [expected]) }

    @Test(arguments: [
        // A limit in the place of 立即 gives time.
        ("企业应当立即报告事故情况。", "企业应当在二十四小时内报告事故情况。", "deadline ∅→二十四小时(24 hour) loosened"),
        // Less of a right is tighter, too.
        (
            "当事人可以自收到通知之日起六十日内申请复核。", "当事人可以自收到通知之日起三十日内申请复核。",
            "deadline 六十日(60 day)→三十日(30 day) tightened"
        ),
        // What officials may do for longer burdens others.
        (
            "调查人员可以先行登记保存证据，期限不超过七日。", "调查人员可以先行登记保存证据，期限不超过十五日。",
            "deadline 七日(7 day)→十五日(15 day) unclear"
        ),
        // More shops that need not report: loosened.
        (
            "年销售额不足五百万元的商户，无需报送统计表。", "年销售额不足一千万元的商户，无需报送统计表。",
            "threshold 五百万元(5000000 CNY)→一千万元(10000000 CNY) loosened"
        ),
        // Nobody can say which of two overlapping ranges is stricter.
        (
            "违反规定的，处五千元以上二万元以下罚款。", "违反规定的，处一万元以上一万五千元以下罚款。",
            "amount 五千元以上二万元以下(5000–20000 CNY)→一万元以上一万五千元以下(10000–15000 CNY) unclear; "
                + "penalty 五千元以上二万元以下(5000–20000 CNY)→一万元以上一万五千元以下(10000–15000 CNY) unclear"
        ),
        ("被许可人应当每半年提交报告。", "被许可人应当每年提交报告。", "deadline 每半年(6 month)→每年(1 year) loosened"),
        ("应当在二十四小时内向部门报告。", "应当在一日内向部门报告。", "deadline 二十四小时(24 hour)→一日(1 day) unclear"),
        ("受到处罚的人员五年内不得从事该项工作。", "受到处罚的人员终身不得从事该项工作。", "penalty 五年(5 year)→∅ tightened"),
        ("企业应当于2025年6月30日前完成登记。", "企业应当于2025年12月31日前完成登记。", "deadline 2025年6月30日→2025年12月31日 loosened"),
    ])
    func whichWayItWent(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new) == expected)
    }

    @Test(arguments: [
        ("处十万元以下罚款。", "处100000元以下罚款。"), ("应当在一个月内办结。", "应当在1个月内办结。"), ("保存期限不少于一年。", "保存期限不少于十二个月。"),
        ("比例不低于百分之二十。", "比例不低于20%。"), ("应当在三十日内办结。", "应当在三十日以内办结。"),
    ])
    func theSameWrittenOtherwiseIsEditorial(_ old: String, _ new: String) {
        #expect(Set(found(old, new).map(\.class)) == [.typography])
    }

    @Test(arguments: [
        (
            "The carrier pays a fine of RMB 1 million to the office.",
            "The carrier pays a fine of RMB 1,000,000 to the office."
        ),
        (
            "The report is due within 24 hours of the event.",
            "The report is due within twenty-four hours of the event."
        ),
    ])
    func inEnglishToo(_ old: String, _ new: String) {
        #expect(Set(found(old, new, .en).map(\.class)) == [.typography])
    }

    @Test(arguments: [
        ("按照二十四节气安排农事活动。", "按照传统节日安排农事活动。"), ("由上级机关统一调度车辆。", "由上级机关集中调度车辆。"),
        ("符合GB 17859的规定。", "符合GB 22239的规定。"),
        ("本规定自2024年5月1日起施行。", "本规定自2024年9月1日起施行。"),
    ])
    func numbersThatMeasureNothingAreText(_ old: String, _ new: String) {
        #expect(Set(found(old, new).map(\.class)) == [.text])
    }
}
