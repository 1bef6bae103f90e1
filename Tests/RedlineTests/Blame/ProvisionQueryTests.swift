import Statute
import Testing

@testable import Redline

@Suite struct ProvisionQueryTests {
    private static let text = law(
        """
        序言
        本法是试验用的。
        第一条 仓库每日通风。
        第二条 经营者应当做下列事项：
        （一）记录；
        （二）报告。
        前款期限按工作日计算。
        第一百二十条之一 货物不得露天堆放：
        （一）易燃品；
        （二）食品。
        """)

    @Test(arguments: [
        ("art_1", "art_1"), ("1", "art_1"), ("第一条", "art_1"), ("第1条", "art_1"), ("Article 1", "art_1"),
        ("article 1.", "art_1"), ("Art. 1", "art_1"), (" １ ", "art_1"), ("120-1", "art_120-1"),
        ("第一百二十条之一", "art_120-1"), ("Article 120-1", "art_120-1"), ("art_2__para_2", "art_2__para_2"),
        ("第二条第二款", "art_2__para_2"), ("Article 2, paragraph 2", "art_2__para_2"),
        ("Article 2(2)", "art_2__para_2"), ("第二条第一款第（二）项", "art_2__para_1__point_2"),
        ("第二条第（二）项", "art_2__para_1__point_2"), ("第二条第二项", "art_2__para_1__point_2"),
        ("第一百二十条之一第（二）项", "art_120-1__point_2"), ("Article 120-1(2)", "art_120-1__point_2"),
        ("第一百二十条之一第一款", "art_120-1"),
    ])
    func everyNameOfAProvisionIsRead(_ words: String, _ path: String) {
        #expect(ProvisionQuery(words).path(in: Self.text)?.rawValue == path)
    }

    @Test(arguments: [
        "", " ", "art_9", "9", "第九条", "第二条第三款", "第二条第（三）项", "Article 2(9)", "二条半", "Article",
        "99999999999999999999",
        "第二条 第二款 以外", "\u{200B}", "()", "第", "art_2__",
    ])
    func whatIsNotThereIsNotFound(_ words: String) {
        #expect(ProvisionQuery(words).path(in: Self.text) == nil)
    }
}
