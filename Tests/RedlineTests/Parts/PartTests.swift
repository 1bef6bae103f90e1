import Statute
import Testing

@testable import Redline

@Suite struct PartTests {
    private let lead = "第一条 渡口经营人应当履行下列义务："
    private let a = "检查船舶的救生设备；"
    private let b = "登记乘客的姓名和人数；"
    private let c = "在大风天气停止摆渡；"
    private let d = "向主管部门报告事故。"
    private let fresh = "公布票价和开船时刻；"

    private func list(_ items: String...) -> String {
        let labels = ["（一）", "（二）", "（三）", "（四）", "（五）"]
        return ([lead] + zip(labels, items).map { $0 + $1 }).joined(separator: "\n")
    }

    @Test func anInsertedItemMovesTheNumbersOfThoseBehindIt() {
        #expect(
            parts(list(a, b, c, d), list(a, b, fresh, c, d)) == """
                . → . exact
                point_1 → point_1 exact
                point_2 → point_2 exact
                point_3 → point_4 exact
                point_4 → point_5 exact
                + point_3
                """)
    }

    @Test func aRemovedItemIsInNoPart() {
        #expect(
            parts(list(a, b, c, d), list(a, c, d)) == """
                . → . exact
                point_1 → point_1 exact
                point_3 → point_2 exact
                point_4 → point_3 exact
                - point_2
                """)
    }

    @Test func twoSwappedItemsAreFoundAndOneHasMoved() {
        #expect(
            parts(list(a, b, c, d), list(c, b, a, d)) == """
                . → . exact
                point_1 → point_3 exact moved
                point_2 → point_2 exact
                point_3 → point_1 exact moved
                point_4 → point_4 exact
                """)
    }

    @Test func anItemThatMovedAndChangedIsFoundByItsWords() {
        #expect(
            parts(list(a, b, c, d), list("在大风大雾天气停止摆渡；", a, b, d)) == """
                . → . exact
                point_1 → point_2 exact
                point_2 → point_3 exact
                point_3 → point_1 wording moved
                point_4 → point_4 exact
                """)
    }

    @Test func aParagraphThatWasSplitLivesOnInItsGreaterHalf() {
        #expect(
            parts(
                "第一条 渡口由县级机关管理。\n渡口经营人应当每月检查船舶的救生设备和消防设备。渡口经营人应当公布票价。",
                "第一条 渡口由县级机关管理。\n渡口经营人应当每月检查船舶的救生设备和消防设备。\n渡口经营人应当公布票价。") == """
                    para_1 → para_1 exact
                    para_2 → para_2 wording
                    + para_3
                    """)
    }

    @Test func aParagraphThatBecameAListLivesOnInItsParts() {
        #expect(
            parts(
                "第一条 渡口由县级机关管理。\n渡口经营人应当在大风大雾天气停止摆渡。\n渡口经营人应当向主管部门报告船舶事故。",
                "第一条 渡口由县级机关管理。渡口经营人应当履行下列义务：\n（一）在大风大雾天气停止摆渡；\n（二）向主管部门报告船舶事故。") == """
                    para_1 → . wording
                    para_2 → point_1 wording
                    para_3 → point_2 wording
                    """)
    }

    @Test func oneOfAHundredEqualItemsIsGone() {
        let line = "\n（一）检查船舶；"
        let old = lead + String(repeating: line, count: 100) + "\n（二）报告事故。"
        let new = lead + String(repeating: line, count: 99) + "\n（二）报告事故。"
        let set = redline(old, new)
        let link = set.changes[0].links[0]
        #expect(link.parts.count == 101)
        #expect(link.parts.allSatisfy { !$0.moved && $0.similarity == 1 })
        #expect(link.repealedParts(of: set.changes[0].before[0]).count == 1)
        #expect(link.insertedParts(of: set.changes[0].after[0]).isEmpty)
    }

    @Test func aRewrittenArticleOfOneLineKeepsItsPlace() {
        #expect(parts("第一条 渡口由县级机关管理。\n第二条 甲。", "第一条 船舶每年检验一次。\n第二条 甲。") == "no link")
        #expect(parts("第一条 渡口由县级机关管理。", "第一条 渡口由省级机关管理。") == ". → . wording")
    }

    @Test func anItemRewrittenBetweenItsNeighboursKeepsItsPlace() {
        #expect(
            parts(list(a, b, c, d), list(a, "登记车辆牌照并且编号；", c, d)) == """
                . → . exact
                point_1 → point_1 exact
                point_2 → point_2 place
                point_3 → point_3 exact
                point_4 → point_4 exact
                """)
    }

    @Test func linesWithoutWordsPairOnlyWithTheirKind() {
        let old = article([(.paragraph, ""), (.item, ""), (.item, "检查船舶；")])
        let new = article([(.item, ""), (.paragraph, ""), (.item, "检查全部船舶；")])
        let diff = ChangeSet.between(old, new).changes[0].links[0]
        let kinds = diff.parts.map { part in
            (part.oldLine, part.newLine)
        }
        #expect(kinds.map(\.0) == [0, 1, 2])
        #expect(kinds.map(\.1) == [1, 0, 2])
    }

    @Test func equalProvisionsHaveNoParts() {
        let set = redline(list(a, b), list(a, b))
        #expect(set.changes[0].links[0].parts.isEmpty)
        #expect(set.changes[0].links[0].insertedParts(of: set.changes[0].after[0]).isEmpty)
    }

    @Test func manyEqualItemsAreGivenInOrder() {
        var items = [(ProvisionKind, String)](repeating: (.item, "检查船舶；"), count: 5_000)
        let old = article(items)
        items[2_000].1 = "公布票价；"
        let link = ChangeSet.between(old, article(items)).changes[0].links[0]
        #expect(link.parts.count >= 4_999)
        #expect(link.parts.allSatisfy { $0.oldLine == $0.newLine && !$0.moved })
    }

    private func article(_ children: [(ProvisionKind, String)]) -> StatuteText {
        let path = ProvisionPath.root.appending(.article, "1")
        var article = Provision(kind: .article, number: "1", label: "第一条", path: path)
        article.children = children.enumerated().map { index, child in
            Provision(
                kind: child.0, number: "\(index + 1)", text: child.1,
                path: path.appending(child.0, "\(index + 1)"))
        }
        let root = Provision(kind: .body, children: [article], path: .root)
        return StatuteText(title: "试验法", language: .zh, headnotes: [], root: root)
    }
}
