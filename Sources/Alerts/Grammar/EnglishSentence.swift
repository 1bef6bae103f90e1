import Statute

/// An English passage seen from one trigger: its modals, its clause, and the stretches between them.
struct EnglishSentence: SentenceView {
    let passage: Passage
    let use: TriggerUse
    let text: [Unicode.Scalar]
    let modals: [Modal]
    let clause: Range<Int>

    init(_ passage: Passage, _ use: TriggerUse) {
        self.passage = passage
        self.use = use
        text = passage.folded
        modals = EnglishModals.all(in: passage.folded, avoiding: use.range)
        clause = ChineseSentence.clause(of: passage.folded, around: use.range, from: passage.base)
    }

    var afterInClause: Range<Int> { span(trigger.upperBound, clause.upperBound) }

    /// The clause begins with Where, If, When … and a main clause follows.
    var isConditional: Bool {
        guard clause.upperBound < text.count, text[clause.upperBound] == "," else { return false }
        let opening = Self.clauseStart(of: text, at: clause.lowerBound)
        if Self.conditionals.begins(text, at: opening, limit: text.count) { return true }
        return isLaterInCondition
    }

    /// "Where data, logs or records are kept, the operator shall": still the "where" part.
    private var isLaterInCondition: Bool {
        let opening = Self.clauseStart(of: text, at: passage.own.lowerBound)
        guard Self.opensConditionally(text, passage.own),
            modals(in: span(opening, trigger.lowerBound)).isEmpty,
            let main = modals(in: rest).first
        else { return false }
        return !text[span(opening, trigger.lowerBound)].contains(";")
            && text[span(trigger.upperBound, main.range.lowerBound)].contains(",")
            && !modals(in: span(clause.upperBound, text.count)).isEmpty
    }

    static func opensConditionally(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        conditionals.begins(text, at: clauseStart(of: text, at: range.lowerBound), limit: range.upperBound)
    }

    private static let conditionals = PhraseSet(
        .en,
        """
        where|if|when|once|whenever|after|unless|upon|in the event|in case|on discovering|on finding|as soon as|before|\
        prior to|wherever|following|should|on receipt of|on receiving
        """
    )

    static func clauseStart(of text: [Unicode.Scalar], at start: Int) -> Int {
        text[start...].firstIndex { $0 != " " } ?? start
    }
}
