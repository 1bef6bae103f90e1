import Alerts
import Statute
import Testing

@Suite("A finding and the provision that holds it")
struct PassageTests {
    private let scanner = ConceptScanner(concepts: SampleConcepts.all)

    @Test("an item inherits modal and subject from the words that open its list")
    func item() throws {
        let text = OneSentence.list("申请人应当提交下列材料：", ["营业执照；", "产品的源代码。"], .zh)
        let finding = try #require(scanner.findings(in: text).first)
        #expect(finding.polarity == .requires)
        #expect(finding.actor == "申请人")
        #expect(finding.path == ProvisionPath("art_1__point_2"))
        #expect(finding.article == ProvisionPath("art_1"))
        #expect(finding.evidence == "产品的源代码。")
        #expect(finding.leadIn == "申请人应当提交下列材料：")
    }

    @Test("the range counts scalars of the whole article, labels included")
    func range() throws {
        let text = OneSentence.list("申请人应当提交下列材料：", ["营业执照；", "产品的源代码。"], .zh)
        let finding = try #require(scanner.findings(in: text).first)
        let article = ArticleText(try #require(text.articleLevel.first))
        let scalars = Array(article.string.unicodeScalars)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[finding.range])
        #expect(String(words) == "源代码")
    }

    @Test("a list of offences punishes what its items name")
    func offences() throws {
        let text = OneSentence.list(
            "网络运营者违反本法规定，有下列行为之一的，由主管部门责令改正；情节严重的，处一万元罚款：",
            ["拒绝检查的；", "拒不向公安机关提供技术支持和协助的。"], .zh)
        let finding = try #require(scanner.findings(in: text).first)
        #expect(finding.polarity == .requires)
        #expect(finding.rule == "penalty-for-breach")
        #expect(finding.actor == "网络运营者")
        #expect(finding.beneficiary == "公安机关")
    }

    @Test("an English list of offences names whom it punishes")
    func englishOffences() throws {
        let text = OneSentence.list(
            "Where a network operator, in violation of this Law, commits any of the following acts, it is fined:",
            ["refusing inspection;", "refusing to provide technical support to public security organs."], .en)
        let finding = try #require(scanner.findings(in: text).first)
        #expect(finding.polarity == .requires)
        #expect(finding.actor == "a network operator")
        #expect(finding.beneficiary == "public security organs")
    }

    @Test("an item of a list of conditions is a condition and not what they allow")
    func conditions() throws {
        let text = OneSentence.list("外国投资者具备下列条件的，可以申请许可：", ["有固定场所；", "承担转让技术的费用。"], .zh)
        #expect(scanner.findings(in: text).map(\.polarity) == [.requires])
    }

    @Test("an item of a list of prohibited acts is prohibited")
    func prohibitedActs() {
        let text = OneSentence.list("主管部门不得有下列行为：", ["收取费用；", "要求企业披露源代码。"], .zh)
        #expect(scanner.findings(in: text).map(\.polarity) == [.forbids])
    }

    @Test("a way of doing it, or letting others do it, is no demand and no power")
    func prohibitedWays() {
        let ways = ["以贿赂、胁迫、电子侵入手段获取权利人的商业秘密；", "披露、使用或者允许他人使用以前项手段窃取的商业秘密。"]
        let banned = OneSentence.list("经营者不得有下列行为：", ways, .zh)
        let punished = OneSentence.list("有下列行为之一的，处一万元罚款：", ways, .zh)
        #expect(scanner.findings(in: banned).map(\.polarity) == [.protects, .protects])
        #expect(scanner.findings(in: punished).map(\.polarity) == [.protects, .protects])
    }

    @Test("a harm named elsewhere in the item is not done to the thing")
    func otherHarm() {
        let text = OneSentence.list("任何个人不得从事下列活动：", ["泄露国家秘密，或者违法向境外提供数据；"], .zh)
        #expect(scanner.findings(in: text).map(\.polarity) == [.forbids])
    }

    @Test("several hits of one concept in a sentence make one finding, and two sentences two")
    func collapse() {
        let once = OneSentence.text("供应商应当提交源代码，并说明源代码的版本。", .zh)
        let twice = OneSentence.text("供应商应当提交源代码。任何人不得泄露源代码。", .zh)
        #expect(scanner.findings(in: once).count == 1)
        #expect(scanner.findings(in: twice).map(\.polarity) == [.requires, .protects])
    }

    @Test("the subject of a sentence holds beyond its semicolons")
    func semicolon() {
        let text = OneSentence.text("主管部门不得收取费用；不得要求企业披露源代码。", .zh)
        #expect(scanner.findings(in: text).map(\.actor) == ["主管部门"])
    }

    @Test("long evidence is cut at the borders of clauses")
    func longEvidence() throws {
        let filler = String(repeating: "有关单位按照规定开展工作，", count: 40)
        let text = OneSentence.text(filler + "供应商应当提交源代码，" + filler, .zh)
        let finding = try #require(scanner.findings(in: text).first)
        #expect(finding.evidence.unicodeScalars.count <= 300)
        #expect(finding.evidence.contains("供应商应当提交源代码，"))
        #expect(finding.evidence.hasPrefix("有关单位") || finding.evidence.hasPrefix("供应商"))
    }

    @Test("a mask that begins inside another word is no mask")
    func maskInsideWord() {
        let text = OneSentence.text("供应商应当公开源代码。", .zh)
        #expect(scanner.findings(in: text).map(\.polarity) == [.requires])
    }

    @Test(
        "any scalars are read without a trap",
        arguments: [
            "", "源", "源代码", "：源代码；", "（源代码", "，，，源代码，，，", "不得源代码不得", "源代码\u{301}应当", "应当源代码的，", "的，源代码时，",
            "\u{0}源代码\u{FFFF}", "由源代码", "应当由源代码", "向源代码", "为源代码向其", "除外但源代码除外", "；；源代码；；", "（（源代码））的，处罚款",
        ])
    func hostile(_ sentence: String) {
        let text = OneSentence.text(sentence, .zh)
        #expect(scanner.findings(in: text).allSatisfy { $0.concept == "source-code-disclosure" })
        let list = OneSentence.list(sentence, [sentence, sentence], .zh)
        #expect(scanner.findings(in: list).allSatisfy { $0.range.upperBound <= 200 })
    }

    @Test(
        "any English is read without a trap",
        arguments: [
            "source code", ", source code,", "no source code", "shall source code", "source code shall",
            "by source code",
            "to source code to", "unless source code", "Where source code, shall", "(source code",
            "No, source code may", ". source code .",
            "shall not be shall source code by", "source code*", "and may source code",
        ])
    func hostileEnglish(_ sentence: String) {
        let found = scanner.findings(in: OneSentence.text(sentence, .en))
        #expect(found.allSatisfy { $0.concept == "source-code-disclosure" })
    }
}
