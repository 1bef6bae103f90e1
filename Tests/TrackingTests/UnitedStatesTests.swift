import Alerts
import Foundation
import Statute
import TestSupport
import Testing
import Tracking

@Suite("The United States side")
struct UnitedStatesTests {
    private let register: Register
    private let instruments: [Instrument]

    init() throws {
        register = try Register(folder: Corpus.packageRoot.appending(path: "laws"))
        instruments = register.instruments.filter { $0.id.country == "us" }
    }

    @Test("the measures that implement or test the promises are declared")
    func declared() {
        let slugs = Set(instruments.map(\.id.slug))
        let needed = [
            "eo-13694", "cisa-2015", "dtsa", "eo-13873", "icts-rules", "firrma", "firrma-rules",
            "ndaa-2019-889", "stcna", "cloud-act", "eo-14117", "dsp-rules",
        ]
        for slug in needed { #expect(slugs.contains(slug), "\(slug)") }
    }

    @Test("every version has a source, and what is recalled says so in a note")
    func sources() {
        for instrument in instruments {
            for version in instrument.versions {
                #expect(!version.sources.isEmpty, "\(instrument.id) \(version.name)")
                if version.confidence == "recalled" {
                    #expect(version.notes.contains { $0.contains("recalled") }, "\(instrument.id)")
                }
            }
        }
    }

    @Test("the sanctions order has its four amendments, and the day not known is left empty")
    func sanctions() throws {
        let order = try #require(instruments.first { $0.id.slug == "eo-13694" })
        #expect(
            order.versions.map { $0.signed?.description } == [
                "2015-04-01", "2016-12-28", "2021-01-19", "2025-01-16", "2025-06-06",
            ])
        let amended = try #require(order.versions.first { $0.name.stage == "amended-2016" })
        #expect(amended.published == nil && amended.effective == nil)
    }

    @Test("every reported extract is declared, numbered by us, and each item names its source")
    func extracts() throws {
        let files = FileManager.default
        let root = Corpus.packageRoot.appending(path: "snapshots/us")
        var seen = 0
        for slug in try files.contentsOfDirectory(atPath: root.path).sorted() {
            let folder = root.appending(path: slug)
            let instrument = try #require(instruments.first { $0.id.slug == slug }, "\(slug) is not declared")
            for name in try files.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".en.txt") {
                seen += 1
                let stem = String(name.dropLast(7))
                #expect(instrument.versions.contains { $0.name.description == stem }, "\(slug) \(stem)")
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                let parsed = StatuteParser.parse(text, language: .en)
                #expect(parsed.diagnostics == [], "\(slug) \(stem)")
                let yaml = try String(
                    contentsOf: folder.appending(path: "\(stem).en.provenance.yml"), encoding: .utf8)
                let provenance = try ProvenanceDeclaration.read(
                    yaml, file: stem, schema: register.provenanceSchema, for: parsed.text)
                for unit in parsed.text.articleLevel {
                    let record = try #require(
                        provenance.records[unit.path], "\(slug) \(stem) \(unit.path.rawValue)")
                    #expect(!record.sources.isEmpty)
                    #expect([.reported, .recalled, .assumed].contains(record.fidelity))
                    #expect((record.fidelity == .assumed) == (record.basis != nil))
                    #expect(record.note?.contains("Numbering ours.") == true)
                    if record.fidelity == .recalled { #expect(record.note?.contains("memory") == true) }
                }
            }
        }
        #expect(seen >= 15)
    }
}
