import Alerts
import Statute

/// The JSON document of `barometer`: everything that the text shows, with ids and article paths.
package struct BarometerDocument: Sendable {
    package var views: [BarometerView]
    /// Version by version: statements, not articles; as the first schema had it.
    package var readings: [JSONValue]

    package init(_ views: [BarometerView], readings: [JSONValue]) {
        self.views = views
        self.readings = readings
    }

    /// `{"schema":1,"commitments":[…],"readings":[…]}`
    package var json: JSONValue {
        ["schema": 1, "commitments": .array(views.map(entry)), "readings": .array(readings)]
    }

    private func entry(_ view: BarometerView) -> JSONValue {
        let commitment = view.commitment
        let mechanism = commitment.mechanism(on: view.today)
        return [
            "commitment": .string(commitment.id), "agreement": .string(view.agreement.id),
            "country": .string(view.country),
            "titles": ["en": .optional(commitment.titles[.en]), "zh": .optional(commitment.titles[.zh])],
            "who": .string(commitment.who), "since": .string(commitment.since),
            "from": .string(view.start), "today": .string(view.today),
            "force": .string(commitment.force(of: view.country, on: view.today).rawValue),
            "note": .optional(view.timeline.isEmpty ? BarometerWords.nothing(view) : nil),
            "opening": [
                "state": state(view.opening), "texts": .array(view.openingTexts.map(standing)),
            ],
            "events": .array(view.events.map { event($0, commitment) }),
            "now": [
                "state": state(view.now),
                "texts": .array(view.timeline.standing(on: view.today).map(standing)),
            ],
            "ahead": .array(view.timeline.ahead(of: view.today).map { event($0, commitment) }),
            "undated": .array(view.timeline.undated.map { .string(reference($0)) }),
            "not_held": .array(view.timeline.unread.map { .string(reference($0)) }),
            "silent": .strings(view.timeline.silent),
            "mechanism": [
                "last_held": .optional(mechanism?.lastHeld?.date),
                "lapsed": .optional(mechanism?.lapsed?.date),
                "next": .optional(mechanism?.next?.date),
                "steps": .array(
                    view.steps.map {
                        [
                            "date": .string($0.date), "state": .string($0.state.rawValue),
                            "what": .string($0.what), "confidence": .string($0.confidence),
                        ]
                    }),
            ],
        ]
    }

    private func reference(_ text: DatedText) -> String { "\(text.instrument)@\(text.version.name)" }

    private func event(_ event: BarometerEvent, _ commitment: Commitment) -> JSONValue {
        [
            "date": .string(event.date), "basis": .string(event.basis.rawValue),
            "kind": .string(event.kind.rawValue), "instrument": .optional(event.text?.instrument),
            "version": .optional(event.text?.version.name),
            "adopted": .optional(event.text?.stage == .draft ? nil : event.text?.announced),
            "effective": .optional(event.text?.effective),
            "held": event.text.map { .bool($0.reading != nil) } ?? .null,
            "predates": event.text.map { .bool($0.version.date.isEarlier(than: commitment.since)) } ?? .null,
            "replaces": .optional(event.replaces), "ends_proposal": .optional(event.endsProposal),
            "moved": .bool(event.moved),
            "movements": .array(
                event.movements.map { movement in
                    guard case .object(let members) = provision(movement.provision) else { return .null }
                    return .object(
                        [
                            .init("change", .int(movement.change)),
                            .init("may_be_older", .bool(movement.mayBeOlder)),
                        ] + members)
                }),
            "state": state(event.after),
        ]
    }

    private func standing(_ standing: BarometerTimeline.StandingText) -> JSONValue {
        [
            "instrument": .string(standing.text.instrument), "version": .string(standing.text.version.name),
            "proposed": .bool(standing.isProposal), "provisions": .array(standing.provisions.map(provision)),
        ]
    }

    private func provision(_ provision: BarometerProvision) -> JSONValue {
        let counted: String
        var reason: String?
        switch provision.weight {
        case .counted(let bearing): counted = bearing.rawValue
        case .unknown: counted = "unknown"
        case .outside(let by):
            counted = "outside"
            reason = by
        }
        return [
            "path": .string(provision.article.rawValue), "article": .string(provision.name),
            "counts": .string(counted), "excluded_by": .optional(reason),
            "says": .array(
                provision.sayings.map {
                    [
                        "concept": .string($0.concept), "polarity": .string($0.polarity.rawValue),
                        "evidence": .string($0.evidence),
                    ]
                }),
        ]
    }

    private func state(_ state: BarometerState) -> JSONValue {
        let (phase, force): (String, String?) =
            switch state.phase {
            case .before: ("before", nil)
            case .holds(let force): ("holds", force.rawValue)
            case .outside(let force): ("outside", force.rawValue)
            }
        return [
            "phase": .string(phase), "force": .optional(force), "in_force": tally(state.inForce),
            "proposed": tally(state.proposed),
        ]
    }

    private func tally(_ tally: BarometerTally) -> JSONValue {
        [
            "away": .int(tally.away), "toward": .int(tally.toward), "depends": .int(tally.depends),
            "unknown": .int(tally.unknown), "outside": .int(tally.outside),
        ]
    }
}
