import Alerts
import Statute
import Testing

@Suite("The examples in the concept files", .enabled(if: !ConceptFiles.concepts.isEmpty))
struct ConceptFileTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var concept: String
        var example: Concept.Example
        var testDescription: String { "\(concept): \(example.text)" }
    }

    static let cases: [Case] = ConceptFiles.concepts.flatMap { concept in
        concept.examples.map { Case(concept: concept.id, example: $0) }
    }
    static let scanner = ConceptScanner(concepts: ConceptFiles.concepts)

    @Test("say what the file says they say", arguments: cases)
    func example(_ example: Case) {
        let text = OneSentence.text(example.example.text, example.example.language)
        let found = Self.scanner.findings(in: text).filter { $0.concept == example.concept }
        // An example may hold several sentences; the strongest finding stands for it.
        let polarities = Set(found.map(\.polarity))
        if let expected = example.example.polarity {
            #expect(polarities == [expected], "\(found.map { "\($0.polarity) by \($0.rule)" })")
        } else {
            #expect(found.isEmpty, "\(found.map { "\($0.polarity) by \($0.rule): \($0.evidence)" })")
        }
    }
}
