import Material
import Statute
import Testing

@testable import Tracking

@Suite("Article numbers and the end of the text")
struct ContinuityTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let label: String
        let text: String
        var previous: String?
        let kinds: [String]
        var testDescription: String { label }

        init(_ label: String, _ text: String, previous: String? = nil, _ kinds: [String]) {
            self.label = label
            self.text = text
            self.previous = previous
            self.kinds = kinds
        }
    }

    private static let articles = GateScene.articles
    private static let whole = GateScene.law()
    /// Twelve articles, so that one is a small part.
    private static let long: [String] =
        (1...11).map { "第\($0)种测试数据的处理者应当向主管部门报告第\($0)项安全事件，并采取补救措施。" } + ["本法自2017年6月1日起施行。"]

    private static func numbered(_ numbers: [String], _ words: [String]) -> String {
        let lines = zip(numbers, words).map { "第\($0)条　\($1)" }
        return ([GateScene.title, GateScene.note] + lines).joined(separator: "\n") + "\n"
    }

    static let cases: [Case] = [
        Case("a whole law", whole, []),
        Case("第二条之一 follows 第二条", numbered(["一", "二", "二之一", "二之二", "三"], Array(long.suffix(5))), []),
        Case(
            "a gap on a first capture", numbered(["一", "二", "三", "六", "七"], Array(long.suffix(5))),
            ["continuity"]),
        Case(
            "a gap that was there before", numbered(["一", "二", "三", "六", "七"], Array(long.suffix(5))),
            previous: numbered(
                ["一", "二", "三", "六", "七"], Array(long.suffix(6).dropLast()) + ["本法自2017年6月2日起施行。"]), []),
        Case(
            "a gap that was not there before",
            numbered(
                ["一", "二", "三", "四", "五", "七", "八", "九", "十", "十一", "十二"],
                long.enumerated().filter { $0.offset != 5 }.map(\.element)),
            previous: GateScene.law(long), ["continuity"]),
        Case(
            "an article inserted with its number",
            GateScene.law(Array(long.prefix(3)) + ["新增的数据处理者应当备案。"] + long.dropFirst(3)),
            previous: GateScene.law(long), []),
        Case(
            "the law twice on one page",
            GateScene.law(long) + "\n第一章 总则\n" + GateScene.law(long, title: "再录", notes: []),
            previous: GateScene.law(long), ["continuity"]),
        // Ends.
        Case("stops in the middle of a sentence", String(whole.dropLast(12)), ["ending"]),
        Case(
            "stops in the middle of a sentence where it was whole before",
            GateScene.law(Array(long.dropLast(4)) + ["数据处理者应当"]),
            previous: GateScene.law(long), ["ending"]),
        Case(
            "stops after a whole article", GateScene.law(Array(long.dropLast(3))),
            previous: GateScene.law(long),
            ["ending", "loss"]),
        Case(
            "stops after half of it", GateScene.law(Array(long.prefix(5))), previous: GateScene.law(long),
            ["ending", "loss"]),
        Case(
            "stops within the last article", String(GateScene.law(long).dropLast(6)),
            previous: GateScene.law(long),
            ["ending"]),
        Case(
            "loses its last article and changes another",
            GateScene.law(["第一种测试数据的处理者应当立即报告。"] + long.dropFirst().dropLast()),
            previous: GateScene.law(long), ["ending"]),
        Case(
            "words of the page behind the last article", GateScene.law(long) + "打印本页 关闭窗口\n",
            previous: GateScene.law(long), ["ending"]),
        Case(
            "a wall behind the first articles", GateScene.law(Array(articles.prefix(4))) + "登录后查看全文\n",
            ["ending"]),
        Case(
            "a wall that speaks in a sentence", GateScene.law(Array(articles.prefix(4))) + "请购买后查看全文。\n",
            ["ending"]),
        Case(
            "stops in the middle of a list",
            GateScene.law(Array(articles.prefix(4)) + ["处理者应当履行下列义务：\n（一）登记；\n（二）报告；"]), ["ending"]),
        Case("an annex may end as it likes", whole + "附件：测试产品目录\n一、路由器\n", []),
        Case(
            "another last article",
            GateScene.law(Array(long.dropLast()) + ["本法自2018年1月1日起施行。"]), previous: GateScene.law(long), []),
    ]

    @Test("run on to the end, or are told", arguments: cases)
    func judged(_ scene: Case) {
        #expect(GateScene.kinds(GateScene.input(scene.text, previous: scene.previous)) == scene.kinds)
    }

    @Test("of an extract may jump on a first capture")
    func extract() {
        let text = Self.numbered(["二", "五", "九"], Array(Self.long.suffix(3)))
        let subject = GateSubject(titles: [GateScene.title], isExtract: true)
        #expect(GateScene.kinds(GateScene.input(text, subject: subject)) == [])
        #expect(GateScene.kinds(GateScene.input(text)) == ["continuity"])
    }

    @Test(
        "on one page of several are told",
        arguments: [
            "第1页/共5页", "共 5 页", "第一页 共五页", "Page 1 of 5", "首页 上一页 1 2 3 4 5 下一页 共5页",
        ])
    func paginated(_ line: String) {
        let part = GateScene.law(Array(Self.articles.prefix(5)))
        #expect(GateScene.kinds(GateScene.input(part, surroundings: line)).contains("paginated"))
        #expect(GateScene.kinds(GateScene.input(part + line)).contains("paginated"))
        // The whole law on a page that counts other things.
        #expect(GateScene.kinds(GateScene.input(Self.whole, surroundings: line)) == [])
    }

    @Test("on one page of several are told by the link to the next")
    func nextLink() {
        let part = GateScene.law(Array(Self.articles.prefix(5)))
        let next = [Link(address: "content_2.htm", words: "下一页")]
        #expect(GateScene.kinds(GateScene.input(part, links: next)) == ["paginated"])
        #expect(GateScene.kinds(GateScene.input(part, links: [Link(address: "#", words: "下一页")])) == [])
        #expect(GateScene.kinds(GateScene.input(part, links: [Link(address: "a.htm", words: "下一篇")])) == [])
        #expect(GateScene.kinds(GateScene.input(Self.whole, links: next)) == [])
    }

    @Test("may say one page only", arguments: ["共1页", "第1页/共1页", "Page 1 of 1", "共享页面", "共同页"])
    func onePage(_ line: String) {
        let part = GateScene.law(Array(Self.articles.prefix(5)))
        #expect(GateScene.kinds(GateScene.input(part, surroundings: line)) == [])
    }
}
