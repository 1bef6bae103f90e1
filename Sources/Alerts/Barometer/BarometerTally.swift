/// How many provisions stand each way.
package struct BarometerTally: Sendable, Hashable {
    package var away = 0
    package var toward = 0
    package var depends = 0
    /// Assumed, not verified.
    package var unknown = 0
    /// Taken out by a limit, or by the force that the commitment has for the country.
    package var outside = 0

    package init(away: Int = 0, toward: Int = 0, depends: Int = 0, unknown: Int = 0, outside: Int = 0) {
        self.away = away
        self.toward = toward
        self.depends = depends
        self.unknown = unknown
        self.outside = outside
    }

    package init(_ provisions: [BarometerProvision]) {
        for provision in provisions {
            switch provision.weight {
            case .counted(.away): away += 1
            case .counted(.toward): toward += 1
            case .counted(.depends): depends += 1
            case .outside: outside += 1
            case .unknown: unknown += 1
            }
        }
    }

    package var isEmpty: Bool { self == BarometerTally() }
}

/// How the texts of a country stand to a commitment on a day.
package struct BarometerState: Sendable, Hashable {
    /// What the commitment is on that day.
    package enum Phase: Sendable, Hashable {
        /// The promise is not made yet.
        case before
        case holds(Force)
        /// Everything is outside it: not in force, or the country is no party.
        case outside(Force)
    }

    package var phase: Phase
    /// Texts that have taken effect.
    package var inForce: BarometerTally
    /// Drafts, and texts that are adopted and wait for their day.
    package var proposed: BarometerTally

    package init(
        phase: Phase, inForce: BarometerTally = BarometerTally(), proposed: BarometerTally = BarometerTally()
    ) {
        self.phase = phase
        self.inForce = inForce
        self.proposed = proposed
    }
}

extension Commitment {
    /// What the commitment is for a country on a day. For a country that it never binds, it is never `before`.
    func phase(of country: String, on date: String) -> BarometerState.Phase {
        let force = force(of: country, on: date)
        let everHolds = self.force.contains { $0.party == country && $0.force.holds }
        if everHolds, date.isEarlier(than: since) { return .before }
        return force.holds ? .holds(force) : .outside(force)
    }
}
