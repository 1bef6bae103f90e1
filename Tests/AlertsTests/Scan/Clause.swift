import Alerts
import Statute
import Testing

/// A sentence and what a careful reader finds in it.
struct Clause: CustomTestStringConvertible, Sendable {
    var text: String
    var concept: Concept
    /// Nil: no finding at all.
    var polarity: Polarity?
    /// Nil: not asked.
    var rule: String?
    var actor: String?
    var beneficiary: String?
    var language: Language

    var testDescription: String { text }

    static func zh(
        _ text: String, _ concept: Concept, _ polarity: Polarity?, _ rule: String? = nil,
        actor: String? = nil,
        to beneficiary: String? = nil
    ) -> Clause {
        Clause(
            text: text, concept: concept, polarity: polarity, rule: rule, actor: actor,
            beneficiary: beneficiary,
            language: .zh)
    }

    static func en(
        _ text: String, _ concept: Concept, _ polarity: Polarity?, _ rule: String? = nil,
        actor: String? = nil,
        to beneficiary: String? = nil
    ) -> Clause {
        Clause(
            text: text, concept: concept, polarity: polarity, rule: rule, actor: actor,
            beneficiary: beneficiary,
            language: .en)
    }

    /// Reads the sentence and compares.
    func check(_ scanner: ConceptScanner, sourceLocation: SourceLocation = #_sourceLocation) {
        let found = scanner.findings(in: OneSentence.text(text, language)).filter { $0.concept == concept.id }
        #expect(
            found.map(\.polarity) == (polarity.map { [$0] } ?? []), "\(found.map(\.rule))",
            sourceLocation: sourceLocation)
        guard let finding = found.first else { return }
        if let rule { #expect(finding.rule == rule, sourceLocation: sourceLocation) }
        if let actor { #expect(finding.actor == actor, sourceLocation: sourceLocation) }
        if let beneficiary { #expect(finding.beneficiary == beneficiary, sourceLocation: sourceLocation) }
    }
}
