import Alerts
import Foundation
import Rendering
import Statute
import TestSupport
import Testing
import Tracking

@Suite("The catalogue of agreements")
struct AgreementCatalogueTests {
    private let register: Register
    private let commitments: [Commitment]

    init() throws {
        register = try Register(folder: Corpus.packageRoot.appending(path: "laws"))
        commitments = register.agreements.flatMap(\.commitments)
    }

    @Test("every commitment says who owes what, on which source, and within which limits")
    func whole() {
        for commitment in commitments {
            #expect(!commitment.titles.isEmpty && !commitment.who.isEmpty && !commitment.text.isEmpty)
            #expect(!commitment.sources.isEmpty, "\(commitment.id)")
            #expect(!commitment.limits.isEmpty || commitment.noLimits != nil, "\(commitment.id)")
            #expect(commitment.limits.allSatisfy { !($0.excludes ?? "").isEmpty }, "\(commitment.id)")
        }
    }

    @Test("every commitment says what it is for China and for the United States")
    func bothSides() {
        for commitment in commitments {
            for country in ["cn", "us"] {
                #expect(commitment.parties.contains(country), "\(commitment.id) is silent on \(country)")
            }
        }
    }

    @Test("what is called sourced names a page or a document, and only that is called so")
    func sourced() {
        for commitment in commitments {
            if commitment.confidence == "sourced" {
                #expect(commitment.sources.contains { $0.contains("://") }, "\(commitment.id)")
            } else {
                #expect(!(commitment.unverified ?? "").isEmpty, "\(commitment.id)")
            }
        }
    }

