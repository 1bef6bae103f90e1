import Statute

/// Whom a concept's duty must bind for a sentence to be about it: 解密 owed by an operator is decryption, owed by the
/// body that classified a document it is declassification.
struct BoundParty: Sendable {
    private let language: Language
    private let wanted: PhraseSet?
    private let unwanted: PhraseSet?

    /// Nil where the concept says nothing about parties.
    init?(_ words: Concept.Words, _ language: Language) {
        guard !words.actors.isEmpty || !words.notActors.isEmpty else { return nil }
        self.language = language
        wanted = words.actors.isEmpty ? nil : PhraseSet(language, words.actors.joined(separator: "|"))
        unwanted =
            words.notActors.isEmpty ? nil : PhraseSet(language, words.notActors.joined(separator: "|"))
    }

    func admits(_ actor: String) -> Bool {
        let text = WordPattern.folded(Array(actor.unicodeScalars), language)
        if let unwanted, unwanted.isFound(in: text, text.indices) { return false }
        return wanted?.isFound(in: text, text.indices) ?? true
    }
}
