package import Alerts
import Statute

/// The JSON document of `alerts`: changes linked to commitments.
package struct AlertsDocument: Sendable {
    package var alerts: [Alert]
    /// What a person decided, by alert id. Missing means open.
    package var reviews: [String: Review]

    package init(_ alerts: [Alert], reviews: [String: Review] = [:]) {
        self.alerts = alerts
        self.reviews = reviews
    }

    /// `{"schema":1,"alerts":[…]}`
    package var json: JSONValue {
        ["schema": 1, "alerts": .array(alerts.map { Self.entry($0, reviews[$0.id] ?? .open) })]
    }

    static func entry(_ alert: Alert, _ review: Review) -> JSONValue {
        [
            "id": .string(alert.id),
            "instrument": .string(alert.instrument),
            "from": .string(alert.from),
            "to": .string(alert.to),
            "before": .strings(alert.before.map(\.rawValue)),
            "after": .strings(alert.after.map(\.rawValue)),
            "concept": .string(alert.concept),
            "polarity": .string(alert.polarity.rawValue),
            "effect": .string(alert.effect.rawValue),
            "commitment": .string(alert.commitment),
            "direction": .string(alert.direction.rawValue),
            "excluded_by": .optional(alert.excludedBy),
            "force": .string(alert.force.rawValue),
            "severity": .string(alert.severity.rawValue),
            "confidence": .string(alert.confidence.rawValue),
            "fidelity": .string(alert.fidelity.rawValue),
            "actor": .optional(alert.actor),
            "beneficiary": .optional(alert.beneficiary),
            "reason": .string(alert.reason),
            "change": .string(alert.change),
            "why": .string(alert.why),
            "caveat": .string(alert.caveat),
            "severity_reason": .string(alert.severityReason),
            "limits": .string(alert.limits),
            "evidence": .array(
                alert.evidence.map {
                    [
                        "side": .string($0.side.rawValue), "path": .string($0.path.rawValue),
                        "text": .string($0.text),
                    ]
                }),
            "review": .string(review.state.rawValue),
            "reviewed": review.json,
            "catalogue": .string(alert.catalogue),
        ]
    }
}
