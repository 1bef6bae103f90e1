import Alerts
import Statute
import Testing

private let code = SampleConcepts.sourceCode
private let local = SampleConcepts.localisation
private let review = SampleConcepts.review
private let help = SampleConcepts.assistance
private let transfer = SampleConcepts.transfer
private let outbound = SampleConcepts.outbound
private let secrets = SampleConcepts.secrets

/// Limits, double bans, savings and penalties, in the turns that statutes of several countries use.
@Suite("English limits and bans")
struct EnglishLimitTests {
    static let scanner = ConceptScanner(concepts: SampleConcepts.all)

    static let limits: [Clause] = [
        .en("Records may be stored only in cabinets within the territory.", local, .requires, "condition"),
        .en(
            "Copies may be kept on servers outside the territory only where no server at home is free.",
            local,
            .requires, "condition"),
        .en(
            "Equipment may be purchased only if it has undergone a security review.", review, .requires,
            "condition"),
        .en(
            "A security review of equipment may be conducted only by accredited bodies.", review, .requires,
            "condition", actor: "accredited bodies"),
        .en(
            "A product whose source code has not been submitted shall not be marketed.", code, .requires,
            "condition"),
        .en(
            "Equipment for which no security review has been conducted may not be purchased.", review,
            .requires,
            "condition"),
        .en(
            "No equipment may be connected without registration, testing and a security review.", review,
            .requires,
            "condition"),
        .en("The export of equipment requires a security review.", review, .requires, "duty"),
        .en("A security review is required before equipment is imported.", review, .requires, "duty"),
        .en(
            "A supplier that holds less than one half of its shares at home and keeps a server outside the territory "
                + "shall not be eligible for a licence.", local, .mentions),
    ]

    @Test("that oblige", arguments: limits) func limit(_ clause: Clause) { clause.check(Self.scanner) }

    static let twice: [Clause] = [
        .en("The submission of source code shall not be refused.", code, .requires, "double-negation"),
        .en(
            "Technical assistance to a state security organ shall not be withheld.", help, .requires,
            "double-negation"),
        .en(
            "The regulator shall not deny approval because a firm has not disclosed its source code.", code,
            .forbids,
            "prohibition-of-demand", actor: "The regulator"),
        .en(
            "A licence shall not be withheld on the ground that source code was not submitted.", code,
            .forbids,
            "prohibition-of-demand"),
        .en(
            "A supplier may not refuse, on the ground that it holds a patent, to submit source code.", code,
            .requires,
            "double-negation", actor: "A supplier"),
        .en(
            "An authority may not prevent a company from keeping records on a server outside the territory.",
            local,
            .forbids, "prohibition-of-ban", actor: "An authority"),
        .en("No person shall be compelled to disclose source code.", code, .forbids, "prohibition-of-demand"),
        .en("No supplier shall be asked to provide source code.", code, .forbids, "prohibition-of-demand"),
        .en(
            "No condition may be attached to an approval that calls for a transfer of technology.", transfer,
            .forbids,
            "prohibition-of-demand"),
        .en(
            "Nothing in this Act shall oblige a supplier to disclose source code.", code, .forbids,
            "exemption"),
        .en(
            "Nothing in this Act shall be read as preventing a company from storing records outside the territory.",
            local, .forbids, "exemption"),
        .en(
            "No Party shall require the transfer of technology as a condition of approval.", transfer,
            .forbids,
            "prohibition-of-demand", actor: "Party"),
        .en(
            "Each Party shall ensure that no supplier is required to disclose source code.", code, .forbids,
            "prohibition-of-demand", actor: "Each Party"),
        .en(
            "The agency shall ensure that the source code is not disclosed.", code, .protects,
            "prohibition-of-harm",
            actor: "The agency"),
        .en(
            "A supplier is under no obligation to submit source code.", code, .permits, "exemption",
            actor: "A supplier"),
    ]

    @Test("that ban a ban, a refusal or a demand", arguments: twice)
    func ban(_ clause: Clause) { clause.check(Self.scanner) }

    static let demands: [Clause] = [
        .en(
            "The Minister may call upon a carrier to submit source code.", code, .mayRequire,
            "power-to-demand",
            actor: "a carrier"),
        .en(
            "The court may direct the holder of a licence to hand over source code.", code, .mayRequire,
            "power-to-demand", actor: "the holder of a licence"),
        .en(
            "The regulator may demand that an applicant submit source code.", code, .mayRequire,
            "power-to-demand",
            actor: "an applicant"),
        .en(
            "The regulator may request source code from the manufacturer.", code, .mayRequire,
            "power-to-demand",
            actor: "the manufacturer"),
        .en(
            "The board may make it a condition of a licence that source code is submitted.", code,
            .mayRequire,
            "power-to-demand"),
        .en("A tenderer may be ordered to disclose source code.", code, .mayRequire, actor: "A tenderer"),
        .en(
            "The Ministry is empowered to compel importers to submit source code.", code, .mayRequire,
            "power-to-demand", actor: "importers"),
    ]

    @Test("that let an authority demand", arguments: demands)
    func demand(_ clause: Clause) { clause.check(Self.scanner) }

    static let penalties: [Clause] = [
        .en(
            "A person commits an offence if he fails to submit source code.", code, .requires,
            "penalty-for-breach",
            actor: "A person"),
        .en(
            "A fine may be imposed on a vendor that refuses to submit source code.", code, .requires,
            "penalty-for-breach"),
        .en(
            "Any infringement of the duty to submit source code shall be subject to a fine.", code, .requires,
            "penalty-for-breach"),
        .en(
            "Whoever, by threats or theft, obtains a trade secret of another shall be imprisoned.", secrets,
            .protects,
            "penalty-for-harm", actor: "Whoever"),
        .en(
            "An officer who compels a firm to disclose source code is guilty of misconduct and shall be dismissed.",
            code,
            .forbids, "penalty-for-demand", actor: "An officer"),
        .en(
            "A broker who passes source code to others shall be fined.", code, .protects, "penalty-for-harm",
            actor: "A broker"),
        .en("No one shall misuse source code.", code, .protects, "prohibition-of-harm", actor: "No one"),
        .en(
            "Trade secrets so obtained shall be used only for the inspection.", secrets, .protects,
            "duty-to-protect"),
        .en(
            "Trade secrets shall not be used for any other purpose.", secrets, .protects,
            "prohibition-of-harm"),
    ]

    @Test("that punish or protect", arguments: penalties)
    func penalty(_ clause: Clause) { clause.check(Self.scanner) }

    @Test("the items under a penalty take its subject") func listedOffences() {
        let text = OneSentence.list(
            "A contractor shall be fined if it:", ["fails to store records within the territory;"], .en)
        let found = Self.scanner.findings(in: text)
        #expect(found.map(\.polarity) == [.requires])
        #expect(found.first?.rule == "penalty-for-breach")
        #expect(found.first?.actor == "A contractor")
    }
}
