import Statute

/// What the verb after a modal makes of the modal's subject.
enum EnglishVoice {
    /// The subject does it.
    case active
    /// It is done to the subject: "shall be filed".
    case passive
    /// A passive that binds its subject: "shall be required to", "shall be liable".
    case bindsSubject
    /// The same, where a ban of it spares the subject: "shall not be required to".
    case demandsOfSubject

    init(after modal: Modal, in text: [Unicode.Scalar]) {
        let words = text[modal.range].asString
        if Self.passiveBans.isFound(in: text, modal.range) {
            let next = EnglishSentence.clauseStart(of: text, at: modal.range.upperBound)
            self =
                words.hasSuffix("from") || Self.from.begins(text, at: next, limit: text.count)
                ? .active : .passive
            return
        }
        if modal.kind == .prohibition, EnglishWords.demand.isFound(in: text, modal.range) {
            self = .demandsOfSubject
            return
        }
        var index = modal.range.upperBound
        for _ in 0..<8 {
            index = EnglishSentence.clauseStart(of: text, at: index)
            guard index < text.count else { break }
            if text[index] == "," {
                // "shall, in accordance with the law, be filed"
                let close = text[(index + 1)...].firstIndex { $0 == "," || $0 == ";" || $0 == "." }
                guard let close, text[close] == "," else { break }
                index = close + 1
                continue
            }
            let end = text[index...].firstIndex { !WordPattern.isWord($0) } ?? text.count
            guard end > index else { break }
            if text[index..<end].asString == "be" || text[index..<end].asString == "been" {
                let next = EnglishSentence.clauseStart(of: text, at: Self.skippingAdverbs(text, end))
                if Self.demanding.begins(text, at: next, limit: text.count) {
                    self = .demandsOfSubject
                } else {
                    self = Self.binding.begins(text, at: next, limit: text.count) ? .bindsSubject : .passive
                }
                return
            }
            guard Self.isAdverb(text[index..<end]) else { break }
            index = end
        }
        self = .active
    }

    private static func skippingAdverbs(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var index = start
        while true {
            let next = EnglishSentence.clauseStart(of: text, at: index)
            let end = text[min(next, text.count)...].firstIndex { !WordPattern.isWord($0) } ?? text.count
            guard end > next, isAdverb(text[next..<end]) else { return index }
            index = end
        }
    }

    private static func isAdverb(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        adverbs.isFound(in: Array(word), 0..<word.count)
            || word.count > 3 && word.suffix(2).elementsEqual(["l", "y"])
    }

    private static let adverbs = PhraseSet(
        .en,
        "not|only|also|never|always|first|then|at|all|times|once|further|again|in|no|case|event|therefore|likewise"
    )
    private static let from = PhraseSet(.en, "from")
    private static let passiveBans = PhraseSet(
        .en,
        """
        is prohibited|are prohibited|is forbidden|are forbidden|shall be prohibited|shall be forbidden|is unlawful|\
        are unlawful|shall be unlawful|is an offence|is an offense|not permitted|not allowed|must be prohibited
        """)
    private static let demanding = PhraseSet(
        .en,
        """
        required|obliged|obligated|bound|ordered|directed|instructed|requested|asked|called upon|compelled|made to|\
        forced|pressed|induced|coerced|subjected|subject
        """)
    private static let binding = PhraseSet(
        .en,
        """
        entitled|eligible|qualified|\
        responsible|liable|guilty|fined|punished|free|able|permitted|allowed|authorised|authorized|empowered|\
        disciplined|sanctioned|encouraged|warned|dismissed|demoted|held|at liberty|prepared|ready|sentenced|\
        accountable|under|deemed|given access|disqualified|barred|exempt|exempted|imprisoned|in a position|careful
        """)
}
