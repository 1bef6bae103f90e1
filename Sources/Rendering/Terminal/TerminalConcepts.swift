package import Alerts
import Statute

/// The catalogue of concepts, for `concepts`.
package enum TerminalConcepts {
    package static func list(_ concepts: [Concept], style: TerminalStyle) -> String {
        TerminalTable(
            [
                .init("concept"), .init("title", flexible: true), .init("bears on", alignment: .right),
                .init("examples", alignment: .right),
            ],
            rows: concepts.map { concept in
                [
                    concept.id, concept.titles[.en] ?? concept.id, String(concept.bearsOn.count),
                    String(concept.examples.count),
                ]
            }
        ).render(style: style)
    }

    package static func one(_ concept: Concept, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        page.paragraph(concept.titles[.en] ?? concept.id, .strong)
        if let title = concept.titles[.zh] { page.paragraph(title) }
        page.gap()
        page.paragraph(concept.definition)
        for bearing in concept.bearsOn {
            page.gap()
            page.paragraph(bearing.commitment, .strong)
            let ways = Polarity.allCases.compactMap { polarity in
                bearing.directions[polarity].map { "\(polarity.rawValue): \($0.rawValue)" }
            }
            page.paragraph(ways.joined(separator: " · "), indent: 2)
            page.paragraph(bearing.reason, indent: 2)
            if !bearing.limits.isEmpty { page.paragraph("But: \(bearing.limits)", indent: 2) }
        }
        return page.text
    }

    package static func mistakes(_ mistakes: [ExampleMistake], checked: Int, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        for mistake in mistakes {
            let said = mistake.example.polarity?.rawValue ?? "nothing"
            let found =
                mistake.found.isEmpty ? "nothing" : mistake.found.map(\.rawValue).joined(separator: ", ")
            page.paragraph("\(mistake.concept): should be \(said), is \(found)", .strong)
            page.paragraph(mistake.example.text, indent: 4)
        }
        page.paragraph("\(checked) examples checked, \(mistakes.count) read otherwise than their file says.")
        return page.text
    }
}
