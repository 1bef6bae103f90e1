package import Alerts
import Statute

/// An alert as it stood at a moment: enough to tell later whether it still says the same, and why it does not.
package struct AlertMark: Sendable, Hashable, Codable {
    package var id: String
    package var concept: String
    package var commitment: String
    /// Paths.
    package var before: [String]
    package var after: [String]
    package var polarity: String
    package var effect: String
    package var direction: String
    package var excludedBy: String?
    package var severity: String
    /// It rests on penalties only.
    package var isPenalty: Bool
    /// A mail tells it as a change; what a limit takes out or what merely followed a number is only listed.
    package var isMailed: Bool
    /// ``EvidenceSeal/sha256``
    package var evidence: String
    /// What the concept's file and the commitment said (``Catalogue``).
    package var conceptVersion: String
    package var commitmentVersion: String

    enum CodingKeys: String, CodingKey {
        case id, concept, commitment, before, after, polarity, effect, direction, severity, evidence
        case excludedBy = "excluded_by"
        case isPenalty = "penalty"
        case isMailed = "mailed"
        case conceptVersion = "concept_version"
        case commitmentVersion = "commitment_version"
    }

    package init(_ alert: Alert, catalogue: Catalogue) {
        id = alert.id
        concept = alert.concept
        commitment = alert.commitment
        before = alert.before.map(\.rawValue)
        after = alert.after.map(\.rawValue)
        polarity = alert.polarity.rawValue
        effect = alert.effect.rawValue
        direction = alert.direction.rawValue
        excludedBy = alert.excludedBy
        severity = alert.severity.rawValue
        isPenalty = alert.isPenalty
        isMailed = alert.isTold
        evidence = EvidenceSeal(alert).sha256
        conceptVersion = catalogue.concepts[alert.concept] ?? ""
        commitmentVersion = catalogue.commitments[alert.commitment] ?? ""
    }

    /// Whether it tells a reader the same as another: the words quoted may differ.
    package func saysTheSame(as other: AlertMark) -> Bool {
        polarity == other.polarity && effect == other.effect && direction == other.direction
            && excludedBy == other.excludedBy && isPenalty == other.isPenalty
    }

    /// Of the same concept and commitment, about provisions that both name.
    func speaksOfTheSame(as other: AlertMark) -> Bool {
        concept == other.concept && commitment == other.commitment
            && (!Set(before).isDisjoint(with: other.before) || !Set(after).isDisjoint(with: other.after))
    }
}