    @Test(
        "days are days, steps follow each other, and no period of force is older than memory of the promise")
    func dates() throws {
        for agreement in register.agreements {
            #expect(CalendarDate(agreement.date) != nil, "\(agreement.id)")
            for commitment in agreement.commitments {
                #expect(CalendarDate(commitment.since) != nil, "\(commitment.id)")
                let days = commitment.steps.map(\.date)
                #expect(
                    days == days.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(commitment.id)")
                for period in commitment.force where period.force.holds {
                    let from = try #require(
                        period.from, "\(commitment.id) holds for \(period.party) since ever")
                    let month = commitment.since.prefix(from.count)
                    #expect(!from.utf8.lexicographicallyPrecedes(month.utf8), "\(commitment.id)")
                }
            }
        }
    }

    @Test(
        "force on a day",
        arguments: [
            ("xo-eco-4-ict-security-regs", "cn", "2015-09-24", Force.notInForce),
            ("xo-eco-4-ict-security-regs", "us", "2015-09-25", .political),
            ("cptpp-14-17-source-code", "cn", "2021-09-15", .notAParty),
            ("cptpp-14-17-source-code", "cn", "2021-09-16", .notAParty),
            ("cptpp-14-17-source-code", "us", "2016-06-01", .notInForce),
            ("cptpp-14-17-source-code", "us", "2017-06-01", .notAParty),
            ("p1-2-3-no-transfer-by-licensing", "cn", "2020-02-13", .notInForce),
            ("p1-2-3-no-transfer-by-licensing", "cn", "2020-02-14", .binding),
            ("p1-2-3-no-transfer-by-licensing", "gb", "2020-02-14", .notAParty),
            ("rcep-12-14-computing-facilities", "cn", "2021-12-31", .notInForce),
            ("rcep-12-14-computing-facilities", "cn", "2022-01-01", .binding),
            ("rcep-12-14-computing-facilities", "us", "2022-01-01", .notAParty),
            ("uncc-criminal-cooperation", "cn", "2026-01-01", .notInForce),
            ("uncc-criminal-cooperation", "us", "2026-01-01", .notAParty),
            ("tbt-2-2-not-more-restrictive", "cn", "2001-12-10", .notAParty),
            ("tbt-2-2-not-more-restrictive", "cn", "2001-12-11", .binding),
            ("acc-7-3-no-performance-requirements", "us", "2010-01-01", .notAParty),
            ("budapest-criminal-cooperation", "us", "2006-12-31", .notInForce),
            ("budapest-criminal-cooperation", "us", "2007-01-01", .binding),
            ("budapest-criminal-cooperation", "cn", "2026-01-01", .notAParty),
            ("usmca-19-16-source-code", "us", "2020-07-01", .binding),
            ("depa-4-data-flows", "cn", "2022-09-01", .notAParty),
            ("gdsi-2020-no-backdoors", "cn", "2020-09-08", .political),
            ("jcct-2016-b-secure-controllable", "us", "2017-01-01", .notAParty),
            ("ukcn-2015-no-ip-theft", "gb", "2015-10-22", .political),
            ("mlaa-2000-1-mutual-assistance", "us", "2000-07-01", .notInForce),
            ("eu-cai-no-tech-transfer", "cn", "2026-01-01", .notInForce),
        ])
    func forceOnADay(id: String, country: String, day: String, force: Force) throws {
        let commitment = try #require(register.commitment(id)?.commitment)
        #expect(commitment.force(of: country, on: day) == force)
    }

    @Test("the dialogue of 2015 was held, and has lapsed since October 2017")
    func dialogue() throws {
        let dialogue = try #require(register.commitment("xo-cyb-7-high-level-dialogue")?.commitment)
        let then = try #require(dialogue.mechanism(on: "2016-07-01"))
        #expect(then.lastHeld?.date == "2016-06")
        #expect(then.lapsed == nil)
        let later = try #require(dialogue.mechanism(on: "2020-01-01"))
        #expect(later.lastHeld?.date == "2017-10-04")
        #expect(later.lapsed?.date == "2017-10-04")
        #expect(later.next == nil)
        let convention = try #require(register.commitment("uncc-criminal-cooperation")?.commitment)
        #expect(convention.mechanism(on: "2026-11-23")?.next?.date == "2026-12-31")
    }

    @Test("what is from memory reads as unverified, in the catalogue and in full")
    func recalledIsShown() {
        let style = TerminalStyle(color: false, width: 200)
        let catalogue = TerminalAgreements.catalogue(register.agreements, on: "2026-11-23", style: style)
        let lines = catalogue.split(separator: "\n")
        for agreement in register.agreements {
            for commitment in agreement.commitments {
                let line = lines.first { $0.hasPrefix("\(commitment.id) ") }
                let isSure = commitment.confidence == "sourced"
                #expect(line?.hasSuffix("unverified") == !isSure, "\(commitment.id)")
                let full = TerminalAgreements.full(agreement, [commitment], on: "2026-11-23", style: style)
                #expect(full.contains("Not verified: ") || commitment.unverified == nil, "\(commitment.id)")
            }
        }
    }

    @Test("not in force and not a party are shown, not dropped")
    func nothingDropped() throws {
        let catalogue = TerminalAgreements.catalogue(
            register.agreements, on: "2026-11-23", style: TerminalStyle(color: false, width: 120))
        for commitment in commitments { #expect(catalogue.contains(commitment.id)) }
        #expect(catalogue.contains("not a party") && catalogue.contains("not in force"))
        let (agreement, commitment) = try #require(register.commitment("cptpp-14-17-source-code"))
        let full = TerminalAgreements.full(
            agreement, [commitment], on: "2026-11-23", style: TerminalStyle(color: false, width: 120))
        #expect(full.contains("the state is not a party to it"))
        #expect(full.contains("critical-infrastructure: "))
        #expect(full.contains("from 2021-09-16: not a party. Applied in writing"))
    }

    @Test("CPTPP 14.17 leaves out critical infrastructure in a form that rules can test")
    func infrastructure() throws {
        let source = try #require(register.commitment("cptpp-14-17-source-code")?.commitment)
        #expect(source.limits.contains { $0.takesOut.contains(.criticalInfrastructure) })
        let outcome = try #require(register.commitment("xo-eco-4-ict-security-regs")?.commitment)
        #expect(outcome.limits.contains { $0.takesOut.contains(.publicBodies) })
    }
}
