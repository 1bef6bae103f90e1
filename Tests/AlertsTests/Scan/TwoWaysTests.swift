import Alerts
import Statute
import Testing

/// A sentence that speaks of one concept in two ways makes two findings, and no more than two.
@Suite("One sentence, two ways")
struct TwoWaysTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    private func findings(_ sentence: String, _ language: Language) -> [Finding] {
        Self.scanner.findings(in: OneSentence.text(sentence, language))
            .filter { $0.concept == SampleConcepts.sourceCode.id }
    }

    @Test("one hands over and the other keeps secret")
    func handedOverAndKept() {
        let found = findings("开发者应当向登记机关移交源代码，登记机关应当对移交的源代码采取保密措施。", .zh)
        #expect(found.map(\.polarity) == [.requires, .protects])
        #expect(found.map(\.actor) == ["开发者", "登记机关"])
        #expect(found.map(\.evidence) == ["开发者应当向登记机关移交源代码，", "登记机关应当对移交的源代码采取保密措施。"])
    }

    @Test("a pronoun stands for what was handed over")
    func pronoun() {
        let found = findings(
            "The vendor shall submit the source code to the Board, and the Board shall keep it confidential.",
            .en)
        #expect(found.map(\.polarity) == [.requires, .protects])
        #expect(found.map(\.actor) == ["The vendor", "the Board"])
        #expect(findings("开发者应当提交源代码，登记机关应当指定专人对其保密。", .zh).map(\.polarity) == [.requires, .protects])
    }

    @Test("a limit that begins with but is told beside the power")
    func limited() {
        let found = findings("主管部门可以要求开发者提交源代码片段，但不得强制其公开源代码全文。", .zh)
        #expect(found.map(\.polarity) == [.mayRequire, .forbids])
    }

    @Test("a power to demand and the duty to bear with it are one measure")
    func power() {
        #expect(findings("主管部门可以要求开发者提交源代码，开发者不得拒绝提供源代码。", .zh).count == 1)
    }

    @Test("a duty and the ban on breaking it are one measure")
    func duty() {
        #expect(findings("开发者应当提交源代码，不得只提供部分源代码。", .zh).map(\.polarity) == [.requires])
    }

    @Test("an exemption after the duty is room for the opposite and no measure of its own")
    func exemption() {
        let found = findings("国家实行源代码备案制度。大众消费类软件不实行源代码备案制度。", .zh)
        #expect(found.map(\.polarity) == [.requires, .mentions])
        #expect(found.map(\.isOpposite) == [false, true])
        #expect(findings("大众消费类软件不实行源代码备案制度。", .zh).map(\.polarity) == [.forbids])
    }
}
