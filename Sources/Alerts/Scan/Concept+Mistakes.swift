import Statute

/// An example of a concept file that is not read as the file says.
package struct ExampleMistake: Sendable, Hashable {
    package var concept: String
    package var example: Concept.Example
    /// What was found instead, in the order of the text; empty when nothing was.
    package var found: [Polarity]
}

extension Concept {
    /// The examples of this concept that the scanner does not read as they say, the concept taken alone.
    package func mistakes() -> [ExampleMistake] {
        let scanner = ConceptScanner(concepts: [self])
        return examples.compactMap { example in
            let text = StatuteParser.parse("# T\n\n" + example.text, language: example.language).text
            let found = scanner.findings(in: text).map(\.polarity)
            let expected = example.polarity.map { [$0] } ?? []
            return found == expected ? nil : ExampleMistake(concept: id, example: example, found: found)
        }
    }
}
