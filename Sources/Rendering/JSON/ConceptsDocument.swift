package import Alerts
import Statute

/// The JSON document of `concepts`: the catalogue without its word lists.
package struct ConceptsDocument: Sendable {
    package var concepts: [Concept]

    package init(_ concepts: [Concept]) { self.concepts = concepts }

    /// `{"schema":1,"concepts":[{id, title, definition, bearsOn:[{commitment, directions, reason, limits}]}]}`
    package var json: JSONValue {
        ["schema": 1, "concepts": .array(concepts.map(Self.json))]
    }

    private static func json(_ concept: Concept) -> JSONValue {
        [
            "id": .string(concept.id),
            "title": ["en": .optional(concept.titles[.en]), "zh": .optional(concept.titles[.zh])],
            "definition": .string(concept.definition),
            "bearsOn": .array(
                concept.bearsOn.map { bearing in
                    [
                        "commitment": .string(bearing.commitment),
                        "directions": .object(
                            Polarity.allCases.compactMap { polarity in
                                bearing.directions[polarity].map {
                                    JSONValue.Member(polarity.rawValue, .string($0.rawValue))
                                }
                            }),
                        "reason": .string(bearing.reason), "limits": .string(bearing.limits),
                    ]
                }),
            "examples": .int(concept.examples.count),
        ]
    }
}
