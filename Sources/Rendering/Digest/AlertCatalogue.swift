package import Alerts
import Statute

/// The titles by which a reader knows concepts and commitments; ids stand in where there are none.
package struct AlertCatalogue: Sendable {
    private let concepts: [String: String]
    private let commitments: [String: String]

    package init(concepts: [Concept] = [], agreements: [Agreement] = []) {
        var titles: [String: String] = [:]
        for concept in concepts { titles[concept.id] = concept.titleInSentence }
        self.concepts = titles
        var promises: [String: String] = [:]
        for agreement in agreements {
            for commitment in agreement.commitments {
                guard let title = commitment.titles[.en] else { continue }
                promises[commitment.id] = agreement.titles[.en].map { "\(title), \($0)" } ?? title
            }
        }
        commitments = promises
    }

    /// As it stands within a sentence: “source-code disclosure”.
    package func concept(_ alert: Alert) -> String {
        concepts[alert.concept] ?? alert.concept.replacing("-", with: " ")
    }

    /// With the agreement that it stands in.
    package func commitment(_ alert: Alert) -> String { commitments[alert.commitment] ?? alert.commitment }
}
