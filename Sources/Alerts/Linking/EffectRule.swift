import Redline
import Statute

/// What a change did to a statement, by the two sides of a pair and the reasons of the redline.
enum EffectRule {
    /// Nil: nothing that an alert should tell.
    static func effect(of pair: FindingPair, in change: ProvisionChange) -> Effect? {
        switch (pair.before, pair.after) {
        case (nil, nil): nil
        case (nil, let after?): after.polarity == .mentions ? nil : .introduced
        case (let before?, nil): before.polarity == .mentions ? nil : .removed
        case (let before?, let after?): effect(before, after, in: change)
        }
    }

    private static func effect(_ before: Finding, _ after: Finding, in change: ProvisionChange) -> Effect? {
        switch (before.polarity, after.polarity) {
        case (.mentions, .mentions): return nil
        case (.mentions, _): return .introduced
        case (_, .mentions): return .removed
        case (let old, let new) where old != new:
            guard let from = demandRank(old), let to = demandRank(new) else {
                // Between a demand and a ban on it there is no more or less: the new one is what stands now.
                if let from = shieldRank(old), let to = shieldRank(new) {
                    return to > from ? .strengthened : .weakened
                }
                return .introduced
            }
            return to > from ? .strengthened : .weakened
        default: return sameWay(before, after, in: change)
        }
    }

    private static func sameWay(_ before: Finding, _ after: Finding, in change: ProvisionChange) -> Effect? {
        let untouched =
            before.evidence.unicodeScalars.elementsEqual(after.evidence.unicodeScalars)
            && before.leadIn == after.leadIn
        if untouched || change.significance == .formal {
            // The number moved, so the link has to be confirmed; where it did not, there is nothing to tell.
            return before.article == after.article ? nil : .carried
        }
        if change.significance == .editorial { return before.article == after.article ? nil : .carried }
        return ScopeRule.scope(before, after, in: change) ?? .reworded
    }

    /// permits < may-require < requires; nil for what is no demand.
    static func demandRank(_ polarity: Polarity) -> Int? {
        switch polarity {
        case .permits: 0
        case .mayRequire: 1
        case .requires: 2
        case .forbids, .protects, .mentions: nil
        }
    }

    /// A ban on demanding the thing shields it more than a ban on leaking it.
    private static func shieldRank(_ polarity: Polarity) -> Int? {
        switch polarity {
        case .protects: 0
        case .forbids: 1
        case .requires, .mayRequire, .permits, .mentions: nil
        }
    }
}
