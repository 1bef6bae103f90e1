import Statute
import Testing

@testable import Redline

@Suite struct PartReferenceTests {
    private let lead = "第一条 渡口经营人应当履行下列义务："
    private let a = "检查船舶的救生设备；"
    private let b = "登记乘客的姓名和人数；"
    private let c = "在大风天气停止摆渡；"
    private let d = "向主管部门报告事故。"

    private func law(_ items: [String], _ reference: String) -> String {
        let labels = ["（一）", "（二）", "（三）", "（四）", "（五）"]
        return ([lead] + zip(labels, items).map { $0 + $1 } + ["第二条 违反第一条\(reference)规定的，由主管部门给予警告。"])
            .joined(separator: "\n")
    }

    /// The significance of the second article.
    private func significance(_ old: String, _ new: String) -> Significance? {
        redline(old, new).changes.first { $0.before.first?.number == "2" }?.significance
    }

    @Test func aReferenceFollowsTheItemBehindAnInsertedOne() {
        let new = [a, b, "公布票价和开船时刻；", c, d]
        #expect(significance(law([a, b, c, d], "第（三）项"), law(new, "第（四）项")) == .formal)
        #expect(significance(law([a, b, c, d], "第（三）项"), law(new, "第（五）项")) == .substantive)
    }

    @Test func aReferenceFollowsAnItemThatMoved() {
        #expect(significance(law([a, b, c, d], "第（三）项"), law([c, a, b, d], "第（一）项")) == .formal)
        #expect(significance(law([a, b, c, d], "第（三）项"), law([c, a, b, d], "第（二）项")) == .substantive)
    }

    @Test func aReferenceWithTheOldNumberDoesNotFollowAnItemThatMoved() {
        let before = "第一条 渡口由县级机关管理。\n"
        let old = law([a, b, c, d], "第（三）项")
        let new = law([c, a, b, d], "第（三）项").replacing("第二条", "第三条").replacing("第一条", "第二条")
        #expect(redline(old, before + new).changes.last?.significance == .substantive)
        let right = law([c, a, b, d], "第（一）项").replacing("第二条", "第三条").replacing("第一条", "第二条")
        #expect(redline(old, before + right).changes.last?.significance == .formal)
    }
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String { replacing(old, with: new) }
}
