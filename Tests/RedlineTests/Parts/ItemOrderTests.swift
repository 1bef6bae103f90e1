import Statute
import Testing

@testable import Redline

@Suite struct ItemOrderTests {
    private let items = ["检查船舶的救生设备；", "登记乘客的姓名和人数；", "在大风天气停止摆渡；", "向主管部门报告事故。"]
    private let lead = "渡口经营人应当履行下列义务："
    private let other = "\n第二条 渡口由县级机关管理。"

    private func law(_ order: [Int], lead: String? = nil, other: String? = nil) -> String {
        let labels = ["（一）", "（二）", "（三）", "（四）"]
        return (["第一条 " + (lead ?? self.lead)] + zip(labels, order).map { $0 + items[$1] })
            .joined(separator: "\n") + (other ?? self.other)
    }

    @Test func itemsThatOnlyChangedPlacesAreEditorialAndNamed() {
        let set = redline(law([0, 1, 2, 3]), law([2, 0, 1, 3]))
        #expect(
            drawn(set) == """
                modified 1→1 editorial
                  text （三）→（一） neither
                """)
        let (old, new) = (Statute.StatuteParser.parse(law([0, 1, 2, 3])), law([2, 0, 1, 3]))
        #expect(
            set.applied(to: old.text)?.isIdentical(to: Statute.StatuteParser.parse(new).text) == true)
    }

    @Test func aListThatRanksStaysSubstantive() {
        let lead = "渡口经营人按照下列顺序处理："
        let set = redline(law([0, 1, 2, 3], lead: lead), law([2, 0, 1, 3], lead: lead))
        #expect(set.changes[0].significance == .substantive)
    }

    @Test func itemsThatSomebodyNamesByNumberStaySubstantive() {
        let other = "\n第二条 违反第一条第（三）项规定的，由主管部门给予警告。"
        let set = redline(law([0, 1, 2, 3], other: other), law([2, 0, 1, 3], other: other))
        #expect(set.changes[0].significance == .substantive)
    }

    @Test func aWordThatChangedBesidesKeepsTheChangeSubstantive() {
        let set = redline(law([0, 1, 2, 3]), law([2, 0, 1, 3], lead: "渡口经营人可以履行下列义务："))
        #expect(set.changes[0].significance == .substantive)
    }

    @Test func paragraphsThatChangedPlacesStaySubstantive() {
        let (a, b) = ("渡口由县级机关管理。", "船舶每年检验一次。")
        let set = redline("第一条 甲类渡口另行规定。\n\(a)\n\(b)", "第一条 甲类渡口另行规定。\n\(b)\n\(a)")
        #expect(set.changes[0].significance == .substantive)
    }
}
