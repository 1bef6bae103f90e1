import Redline
import Statute

/// All that one change did to one concept between the same provisions: what one alert tells for each commitment.
struct ChangeGroup: Sendable {
    var change: ProvisionChange
    var concept: Concept
    var before: [ProvisionPath]
    var after: [ProvisionPath]
    var steps: [Step]
    /// Set where the words stayed and a definition on which they depend changed.
    var definition: Definition?

    /// The law was rewritten: what stands here is said of one whole text against the other.
    var isWholeText = false

    /// The terms whose definitions changed, and the articles of the new text whose statements use them.
    struct Definition: Sendable {
        var terms: [String]
        var language: Language
        var reached: [ProvisionPath]
    }

    /// One pair with what happened to it.
    struct Step: Sendable {
        var pair: FindingPair
        var effect: Effect

        /// What now stands; for something removed, what stood.
        var polarity: Polarity {
            if effect == .removed { return pair.before?.polarity ?? .mentions }
            if isOppositeOnly { return .requires }
            return pair.after?.polarity ?? pair.before?.polarity ?? .mentions
        }

        /// Room for the opposite came or went: the duty that stands beside it is weaker or stronger for it.
        var isOppositeOnly: Bool {
            switch (pair.before, pair.after) {
            case (let one?, nil), (nil, let one?): one.isOpposite
            default: false
            }
        }

        /// Which way the step points, by what the concept says of its polarity.
        func direction(_ directions: [Polarity: Bearing]) -> Bearing {
            let now = directions[polarity] ?? .depends
            switch effect {
            case .introduced, .strengthened, .widened: return polarity == .mentions ? .depends : now
            case .removed, .narrowed: return polarity == .mentions ? .depends : now.reversed
            // What was there before and is now less: the reverse of what it was.
            case .weakened: return (pair.before.flatMap { directions[$0.polarity] } ?? .depends).reversed
            case .reworded, .carried: return .depends
            }
        }

        /// Of several steps in one place the one that says most comes first.
        var rank: Int {
            let change =
                switch effect {
                case .introduced, .strengthened: 6
                case .removed, .weakened: 5
                case .widened, .narrowed: 4
                case .reworded: 2
                case .carried: 1
                }
            return change * 8 + polarity.weight
        }
    }

    /// All that was found are penalties for a breach.
    var isPenalty: Bool {
        let rules = steps.flatMap { [$0.pair.before?.rule, $0.pair.after?.rule].compactMap { $0 } }
        return !rules.isEmpty && rules.allSatisfy { $0 == GrammarRule.penaltyForBreach.rawValue }
    }

    /// The steps, most telling first.
    var ranked: [Step] {
        steps.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(
            \.element)
    }
}
