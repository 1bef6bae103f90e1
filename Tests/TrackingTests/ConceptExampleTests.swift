import Alerts
import Foundation
import TestSupport
import Testing
import Tracking

/// Every concept brings its own examples; adding a concept needs no new test.
@Suite("The examples of the concepts")
struct ConceptExampleTests {
    static let concepts: [Concept] =
        (try? Register(folder: Corpus.packageRoot.appending(path: "laws")))?.concepts ?? []

    @Test("there are some") func some() {
        #expect(Self.concepts.count >= 5)
        #expect(Self.concepts.allSatisfy { $0.examples.count >= 10 })
    }

    @Test("are read as their file says", arguments: concepts.map(\.id))
    func examples(_ id: String) {
        #expect(Self.concepts.first { $0.id == id }?.mistakes() == [])
    }
}
