import Alerts
package import Redline
package import Statute

/// Which changes of a redline a reader asked for: `--only substantive,away,source-code-disclosure`.
///
/// A change is chosen when one of the terms holds for it. What is not known is never chosen away: it is told in
/// any case.
package struct Selection: Sendable, Hashable {
    package enum Term: Sendable, Hashable {
        case substantive
        /// An alert that points away from a commitment rests on the change.
        case away
        /// A provision of the change says something about the concept, on either side.
        case concept(String)

        package var word: String {
            switch self {
            case .substantive: "substantive"
            case .away: "away"
            case .concept(let id): id
            }
        }
    }

    /// In the order given; empty chooses everything.
    package var terms: [Term]
    private let awayBefore: Set<ProvisionPath>
    private let awayAfter: Set<ProvisionPath>

    /// - Parameters:
    ///   - awayBefore: old provisions on which an alert that points away rests.
    ///   - awayAfter: the new ones.
    package init(
        _ terms: [Term], awayBefore: Set<ProvisionPath> = [], awayAfter: Set<ProvisionPath> = []
    ) {
        self.terms = terms
        self.awayBefore = awayBefore
        self.awayAfter = awayAfter
    }

    /// `--only away,data-localisation`; nil where everything is chosen.
    package var words: String? {
        terms.isEmpty ? nil : "--only \(terms.map(\.word).joined(separator: ","))"
    }

    package func holds(_ change: ProvisionChange, _ findings: SidedFindings) -> Bool {
        if terms.isEmpty { return true }
        guard change.kind != .unchanged else { return false }
        return terms.contains { term in
            switch term {
            case .substantive: change.significance == .substantive
            case .away:
                change.before.contains { awayBefore.contains($0.path) }
                    || change.after.contains { awayAfter.contains($0.path) }
            case .concept(let id):
                change.before.contains { findings.before(in: $0.path).contains { $0.concept == id } }
                    || change.after.contains { findings.after(in: $0.path).contains { $0.concept == id } }
            }
        }
    }
}
