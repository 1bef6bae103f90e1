import Testing

@testable import Tracking

@Suite("The brake on a night")
struct NightBrakeTests {
    private static func source(
        _ index: Int, _ outcome: NightSummary.Outcome, host: String = "www.npc.gov.cn", first: Bool = false,
        released: Bool = false, _ kinds: [Signal.Kind] = [], drift: TextDrift? = nil
    ) -> NightSummary {
        NightSummary(
            source: "cn/law-\(index)/page", law: "cn/law-\(index)", host: host, outcome: outcome,
            isFirst: first,
            isReleased: released, signals: kinds, drift: drift)
    }

    private static func night(_ total: Int, _ turned: Int, _ make: (Int) -> NightSummary) -> [NightSummary] {
        (0..<total).map { $0 < turned ? make($0) : source($0, .unchanged) }
    }

    private static let edit = TextDrift(charactersLost: 20, charactersGained: 30)
    private static let dated = TextDrift(charactersLost: 20, charactersGained: 30, namesNewDate: true)
    private static let itemsGone = TextDrift(
        charactersLost: 400, charactersGained: 0, charactersBefore: 5_000, itemsBefore: 20, itemsLost: 20)
    private static let subitemsGone = TextDrift(
        charactersLost: 90, charactersGained: 0, charactersBefore: 5_000, itemsBefore: 20, subitemsBefore: 6,
        subitemsLost: 6)

    @Test("24 of 40 sources that turn to a maintenance page stop it")
    func maintenance() {
        let verdict = NightBrake.verdict(
            on: Self.night(40, 24) { Self.source($0, .quarantined, [.maintenance, .title, .loss]) }
                + [Self.source(99, .changed, drift: Self.dated)])
        #expect(verdict.brakes)
        #expect(verdict.reason?.contains("24 of the 41") == true)
        #expect(verdict.reason?.contains("maintenance") == true)
        #expect(verdict.held == ["cn/law-99/page"])
        #expect(verdict.explained == ["cn/law-99/page"])
        #expect(verdict.signal?.kind == .brake)
    }

    @Test("undated changes of many sources stop it, and all are held")
    func undated() {
        let verdict = NightBrake.verdict(
            on: Self.night(12, 4) { Self.source($0, .changed, drift: Self.edit) })
        #expect(verdict.held == ["cn/law-0/page", "cn/law-1/page", "cn/law-2/page", "cn/law-3/page"])
        #expect(verdict.explained.isEmpty)
    }

    @Test(
        "few turns, or a small part, pass",
        arguments: [(12, 3), (14, 4), (40, 12), (4, 3), (0, 0)])
    func few(_ total: Int, _ turned: Int) {
        let verdict = NightBrake.verdict(
            on: Self.night(total, turned) { Self.source($0, .changed, drift: Self.edit) })
        #expect(verdict == NightBrake.Verdict(reason: nil, held: [], explained: []))
    }

