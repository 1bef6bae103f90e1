import Statute

/// The words of an English passage that say what is owed.
enum EnglishModals {
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
                shall be an offence|must be prohibited|has no right to|have no right to|may no longer|shall no longer|\
                is not to|are not to|is not permitted|are not permitted|is not allowed|are not allowed|may never|\
                is barred from|are barred from|is precluded from|are precluded from|is illegal|are illegal|\
                shall be illegal|must neither|shall under no circumstances|shall in no case|may under no circumstances|\
                may in no case|is not entitled to|are not entitled to|is not authorised to|is not authorized to|\
                are not authorised to|are not authorized to|shall be prohibited from|is prohibited from|\
                are prohibited from|shall have no power to|will not|will never|it shall be unlawful|it is unlawful|it is forbidden
                """)
        ),
        (.minimum, PhraseSet(.en, "shall not be less than|shall be no less than|must not be less than")),
        (
            .exemption,
            PhraseSet(
                .en,
                """
                is not required to|are not required to|need not|is exempt from|are exempt from|shall be exempt from|\
                is not obliged to|are not obliged to|not be necessary|no longer required|is exempted from|\
                are exempted from|shall be exempted from|may be exempted from|may be exempt from|does not need to|\
                do not need to|does not have to|do not have to|is not bound to|are not bound to|is under no obligation to|\
                are under no obligation to|shall be under no obligation to|is under no duty to|are under no duty to|\
                is not subject to|are not subject to|shall not be subject to|has no obligation to|have no obligation to|\
                has no duty to|have no duty to|is not necessary|does not require|do not require|is not obligated to|\
                are not obligated to|is not needed
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
                is under a duty to|is responsible for ensuring|will be required to|is to|are to|shall be the duty of|\
                shall have the duty to|shall have a duty to|is responsible for|are responsible for|are under a duty to|\
                is under an obligation to|are under an obligation to|is hereby required to|are hereby required to|\
                will|is directed to|are directed to|is ordered to|are ordered to|is hereby directed to|is instructed to
                """)
        ),
        (
            .encouragement,
            PhraseSet(
                .en,
                """
                encourages|encourage|encouraged to|is encouraged|are encouraged|supports|promotes|\
                shall encourage|shall be encouraged to|should be encouraged to|is invited to|are invited to|\
                is urged to|are urged to
                """)
        ),
        (
            .power,
            PhraseSet(
                .en,
                """
                may|can|has the right to|have the right to|is entitled to|are entitled to|has the power to|\
                have the power to|is empowered to|are empowered to|is authorised to|are authorised to|\
                is authorized to|are authorized to|is permitted to|are permitted to|is allowed to|are allowed to|\
                is free to|are free to|is at liberty to|are at liberty to|shall be entitled to|shall have the right to|\
                shall have the power to|shall have power to|has power to|have power to|shall be empowered to|\
                shall be authorised to|shall be authorized to|shall be free to|shall be permitted to|\
                shall be allowed to|has authority to|have authority to|shall have authority to|has the authority to|\
                have the authority to|shall be at liberty to|is hereby authorised to|is hereby authorized to|\
                it shall be lawful|it is lawful|are hereby authorised to|are hereby authorized to|has a right to|have a right to|enjoys the right to
                """)
        ),
    ]

    static func all(in text: [Unicode.Scalar], avoiding avoid: Range<Int>) -> [Modal] {
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
            if isMeant(modal, in: text) {
                if modal.kind == .duty || modal.kind == .power {
                    modal.kind = negated(modal, in: text, from: floor)
                }
                found.append(modal)
                floor = modal.range.upperBound
            }
            index = modal.range.upperBound
        }
        return found
    }

    private static func isMeant(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        !isAim(modal, in: text) && !isSupposed(modal, in: text) && !isMonth(modal, in: text)
            && !isInverted(modal, in: text) && !isForetold(modal, in: text)
            && !epistemic.begins(text, at: modal.range.lowerBound, limit: text.count)
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
            case nil, ",", ";", ":", ")", "(", "\u{201C}", "\"", "\n": return true
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

    /// "Should an incident occur, …": a condition.
    private static func isInverted(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        guard text[modal.range].asString == "should" else { return false }
        switch text[..<modal.range.lowerBound].last(where: { $0 != " " }) {
        case nil, ".", ",", ";", ":", ")", "\n": return true
        default: return false
        }
    }

    /// "systems that will be affected", "if the data will leave": what is to come, and no rule of an agency.
    private static func isForetold(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        guard text[modal.range.lowerBound] == "w", text[modal.range].starts(with: "will".unicodeScalars)
        else {
            return false
        }
        let near = span(max(0, modal.range.lowerBound - 60), modal.range.lowerBound)
        let start =
            text[near].lastIndex { $0 == "," || $0 == ";" || $0 == "." }.map { $0 + 1 } ?? near.lowerBound
        return foretelling.isFound(in: text, span(start, near.upperBound))
    }

    private static let foretelling = PhraseSet(
        .en,
        "that|which|who|if|where|when|whether|how|what|unless|until|once|it|this|these|they|expect*|likely")

    /// "the risk that supply may be cut", "whether it can be replaced": a possibility that is weighed.
    private static func isSupposed(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        guard modal.kind == .power, modal.range.count <= 3 else { return false }
        let near = span(max(0, modal.range.lowerBound - 60), modal.range.lowerBound)
        let start =
            text[near].lastIndex { $0 == "," || $0 == ";" || $0 == "." }.map { $0 + 1 } ?? near.lowerBound
        return supposing.isFound(in: text, span(start, near.upperBound))
    }

    private static let supposing = PhraseSet(
        .en,
        """
        risk that|risks that|possibility that|likelihood that|danger that|threat that|whether|extent to which|chance that|\
        degree to which|suspicion that|evidence that|signs that
        """)

    /// "1 May 2026", "May 1".
    private static func isMonth(_ modal: Modal, in text: [Unicode.Scalar]) -> Bool {
        guard text[modal.range].asString == "may" else { return false }
        let next = modal.range.upperBound + 1
        return next < text.count && ("0"..."9").contains(text[next])
    }

    /// "products that may affect national security": it is possible, and nobody is allowed anything. "Information that
    /// is prohibited by law": told of, and not forbidden here.
    private static let epistemic = PhraseSet(
        .en,
        """
        may affect|may endanger|may harm|may cause|may lead to|may threaten|may influence|may occur|may arise|may result|\
        may have been|may have occurred|may have leaked|may jeopardis*|may jeopardiz*|may damage|may seriously|may directly|\
        may gravely|may impair|may prejudice|may bring about|may give rise|may involve|may pose|can affect|can harm|can cause|\
        may impact|might|can be|cannot be identified|is prohibited by|are prohibited by|is forbidden by|are forbidden by|\
        as may be|may be necessary|may be needed|may exist|may become
        """)

    private static let aims = PhraseSet(
        .en, "aim|aims|purpose|purposes|objective|objectives|task|tasks|goal|goals|principle|what|how|way")
}
