import Statute

/// The trigger stands in the "where" part of a sentence, and the main clause says what follows.
extension EnglishGrammar {
    var conditional: Verdict {
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        let main = span(sentence.clause.upperBound, text.count)
        guard !isInverse, let modal = sentence.modals(in: main).first else {
            return Verdict(.mentions, .conditionalClause)
        }
        let tail = span(modal.range.upperBound, text.count)
        if demand(in: head) != nil {
            if modal.kind == .duty, sentence.holds(EnglishWords.complying, tail) {
                return Verdict(.requires, .dutyToComply)
            }
            if modal.kind == .prohibition, sentence.holds(EnglishWords.refusing, tail) {
                return Verdict(.requires, .doubleNegation)
            }
        }
        if modal.kind == .duty, isAnswered(by: modal) {
            if isEvent { return Verdict(.requires, .dutyUponEvent) }
            if isItselfAct || isPreliminary { return Verdict(.requires, .dutyWhenDoing) }
        }
        return Verdict(.mentions, .conditionalClause)
    }

    /// The main clause does with the thing what the concept is about.
    private func isAnswered(by modal: Modal) -> Bool {
        let following = sentence.modals.first { $0.range.lowerBound >= modal.range.upperBound }
        return isActedOn(span(modal.range.upperBound, following?.range.lowerBound ?? text.count))
    }

    /// "Where an incident occurs", "Upon discovering …".
    private var isEvent: Bool {
        let opening = EnglishSentence.clauseStart(of: text, at: sentence.clause.lowerBound)
        return sentence.holds(EnglishWords.event, sentence.clause)
            || EnglishWords.eventOpening.begins(text, at: opening, limit: text.count)
    }

    /// "Where an operator sends data abroad, it shall pass …": the trigger is itself the doing.
    private var isItselfAct: Bool { sentence.use.acts.contains { $0.overlaps(trigger) } }

    /// "Before listing abroad, it shall …"
    private var isPreliminary: Bool {
        let opening = EnglishSentence.clauseStart(of: text, at: sentence.clause.lowerBound)
        return EnglishWords.before.begins(text, at: opening, limit: text.count)
    }
}
