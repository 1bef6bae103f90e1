import Statute
import Testing

@testable import Tracking

@Suite("Lists without items, and text that is gone")
struct ListAndLossTests {
    private static let listed = (1...8).map { index in
        "第\(index)类处理者应当履行下列义务：\n（一）第\(index)类的登记；\n（二）第\(index)类的报告；\n（三）第\(index)类的留存。"
    }
    private static let law = GateScene.law(listed + ["本法自2017年6月1日起施行。"])

    private static func without(_ indices: [Int], closing: String = "：") -> String {
        let articles = listed.enumerated().map { index, words in
            indices.contains(index) ? String(words.prefix { $0 != "：" }) + closing : words
        }
        return GateScene.law(articles + ["本法自2017年6月1日起施行。"])
    }

    @Test("one list that lost its items is told")
    func one() {
        let signals = PageGate.signals(GateScene.input(Self.without([3]), previous: Self.law))
        #expect(signals.map(\.kind.rawValue) == ["list"])
        #expect(signals.first?.message.contains("第四条") == true)
        #expect(signals.first?.message.contains("3 items") == true)
    }

    @Test("a list that never had items here is told on a first capture, and not again")
    func first() {
        #expect(GateScene.kinds(GateScene.input(Self.without([3]))) == ["list"])
        let changed = Self.without([3]).replacing("6月1日", with: "7月1日")
        #expect(GateScene.kinds(GateScene.input(changed, previous: Self.without([3]))) == [])
    }

    @Test("a colon without 下列 announces none")
    func colon() {
        let source = GateScene.law(replacing: 5, with: "违反本法规定的处罚如后：")
        #expect(GateScene.kinds(GateScene.input(source, previous: GateScene.law())) == [])
    }

    @Test("items gone across the text are told although nothing announces them")
    func across() {
        let gone = Self.without(Array(0...7), closing: "。")
        #expect(GateScene.kinds(GateScene.input(gone, previous: Self.law)).contains("list"))
    }

    @Test("one list that becomes a sentence is an amendment")
    func sentence() {
        let source = Self.without([3], closing: "，并向主管部门报告。")
        #expect(GateScene.kinds(GateScene.input(source, previous: Self.law)) == [])
    }

    @Test("sub-items gone across the text are told, as in legalize-kr's PR 10")
    func subitems() {
        func law(_ isWhole: Bool) -> String {
            let articles = (1...4).map { index in
                "第\(index)类处理者应当提交下列材料：\n（一）证明：\n\(isWhole ? "1.第\(index)类的身份证明；\n2.第\(index)类的资质证明；\n" : "")（二）申请书。"
            }
            return GateScene.law(articles + ["本法自2017年6月1日起施行。"])
        }
        #expect(GateScene.kinds(GateScene.input(law(false), previous: law(true))).contains("list"))
    }

    @Test(
        "the loss decides who may let it pass",
        arguments: [(1, "reviewer"), (3, "reviewer"), (7, ""), (9, "")])
    func loss(_ kept: Int, _ release: String) {
        let articles = (1...10).map { "第\($0)种测试数据的处理者应当向主管部门报告第\($0)项安全事件，并采取补救措施。" }
        let source = GateScene.law(Array(articles.suffix(kept)) + ["本法自2017年6月1日起施行。"])
        let previous = GateScene.law(articles + ["本法自2017年6月1日起施行。"])
        let found = PageGate.signals(GateScene.input(source, previous: previous)).first { $0.kind == .loss }
        #expect((found?.release.rawValue ?? "") == (kept == 7 ? "second-capture" : release))
    }

    @Test("a rewritten law that is much shorter waits for a second capture")
    func rewritten() {
        let articles = (1...12).map { "第\($0)种测试数据的处理者应当向主管部门报告第\($0)项安全事件，并采取补救措施。" }
        let source = GateScene.law(
            [
                "数据处理者应当建立制度，采取加密、备份、访问控制等措施保障数据安全。", "主管部门应当每年监督检查，公布结果，受理投诉和举报。",
                "违者由主管部门责令改正，处十万元以上五十万元以下罚款。", "军队的数据安全另行规定。", "本法自2023年6月1日起施行。",
            ])
        let signals = PageGate.signals(GateScene.input(source, previous: GateScene.law(articles)))
        #expect(signals.map(\.kind) == [.loss])
        #expect(signals.map(\.release) == [.secondCapture])
    }

    @Test("an emptied page under the right title is told")
    func emptied() {
        let shell = GateScene.title + "\n" + GateScene.note + "\n"
        let kinds = GateScene.kinds(GateScene.input(shell, previous: GateScene.law()))
        #expect(kinds.contains("loss") && kinds.contains("empty"))
    }

    @Test("the declared number of articles must be there")
    func count() {
        let subject = GateSubject(titles: [GateScene.title], articles: 9)
        #expect(GateScene.kinds(GateScene.input(GateScene.law(), subject: subject)) == ["count"])
        let right = GateSubject(titles: [GateScene.title], articles: 8)
        #expect(GateScene.kinds(GateScene.input(GateScene.law(), subject: right)) == [])
        // What was accepted with this number once is no news.
        let amended = GateScene.law(replacing: 5, with: "违反本法规定的，处二十万元以下罚款。")
        #expect(GateScene.kinds(GateScene.input(amended, previous: GateScene.law(), subject: subject)) == [])
    }

    @Test("words that the parser lost are told")
    func conservation() {
        var input = GateScene.input(GateScene.law())
        input.diagnostics.append(Diagnostic(.notConserved, "lost", line: 7))
        #expect(GateScene.kinds(input) == ["conservation"])
    }
}
