import Statute

/// How much a link asks for a person's attention, and why.
enum SeverityRule {
    struct Outcome: Sendable, Hashable {
        var level: Level
        var reason: String

        init(_ level: Level, _ reason: String) {
            self.level = level
            self.reason = reason
        }
    }

    /// `repeats`: the same is said elsewhere in the text that stands against this one, so less has changed.
    static func severity(
        effect: Effect, polarity: Polarity, old: Polarity?, direction: Bearing, excluded: Bool, repeats: Bool,
        isPenalty: Bool = false, isByDefinition: Bool = false
    ) -> Outcome {
        if excluded { return Outcome(.low, "a limit of the commitment, its date or its force takes it out") }
        if isByDefinition {
            return Outcome(.medium, "the words stayed, and a definition on which they depend changed")
        }
        if isPenalty, effect != .carried {
            return Outcome(.low, "the penalty changed; what is owed stands in another provision")
        }
        var outcome = rule(effect: effect, polarity: polarity, old: old, direction: direction)
        if repeats, let lower = outcome.level.lowered {
            outcome = Outcome(
                lower, outcome.reason + "; lowered, because another provision says the same on the other side"
            )
        }
        return outcome
    }

    private static func rule(effect: Effect, polarity: Polarity, old: Polarity?, direction: Bearing)
        -> Outcome
    {
        switch effect {
        case .carried: return Outcome(.low, "only the number changed; the link is to be confirmed")
        case .reworded: return Outcome(.low, "the wording changed and what is owed did not")
        case .strengthened where polarity == .requires && old != .mentions:
            return Outcome(.high, "what was allowed or could be asked for is now a duty")
        case .removed, .weakened:
            if old == .forbids { return Outcome(.high, "a ban on demanding it is gone or weaker") }
        case .introduced, .strengthened, .widened, .narrowed: break
        }
        switch direction {
        case .away where polarity == .requires && effect != .removed:
            return Outcome(.high, "a duty that points away from the commitment")
        case .away: return Outcome(.medium, "it points away from the commitment, short of a duty")
        case .toward: return Outcome(.medium, "it points toward the commitment")
        case .depends:
            return Outcome(.medium, "a change of substance whose direction depends on its application")
        }
    }
}

/// How sure the tool is of a link.
enum ConfidenceRule {
    static func confidence(
        _ fidelity: Fidelity, commitment: Commitment, rules: [GrammarRule?], rewrite: Bool, isByWeight: Bool
    ) -> Level {
        var levels = rules.map { $0?.strength ?? .low }
        switch fidelity {
        case .official, .rendered: levels.append(.high)
        case .reported: levels.append(.medium)
        case .recalled, .assumed: levels.append(.low)
        }
        switch commitment.confidence {
        case "sourced": break
        case "mixed": levels.append(.medium)
        default: levels.append(.low)
        }
        if isByWeight { levels.append(.medium) }
        // When hardly anything aligns, what was paired or left over is less certain.
        if rewrite { levels.append(.medium) }
        return levels.min { $0.weight < $1.weight } ?? .low
    }
}

extension Level {
    var lowered: Level? {
        switch self {
        case .high: .medium
        case .medium: .low
        case .low: nil
        }
    }
}
