package import Statute

/// Something in which the two languages of one version differ, and which a person should look at.
package struct TranslationNote: Sendable, Hashable {
    package enum Category: String, Sendable, Hashable, CaseIterable {
        /// The two texts have nothing in common: they are not of one law, or not of one version.
        case unrelated
        /// One language lacks a provision.
        case missing
        /// The two carry different numbers.
        case numbering
        /// One has more paragraphs than the other.
        case paragraphs
        /// One has more items than the other.
        case items
        /// An amount, a period, a share or a date stands in one only.
        case numbers
        /// One binds where the other permits, or forbids where the other does not.
        case modality
        /// A reference stands in one only.
        case references
    }

    package var category: Category
    /// A sentence for a person.
    package var message: String
    package var zh: ProvisionPath?
    package var en: ProvisionPath?

    package init(_ category: Category, _ message: String, zh: ProvisionPath? = nil, en: ProvisionPath? = nil)
    {
        self.category = category
        self.message = message
        self.zh = zh
        self.en = en
    }

    /// Where it is in one language; nil where that language lacks it.
    package func path(_ language: Language) -> ProvisionPath? { language == .zh ? zh : en }
}
