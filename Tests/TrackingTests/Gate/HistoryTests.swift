import Material
import Testing

@testable import Tracking

@Suite("What only the source's past can tell")
struct HistoryTests {
    private static let law = GateScene.law()
    private static let amended = GateScene.law(replacing: 5, with: "违反本法规定的，由主管部门责令改正，处五十万元以下罚款。")

    @Test("a text that comes back is an unstable source, for a reviewer")
    func flipFlop() {
        let signals = PageGate.signals(
            GateScene.input(Self.law, previous: Self.amended, earlier: [Self.law, Self.amended, Self.law]))
        #expect(signals.map(\.kind) == [.flipFlop])
        #expect(signals.first?.message.hasPrefix("unstable source") == true)
        #expect(signals.first?.release == .reviewer)
    }

    @Test("a third text, or the present one, is none")
    func third() {
        let third = GateScene.law(replacing: 5, with: "违反本法规定的，由主管部门给予警告。")
        #expect(GateScene.kinds(GateScene.input(third, previous: Self.amended, earlier: [Self.law])) == [])
        #expect(
            GateScene.kinds(GateScene.input(Self.amended, previous: Self.amended, earlier: [Self.amended]))
                == [])
    }

    @Test("ten nights of two states in turn give one state and the same signal")
    func tenNights() {
        var held = Self.law
        var earlier: [String] = []
        var accepted = 0
        var told = 0
        for night in 0..<10 {
            let now = night.isMultiple(of: 2) ? Self.amended : Self.law
            let signals = PageGate.signals(GateScene.input(now, previous: held, earlier: earlier))
            if TextDigest.sameButForBlanks(GateScene.text(now), GateScene.text(held)) { continue }
            if signals.isEmpty {
                earlier.insert(held, at: 0)
                held = now
                accepted += 1
            } else {
                told += 1
            }
        }
        #expect(accepted == 1)
        #expect(told == 5)
    }

    private static let dates = "（2016年11月7日通过　根据2020年1月2日《关于修改的决定》第一次修正　根据2023年3月4日《关于修改的决定》第二次修正）"

    @Test("dates of amendment that are gone are told")
    func undated() {
        let before = GateScene.law(notes: [Self.dates])
        let older = GateScene.law(
            replacing: 5, with: "违反本法规定的，处一万元以下罚款。", notes: ["（2016年11月7日通过　根据2020年1月2日《关于修改的决定》第一次修正）"])
        let signals = PageGate.signals(GateScene.input(older, previous: before))
        #expect(signals.map(\.kind) == [.undated])
        #expect(signals.first?.release == .reviewer)
        #expect(signals.first?.message.contains("2023-03-04") == true)
        let bare = GateScene.law(replacing: 5, with: "违反本法规定的，处一万元以下罚款。", notes: [])
        #expect(PageGate.signals(GateScene.input(bare, previous: before)).map(\.release) == [.secondCapture])
    }

    @Test("a new date, or the same dates, say nothing")
    func dated() {
        let before = GateScene.law(notes: ["（2016年11月7日通过　根据2020年1月2日《关于修改的决定》修正）"])
        #expect(GateScene.kinds(GateScene.input(GateScene.law(notes: [Self.dates]), previous: before)) == [])
        // A revision as a whole may start its list anew.
        let revised = GateScene.law(
            replacing: 5, with: "违反本法规定的，处一百万元以下罚款。", notes: ["（2024年2月27日第十四届全国人民代表大会常务委员会第八次会议修订）"])
        #expect(GateScene.kinds(GateScene.input(revised, previous: before)) == [])
    }

    @Test("a page that lost the declared element waits for a reviewer when its words differ too")
    func layout() {
        let signals = PageGate.signals(GateScene.input(Self.amended, previous: Self.law, place: .fallback))
        #expect(signals.map(\.kind) == [.layout])
        #expect(signals.map(\.release) == [.reviewer])
        #expect(GateScene.kinds(GateScene.input(Self.law, previous: Self.law, place: .fallback)) == [])
        #expect(GateScene.kinds(GateScene.input(Self.law, place: .fallback)) == [])
        let dated = GateScene.law(replacing: 5, with: "违反本法规定的，处一万元以下罚款。", notes: [Self.dates])
        #expect(GateScene.kinds(GateScene.input(dated, previous: Self.law, place: .fallback)) == [])
    }

    @Test("ordinary amendments pass without a word")
    func amendments() {
        let articles = GateScene.articles
        let changes = [
            Self.amended, GateScene.law(replacing: 4, with: "网络运营者应当履行下列义务：\n（一）制定制度；\n（二）采取措施。"),
            GateScene.law(articles.dropLast() + ["国务院可以制定实施办法。"] + articles.suffix(1)),
            GateScene.law(Array(articles.prefix(6)) + articles.suffix(1)),
            Self.law.replacing("国家网信部门", with: "国家数据部门"),
        ]
        for change in changes { #expect(GateScene.kinds(GateScene.input(change, previous: Self.law)) == []) }
    }

    @Test("marks of another width are told as what they are, and never as an amendment")
    func width() {
        let narrow = Self.law.replacing("，", with: ",")
        #expect(GateScene.kinds(GateScene.input(narrow, previous: Self.law)) == ["codepoints"])
    }
}
