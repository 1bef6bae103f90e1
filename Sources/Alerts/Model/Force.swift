/// What an agreement is in law for one party.
package enum Force: String, Sendable, Hashable, CaseIterable {
    case binding, political
    case notInForce = "not-in-force"
    case notAParty = "not-a-party"

    /// Whether anything is owed, in law or in politics.
    package var holds: Bool {
        switch self {
        case .binding, .political: true
        case .notInForce, .notAParty: false
        }
    }
}

/// What a commitment is in law for one party from a day on, until the party's next period.
package struct ForcePeriod: Sendable, Hashable {
    /// Lower-case country code.
    package var party: String
    /// ISO 8601 calendar date, or year and month, or year; nil for always so far as anybody asks.
    package var from: String?
    package var force: Force
    /// What happened on that day, or why it is so.
    package var note: String?
    /// sourced, derived, recalled or conflict.
    package var confidence: String

    package init(
        party: String, from: String? = nil, force: Force, note: String? = nil, confidence: String = "sourced"
    ) {
        self.party = party
        self.from = from
        self.force = force
        self.note = note
        self.confidence = confidence
    }

    /// Dates in ISO form compare as bytes; a bare year or month comes before the days in it.
    ///
    /// - Parameter date: empty for a day that is not known, which every period has reached.
    func hasBegun(on date: String) -> Bool {
        guard let from, !date.isEmpty else { return true }
        return !date.utf8.lexicographicallyPrecedes(from.utf8)
    }
}
