import Statute
import Testing

@testable import Redline

/// Defined terms, and who uses a term whose definition changed.
@Suite struct DefinitionTests {
    private func terms(_ text: String, _ language: Language = .zh) -> [String] {
        DefinitionFinder.terms(
            of: ArticleText(law((language == .zh ? "第一条 " : "Article 1 ") + text, language).articleLevel[0]))
    }

    @Test(arguments: [
        ("本法所称网络数据，是指通过网络收集的数据。", ["网络数据"]), ("前款所称重大事故，包括死亡三人以上的事故。", ["重大事故"]),
        ("本条例所称从业人员，指在港区作业的人员。", ["从业人员"]), ("本规定中的夜间，是指二十二时以后。", ["夜间"]),
        ("对体育场馆（以下简称场馆）的管理，适用本办法。", ["场馆"]),
        ("本规定下列用语的含义：\n（一）网络，是指由计算机组成的系统。\n（二）机构，是指登记的单位。", ["网络", "机构"]),
        ("由主管部门指定机构进行指导。", []), ("收集的范围包括姓名。", []), ("本法所称的机构，由国务院指定。", []),
    ])
    func areFoundInChinese(_ text: String, _ expected: [String]) { #expect(terms(text) == expected) }

    @Test(arguments: [
        ("“Live stream” means the publication of sound.", ["Live stream"]),
        ("In this Law, “network operator” refers to the owner of a network.", ["network operator"]),
        ("For the purposes of this Law, port worker means a person in the port.", ["port worker"]),
        ("This rule governs halls (hereinafter referred to as “venues”).", ["venues"]),
        ("The term “accident” includes a fire.", ["accident"]), ("By all means the list includes names.", []),
        ("The board refers the matter to the council.", []),
    ])
    func areFoundInEnglish(_ text: String, _ expected: [String]) { #expect(terms(text, .en) == expected) }

    private let uses = "第二条 渡口经营人应当每日检查船舶。\n第三条 乘客应当排队上船。\n第四条 渡口经营人不得超载。"

    private func affects(_ set: ChangeSet) -> [String] {
        set.changes.flatMap(\.affects).map {
            "\($0.term): \($0.paths.map(\.rawValue).joined(separator: " "))"
        }
    }

    @Test func whoUsesAChangedDefinitionIsNamed() {
        let set = redline(
            "第一条 本条例所称渡口经营人，是指取得许可的企业。\n" + uses, "第一条 本条例所称渡口经营人，是指取得许可的企业和个人。\n" + uses)
        #expect(set.changes.flatMap(\.reasons).map(\.class) == [.definition])
        #expect(affects(set) == ["渡口经营人: art_2 art_4"])
        #expect(affects(set.inverted) == ["渡口经营人: art_2 art_4"])
    }

    @Test func aNewDefinitionIsAChangedOne() {
        let set = redline(uses, "第一条 本条例所称渡口经营人，是指取得许可的企业。\n" + uses)
        #expect(affects(set) == ["渡口经营人: art_2 art_4"])
        // Seen from the other text the definition went, and its users stay.
        #expect(affects(set.inverted) == ["渡口经营人: art_2 art_4"])
    }

    @Test func aChangeBesideADefinitionAffectsNobody() {
        let set = redline("第一条 渡口开放。本条例所称经营人，是指企业。\n" + uses, "第一条 渡口关闭。本条例所称经营人，是指企业。\n" + uses)
        #expect(affects(set).isEmpty)
    }

    @Test func aTermIsAWordOfItsOwnAndMayStandInThePlural() {
        let uses = TermSearch(["port", "venues"]).uses(
            in: law(
                "Article 1 Ports are open.\nArticle 2 Reports are sent.\nArticle 3 A Venue is a hall.", .en
            ).articleLevel
                .map(ArticleText.init))
        #expect(uses.map { $0.map(\.rawValue) } == [["art_1"], ["art_3"]])
    }
}
