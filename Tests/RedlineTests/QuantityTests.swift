import Statute
import Testing

@testable import Redline

@Suite struct QuantityTests {
    @Test(arguments: [
        (
            "违反规定的，处十万元以上五十万元以下罚款。", "违反规定的，处二十万元以上五十万元以下罚款。",
            "amount 十万元以上五十万元以下(100000–500000 CNY)→二十万元以上五十万元以下(200000–500000 CNY) tightened; "
                + "penalty 十万元以上五十万元以下(100000–500000 CNY)→二十万元以上五十万元以下(200000–500000 CNY) tightened"
        ),
        (
            "发生事件的，应当在二十四小时内报告。", "发生事件的，应当在四十八小时内报告。",
            "deadline 二十四小时(24 hour)→四十八小时(48 hour) loosened"
        ),
        (
            "留存网络日志不少于六个月。", "留存网络日志不少于一年。",
            "deadline 六个月(6 month)→一年(1 year) tightened"
        ),
        (
            "处理100万人以上个人信息的，应当申报。", "处理10万人以上个人信息的，应当申报。",
            "threshold 100万人(1000000 person)→10万人(100000 person) tightened"
        ),
        (
            "持股比例超过百分之二十五的，应当申报。", "持股比例超过百分之三十的，应当申报。",
            "threshold 百分之二十五(25 percent)→百分之三十(30 percent) loosened"
        ),
        (
            "处违法所得一倍以上十倍以下罚款。", "处违法所得二倍以上十倍以下罚款。",
            "amount 一倍以上十倍以下(1–10 multiple)→二倍以上十倍以下(2–10 multiple) tightened; "
                + "penalty 一倍以上十倍以下(1–10 multiple)→二倍以上十倍以下(2–10 multiple) tightened"
        ),
        (
            "主管部门自收到申请之日起二十个工作日内作出决定。", "主管部门自收到申请之日起十个工作日内作出决定。",
            "deadline 二十个工作日(20 working-day)→十个工作日(10 working-day) tightened"
        ),
    ])
    func chineseNumbersAreTyped(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new) == expected)
    }

    @Test(arguments: [
        (
            "The operator shall report within 24 hours of the event.",
            "The operator shall report within 48 hours of the event.",
            "deadline 24 hours(24 hour)→48 hours(48 hour) loosened"
        ),
        (
            "Logs shall be kept for not less than six months.",
            "Logs shall be kept for not less than twelve months.",
            "deadline six months(6 month)→twelve months(12 month) tightened"
        ),
        (
            "The operator shall pay a fine of RMB 50,000 to the office.",
            "The operator shall pay a fine of RMB 100,000 to the office.",
            "amount RMB 50,000(50000 CNY)→RMB 100,000(100000 CNY) tightened; "
                + "penalty RMB 50,000(50000 CNY)→RMB 100,000(100000 CNY) tightened"
        ),
    ])
    func englishNumbersAreTyped(_ old: String, _ new: String, _ expected: String) {
        #expect(reasons(old, new, .en) == expected)
    }

    @Test func theSameNumberInOtherDigitsIsTypography() {
        #expect(reasons("处十万元罚款。", "处10万元罚款。") == "typography 十万→10万 neither")
    }

    @Test func aDateIsOneWord() {
        #expect(edits("本规定自2024年6月1日起执行。", "本规定自2025年7月1日起执行。") == "2024年6月1日⟶2025年7月1日 text")
    }

    @Test func aNumberTooLargeToHoldIsStillCompared() {
        let huge = String(repeating: "9", count: 40)
        #expect(reasons("金额为\(huge)元。", "金额为\(huge)9元。").hasPrefix("amount"))
    }
}
