import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer

@Suite("English clauses")
struct EnglishClauseTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let clauses: [Clause] = [
        .en(
            "A supplier shall file its source code with the regulator.", code, .requires, "duty",
            actor: "A supplier", to: "the regulator"),
        .en(
            "Source code shall be filed with the regulator before sale.", code, .requires, "duty",
            to: "the regulator"),
        .en("Suppliers are required to hand over source code.", code, .requires, "duty", actor: "Suppliers"),
        .en(
            "Where the regulator requests source code, the supplier shall provide it.", code, .requires,
            "duty-to-comply"),
        .en("A supplier may not refuse to provide source code.", code, .requires, "double-negation"),
        .en(
            "Software shall not be sold unless its source code has been filed.", code, .requires, "condition"),
        .en("Records shall be stored within the territory.", local, .requires, "duty"),
        .en(
            "An operator shall not store records outside the territory.", local, .requires,
            "prohibition-of-opposite", actor: "An operator"),
        .en(
            "Where an operator fails to store records within the territory, it shall be fined.", local,
            .requires, "penalty-for-breach"),
        .en(
            "Where an operator stores records outside the territory, it shall be fined.", local, .requires,
            "penalty-for-breach"),
        .en(
            "A licence may be granted only after a security review of the equipment.", review, .requires,
            "condition"),
        .en(
            "Technical support shall be provided to public security organs by carriers.", help, .requires,
            "duty", actor: "carriers", to: "public security organs"),
        .en("The transfer of technology is a condition of approval.", transfer, .requires, "condition"),
        .en(
            "The department and its staff shall not require a firm to disclose source code to them, and shall keep trade secrets confidential.",
            code, .forbids, "prohibition-of-demand", actor: "The department and its staff"),
        .en(
            "No official may demand source code.", code, .forbids, "prohibition-of-demand", actor: "official"),
        .en(
            "No authority, office or inspector may, as a condition of approval, compel a firm to transfer technology.",
            transfer, .forbids, "prohibition-of-demand", actor: "authority, office or inspector"),
        .en("Source code shall not be made a condition of sale.", code, .forbids, "prohibition-of-demand"),
        .en("No firm shall be required to disclose source code.", code, .forbids, "prohibition-of-demand"),
        .en(
            "Inspectors shall not require source code, except where a law provides otherwise.", code,
            .forbids, "prohibition-of-demand"),
        .en(
            "Officials who compel a foreign firm to transfer technology shall be punished.", transfer,
            .forbids, "penalty-for-demand"),
        .en("No person may steal the source code of another.", code, .protects, "prohibition-of-harm"),
        .en(
            "Testing bodies shall keep the source code strictly confidential.", code, .protects,
            "duty-to-protect", actor: "Testing bodies"),
        .en("Source code shall not be leaked.", code, .protects, "prohibition-of-harm"),
        .en(
            "The department may require a supplier to submit source code.", code, .mayRequire,
            "power-to-demand", actor: "a supplier"),
        .en("The inspectors may review the source code.", code, .mayRequire, "power-to-demand"),
        .en("A developer may publish its source code.", code, .permits, "power", actor: "A developer"),
        .en("The State encourages firms to publish source code.", code, .permits, "encouragement"),
        .en("A small firm is not required to disclose source code.", code, .permits, "exemption"),
        .en(
            "Officials shall not use administrative means to compel the transfer of technology.", transfer,
            .forbids, "prohibition-of-demand", actor: "Officials"),
        .en(
            "Where an operator of critical information infrastructure buys products, the purchase shall pass a security review organised by the State.",
            review, .requires, "duty", actor: "an operator of critical information infrastructure"),
        .en(
            "Citizens' records collected by operators of critical information infrastructure shall be stored within the territory.",
            local, .requires, "duty", actor: "operators of critical information infrastructure"),
        .en(
            "Carriers shall provide technical support to public security organs in their work of safeguarding national security.",
            help, .requires, "duty", actor: "Carriers", to: "public security organs"),
        .en(
            "Where an operator of critical information infrastructure, in violation of these Rules, stores records outside the territory, the department orders it to correct this and fines it.",
            local, .requires, "penalty-for-breach",
            actor: "an operator of critical information infrastructure"),
        .en("In these Rules, source code means the text of a program.", code, .mentions, "definition"),
        .en(
            "The department shall formulate measures for the security review of equipment.", review,
            .mentions, "about-the-thing"),
        .en(
            "Where a foreign firm transfers know-how by technology transfer, it shall pay tax.", transfer,
            .mentions, "conditional-clause"),
        .en("The State supports open source code.", code, nil),
        .en(
            "A technology transfer contract shall be made in writing on the condition that it is dated.",
            transfer, nil),
        .en("Grain shall be stored within the territory.", local, nil),
        .en("Farmers may ask for technology transfer.", transfer, nil),
        .en("Resource codes shall be entered.", code, nil),
    ]

    @Test("are read like Chinese ones", arguments: clauses)
    func clause(_ clause: Clause) { clause.check(Self.scanner) }
}
