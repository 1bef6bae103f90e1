import Statute
import Testing

@testable import Redline

@Suite struct AlignmentTests {
    private static let bodies = [
        "为了规范档案馆的开放，制定本规定。", "档案馆每周开放六天，节假日照常接待读者。", "读者凭证件登记后进入阅览室，随身物品存入柜中。",
        "珍贵档案只提供复制件，原件由馆员保管。", "馆员每季度盘点库房一次，温度和湿度逐日记录。", "违反本规定，构成犯罪的，依法追究刑事责任。",
        "捐赠档案的居民获得证书和复制件。", "违反本规定，构成犯罪的，依法追究刑事责任。", "本规定自公布之日起施行。",
    ]

    private func numbered(_ bodies: [String]) -> String {
        let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        return zip(digits, bodies).map { "第\($0)条 \($1)" }.joined(separator: "\n")
    }

    private func change(_ edit: (inout [String]) -> Void) -> ChangeSet {
        var bodies = Self.bodies
        edit(&bodies)
        return redline(numbered(Self.bodies), numbered(bodies))
    }

    @Test func equalTextsGiveAnEmptySet() {
        let set = change { _ in }
        #expect(set.isEmpty)
        #expect(set.summary.kinds == [.unchanged: 9])
    }

    @Test func anInsertedArticleOnlyRenumbersTheOthers() {
        let set = change { $0.insert("阅览室内禁止拍照，复印须经馆员同意。", at: 2) }
        #expect(set.summary.kinds == [.inserted: 1, .renumbered: 7, .unchanged: 2])
        #expect(set.summary.significances == [.formal: 7, .substantive: 1])
        #expect(set.summary.moved == 0)
    }

    @Test func aRepealedArticleStandsWhereItStood() {
        let set = change { $0.remove(at: 3) }
        #expect(
            set.changes.map(\.kind).prefix(5) == [.unchanged, .unchanged, .unchanged, .repealed, .renumbered])
    }

    @Test func aMovedArticleIsMovedAndTheOthersAreNot() {
        let set = change { $0.insert($0.remove(at: 6), at: 1) }
        #expect(set.changes.filter(\.moved).map { $0.after[0].number } == ["2"])
        #expect(set.summary.kinds[.inserted] == nil)
    }

    @Test func aSplitArticleNamesBothParts() {
        let set = change { bodies in
            bodies[4] = "馆员每季度盘点库房一次，遗失的档案逐件登报声明。"
            bodies.insert("库房的温度和湿度由值班人员逐日记录，超过标准的立即通风降温。", at: 5)
        }
        let whole = redline(
            numbered([
                "总则的文字写在最前面。", "馆员每季度盘点库房一次，遗失的档案逐件登报声明。值班人员逐日记录库房的温度和湿度，超过标准的立即通风降温。",
                "捐赠档案的居民获得证书和复制件。",
            ]),
            numbered([
                "总则的文字写在最前面。", "馆员每季度盘点库房一次，遗失的档案逐件登报声明。", "值班人员逐日记录库房的温度和湿度，超过标准的立即通风降温。",
                "捐赠档案的居民获得证书和复制件。",
            ]))
        #expect(
            drawn(whole) == """
                split 2→2+3 formal
                renumbered 3→4 formal
                """)
        #expect(whole.inverted.changes.map(\.kind) == [.unchanged, .joined, .renumbered])
        #expect(set.summary.kinds[.repealed] == nil)
    }

    @Test func aRewrittenTextIsCalledRewritten() {
        let other = [
            "本条例管理城市公园的树木和草坪。", "园林工人清晨修剪枝叶，落叶集中堆肥。", "游客不得攀折花木，遛狗应当牵绳。", "池塘禁止游泳和垂钓，冬季设置警示牌。",
            "夜间照明由供电公司维护，故障两小时内抢修。", "商贩凭摊位证经营，不得占用步道。",
        ]
        let set = redline(numbered(Self.bodies), numbered(other))
        #expect(set.rewrite)
        #expect(set.summary.kinds == [.repealed: 9, .inserted: 6])
    }

    @Test func provisionsPairOnlyWithinTheirFamily() {
        let old = "试验规定\n第一条 设备清单包括水泵、风机和阀门。\n第二条 本规定自公布之日起施行。"
        let new = "试验规定\n第一条 本规定自公布之日起施行。\n附件\n设备清单包括水泵、风机和阀门。"
        let set = redline(old, new)
        #expect(set.changes.allSatisfy { Set(($0.before + $0.after).map(\.kind)).count <= 1 })
    }

    @Test func commencementGoesWithCommencement() {
        let old = numbered(Array(Self.bodies.dropLast()) + ["本规定自1999年5月1日起施行。"])
        let new = numbered(Array(Self.bodies.dropLast()) + ["本规定自2024年9月10日起施行，1999年公布的旧规定同时废止。"])
        #expect(redline(old, new).summary.kinds == [.unchanged: 8, .modified: 1])
    }

    @Test func anAssumedSideIsCountedApart() {
        let (old, new) = (law("第一条 设备每日清洁。"), law("第一条 设备每日校准。"))
        let assumed = Provenance(general: Provenance.Record(fidelity: .assumed))
        let set = ChangeSet.between(old, new, provenance: (.official, assumed))
        #expect(set.summary.unverified == 1)
        #expect(set.changes[0].fidelityAfter == .assumed)
    }
}
