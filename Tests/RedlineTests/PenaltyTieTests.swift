import Statute
import Testing

@testable import Redline

/// Penalties and the duties that they enforce.
@Suite struct PenaltyTieTests {
    private func ties(_ text: String, _ language: Language = .zh) -> [String] {
        let provisions = law(text, language).articleLevel.map { ArticleText($0) }
        let ties = PenaltyTies(provisions)
        return ties.duties.keys.sorted().map { place in
            "\(provisions[place].path) enforces "
                + (ties.duties[place] ?? []).map(\.path.rawValue).joined(separator: " ")
        }
    }

    private let duties = "第一条 船主应当登记。\n第二条 船主应当投保。\n船员应当持证。\n第三条 乘客应当排队。\n"

    @Test(arguments: [
        ("第四条 违反本办法第一条规定的，处一千元罚款。", ["art_4 enforces art_1"]),
        ("第四条 违反第一条至第三条规定的，给予警告。", ["art_4 enforces art_1 art_2 art_3"]),
        ("第四条 违反第二条第二款、第三条规定的，给予警告。", ["art_4 enforces art_2__para_2 art_3"]),
        ("第四条 船主未履行本办法第一条规定的义务的，给予警告。", ["art_4 enforces art_1"]),
        ("第四条 违反国家有关规定的，依照第一条处理。", []), ("第四条 违反《甲法》第一条规定的，给予警告。", []),
        ("第四条 依照本办法第一条的规定登记。", []),
    ])
    func areReadFromTheBreach(_ penalty: String, _ expected: [String]) {
        #expect(ties(duties + penalty) == expected)
    }

    @Test(arguments: [
        ("Article 3 Whoever violates Article 1 of this Law is fined.", ["art_3 enforces art_1"]),
        (
            "Article 3 Where Articles 1 to 2 are violated, the office gives a warning.",
            ["art_3 enforces art_1 art_2"]
        ),
        ("Article 3 Under Article 1 the office keeps a list.", []),
    ])
    func areReadInEnglish(_ penalty: String, _ expected: [String]) {
        #expect(
            ties("Article 1 Owners shall register.\nArticle 2 Crews shall be trained.\n" + penalty, .en)
                == expected)
    }

    @Test func aChangedDutyNamesItsPenaltyAndTheOtherWayRound() {
        let fine = { (amount: String) in "第四条 违反第一条规定的，处\(amount)罚款。\n第五条 本办法由市政府解释。" }
        let duty = redline(duties + fine("一千元"), duties.replacing("应当登记", with: "必须登记") + fine("一千元"))
        #expect(duty.changes.first { $0.kind == .modified }?.enforcedBy.map(\.rawValue) == ["art_4"])
        let penalty = redline(duties + fine("一千元"), duties + fine("三千元"))
        let change = penalty.changes.first { $0.kind == .modified }
        #expect(change?.enforces.map(\.rawValue) == ["art_1"])
        #expect(change?.enforcedBy == [])
        #expect(
            penalty.inverted.changes.first { $0.kind == .modified }?.enforces.map(\.rawValue) == ["art_1"])
    }

    @Test func aPenaltyForOneParagraphIsNoneForAnother() {
        let penalty = "第四条 违反第二条第二款规定的，给予警告。\n第五条 本办法由市政府解释。"
        let first = redline(duties + penalty, duties.replacing("应当投保", with: "可以投保") + penalty)
        #expect(first.changes.flatMap(\.enforcedBy).isEmpty)
        let second = redline(duties + penalty, duties.replacing("应当持证", with: "可以持证") + penalty)
        #expect(second.changes.flatMap(\.enforcedBy).map(\.rawValue) == ["art_4"])
    }
}
