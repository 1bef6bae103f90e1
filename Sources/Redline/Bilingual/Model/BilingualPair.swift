package import Statute

/// One Chinese and one English provision of one version that say the same.
package struct BilingualPair: Sendable, Hashable {
    /// How the pair was found.
    package enum Ground: String, Sendable, Hashable, CaseIterable {
        /// They carry the same number.
        case number
        /// The numbers differ, or there are none, and what survives translation agrees: amounts, dates,
        /// references, names.
        case anchors
        /// The numbers differ, or there are none, and only order, shape, length and legal terms speak for it.
        case structure
    }

    /// How sure the pair is.
    package enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
        case low, medium, high

        package static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            }
        }
    }

    /// Lines of the two provisions that belong together: paragraphs, items, subitems.
    package struct Lines: Sendable, Hashable {
        /// At most two; empty where the other language has a line that this one lacks.
        package var zh: [ProvisionPath]
        package var en: [ProvisionPath]

        package init(zh: [ProvisionPath], en: [ProvisionPath]) {
            self.zh = zh
            self.en = en
        }
    }

    package var zh: ArticleText
    package var en: ArticleText
    package var ground: Ground
    package var confidence: Confidence
    /// Nats that speak for the pair, its number apart.
    package var evidence: Double
    /// Every line of either provision once, in order.
    package var lines: [Lines]

    package init(
        zh: ArticleText, en: ArticleText, ground: Ground, confidence: Confidence, evidence: Double,
        lines: [Lines]
    ) {
        self.zh = zh
        self.en = en
        self.ground = ground
        self.confidence = confidence
        self.evidence = evidence
        self.lines = lines
    }

    /// The provision of one language.
    package func text(_ language: Language) -> ArticleText { language == .zh ? zh : en }
}
