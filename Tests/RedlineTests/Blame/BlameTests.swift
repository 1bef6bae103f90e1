import Statute
import Testing

@testable import Redline

/// Four versions of two small laws: each drawn result was read against the texts.
@Suite struct BlameTests {
    private static let chinese = TypedLaw([
        """
        第一条 为了规范无人机试飞，保障公共安全，制定本办法。
        第二条 试飞单位应当登记机型。试飞单位应当购买保险，保险金额不低于五十万元。试飞单位应当保存飞行日志三个月。
        第三条 试飞人员应当持有执照。
        第四条 执照由省级主管部门颁发，有效期为二年。
        第五条 违反本办法第二条规定的，处五千元以下罚款。
        第六条 本办法自2003年5月1日起施行。
        """,
        """
        第一条 为了规范无人机试飞，保障公共安全，制定本办法。
        第二条 试飞单位应当登记机型。试飞单位应当保存飞行日志三个月。
        第三条 试飞单位应当购买保险，保险金额不低于五十万元。
        第四条 试飞人员应当持有执照。
        第五条 执照由省级主管部门颁发，有效期为二年。
        第六条 违反本办法第二条规定的，处五千元以下罚款。
        第七条 本办法自2003年5月1日起施行。
        """,
        """
        第一条 为了规范无人机试飞、保障公共安全，制定本办法。
        第二条 试飞单位应当登记机型。试飞单位应当保存飞行日志六个月。
        第三条 试飞单位应当购买保险，保险金额不低于一百万元。
        第四条 试飞人员应当持有执照。执照由省级主管部门颁发，有效期为二年。
        第五条 禁止在机场周围十公里内试飞。
        第六条 违反本办法第二条规定的，处五千元以下罚款。
        第七条 本办法自2003年5月1日起施行。
        """,
        """
        第一条 为了规范无人机试飞、保障公共安全，制定本办法。
        第二条 禁止在机场周围十公里内试飞。
        第三条 试飞单位应当登记机型。试飞单位应当保存飞行日志六个月。
        第四条 试飞单位应当购买保险，保险金额不低于一百万元。
        第五条 试飞人员应当持有执照。执照由省级主管部门颁发，有效期为三年。
        第六条 违反本办法第三条规定的，处五万元以下罚款；情节严重的，吊销执照。
        第七条 本办法自2003年5月1日起施行。
        """,
    ])

    @Test(
        "Chinese, from the last of four versions",
        arguments: [
            (
                "第一条",
                """
                v1 art_1 original | 为了规范无人机试飞、<~v3>保障公共安全，制定本办法。
                = v1 art_1
                = v2 art_1 unchanged
                = v3 art_1 modified editorial
                = v4 art_1 unchanged
                """
            ),
            (
                "第二条",
                """
                v3 art_5 inserted moved v4 art_5→art_2 | 禁止在机场周围十公里内试飞。
                = v1 –
                = v2 –
                = v3 art_5 inserted substantive
                = v4 art_2 renumbered moved formal
                """
            ),
            (
                "第三条",
                """
                v1 art_2 original | 试飞单位应当登记机型。试飞单位应当保存飞行日志
                v3 art_2 modified | 六个月
                v1 art_2 original | 。
                = v1 art_2
                = v2 art_2 with art_3 split substantive
                = v3 art_2 modified substantive
                = v4 art_3 renumbered formal
                """
            ),
            (
                "第四条",
                """
                v1 art_2 original split v2 art_2→art_3 | 试飞单位应当购买保险，保险金额不低于
                v3 art_3 modified | 一百万元
                v1 art_2 original split v2 art_2→art_3 | 。
                = v1 art_2
                = v2 art_3 with art_2 split substantive
                = v3 art_3 modified substantive
                = v4 art_4 renumbered formal
                """
            ),
            (
                "第五条",
                """
                v1 art_3 original joined v3 art_4→art_4 | 试飞人员应当持有执照。
                v1 art_4 original | 执照由省级主管部门颁发，有效期为
                v4 art_5 modified | 三年
                v1 art_4 original | 。
                = v1 art_4
                = v2 art_5 renumbered formal
                = v3 art_4 with art_4 joined formal
                = v4 art_5 modified substantive
                """
            ),
            (
                "第六条",
                """
                v1 art_5 original | 违反本办法第三条<#v4>规定的，处
                v4 art_6 modified | 五万元
                v1 art_5 original | 以下罚款
                v4 art_6 modified | ；情节严重的，吊销执照
                v1 art_5 original | 。
                = v1 art_5
                = v2 art_6 renumbered formal
                = v3 art_6 unchanged
                = v4 art_6 modified substantive
                """
            ),
        ])
    func chinese(_ article: String, _ expected: String) {
        #expect(Self.chinese.drawn(article) == expected)
    }

