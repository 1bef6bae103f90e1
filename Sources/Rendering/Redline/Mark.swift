package import Alerts
import Statute

/// A stretch of a provision that touches a concept, to be highlighted in every rendering.
package struct Mark: Sendable, Hashable {
    /// In Unicode scalars of the provision's ``Statute/ArticleText/string``.
    package var range: Range<Int>
    package var concept: String
    package var polarity: Polarity
    /// The text in which the words stand.
    package var side: Alert.Evidence.Side

    package init(range: Range<Int>, concept: String, polarity: Polarity, side: Alert.Evidence.Side) {
        self.range = range
        self.concept = concept
        self.polarity = polarity
        self.side = side
    }

    package init(_ finding: Finding, side: Alert.Evidence.Side) {
        self.init(range: finding.range, concept: finding.concept, polarity: finding.polarity, side: side)
    }

    /// `source-code-disclosure · forbids`
    package var label: String { "\(concept) · \(polarity.rawValue)" }
}
