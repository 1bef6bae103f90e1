import Statute

/// An English passage seen from one trigger: its modals, its clause, and the stretches between them.
struct EnglishSentence: SentenceView {
    let passage: Passage
    let use: TriggerUse
    let text: [Unicode.Scalar]
    let modals: [Modal]
    let clause: Range<Int>

    private static let classes: [(kind: Modal.Kind, words: PhraseSet)] = [
        (
            .prohibition,
            PhraseSet(
                .en,
                """
                shall not|must not|may not|should not|cannot|can not|shall never|must never|is prohibited|are prohibited|\
                is forbidden|are forbidden|it is prohibited|prohibits|prohibit|not permitted to|not allowed to|\
                shall neither|may neither|nor may|nor shall|has no power to|have no power to|shall be prohibited|\
                shall be forbidden|is unlawful|are unlawful|shall be unlawful|is an offence|is an offense|\
                shall be an offence|must be prohibited|has no right to|have no right to
                """)
        ),
        (.minimum, PhraseSet(.en, "shall not be less than|shall be no less than|must not be less than")),
        (
            .exemption,
            PhraseSet(
                .en,
                """
                is not required to|are not required to|need not|is exempt from|are exempt from|shall be exempt from|\
                is not obliged to|are not obliged to|not be necessary|no longer required
                """)
        ),
        (
            .duty,
            PhraseSet(
                .en,
                """
                shall|must|should|is required to|are required to|is obliged to|are obliged to|is obligated to|\
                are obligated to|has a duty to|have a duty to|has to|have to|has an obligation to|have an obligation to|\
                undertake to|undertakes to|is the duty of|has the duty to|have the duty to|is bound to|are bound to|\
                is under a duty to|is responsible for ensuring|will be required to|is to|are to
                """)
        ),
        (
            .encouragement,
            PhraseSet(
                .en,
                "encourages|encourage|encouraged to|is encouraged|are encouraged|supports|promotes|shall support|shall encourage"
            )
        ),
        (
            .power,
            PhraseSet(
                .en,
                """
                may|can|has the right to|have the right to|is entitled to|are entitled to|has the power to|\
                have the power to|is empowered to|are empowered to|is authorised to|are authorised to|\
                is authorized to|are authorized to|is permitted to|are permitted to|is allowed to|are allowed to|\
                is free to|are free to|is at liberty to|are at liberty to
                """)
        ),
    ]

    init(_ passage: Passage, _ use: TriggerUse) {
        self.passage = passage
        self.use = use
        text = passage.folded
        modals = Self.modals(in: passage.folded, avoiding: use.range)
        clause = ChineseSentence.clause(of: passage.folded, around: use.range, from: passage.base)
    }

    var afterInClause: Range<Int> { span(trigger.upperBound, clause.upperBound) }

    /// The clause begins with Where, If, When … and a main clause follows.
    var isConditional: Bool {
        guard clause.upperBound < text.count, text[clause.upperBound] == "," else { return false }
        let opening = Self.clauseStart(of: text, at: clause.lowerBound)
        return Self.conditionals.begins(text, at: opening, limit: text.count)
    }

    private static let conditionals = PhraseSet(
        .en,
        "where|if|when|once|whenever|after|unless|upon|in the event|in case|on discovering|on finding|as soon as|before|prior to"
    )

    static func clauseStart(of text: [Unicode.Scalar], at start: Int) -> Int {
        text[start...].firstIndex { $0 != " " } ?? start
    }

    private static func modals(in text: [Unicode.Scalar], avoiding avoid: Range<Int>) -> [Modal] {
        var found: [Modal] = []
        var index = 0
        var floor = 0
        while index < text.count {
            var best: Modal?
            for (kind, words) in classes {
                // "shall support" is a modal, unless "support, assist and cooperate" is what is looked for.
                let limit = index < avoid.lowerBound ? avoid.lowerBound : text.count
                guard let range = words.match(at: index, in: text, limit: limit) else { continue }
                if range.count > (best?.range.count ?? 0) { best = Modal(kind: kind, range: range) }
            }
            guard var modal = best, !modal.range.overlaps(avoid) else {
                index += 1
                continue
            }
            if !isAim(modal, in: text),
                !epistemic.begins(text, at: modal.range.lowerBound, limit: text.count)
            {
                if modal.kind == .duty || modal.kind == .power {
                    modal.kind = negated(modal, in: text, from: floor)
                }
                found.append(modal)
            }
            index = modal.range.upperBound
            floor = index
        }
        return found
    }

    /// "No unit may": the negation stands in the subject. "Nothing in this Law shall" frees.
    private static func negated(_ modal: Modal, in text: [Unicode.Scalar], from floor: Int) -> Modal.Kind {
        let subject = span(floor, modal.range.lowerBound)
        if EnglishWords.nothing.isFound(in: text, subject) { return .exemption }
        let bounds = EnglishWords.subjectNoLookalike.all(in: text, subject)
        let negated = EnglishWords.subjectNo.all(in: text, subject).contains { no in
            if bounds.contains(where: { $0.overlaps(no) }) { return false }
            let before = text[subject.lowerBound..<no.lowerBound].last { $0 != " " }
            switch before {
            case nil, ",", ";", ":", ")", "(", "\u{201C}", "\"": return true
            default:
                return EnglishWords.beforeNo.ends(
                    text, at: no.lowerBound - 1, from: subject.lowerBound)
            }
        }
        return negated ? .prohibition : modal.kind
    }

    /// "The aim is to protect": no duty.
    private static func isAim(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        let word = text[modal.range].asString
        guard word == "is to" || word == "are to" else { return false }
        return aims.isFound(in: text, span(max(0, modal.range.lowerBound - 60), modal.range.lowerBound))
    }

    /// "products that may affect national security": it is possible, and nobody is allowed anything. "Information that
    /// is prohibited by law": told of, and not forbidden here.
    private static let epistemic = PhraseSet(
        .en,
        """
        may affect|may endanger|may harm|may cause|may lead to|may threaten|may influence|may occur|may arise|may result|\
        may have been|may have occurred|may have leaked|may jeopardis*|may jeopardiz*|may damage|may seriously|may directly|\
        may gravely|may impair|may prejudice|may bring about|may give rise|may involve|may pose|can affect|can harm|can cause|\
        may impact|might|can be|cannot be identified|is prohibited by|are prohibited by|is forbidden by|are forbidden by
        """)

    private static let aims = PhraseSet(
        .en, "aim|aims|purpose|purposes|objective|objectives|task|tasks|goal|goals|principle|what|how|way")
}
