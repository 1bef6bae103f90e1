/// What one source did in one night, before ``NightBrake`` is asked.
package struct NightSummary: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case changed, unchanged, quarantined, failed, deferred
    }

    /// `cn/x/npc-draft-1`.
    package var source: String
    /// The instrument, `cn/x`.
    package var law: String
    /// Host of the declared URL; empty for folders and git.
    package var host: String
    package var outcome: Outcome
    /// Nothing was held from this source before: a first text is no turn.
    package var isFirst: Bool
    /// A reviewer, or a second capture, has let this text pass: no turn, whatever it looks like.
    package var isReleased: Bool
    package var signals: [Signal.Kind]
    /// How the text differs from the one before; nil where there was none, or nothing to compare.
    package var drift: TextDrift?

    package init(
        source: String, law: String, host: String, outcome: Outcome, isFirst: Bool = false,
        isReleased: Bool = false,
        signals: [Signal.Kind] = [], drift: TextDrift? = nil
    ) {
        self.source = source
        self.law = law
        self.host = host
        self.outcome = outcome
        self.isFirst = isFirst
        self.isReleased = isReleased
        self.signals = signals
        self.drift = drift
    }

    /// A document came and was judged, and there was one before.
    var answered: Bool {
        !isFirst && (outcome == .changed || outcome == .unchanged || outcome == .quarantined)
    }

    /// Its words are not those of the night before, and no new date of amendment says why.
    var turned: Bool { answered && outcome != .unchanged && !isExplained && !isReleased }

    /// A change such as a legislature makes: dated, with words added, and nothing against it.
    var isExplained: Bool {
        outcome == .changed && drift?.isDatedAmendment == true && drift?.losesListsWholesale != true
    }
}
