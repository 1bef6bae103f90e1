package import Alerts
import Statute

/// The JSON document of `agreements`: promises with limits, force on a day and over time, mechanism, confidence.
package struct AgreementsDocument: Sendable {
    package var agreements: [Agreement]
    /// ISO 8601 calendar date.
    package var day: String

    package init(_ agreements: [Agreement], on day: String) {
        self.agreements = agreements
        self.day = day
    }

    /// `{"schema":1,"on":"2026-11-23","agreements":[…]}`
    package var json: JSONValue {
        ["schema": 1, "on": .string(day), "agreements": .array(agreements.map(entry))]
    }

    private func entry(_ agreement: Agreement) -> JSONValue {
        [
            "id": .string(agreement.id), "titles": titles(agreement.titles),
            "parties": .strings(agreement.parties), "others": .optional(agreement.others),
            "date": .string(agreement.date), "kind": .string(agreement.kind),
            "enforcement": .string(agreement.enforcement), "limits": .strings(agreement.limits),
            "sources": .array(
                agreement.sources.map { ["url": .string($0.url), "note": .optional($0.note)] }),
            "commitments": .array(agreement.commitments.map(entry)),
        ]
    }

    private func entry(_ commitment: Commitment) -> JSONValue {
        let now = Set(commitment.parties + ["cn", "us"]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return [
            "id": .string(commitment.id), "ref": .optional(commitment.reference),
            "part": .string(commitment.part), "titles": titles(commitment.titles),
            "who": .string(commitment.who), "text": .string(commitment.text),
            "strength": .string(commitment.strength), "since": .string(commitment.since),
            "force_on": .object(
                now.map { .init($0, .string(commitment.force(of: $0, on: day).rawValue)) }),
            "force": .array(commitment.force.map(entry)), "limits": .array(commitment.limits.map(entry)),
            "no_limits": .optional(commitment.noLimits),
            "mechanism": mechanism(commitment), "confidence": .string(commitment.confidence),
            "unverified": .optional(commitment.unverified), "sources": .strings(commitment.sources),
        ]
    }

    private func titles(_ titles: [Language: String]) -> JSONValue {
        ["en": .optional(titles[.en]), "zh": .optional(titles[.zh])]
    }

    private func entry(_ period: ForcePeriod) -> JSONValue {
        [
            "party": .string(period.party), "from": .optional(period.from),
            "force": .string(period.force.rawValue), "note": .optional(period.note),
            "confidence": .string(period.confidence),
        ]
    }

    private func entry(_ limit: Commitment.Limit) -> JSONValue {
        [
            "id": .string(limit.id), "text": .string(limit.text), "excludes": .optional(limit.excludes),
            "takes_out": .strings(AgreementWords.scopes(limit)),
            "confidence": .optional(limit.confidence),
        ]
    }

    private func mechanism(_ commitment: Commitment) -> JSONValue {
        let state = commitment.mechanism(on: day)
        return [
            "last_held": .optional(state?.lastHeld?.date), "lapsed": .optional(state?.lapsed?.date),
            "next": .optional(state?.next?.date),
            "steps": .array(
                commitment.steps.map {
                    [
                        "date": .string($0.date), "state": .string($0.state.rawValue),
                        "what": .string($0.what), "confidence": .string($0.confidence),
                    ]
                }),
        ]
    }
}
