import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer

/// The forms in which English statutes oblige, allow and forbid: exceptions, refusals, passives, events, penalties.
@Suite("English forms of law")
struct EnglishFormTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let duties: [Clause] = [
        .en("It is the duty of every supplier to submit its source code.", code, .requires, "duty"),
        .en("A supplier is to submit source code within ten days.", code, .requires, "duty"),
        .en(
            "Equipment whose security review may affect trade shall undergo the security review twice.",
            review,
            .requires, "duty"),
        .en(
            "A supplier whose source code may endanger users must submit it to the regulator.", code,
            .requires,
            "duty"),
        .en(
            "An operator shall, to protect its users by law, store records within the territory.", local,
            .requires,
            "duty"),
        .en(
            "Where the State cyberspace administration finds records, it shall store them within the territory.",
            local, .requires, "duty", actor: "the State cyberspace administration"),
        .en("Suppliers will be required to submit source code.", code, .requires, "duty"),
        .en("Source code must, on request, be submitted to the regulator.", code, .requires, "duty"),
        .en(
            "Unless the regulator agrees otherwise, a supplier shall submit source code.", code, .requires,
            "duty", actor: "a supplier"),
        .en(
            "A supplier shall submit source code, provided that small suppliers may submit a summary.", code,
            .requires, "duty"),
        .en("A supplier shall not fail to submit source code.", code, .requires, "double-negation"),
        .en("No supplier may refuse to submit source code.", code, .requires, "double-negation"),
        .en(
            "Records may be stored only within the territory.", local, .requires, "condition"),
        .en("An operator may store records only within the territory.", local, .requires, "condition"),
        .en(
            "Where records are lost, the operator shall restore them and store them within the territory.",
            local, .requires, "duty"),
        .en(
            "Operators are prohibited from storing records outside the territory.", local, .requires,
            "prohibition-of-opposite"),
        .en(
            "It shall be unlawful to store records outside the territory.", local, .requires,
            "prohibition-of-opposite"),
        .en(
            "Equipment shall not be purchased until it has undergone a security review.", review, .requires,
            "condition"),
        .en(
            "No equipment may be purchased without a security review.", review, .requires, "condition"),
        .en(
            "Equipment that has not passed a security review shall not be sold.", review, .requires,
            "condition"),
        .en(
            "The products shall undergo a security review before they are sold.", review, .requires, "duty"),
        .en(
            "Before it purchases equipment, an operator shall conduct a security review.", review, .requires,
            "duty"),
        .en(
            "An operator that refuses to store records within the territory shall be fined.", local,
            .requires, "penalty-for-breach"),
        .en(
            "An operator which does not store records within the territory is liable to a fine.", local,
            .requires, "penalty-for-breach"),
    ]

    @Test("that oblige", arguments: duties)
    func duty(_ clause: Clause) { clause.check(Self.scanner) }

    static let bans: [Clause] = [
        .en(
            "The regulator is prohibited from requiring a supplier to disclose source code.", code, .forbids,
            "prohibition-of-demand", actor: "The regulator"),
        .en(
            "No department may require a supplier to submit source code.", code, .forbids,
            "prohibition-of-demand", actor: "department"),
        .en(
            "Suppliers shall not be required to disclose source code.", code, .forbids,
            "prohibition-of-demand"),
        .en(
            "In no case may the regulator require source code to be disclosed.", code, .forbids,
            "prohibition-of-demand"),
        .en(
            "Under no circumstances shall a department require a firm to transfer technology.", transfer,
            .forbids, "prohibition-of-demand"),
        .en(
            "Neither the regulator nor its staff may demand source code.", code, .forbids,
            "prohibition-of-demand"),
        .en("The regulator may not require source code.", code, .forbids, "prohibition-of-demand"),
        .en(
            "A supplier is entitled to refuse to disclose source code.", code, .forbids, "right-to-refuse",
            actor: "A supplier"),
        .en("A supplier has the right to decline to submit source code.", code, .forbids, "right-to-refuse"),
        .en("A supplier may refuse to submit source code.", code, .forbids, "right-to-refuse"),
        .en(
            "Staff who demand source code from a supplier shall be disciplined.", code, .forbids,
            "penalty-for-demand"),
        .en(
            "Approval shall not be made conditional on the transfer of technology.", transfer, .forbids,
            "prohibition-of-demand"),
    ]

    @Test("that forbid the demand", arguments: bans)
    func ban(_ clause: Clause) { clause.check(Self.scanner) }

    static let powers: [Clause] = [
        .en(
            "The regulator may, where it is necessary, require a supplier to submit source code.", code,
            .mayRequire, "power-to-demand", actor: "a supplier"),
        .en("A supplier may be required to submit source code.", code, .mayRequire, "power-to-demand"),
        .en("Source code may be demanded by the regulator.", code, .mayRequire, "power-to-demand"),
        .en(
            "The regulator has the power to order a supplier to deliver source code.", code, .mayRequire,
            "power-to-demand"),
        .en(
            "The regulator is authorised to request source code.", code, .mayRequire, "power-to-demand"),
        .en("A supplier need not disclose source code.", code, .permits, "exemption"),
        .en(
            "A supplier is not obliged to store records within the territory.", local, .permits,
            "exemption"),
        .en(
            "An operator is free to store records within the territory.", local, .permits, "power"),
        .en("Nothing in this Law requires a supplier to disclose source code.", code, .forbids, "exemption"),
        .en(
            "Nothing in this Law shall be construed as requiring a supplier to disclose source code.", code,
            .forbids, "exemption"),
        .en(
            "Where there are no records, the operator may store its plans within the territory.", local,
            .permits, "power"),
        .en("Research bodies may submit source code.", code, .permits, "power"),
    ]

    @Test("that allow", arguments: powers)
    func power(_ clause: Clause) { clause.check(Self.scanner) }

    static let shields: [Clause] = [
        .en(
            "Whoever obtains source code by improper means shall be punished.", code, .protects,
            "penalty-for-harm"),
        .en("The State shall combat the theft of source code.", code, .protects, "duty-to-protect"),
        .en(
            "Departments shall take measures to prevent source code from being stolen.", code, .protects,
            "duty-to-protect"),
        .en(
            "Inspectors shall keep confidential according to law the source code that they see.", code,
            .protects,
            "duty-to-protect"),
        .en("Staff who leak source code shall be disciplined.", code, .protects, "penalty-for-harm"),
        .en(
            "Source code obtained in the inspection shall not be disclosed to others.", code, .protects,
            "prohibition-of-harm"),
        .en("It is an offence to steal source code.", code, .protects, "penalty-for-harm"),
    ]

    @Test("that protect", arguments: shields)
    func shield(_ clause: Clause) { clause.check(Self.scanner) }

    static let mentions: [Clause] = [
        .en("For the purposes of this Law, “source code” includes comments.", code, .mentions, "definition"),
        .en("Source code is defined as the text of a program.", code, .mentions, "definition"),
        .en(
            "If a supplier discloses source code, the department shall issue a receipt.", code, .mentions,
            "conditional-clause"),
        .en("The department shall publish rules on the security review of equipment.", review, .mentions),
        .en(
            "No operator may hand foreign courts records stored within the territory.", local, .mentions,
            "about-the-thing"),
        .en(
            "No department may retaliate against individuals who submit source code.", code, .mentions,
            "about-the-thing"),
        .en("A licence may mention source code.", code, .mentions),
    ]

    @Test("that only mention", arguments: mentions)
    func mention(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("an event sets off the duty") func event() {
        let scanner = ConceptScanner(concepts: [Self.incident])
        for (text, polarity, rule) in [
            (
                "Where a network incident occurs, the operator shall report it.", Polarity.requires,
                "duty-upon-event"
            ),
            (
                "Upon discovering a network incident, an operator must report to the department.", .requires,
                "duty-upon-event"
            ),
            ("In the event of a network incident, an operator must report it.", .requires, "duty-upon-event"),
            (
                "Where an operator reports a network incident, the department shall issue a receipt.",
                .mentions, "conditional-clause"
            ),
            (
                "Where a network incident occurs, an operator that does not report it shall be fined.",
                .requires, "penalty-for-breach"
            ),
        ] {
            let found = scanner.findings(in: OneSentence.text(text, .en))
            #expect(found.map(\.polarity) == [polarity], "\(text) \(found.map(\.rule))")
            #expect(found.first?.rule == rule, "\(text)")
        }
    }

    @Test("a modal is seen though the thing begins with its verb") func verbOfModal() {
        var words = Concept.Words()
        words.triggers = ["support, assist and cooperate"]
        let concept = Concept(
            id: "help", titles: [.en: "Help", .zh: "协助"], definition: "Help.", words: [.en: words],
            bearsOn: [],
            examples: [])
        let found = ConceptScanner(concepts: [concept]).findings(
            in: OneSentence.text("Every firm shall support, assist and cooperate with the regulator.", .en))
        #expect(found.map(\.polarity) == [.requires])
        #expect(found.first?.actor == "Every firm")
    }

    private static let incident: Concept = {
        var words = Concept.Words()
        words.triggers = ["network incident*"]
        words.acts = ["report*"]
        return Concept(
            id: "incident", titles: [.en: "Incident", .zh: "事件"], definition: "An incident.",
            words: [.en: words], bearsOn: [], examples: [])
    }()

    @Test("the items of a list take what its first line says") func lists() {
        let finding = { (leadIn: String, items: [String]) in
            Self.scanner.findings(in: OneSentence.list(leadIn, items, .en)).map(\.polarity)
        }
        #expect(finding("A supplier shall:", ["publish prices;", "submit its source code;"]) == [.requires])
        #expect(
            finding("The regulator may:", ["visit a supplier;", "require it to submit source code;"]) == [
                .mayRequire
            ])
        #expect(finding("The regulator shall not:", ["charge a fee;", "demand source code;"]) == [.forbids])
        #expect(
            finding("Anyone who commits one of the following acts shall be fined:", ["stealing source code;"])
                == [.protects])
        #expect(
            finding(
                "The department fines a supplier for any of the following acts:",
                ["not submitting source code;"]) == [.requires])
        #expect(
            finding(
                "An applicant shall meet the following conditions:",
                ["its records are stored within the territory;"])
                == [.requires])
        #expect(
            finding(
                "In this Law, the following terms have these meanings:",
                ["source code: the text of a program;"])
                == [.mentions])
        #expect(
            finding(
                "Under any of the following circumstances, the department shall hold a hearing:",
                ["a supplier discloses source code;"])
                == [.mentions])
    }
}
