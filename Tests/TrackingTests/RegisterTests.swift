import Alerts
import Foundation
import Statute
import TestSupport
import Testing
import Tracking

@Suite("The register of declarations")
struct RegisterTests {
    private let laws = Corpus.packageRoot.appending(path: "laws")

    @Test("the bundled declarations are without fault and refer to each other")
    func bundled() throws {
        let register = try Register(folder: laws)
        let csl = try #require(register.instrument(named: "中华人民共和国网络安全法"))
        #expect(csl.id.description == "cn/cybersecurity-law")
        let held = ["draft-1", "draft-2", "adopted", "amended"]
        #expect(csl.versions.map(\.name.stage).filter(held.contains) == held)
        #expect(csl.versions.contains { $0.name.description == "2015-07-06.draft-1" && $0.articles == 68 })
        #expect(register.agreements.flatMap(\.commitments).count == 84)
        #expect(register.concepts.count >= 5)
    }

    @Test("every fault of every file is told at once, with file and line")
    func allFaults() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: laws.appending(path: "schemas"), to: folder.url.appending(path: "schemas"))
        try folder.write(
            "schema: 1\nid: cn/other\ncountry: xx1\nnonsense: 2\n", to: "cn/law-a/instrument.yml")
        try folder.write("schema: 1\n  bad: [\n", to: "concepts/broken.yml")
        do {
            _ = try Register(folder: folder.url)
            Issue.record("the faults were not seen")
        } catch {
            let told = error.faults.map {
                "\($0.file.split(separator: "/").suffix(2).joined(separator: "/")):\($0.line) \($0.message)"
            }
            #expect(
                told.contains {
                    $0.hasPrefix("law-a/instrument.yml:4 the document “nonsense” is not known here")
                })
            #expect(told.contains { $0.hasPrefix("law-a/instrument.yml:3 country is “xx1”") })
            #expect(
                told.contains { $0.hasPrefix("law-a/instrument.yml:1 the document “versions” is missing") })
            #expect(told.contains { $0.hasPrefix("concepts/broken.yml:2 ") })
        }
    }

    @Test("a folder that is no register says so")
    func noRegister() throws {
        let folder = try TemporaryFolder()
        #expect(throws: RegisterError.self) { _ = try Register(folder: folder.url) }
    }

    @Test(
        "bundled renderings have the articles that are declared, and provenance for their own provisions",
        arguments: [
            ("cybersecurity-law/2015-07-06.draft-1", 68), ("cybersecurity-law/2016-07-05.draft-2", 75),
            ("cybersecurity-law/2016-11-07.adopted", 79), ("cybersecurity-law/2025-10-28.amended", 81),
            ("commercial-cryptography-regulations/1999-10-07.adopted", 27),
            ("commercial-cryptography-regulations/2023-04-27.revised", 67),
            ("banking-it-guidelines-317/2014-12-26.adopted", 0),
            ("banking-it-guidelines-317/2015-04-13.suspended", 0),
        ])
    func seeds(path: String, articles: Int) throws {
        let base = Corpus.packageRoot.appending(path: "snapshots/cn/\(path).en")
        let text = try String(contentsOf: base.appendingPathExtension("txt"), encoding: .utf8)
        let parsed = StatuteParser.parse(text)
        #expect(parsed.diagnostics == [])
        let numbers = parsed.text.articleLevel.filter { $0.kind == .article }.map(\.number)
        #expect(numbers == (0..<articles).map { String($0 + 1) })
        let yaml = try String(contentsOf: base.appendingPathExtension("provenance.yml"), encoding: .utf8)
        let register = try Register(folder: laws)
        let provenance = try ProvenanceDeclaration.read(
            yaml, file: path, schema: register.provenanceSchema, for: parsed.text)
        for unit in parsed.text.articleLevel {
            let record = provenance.record(for: unit.path)
            #expect(!record.sources.isEmpty)
            #expect((record.fidelity == .assumed) == (record.basis != nil))
        }
    }
}
