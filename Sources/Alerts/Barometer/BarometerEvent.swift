import Statute

/// What happened on a day: one instrument's text stands changed, or the promise itself does.
package struct BarometerEvent: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A draft was published.
        case proposed
        /// Adopted, and waits for its day of effect.
        case adopted
        case inForce = "in-force"
        case suspended, repealed, superseded
        /// The promise was made.
        case promise
        /// What the promise is for the country changed.
        case force
    }

    /// An article that came, or went.
    package struct Movement: Sendable, Hashable {
        /// 1 or -1.
        package var change: Int
        package var provision: BarometerProvision
        /// It came, and may have stood there before: the text before is held as an extract, and none of the articles
        /// that are held became this one.
        package var mayBeOlder = false
    }

    /// ISO 8601 day.
    package var date: String
    /// Which of the version's days that is.
    package var basis: DayBasis
    package var kind: Kind
    /// Nil for what happens to the promise.
    package var text: DatedText?
    /// The name of the version that stood there before.
    package var replaces: String?
    /// The name of the draft that ends on the same day.
    package var endsProposal: String?
    /// Gone ones first, each in the order of its text; empty where nothing moved.
    package var movements: [Movement]
    package var before: BarometerState
    package var after: BarometerState

    /// Whether anything that is counted came, went or changed sides.
    package var moved: Bool {
        if !movements.isEmpty || before.phase != after.phase || before.inForce != after.inForce {
            return true
        }
        return endsProposal != nil && before.proposed != after.proposed
    }

    /// Whether the movements are those of a proposal and not of the law in force.
    package var isProposal: Bool { kind == .proposed || kind == .adopted }
}

extension BarometerEvent.Movement {
    /// What it takes to come from one text's provisions to another's.
    ///
    /// - Parameter follows: which articles each old one became; nil where articles of one path are the same.
    static func between(
        _ old: [BarometerProvision], _ new: [BarometerProvision],
        follows: [ProvisionPath: [ProvisionPath]]?
    ) -> [BarometerEvent.Movement] {
        var isMet = Array(repeating: false, count: new.count)
        var gone: [BarometerEvent.Movement] = []
        for provision in old {
            let heirs = follows.map { $0[provision.article] ?? [] } ?? [provision.article]
            let heir = new.indices.first {
                !isMet[$0] && new[$0].weight == provision.weight && heirs.contains(new[$0].article)
            }
            if let heir { isMet[heir] = true } else { gone.append(.init(change: -1, provision: provision)) }
        }
        return gone + zip(new, isMet).filter { !$1 }.map { .init(change: 1, provision: $0.0) }
    }
}
