import Testing

@testable import Tracking

@Suite("How one text became another, in sums")
struct TextDriftTests {
    private static let law = GateScene.law()

    private static func drift(_ new: String, _ old: String = law) -> TextDrift {
        TextDrift(from: GateScene.text(old), to: GateScene.text(new))
    }

    @Test("nothing came and nothing went")
    func same() {
        let drift = Self.drift(Self.law)
        #expect(drift.charactersLost == 0 && drift.charactersGained == 0 && drift.loss == nil)
        #expect(!drift.isDeletionsOnly)
    }

    @Test("an edit counts what stands between its common beginning and end")
    func edit() {
        let drift = Self.drift(Self.law.replacing("处十万元", with: "处五十万元"))
        #expect(drift.charactersLost == 0 && drift.charactersGained == 1)
        let other = Self.drift(Self.law.replacing("责令改正", with: "给予警告"))
        #expect(other.charactersLost == 4 && other.charactersGained == 4)
    }

    @Test("an article struck with the renumbering that follows is a deletion only")
    func renumbered() {
        let words = (1...9).map { "第\($0)种数据的处理者依照本法第\(GateScene.numeral(12 - $0))条办理。" } + ["本法自公布之日起施行。"]
        let after =
            (1...9).filter { $0 != 4 }.map { "第\($0)种数据的处理者依照本法第\(GateScene.numeral(11 - $0))条办理。" } + [
                "本法自公布之日起施行。"
            ]
        let drift = Self.drift(GateScene.law(after), GateScene.law(words))
        #expect(drift.isDeletionsOnly)
        #expect(drift.articlesLost == 1)
        #expect(drift.loss == .articles)
    }

    @Test("items struck, words struck")
    func losses() {
        let items = Self.drift(
            Self.law.replacing("\n（三）留存日志不少于六个月。", with: "").replacing("\n（二）采取措施；", with: ""))
        #expect(items.loss == .items)
        #expect(items.itemsLost == 2)
        #expect(items.losesListsWholesale)
        let words = Self.drift(Self.law.replacing("、短信等安全验证", with: ""))
        #expect(words.isDeletionsOnly)
        #expect(words.loss == .words)
    }

    @Test("a later day in the headnotes is a new date")
    func dates() {
        let later = Self.drift(GateScene.law(notes: ["（2016年11月7日通过　根据2025年10月28日《决定》修正）"]))
        #expect(later.namesNewDate)
        #expect(!later.isDatedAmendment)
        #expect(!Self.drift(GateScene.law(notes: [])).namesNewDate)
        #expect(!Self.drift(Self.law, GateScene.law(notes: [])).namesNewDate)
    }

    @Test("new lines are listed, folded")
    func added() {
        #expect(Self.drift(Self.law + "打印 本页。\n").addedLines == ["打印本页。"])
    }
}
