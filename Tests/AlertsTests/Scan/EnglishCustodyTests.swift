import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let secrets = SampleConcepts.secrets

/// Things held in trust, rules in the future tense, and what is left out.
@Suite("English custody and omissions")
struct EnglishCustodyTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let custody: [Clause] = [
        .en(
            "Testers shall not remove copies of the source code.", code, .protects, "prohibition-of-harm",
            actor: "Testers"),
        .en(
            "Reviewers who learn of source code must not disclose it.", code, .protects, "prohibition-of-harm"
        ),
        .en("It is the duty of every tester not to disclose trade secrets.", secrets, .forbids),
        .en(
            "Testers shall preserve the confidentiality of trade secrets.", secrets, .protects,
            "duty-to-protect"),
        .en("Trade secrets are exempt from disclosure.", secrets, .protects, "duty-to-protect"),
        .en(
            "The agency will not request source code.", code, .forbids, "prohibition-of-demand",
            actor: "The agency"),
        .en("Source code that will be needed later is listed.", code, .mentions),
    ]

    static let omissions: [Clause] = [
        .en("Suppliers shall deliver no source code.", code, .forbids),
        .en("Records of protected persons shall be stored within the territory.", local, .requires, "duty"),
        .en(
            "The Supervisor may open a security review of equipment.", review, .mayRequire, "power-to-demand"),
        .en("Records shall not be stored on servers outside the territory.", local, .requires),
        .en("An officer who asks for source code shall show a badge.", code, .mentions),
    ]

    static let limits: [Clause] = [
        .en(
            "The agency may use the source code obtained only for the test.", code, .requires, "condition"),
        .en("The agency may examine source code only for the test.", code, .mayRequire, "power-to-demand"),
        .en(
            "Where a supplier does not provide source code, the agency orders it to make corrections.", code,
            .requires, "penalty-for-breach"),
        .en(
            "Where suppliers provide source code, the agency supports the self-discipline of the trade.",
            code,
            .mentions),
    ]

    @Test("what was obtained is used within limits, and what is not done is put right", arguments: limits)
    func limited(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("what is held in trust is protected", arguments: custody)
    func held(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("what is left out is not owed", arguments: omissions)
    func omitted(_ clause: Clause) { clause.check(Self.scanner) }
}
