import Statute

/// Penalties: what is punished says what is owed.
extension EnglishGrammar {
    /// "Where an operator fails to …, it shall be fined"; or an item of a list that such a sentence opens.
    var liability: Verdict? {
        guard isPunished else { return nil }
        let conduct = span(sentence.clause.lowerBound, trigger.lowerBound)
        let omitted =
            sentence.holds(EnglishWords.negation, conduct) || isOmittedLater
            || EnglishWords.unless.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
        if isInverse {
            return omitted ? Verdict(.mentions, .opposite) : Verdict(.requires, .penaltyForBreach)
        }
        if omitted { return Verdict(.requires, .penaltyForBreach) }
        if demand(in: conduct) != nil || sentence.holds(EnglishWords.passiveCondition, sentence.afterInClause)
            || demand(in: trigger) != nil
        {
            return Verdict(.forbids, .penaltyForDemand)
        }
        if isHarmed(conduct) || isHarmed(sentence.afterInClause) {
            return Verdict(.protects, .penaltyForHarm)
        }
        return Verdict(.mentions, .aboutTheThing)
    }

    private var isPunished: Bool {
        // A penalty is not what it punishes.
        if EnglishWords.punishment.all(in: text, trigger).contains(where: { $0.isWithin(trigger) }) {
            return false
        }
        let leadIn = sentence.passage.leadIn
        let own = sentence.passage.own
        if sentence.holds(EnglishWords.punishment, leadIn), sentence.holds(EnglishWords.conductList, leadIn) {
            return sentence.modals(in: span(own.lowerBound, trigger.lowerBound)).isEmpty
        }
        let before = span(own.lowerBound, trigger.lowerBound)
        guard sentence.holds(EnglishWords.conduct, before), sentence.modals(in: before).isEmpty,
            let penalty = penalty
        else { return false }
        // "Where a review is refused, the firm shall reply within the period; late replies are fined": a duty first.
        return !sentence.modals(in: span(trigger.upperBound, penalty)).contains { $0.kind == .prohibition }
    }

    /// Where the first words of a penalty stand after the trigger.
    private var penalty: Int? { EnglishWords.punishment.first(in: text, sentence.rest)?.lowerBound }

    /// "Where an incident occurs, an operator that does not report it": the omission stands after the thing.
    private var isOmittedLater: Bool {
        guard let penalty else { return false }
        let conduct = span(trigger.upperBound, penalty)
        let end = sentence.modals(in: sentence.rest).first?.range.lowerBound ?? penalty
        return EnglishWords.omission.all(in: text, conduct).contains { hit in
            hit.upperBound <= end && isActedOn(span(hit.upperBound, conduct.upperBound))
        }
    }
}
