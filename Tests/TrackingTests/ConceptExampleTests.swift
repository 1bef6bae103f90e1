import Alerts
import Foundation
import Statute
import TestSupport
import Testing
import Tracking

/// Every concept brings its own examples; adding a concept needs no new test.
@Suite("The examples of the concepts")
struct ConceptExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let concept: Concept
        let example: Concept.Example
        var testDescription: String { "\(concept.id): \(example.text)" }
    }

    static let cases: [Case] = {
        let register = try? Register(folder: Corpus.packageRoot.appending(path: "laws"))
        return (register?.concepts ?? []).flatMap { concept in
            concept.examples.map { Case(concept: concept, example: $0) }
        }
    }()

    @Test("there are some") func some() {
        #expect(Self.cases.count > 50)
    }

    @Test("is read as its file says", arguments: cases)
    func example(_ item: Case) {
        let scanner = ConceptScanner(concepts: [item.concept])
        let text = StatuteParser.parse("# T\n\n" + item.example.text, language: item.example.language).text
        let found = scanner.findings(in: text)
        #expect(found.map(\.polarity) == (item.example.polarity.map { [$0] } ?? []))
    }
}
