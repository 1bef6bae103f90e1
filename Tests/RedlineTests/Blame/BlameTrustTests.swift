import Statute
import Testing

@testable import Redline

/// What is not held, left out or only assumed is said, and nothing is given to it.
@Suite struct BlameTrustTests {
    private static let words = [
        "第一条 仓库每日通风。\n第二条 货物可以露天堆放三日。\n第三条 出入人员应当登记姓名。",
        "第一条 仓库每日通风。\n第二条 货物可以露天堆放六日。\n第三条 出入人员应当登记姓名。",
        "第一条 仓库每日通风。\n第二条 货物应当露天堆放六日。\n第三条 出入人员应当登记姓名。",
    ]

    private func law(_ provenances: [Provenance]) -> TypedLaw {
        var law = TypedLaw(Self.words)
        for (index, provenance) in provenances.enumerated() {
            if let text = law.versions[index].text { law.versions[index].content = .held(text, provenance) }
        }
        return law
    }

    private func assumed(_ path: String) -> Provenance {
        var provenance = Provenance.official
        provenance.records[ProvisionPath(path)] = .init(fidelity: .assumed, basis: "v3")
        return provenance
    }

    @Test func wordsAreNotKnownBeforeWhereTheOldestTextIsOnlyAssumed() {
        #expect(
            law([assumed("art_2"), .official, .official]).drawn("2") == """
                v2 art_2 first-seen ?v1 | 货物
                v3 art_2 modified | 应当
                v2 art_2 first-seen ?v1 | 露天堆放六日。
                = v1 art_2 assumed
                = v2 art_2
                = v3 art_2 modified substantive
                """)
    }

    @Test func anAssumedTextBetweenTwoKnownOnesIsPassedOver() {
        #expect(
            law([.official, assumed("art_2"), .official]).drawn("2") == """
                v1 art_2 original | 货物
                v3 art_2 modified ?v2 | 应当
                v1 art_2 original | 露天堆放
                v3 art_2 modified ?v2 | 六日
                v1 art_2 original | 。
                = v1 art_2
                = v2 art_2 assumed
                = v3 art_2 modified substantive since v1
                """)
    }

    @Test func wordsThatOnlyStandInAreNotKnown() {
        #expect(
            law([.official, .official, assumed("art_2")]).drawn("2") == """
                v1 art_2 original | 货物
                v3 art_2 stand-in | 应当
                v1 art_2 original | 露天堆放
                v2 art_2 modified | 六日
                v1 art_2 original | 。
                = v1 art_2
                = v2 art_2 modified substantive
                = v3 art_2 assumed
                """)
    }

    @Test func anExtractSaysNothingOfWhatItLeavesOut() {
        var law = TypedLaw(["第一条 仓库每日通风。", Self.words[1], Self.words[2]])
        if let text = law.versions[0].text {
            let extract = Extract(leftOut: [], rest: true)
            law.versions[0].content = .held(
                text, Provenance(general: .init(fidelity: .official), extract: extract))
        }
        #expect(
            law.drawn("3") == """
                v2 art_3 first-seen ?v1 | 出入人员应当登记姓名。
                = v1 left out
                = v2 art_3
                = v3 art_3 unchanged
                """)
    }

    @Test func aProvisionThatAMostlyAssumedTextDoesNotHaveIsNewWithADoubt() {
        var law = TypedLaw(["第一条 仓库每日通风。", "第一条 仓库每日通风。\n第二条 货物不得露天堆放。"])
        if let text = law.versions[0].text {
            law.versions[0].content = .held(text, Provenance(general: .init(fidelity: .assumed)))
        }
        #expect(law.drawn("2").hasPrefix("v2 art_2 inserted ?v1 | 货物不得露天堆放。"))
    }

    @Test func aVersionThatIsNotHeldHasNoBlame() {
        let law = TypedLaw([Self.words[0], nil])
        var blame = Blame(law.versions)
        #expect(blame.blame(of: ProvisionPath("art_1"), in: 1) == nil)
        #expect(blame.blame(of: ProvisionPath("art_9"), in: 0) == nil)
        #expect(blame.blame(of: ProvisionPath("art_1"), in: 7) == nil)
        #expect(blame.all(in: 1).isEmpty)
    }
}
