/// The rules by which the clause grammar decides; ``Finding/rule`` holds the raw value.
enum GrammarRule: String, Sendable, Hashable, CaseIterable {
    /// An authority, or anybody, may not demand the thing.
    case prohibitionOfDemand = "prohibition-of-demand"
    /// The thing may not be leaked, stolen or sold.
    case prohibitionOfHarm = "prohibition-of-harm"
    /// The opposite is forbidden.
    case prohibitionOfOpposite = "prohibition-of-opposite"
    /// The thing is forbidden.
    case prohibition
    /// The measure that the concept names is a ban, and the sentence is one.
    case ban
    case duty
    /// What the words of the sentence weigh, by far; the grammar reads nothing, or something else.
    case weight
    /// The same, by little.
    case closeWeight = "close-weight"
    /// A duty to keep the thing secret or safe.
    case dutyToProtect = "duty-to-protect"
    /// A duty to leave off, to avoid, to stop.
    case dutyToRefrain = "duty-to-refrain"
    /// When an authority asks for it, it must be given.
    case dutyToComply = "duty-to-comply"
    /// When the thing happens, something must be done about it: 发现漏洞的，应当报告.
    case dutyUponEvent = "duty-upon-event"
    /// Whoever does the thing must do this about it: 向境外提供数据的，应当进行评估.
    case dutyWhenDoing = "duty-when-doing"
    /// No less than so much of it.
    case minimum
    /// An authority may forbid the thing.
    case powerToBan = "power-to-ban"
    case powerToDemand = "power-to-demand"
    case power
    case rightToRefuse = "right-to-refuse"
    case voluntary
    case encouragement
    case exemption
    /// Punished for not doing it, or for doing the opposite.
    case penaltyForBreach = "penalty-for-breach"
    case penaltyForDemand = "penalty-for-demand"
    case penaltyForHarm = "penalty-for-harm"
    case penaltyForAct = "penalty-for-act"
    /// Without it something else may not be done, or is refused.
    case condition
    /// Must not refuse, must not obstruct.
    case doubleNegation = "double-negation"
    /// A word that the concept's own file names decides, where the grammar sees a mere mention.
    case cue
    case definition
    case noModal = "no-modal"
    /// The words stand in the "if" or "when" part.
    case conditionalClause = "conditional-clause"
    /// A rule about the thing (its form, its time, who regulates it), not a rule to do it.
    case aboutTheThing = "about-the-thing"
    /// The opposite is named and nothing more can be said.
    case opposite
    /// The State or an authority sets the thing up: 国家建立…制度.
    case programme
    /// The thing, or its opposite, may not be forbidden: "may not prevent a company from storing abroad".
    case prohibitionOfBan = "prohibition-of-ban"

    /// How sure the grammar is. A weak rule lowers an alert's confidence.
    var strength: Level {
        switch self {
        case .prohibitionOfDemand, .prohibitionOfHarm, .prohibitionOfOpposite, .duty, .dutyToProtect,
            .powerToDemand, .penaltyForBreach, .penaltyForDemand, .penaltyForHarm, .doubleNegation,
            .dutyToComply, .definition:
            .high
        case .prohibition, .ban, .dutyToRefrain, .dutyUponEvent, .dutyWhenDoing, .minimum, .power,
            .powerToBan,
            .rightToRefuse,
            .voluntary,
            .encouragement,
            .exemption, .condition, .penaltyForAct, .cue, .programme, .prohibitionOfBan, .weight:
            .medium
        case .closeWeight, .noModal, .conditionalClause, .aboutTheThing, .opposite: .low
        }
    }
}

/// What the grammar makes of one trigger in one passage.
struct Verdict: Sendable, Hashable {
    var polarity: Polarity
    var rule: GrammarRule

    init(_ polarity: Polarity, _ rule: GrammarRule) {
        self.polarity = polarity
        self.rule = rule
    }
}

/// A trigger where it stands, with the words of its concept around it. Ranges count in the passage.
struct TriggerUse: Sendable {
    var range: Range<Int>
    /// The word names the opposite of the thing.
    var isInverse: Bool
    var acts: [Range<Int>]
    var harms: [Range<Int>]
    /// The concept says what is done with the thing when it is demanded.
    var asksForAct: Bool
}
