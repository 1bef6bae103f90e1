package import Alerts

/// One alert on the reviewer's list, as plain fields.
package struct ReviewItem: Sendable, Hashable {
    /// What an upgrade did to it.
    package struct Alteration: Sendable, Hashable {
        /// What it said before, in words; nil where it was not raised.
        package var was: String?
        /// What it says now; nil where it is raised no more.
        package var now: String?
        /// What altered it, a few words each.
        package var why: [String]
        /// ISO 8601 UTC.
        package var at: String

        package init(was: String?, now: String?, why: [String], at: String) {
            self.was = was
            self.now = now
            self.why = why
            self.at = at
        }
    }

    package var id: String
    package var instrument: String
    /// Version names.
    package var from: String
    package var to: String
    /// Nil when it is raised no more.
    package var alert: Alert?
    /// What is known of it besides: for one that is raised no more.
    package var concept: String?
    package var commitment: String?
    package var direction: String?
    package var severity: String?
    package var review: Review
    package var alteration: Alteration?

    package init(
        id: String, instrument: String, from: String, to: String, alert: Alert?, concept: String?,
        commitment: String?, direction: String?, severity: String?, review: Review, alteration: Alteration?
    ) {
        self.id = id
        self.instrument = instrument
        self.from = from
        self.to = to
        self.alert = alert
        self.concept = concept
        self.commitment = commitment
        self.direction = direction
        self.severity = severity
        self.review = review
        self.alteration = alteration
    }

    /// As an entry of `alerts`, with `holds` and `altered`; one that is raised no more has what is known of it.
    package var json: JSONValue {
        let entry: JSONValue =
            alert.map { AlertsDocument.entry($0, review) } ?? [
                "id": .string(id), "instrument": .string(instrument), "from": .string(from),
                "to": .string(to),
                "concept": .optional(concept), "commitment": .optional(commitment),
                "direction": .optional(direction), "severity": .optional(severity),
                "review": .string(review.state.rawValue), "reviewed": review.json,
            ]
        guard case .object(var members) = entry else { return entry }
        members.append(.init("holds", .bool(alert != nil)))
        members.append(
            .init(
                "altered",
                alteration.map {
                    [
                        "was": .optional($0.was), "now": .optional($0.now), "why": .strings($0.why),
                        "at": .string($0.at),
                    ]
                } ?? .null))
        return .object(members)
    }
}
