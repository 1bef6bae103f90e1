package import Alerts
package import Rendering
import Statute

/// What a reviewer saw of an alert, in a form that can be hashed and kept: versions, provisions, the words quoted, and
/// what was made of them.
///
/// Not in it: severity, confidence and the wording of the reasons, which say the same thing louder or better.
package struct EvidenceSeal: Sendable, Hashable {
    /// The canonical form; its compact bytes are what is hashed.
    package let document: JSONValue

    package init(_ alert: Alert) {
        document = [
            "alert": .string(alert.id), "instrument": .string(alert.instrument), "from": .string(alert.from),
            "to": .string(alert.to), "before": .strings(alert.before.map(\.rawValue)),
            "after": .strings(alert.after.map(\.rawValue)), "concept": .string(alert.concept),
            "commitment": .string(alert.commitment), "polarity": .string(alert.polarity.rawValue),
            "effect": .string(alert.effect.rawValue), "direction": .string(alert.direction.rawValue),
            "excluded_by": .optional(alert.excludedBy),
            "evidence": .array(
                alert.evidence.map {
                    [
                        "side": .string($0.side.rawValue), "path": .string($0.path.rawValue),
                        "lead_in": .optional($0.leadIn), "text": .string($0.text),
                    ]
                }),
        ]
    }

    /// That an alert of this id is raised no more.
    package init(gone alert: String) {
        document = ["alert": .string(alert), "holds": false]
    }

    /// SHA-256 of the canonical form, hexadecimal.
    package var sha256: String { SHA256.hex(of: document.bytes(.compact)) }
}
