package import Statute

/// A provision that one language changed between two versions and the other did not.
package struct StaleProvision: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The words changed in one language and stayed in the other, which is stale.
        case unchanged
        /// One language has a new provision that the other, stale, lacks.
        case lacking
        /// One language dropped a provision that the other, stale, still has.
        case kept
        /// The stale language is held of the older version only.
        case notHeld = "not-held"
        /// The English changed and the Chinese, which prevails, did not: the translation was revised. Nothing is
        /// stale.
        case revised
    }

    /// The language that did not follow; for ``Reason/revised`` the one that changed.
    package var language: Language
    package var reason: Reason
    /// Where it stands in the newer texts; in the older one where the newer lacks it. Nil where neither has it.
    package var zh: ArticleText?
    package var en: ArticleText?
    package var confidence: BilingualPair.Confidence

    package init(
        _ language: Language, _ reason: Reason, zh: ArticleText?, en: ArticleText?,
        confidence: BilingualPair.Confidence
    ) {
        self.language = language
        self.reason = reason
        self.zh = zh
        self.en = en
        self.confidence = confidence
    }

    /// `zh changed, en stale`: what a person is told.
    package var message: String {
        let other = language == .zh ? Language.en : .zh
        return switch reason {
        case .unchanged: "\(other) changed, \(language) stale"
        case .lacking: "\(other) has a new provision, \(language) lacks it"
        case .kept: "\(other) dropped the provision, \(language) still has it"
        case .notHeld: "\(other) changed, \(language) is held of the older version only"
        case .revised: "\(language) changed without \(other): the translation was revised"
        }
    }

    package func text(_ language: Language) -> ArticleText? { language == .zh ? zh : en }
}
