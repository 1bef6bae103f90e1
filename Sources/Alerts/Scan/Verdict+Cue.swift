import Statute

extension Verdict {
    /// The same, unless the concept's measure is a ban and this is one: then it is imposed.
    func imposed(by concept: Concept) -> Verdict {
        guard concept.isImposedByBan, polarity == .forbids else { return self }
        switch rule {
        case .prohibition: return Verdict(.requires, .ban)
        case .powerToBan: return Verdict(.mayRequire, .powerToBan)
        case .penaltyForAct: return Verdict(.requires, .penaltyForBreach)
        default: return self
        }
    }

    /// The same, unless it is a mere mention and a word that the concept names for it stands in the trigger's clause.
    /// Conditions and definitions stay what they are: a cue tells what is owed, and they say that nothing is.
    func decided(by hits: [ConceptLexicon.Hit], in sentence: some SentenceView) -> Verdict {
        switch rule {
        case .noModal, .aboutTheThing: break
        default: return self
        }
        guard polarity == .mentions, !sentence.use.isInverse else { return self }
        let clause = sentence.clause
        for hit in hits
        where clause.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= clause.upperBound {
            if case .cue(let decided) = hit.role { return Verdict(decided, .cue) }
        }
        return self
    }
}
