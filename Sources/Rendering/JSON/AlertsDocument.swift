package import Alerts
import Statute

/// The JSON document of `alerts`: changes linked to commitments.
package struct AlertsDocument: Sendable {
    package var alerts: [Alert]
    /// What a person decided, by alert id. Missing means open.
    package var reviews: [String: Review]
    /// Where the texts of a step stand in the log, by ``step(_:_:_:)``. Missing means that they are in none.
    package var custody: [String: JSONValue] = [:]

    package init(_ alerts: [Alert], reviews: [String: Review] = [:]) {
        self.alerts = alerts
        self.reviews = reviews
    }

    /// `{"schema":1,"alerts":[…]}`
    package var json: JSONValue {
        [
            "schema": 1,
            "alerts": .array(
                alerts.map {
                    Self.entry(
                        $0, reviews[$0.id] ?? .open,
                        custody[Self.step($0.instrument, $0.from, $0.to)] ?? .null)
                }),
        ]
    }

    package static func step(_ instrument: String, _ from: String, _ to: String) -> String {
        "\(instrument)@\(from)..\(to)"
    }

    static func entry(_ alert: Alert, _ review: Review, _ custody: JSONValue = .null) -> JSONValue {
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
            "custody": custody,
        ]
    }
}