    @Test("a decision that amends six laws of fifteen, dated and with words added, passes")
    func omnibus() {
        #expect(
            !NightBrake.verdict(on: Self.night(15, 6) { Self.source($0, .changed, drift: Self.dated) }).brakes
        )
        #expect(
            !NightBrake.verdict(on: Self.night(6, 6) { Self.source($0, .changed, drift: Self.dated) }).brakes)
    }

    @Test("a first run stops nothing")
    func firstRun() {
        #expect(!NightBrake.verdict(on: Self.night(9, 9) { Self.source($0, .changed, first: true) }).brakes)
    }

    @Test("sources that failed are not counted among those that answered")
    func failed() {
        let night = Self.night(12, 8) { Self.source($0, $0 < 4 ? .changed : .failed, drift: Self.edit) }
        #expect(NightBrake.verdict(on: night).reason?.contains("4 of the 8") == true)
        #expect(!NightBrake.verdict(on: Self.night(12, 12) { Self.source($0, .failed) }).brakes)
    }

    @Test("what a person has let pass is no turn")
    func released() {
        let night = Self.night(12, 6) { Self.source($0, .changed, released: true, drift: Self.edit) }
        #expect(!NightBrake.verdict(on: night).brakes)
    }

    @Test(
        "three laws of one host that lose all list items stop it (legalize-kr, PR 10)",
        arguments: [itemsGone, subitemsGone])
    func legalizeKR(_ drift: TextDrift) {
        let night =
            Self.night(40, 3) { Self.source($0, .changed, drift: drift) } + [
                Self.source(50, .changed, host: "www.cac.gov.cn", drift: Self.edit)
            ]
        let verdict = NightBrake.verdict(on: night)
        #expect(verdict.reason?.contains("3 laws from www.npc.gov.cn") == true)
        #expect(verdict.held.count == 3)
        #expect(!NightBrake.verdict(on: Self.night(40, 2) { Self.source($0, .changed, drift: drift) }).brakes)
    }

    @Test("and so they do when they come one a night")
    func slowly() {
        let tonight =
            [Self.source(3, .changed, drift: Self.itemsGone)]
            + Self.night(30, 0) { Self.source($0, .unchanged) }
        let before = [1, 2].map { Self.source($0, .changed, drift: Self.itemsGone) }
        let verdict = NightBrake.verdict(on: tonight, history: before)
        #expect(verdict.reason?.contains("nights before") == true)
        #expect(verdict.held == ["cn/law-3/page"])
        // The same law three times is one law; another host is another parser's matter.
        let same = [1, 2].map { _ in Self.source(3, .changed, drift: Self.itemsGone) }
        #expect(!NightBrake.verdict(on: tonight, history: same).brakes)
        let elsewhere = [1, 2].map { Self.source($0, .changed, host: "a.cn", drift: Self.itemsGone) }
        #expect(!NightBrake.verdict(on: tonight, history: elsewhere).brakes)
        // A quiet night after bad ones has nothing to hold.
        #expect(
            !NightBrake.verdict(on: Self.night(30, 0) { Self.source($0, .unchanged) }, history: before).brakes
        )
    }

    @Test("lists that go as a whole are not explained by a date")
    func datedLists() {
        let drift = TextDrift(
            charactersLost: 400, charactersGained: 12, itemsBefore: 20, itemsLost: 20, namesNewDate: true)
        #expect(NightBrake.verdict(on: Self.night(40, 3) { Self.source($0, .changed, drift: drift) }).brakes)
    }

    @Test("losses of different kinds, and dated ones, are amendments")
    func kinds() {
        let losses = [
            TextDrift(charactersLost: 50, charactersGained: 0, articlesLost: 1),
            TextDrift(charactersLost: 50, charactersGained: 0, itemsBefore: 9, itemsLost: 1),
            TextDrift(charactersLost: 50, charactersGained: 0),
        ]
        #expect(
            !NightBrake.verdict(on: Self.night(40, 3) { Self.source($0, .changed, drift: losses[$0]) }).brakes
        )
        let repealed = TextDrift(charactersLost: 50, charactersGained: 0, articlesLost: 1, namesNewDate: true)
        #expect(
            !NightBrake.verdict(on: Self.night(40, 3) { Self.source($0, .changed, drift: repealed) }).brakes)
    }

    @Test("the same line in three laws of one host is furniture of its pages")
    func furniture() {
        func drift(_ isDated: Bool) -> TextDrift {
            TextDrift(
                charactersLost: 0, charactersGained: 9, namesNewDate: isDated, addedLines: ["打印本页关闭窗口。"])
        }
        #expect(
            NightBrake.verdict(on: Self.night(40, 3) { Self.source($0, .changed, drift: drift(false)) }).held
                .count == 3)
        #expect(
            !NightBrake.verdict(on: Self.night(40, 3) { Self.source($0, .changed, drift: drift(true)) })
                .brakes)
        #expect(
            !NightBrake.verdict(on: Self.night(40, 2) { Self.source($0, .changed, drift: drift(false)) })
                .brakes)
    }
}
