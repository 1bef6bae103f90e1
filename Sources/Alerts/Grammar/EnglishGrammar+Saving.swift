import Statute

/// What is said without a modal, and clauses that only save something.
extension EnglishGrammar {
    /// "Nothing in this Law requires …", "… shall be construed as prohibiting …", "… prevents an agency from requiring …".
    var saving: Verdict? {
        let head = span(sentence.passage.own.lowerBound, trigger.lowerBound)
        guard let nothing = EnglishWords.nothing.last(in: text, head) else { return nil }
        let way = span(nothing.upperBound, trigger.lowerBound)
        // It saves what its own clause names.
        guard !text[way].contains(";") else { return nil }
        let demanded = demand(in: way)
        if EnglishWords.banning.isFound(in: text, way) {
            if demanded != nil { return Verdict(isInverse ? .mentions : .mayRequire, .exemption) }
            // "prevents a Party from conducting a review": the State's own measure stays open.
            if !isInverse, EnglishWords.authority.isFound(in: text, way),
                !EnglishWords.authorityLookalike.isFound(in: text, way),
                sentence.holds(EnglishWords.inspection, span(way.lowerBound, trigger.upperBound))
            {
                return Verdict(.permits, .exemption)
            }
            return Verdict(.forbids, .exemption)
        }
        if isInverse { return Verdict(.mentions, .opposite) }
        if demanded != nil { return Verdict(.forbids, .exemption) }
        if EnglishWords.allowing.isFound(in: text, way) {
            return isHarmed(way) || isHandedOn(way)
                ? Verdict(.protects, .prohibitionOfHarm) : Verdict(.forbids, .prohibition)
        }
        return nil
    }

    /// The present tense of a statute: "The State operates a system of …", "The import requires a licence", "No approval
    /// is required".
    var stated: Verdict? {
        let own = sentence.passage.own
        let before = span(own.lowerBound, trigger.lowerBound)
        let clauseBefore = span(sentence.clause.lowerBound, trigger.lowerBound)
        let after = sentence.afterInClause
        let isDenied =
            sentence.holds(EnglishWords.subjectNo, clauseBefore)
            || EnglishWords.subjectNo.begins(text, at: trigger.lowerBound, limit: trigger.upperBound)
        if EnglishWords.neededAfter.isFound(in: text, after) {
            if isInverse { return isDenied ? nil : Verdict(.mentions, .opposite) }
            if isModifier { return nil }
            return isDenied || EnglishWords.notNeededAfter.isFound(in: text, after)
                ? Verdict(.forbids, .exemption) : Verdict(.requires, .duty)
        }
        guard !isInverse, !sentence.isConditional, !isModifier else { return nil }
        if let needing = EnglishWords.needing.last(in: text, clauseBefore),
            !EnglishWords.relative.ends(
                text, at: max(0, needing.lowerBound - 1), from: clauseBefore.lowerBound)
        {
            return isDenied ? Verdict(.forbids, .exemption) : Verdict(.requires, .duty)
        }
        guard EnglishWords.stateActs.isFound(in: text, before) else { return nil }
        if isProtected(before) || isHarmFought(before) { return Verdict(.protects, .dutyToProtect) }
        return Verdict(.requires, .duty)
    }
}
