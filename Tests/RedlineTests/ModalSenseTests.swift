import Statute
import Testing

@testable import Redline

/// The letters of a modal word in another sense, and modal words that turn round or only move.
@Suite struct ModalSenseTests {
    private func uses(_ text: String, _ language: Language = .zh) -> [String] {
        let provision = law((language == .zh ? "第一条 " : "Article 1 ") + text, language).articleLevel[0]
        let reading = Reading(Passage(ArticleText(provision)), .words)
        return reading.modalUses(in: reading.passage.tokens.indices).map { reading.passage.string($0.range) }
    }

    @Test(arguments: [
        "对可能造成的损失，采取相应措施。", "储备救灾必须品。", "保障供应，及时反应。", "应当事人请求更换。", "可以造成污染的作业另行登记。", "不可抗力和许可文件。",
        "有权机关的认可。", "期限不得少于六个月。", "更正不准确的记录。",
    ])
    func theseHoldNoModalWord(_ text: String) { #expect(uses(text).isEmpty) }

    @Test(arguments: [
        "The month of May ends.", "Users who may be affected are told.", "Grapes are pressed to must.",
        "Products that may affect national security pass a review.",
    ])
    func theseHoldNoneInEnglish(_ text: String) { #expect(uses(text, .en).isEmpty) }

    @Test(arguments: [
        ("运营者应当登记，可以委托他人，不得转让。", ["应当", "可以", "不得"]), ("经批准后方可施工。", ["方可"]),
        ("单位有义务配合，无须另行申请。", ["有义务", "无须"]),
    ])
    func theseHoldThem(_ text: String, _ expected: [String]) { #expect(uses(text) == expected) }

    @Test func aPermissionThatNobodyHasIsABan() {
        #expect(
            reasons(
                "No organisation may tap the cable of the network.",
                "An organisation may tap the cable of the network.",
                .en
            ).hasPrefix("modality may→may loosened"))
    }

    @Test func aModalWordThatOnlyMovesIsNoChangeOfModality() {
        let found = found(
            "The operator shall, after an incident, inform the users of the service.",
            "After an incident, the operator shall inform the users of the service.", .en)
        #expect(!found.contains { $0.class == .modality })
    }

    @Test func aPermissionTakenOutBeforeASanctionMakesItCertain() {
        #expect(
            reasons("拒不改正的，可以处五万元罚款，并登报公告。", "拒不改正的，处五万元罚款，并登报公告。")
                == "modality 可以→∅ tightened")
    }

    @Test func modalWordsInDifferentHunksPairWhereTheirSentencesBelongTogether() {
        let found = found(
            "公安机关可以要求电信业务经营者提供用户的登记资料。", "电信业务经营者应当向公安机关提供用户的登记资料。")
        let modality = found.first { $0.class == .modality }
        #expect(modality.map { drawn($0) } == "modality 可以→应当 tightened")
        #expect(modality?.bearers == Bearers(before: "公安机关", after: "电信业务经营者"))
        #expect(modality?.bearer == "电信业务经营者")
    }

    @Test func theOnlyModalWordOfAProvisionIsTheHeirOfTheOnlyOneBefore() {
        let found = found(
            "Where needed to safeguard the port or to find thieves, the police may, according to law, require ship owners to help.",
            "Ship owners shall give technical help to the police in their activities of safeguarding the port according to law.",
            .en)
        #expect(found.first { $0.class == .modality }.map { drawn($0) } == "modality may→shall tightened")
        // Of the rest of a rewritten sentence nobody can say which way it goes.
        #expect(found.allSatisfy { $0.class == .modality || $0.direction == .unclear })
    }
}
