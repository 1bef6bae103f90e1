import Statute

/// Penalties: what is punished says what is owed.
extension EnglishGrammar {
    /// "Where an operator fails to …, it shall be fined"; "commits an offence if it fails to …"; or an item of a list
    /// that such a sentence opens.
    var liability: Verdict? {
        guard let conduct else { return nil }
        let before = span(conduct.lowerBound, trigger.lowerBound)
        let omitted =
            isOmitted(before) || EnglishWords.breachNoun.isFound(in: text, before) || isOmittedLater(conduct)
        if isInverse {
            return omitted ? Verdict(.mentions, .opposite) : Verdict(.requires, .penaltyForBreach)
        }
        let afterThing = span(trigger.upperBound, min(conduct.upperBound, sentence.clause.upperBound))
        if omitted {
            // "fails to keep it confidential"
            return isProtected(before) || isKeptSecret(afterThing)
                ? Verdict(.protects, .penaltyForHarm) : Verdict(.requires, .penaltyForBreach)
        }
        if demand(in: before) != nil || sentence.holds(EnglishWords.passiveCondition, afterThing)
            || demand(in: trigger) != nil
        {
            return Verdict(.forbids, .penaltyForDemand)
        }
        let wholeConduct = span(min(conduct.lowerBound, conductOpening), trigger.lowerBound)
        if isHarmed(wholeConduct) || isHarmed(afterThing) || isItselfHarm || isHandedOn(before)
            || isHandedOn(afterThing)
            || sentence.holds(EnglishWords.disclosing, before)
        {
            return Verdict(.protects, .penaltyForHarm)
        }
        // Punished for doing it; elsewhere it is only named.
        return isActedOn(span(conduct.lowerBound, max(conduct.upperBound, trigger.upperBound)))
            && !isModifier && !standsInRelative(before)
            ? Verdict(.forbids, .penaltyForAct) : Verdict(.mentions, .aboutTheThing)
    }

    /// Where the words of the offence begin: "Whoever, by theft or fraud, obtains …".
    private var conductOpening: Int {
        EnglishWords.conduct.first(in: text, span(sentence.passage.own.lowerBound, trigger.lowerBound))?
            .lowerBound
            ?? trigger.lowerBound
    }

    /// "Whoever sells a device that has a technical interface": another act is punished.
    private func standsInRelative(_ before: Range<Int>) -> Bool {
        EnglishWords.relative.all(in: text, before).count > 1
    }

    private func isOmitted(_ before: Range<Int>) -> Bool {
        EnglishWords.unless.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
            || EnglishWords.negation.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
            || EnglishWords.negation.all(in: text, before).contains { !isOutside($0, before) }
    }

    /// "sells it without authorisation, or builds an interface": the omission belongs to another limb.
    private func isOutside(_ negation: Range<Int>, _ before: Range<Int>) -> Bool {
        guard EnglishWords.withoutWord.begins(text, at: negation.lowerBound, limit: negation.upperBound)
        else {
            return false
        }
        let way = text[span(negation.upperBound, trigger.lowerBound)]
        return way.contains(",") && sentence.holds(EnglishWords.limb, way.indices)
    }

    /// The stretch that tells what is punished; nil where the trigger does not stand in it.
    private var conduct: Range<Int>? {
        // A penalty is not what it punishes.
        if EnglishWords.punishment.all(in: text, trigger).contains(where: { $0.isWithin(trigger) }) {
            return nil
        }
        return listedConduct ?? breachNamed ?? conductBeforePenalty ?? conductAfterPenalty
    }

    /// An item under "commits an offence if it:" or "one of the following acts … shall be fined:".
    private var listedConduct: Range<Int>? {
        let leadIn = sentence.passage.leadIn
        let own = sentence.passage.own
        guard sentence.holds(EnglishWords.punishment, leadIn),
            sentence.holds(EnglishWords.conductList, leadIn) || endsOpen(leadIn),
            sentence.modals(in: span(own.lowerBound, trigger.lowerBound)).isEmpty
        else { return nil }
        return own
    }

    /// "… shall be fined if it:", "An operator that:".
    private func endsOpen(_ leadIn: Range<Int>) -> Bool {
        var end = leadIn.upperBound
        while end > leadIn.lowerBound, text[end - 1] == " " || text[end - 1] == "\n" { end -= 1 }
        guard end > leadIn.lowerBound, text[end - 1] == ":" || text[end - 1] == "-" || text[end - 1] == "—"
        else {
            return false
        }
        let tail = span(max(leadIn.lowerBound, end - 30), end - 1)
        return sentence.holds(EnglishWords.listConduct, tail)
    }

    /// "Any infringement of the duties concerning … shall be subject to fines".
    private var breachNamed: Range<Int>? {
        let before = span(sentence.clause.lowerBound, trigger.lowerBound)
        guard let noun = EnglishWords.breachNoun.last(in: text, before),
            sentence.modals(in: before).isEmpty,
            let modal = sentence.modals(in: sentence.rest).first,
            EnglishWords.punishment.isFound(in: text, span(modal.range.upperBound, text.count)),
            !text[span(noun.upperBound, trigger.lowerBound)].contains(",")
        else { return nil }
        return span(noun.lowerBound, modal.range.lowerBound)
    }

    /// "An operator that …, shall be fined".
    private var conductBeforePenalty: Range<Int>? {
        let own = sentence.passage.own
        let before = span(own.lowerBound, trigger.lowerBound)
        guard sentence.holds(EnglishWords.conduct, before), sentence.modals(in: before).isEmpty,
            let penalty = EnglishWords.punishment.first(in: text, sentence.rest)?.lowerBound
        else { return nil }
        // "Where a review is refused, the firm shall reply within the period; late replies are fined": a duty first.
        let between = sentence.modals(in: span(trigger.upperBound, penalty))
        if between.contains(where: { $0.kind == .prohibition }) { return nil }
        let end = between.first?.range.lowerBound ?? penalty
        return span(sentence.clause.lowerBound, end)
    }

    /// "shall be fined if it fails to …", "commits an offence who …", "may impose a fine on an operator that …".
    private var conductAfterPenalty: Range<Int>? {
        let own = sentence.passage.own
        guard let penalty = EnglishWords.punishment.last(in: text, span(own.lowerBound, trigger.lowerBound)),
            let opener = EnglishWords.offenceTo.isFound(in: text, penalty)
                ? penalty
                : EnglishWords.conductAfter.first(in: text, span(penalty.upperBound, trigger.lowerBound)),
            sentence.modals(in: span(opener.upperBound, trigger.lowerBound)).isEmpty,
            isImposed(span(penalty.upperBound, opener.lowerBound)),
            !text[span(penalty.upperBound, opener.lowerBound)].contains(";")
        else { return nil }
        return span(
            opener.upperBound, text[trigger.upperBound...].firstIndex { $0 == ";" || $0 == "." } ?? text.count
        )
    }

    /// "A fine may be imposed on a vendor that …": the modal is the penalty's own.
    private func isImposed(_ way: Range<Int>) -> Bool {
        sentence.modals(in: way).isEmpty || EnglishWords.imposed.isFound(in: text, way)
    }

    /// "Where an incident occurs, an operator that does not report it": the omission stands after the thing.
    private func isOmittedLater(_ conduct: Range<Int>) -> Bool {
        let tail = span(trigger.upperBound, conduct.upperBound)
        return EnglishWords.omission.all(in: text, tail).contains { hit in
            isActedOn(span(hit.upperBound, tail.upperBound))
                || EnglishWords.permission.isFound(in: text, span(hit.upperBound, tail.upperBound))
                || isActedOn(trigger)
        }
    }
}
