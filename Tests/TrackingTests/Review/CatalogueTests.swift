import Foundation
import TestSupport
import Testing
import Tracking

@Suite("The version of the catalogue")
struct CatalogueTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws"), to: folder.url.appending(path: "laws"))
    }

    private func catalogue() throws -> Catalogue {
        try Register(folder: folder.url.appending(path: "laws")).catalogue
    }

    private func edit(_ path: String, _ change: (String) -> String) throws {
        let file = folder.url.appending(path: "laws/\(path)")
        let old = try String(contentsOf: file, encoding: .utf8)
        let new = change(old)
        #expect(new != old)
        try new.write(to: file, atomically: true, encoding: .utf8)
    }

    private let concept = "concepts/source-code-disclosure.yml"
    private let agreement = "agreements/us-cn-outcome-2015/agreement.yml"

    @Test("does not see comments, blanks, quotation marks or the order of keys")
    func layout() throws {
        let before = try catalogue()
        try edit(concept) { "# a remark\n\n" + $0 }
        try edit(concept) {
            $0.replacing(
                "schema: 1\nid: source-code-disclosure\n", with: "id:   'source-code-disclosure'\nschema: 1\n"
            )
        }
        #expect(try catalogue() == before)
    }

    @Test("sees a word of a concept, and says which concept")
    func word() throws {
        let before = try catalogue()
        try edit(concept) {
            $0.replacing("en: Source-code disclosure", with: "en: Disclosure of source code")
        }
        let after = try catalogue()
        #expect(after.version != before.version)
        #expect(
            after.concepts.filter { before.concepts[$0.key] != $0.value }.map(\.key) == [
                "source-code-disclosure"
            ])
        #expect(after.commitments == before.commitments)
    }

    @Test("sees a word of a commitment, and says which commitment")
    func commitment() throws {
        let before = try catalogue()
        let id = "xo-eco-6-no-forced-tech-transfer"
        try edit(agreement) { text in
            let parts = text.split(separator: "- id: \(id)", maxSplits: 1).map(String.init)
            return parts[0] + "- id: \(id)"
                + parts[1].replacing("who: both", with: "who: the two", maxReplacements: 1)
        }
        let after = try catalogue()
        #expect(after.version != before.version)
        #expect(after.commitments.filter { before.commitments[$0.key] != $0.value }.map(\.key) == [id])
        #expect(after.concepts == before.concepts)
    }

    @Test("names the engine and the parser too")
    func program() throws {
        #expect(
            try catalogue().version.hasSuffix("-engine-\(Catalogue.engine)-parser-\(Recorder.parserVersion)"))
        #expect(try catalogue().digest.utf8.count == 64)
    }
}