    @Test func askedFromAnOldVersionItTellsTheLaterFate() {
        #expect(
            Self.chinese.drawn("2", in: 1) == """
                v1 art_2 original | 试飞单位应当登记机型。试飞单位应当购买保险，保险金额不低于五十万元。试飞单位应当保存飞行日志三个月。
                = v1 art_2
                = v2 art_2 with art_3 split substantive
                = v3 art_2 modified substantive
                = v4 art_3 renumbered formal
                """)
        let law = TypedLaw([
            "第一条 仓库每日通风。\n第二条 货物不得露天堆放。", "第一条 仓库每日通风。\n第二条 货物不得露天堆放。\n第三条 出入人员应当登记姓名。",
            "第一条 仓库每日通风。\n第二条 出入人员应当登记姓名。", "第一条 仓库每日通风。\n第二条 出入人员应当登记姓名。",
        ])
        #expect(
            law.drawn("2", in: 2) == """
                v1 art_2 original | 货物不得露天堆放。
                = v1 art_2
                = v2 art_2 unchanged
                = v3 repealed repealed substantive
                = v4 –
                """)
    }

    private static let english = TypedLaw(
        [
            """
            Article 1 These Rules govern test flights of drones.
            Article 2 Operators may keep flight logs for three months. Operators shall insure every flight for at least 500,000 yuan.
            Article 3 Pilots shall hold a licence issued by the provincial department.
            Article 4 Whoever violates Article 2 shall be fined up to 5,000 yuan.
            """,
            """
            Article 1 These Rules govern test flights of drones.
            Article 2 No drone may be flown within ten kilometres of an airport.
            Article 3 Operators shall keep flight logs for three months. Operators shall insure every flight for at least 500,000 yuan.
            Article 4 Pilots shall hold a licence issued by the provincial department.
            Article 5 Whoever violates Article 3 shall be fined up to 5,000 yuan.
            """,
            nil,
            """
            Article 1 These Rules govern test flights of drones.
            Article 2 No drone may be flown within ten kilometres of an airport.
            Article 3 Operators shall keep flight logs for six months. Operators shall insure every flight for at least 500,000 yuan.
            Article 4 Pilots shall hold a license issued by the provincial department; the license is valid for two years.
            Article 5 Whoever violates Article 2 or Article 3 shall be fined up to 50,000 yuan.
            """,
        ], .en)

    @Test(
        "English, across a version that is not held",
        arguments: [
            (
                "Article 2",
                """
                v2 art_2 inserted | No drone may be flown within ten kilometres of an airport.
                = v1 –
                = v2 art_2 inserted substantive
                = v3 not-held
                = v4 art_2 unchanged since v2
                """
            ),
            (
                "Article 3",
                """
                v1 art_2 original | Operators\u{20}
                v2 art_3 modified | shall
                v1 art_2 original |  keep flight logs for\u{20}
                v4 art_3 modified ?v3 | six months
                v1 art_2 original | . Operators shall insure every flight for at least 500,000 yuan.
                = v1 art_2
                = v2 art_3 modified substantive
                = v3 not-held
                = v4 art_3 modified substantive since v2
                """
            ),
            (
                "Article 4",
                """
                v1 art_3 original | Pilots shall hold a license<~v4> issued by the provincial department
                v4 art_4 modified ?v3 | ; the license is valid for two years
                v1 art_3 original | .
                = v1 art_3
                = v2 art_4 renumbered formal
                = v3 not-held
                = v4 art_4 modified substantive since v2
                """
            ),
        ])
    func english(_ article: String, _ expected: String) {
        #expect(Self.english.drawn(article) == expected)
    }

    @Test func itemsKeepTheirOriginsWhenTheyAreRenumbered() {
        let law = TypedLaw([
            "第一条 试飞单位应当做到：\n（一）登记机型；\n（二）保存日志。",
            "第一条 试飞单位应当做到：\n（一）登记机型；\n（二）购买保险；\n（三）保存日志。",
        ])
        #expect(
            law.drawn("art_1__point_3") == """
                v1 art_1 original | （三）<#v2>保存日志。
                = v1 art_1
                = v2 art_1 modified substantive
                """)
        #expect(
            law.drawn("第一条第（二）项") == """
                v2 art_1 modified | （二）购买保险；
                = v1 art_1
                = v2 art_1 modified substantive
                """)
    }

    @Test func itemsThatChangePlacesKeepTheirOrigins() {
        let law = TypedLaw([
            "第一条 试飞单位应当做到：\n（一）登记试飞机型；\n（二）购买责任保险；\n（三）保存飞行日志。",
            "第一条 试飞单位应当做到：\n（一）保存飞行日志；\n（二）登记试飞机型；\n（三）购买责任保险。",
        ])
        let versions = law.blame("1").map { blame in Set(blame.runs.map { blame.origins[$0.origin].version })
        }
        #expect(versions == [0])
    }

    @Test func aReferenceThatPointsElsewhereIsAChangeOfWords() {
        let law = TypedLaw([
            "第一条 仓库每日通风。\n第二条 货物不得露天堆放。\n第三条 违反第一条的，责令改正。",
            "第一条 仓库每日通风。\n第二条 货物不得露天堆放。\n第三条 违反第二条的，责令改正。",
        ])
        #expect(
            law.drawn("3") == """
                v1 art_3 original | 违反
                v2 art_3 modified | 第二条
                v1 art_3 original | 的，责令改正。
                = v1 art_3
                = v2 art_3 modified substantive
                """)
    }
}
