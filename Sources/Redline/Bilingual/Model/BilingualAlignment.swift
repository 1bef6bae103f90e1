package import Statute

/// Chinese and English of one version, provision by provision.
///
/// Every article-level provision of either text is in exactly one pair or among the unpaired.
package struct BilingualAlignment: Sendable, Hashable {
    /// In order; a translation moves nothing, so the order is that of both texts.
    package var pairs: [BilingualPair]
    package var unpairedChinese: [ArticleText]
    package var unpairedEnglish: [ArticleText]
    /// What differs between the languages, in the order of the pairs; missing provisions first.
    package var notes: [TranslationNote]

    private let byChinese: [ProvisionPath: Int]
    private let byEnglish: [ProvisionPath: Int]
    private let notesByChinese: [ProvisionPath: [Int]]

    package init(
        pairs: [BilingualPair], unpairedChinese: [ArticleText], unpairedEnglish: [ArticleText],
        notes: [TranslationNote]
    ) {
        self.pairs = pairs
        self.unpairedChinese = unpairedChinese
        self.unpairedEnglish = unpairedEnglish
        self.notes = notes
        notesByChinese = Dictionary(
            grouping: notes.indices.filter { notes[$0].zh != nil && notes[$0].en != nil }
        ) {
            notes[$0].zh ?? .root
        }
        byChinese = Dictionary(pairs.indices.map { (pairs[$0].zh.path, $0) }) { first, _ in first }
        byEnglish = Dictionary(pairs.indices.map { (pairs[$0].en.path, $0) }) { first, _ in first }
    }

    /// Pure and total: the same texts give the same alignment on every machine.
    ///
    /// Time and memory grow with the length of the texts, plus a table of at most about 2 million cells or 32 for
    /// each provision.
    package static func between(zh: StatuteText, en: StatuteText) -> BilingualAlignment {
        BilingualAligner(zh: zh, en: en).alignment()
    }

    /// The pair that holds a provision of one language.
    package func pair(of path: ProvisionPath, in language: Language) -> BilingualPair? {
        (language == .zh ? byChinese : byEnglish)[path].map { pairs[$0] }
    }

    /// What differs between the languages in one pair.
    func notes(on pair: BilingualPair) -> [TranslationNote] {
        (notesByChinese[pair.zh.path] ?? []).map { notes[$0] }
    }
}
