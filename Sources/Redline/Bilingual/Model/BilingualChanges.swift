package import Statute

/// What changed between two versions, read in both languages: the words of the other language beside each entry,
/// and which provisions one language changed and the other did not.
package struct BilingualChanges: Sendable, Hashable {
    /// The language of the redline; the other one stands beside it.
    package let language: Language
    package var other: Language { language == .zh ? .en : .zh }
    /// Of each version; nil where it is not held in both languages.
    package let old: BilingualAlignment?
    package let new: BilingualAlignment?
    /// What changed in the other language; nil unless both versions are held in it.
    package let otherChanges: ChangeSet?
    /// In the order of the redline: what did not follow, and what was revised alone.
    package let stale: [StaleProvision]
    package let revised: [StaleProvision]

    private let entries: EntryIndex?
    private let remarksByPath: [ProvisionPath: [StaleProvision]]

    /// Nil where no text of the other language is given.
    ///
    /// - Parameters:
    ///   - changes: the redline between `old` and `new`, two texts of one language.
    ///   - provenance: how far the texts of the other language may be trusted.
    package init?(
        _ changes: ChangeSet, _ texts: (old: StatuteText, new: StatuteText),
        beside others: (old: StatuteText?, new: StatuteText?),
        provenance: (old: Provenance, new: Provenance) = (.official, .official)
    ) {
        guard others.old != nil || others.new != nil else { return nil }
        let language = changes.new.language
        func aligned(_ text: StatuteText, _ other: StatuteText?) -> BilingualAlignment? {
            other.map { language == .zh ? .between(zh: text, en: $0) : .between(zh: $0, en: text) }
        }
        self.language = language
        old = aligned(texts.old, others.old)
        new = aligned(texts.new, others.new)
        if let before = others.old, let after = others.new {
            otherChanges = ChangeSet.between(before, after, provenance: provenance)
        } else {
            otherChanges = nil
        }
        entries = otherChanges.map(EntryIndex.init)
        let finder = StaleFinder(
            language: language, changes: changes, other: otherChanges, old: old, new: new)
        stale = finder.stale
        revised = finder.revised
        remarksByPath = Dictionary(grouping: finder.stale + finder.revised) {
            $0.text(language)?.path ?? .root
        }
    }

    /// In what the languages of the newer version differ; of the older one where the newer is held in one only.
    package var notes: [TranslationNote] { (new ?? old)?.notes ?? [] }

    /// The other language's words for one entry of the redline; nil where none are paired with it.
    package func words(for change: ProvisionChange) -> OtherWords? {
        let before = change.before.compactMap { old?.pair(of: $0.path, in: language) }
        let after = change.after.compactMap { new?.pair(of: $0.path, in: language) }
        guard let first = after.first ?? before.first else { return nil }
        let pairs = before + after
        let found = entries.map { entries in
            entries.entries(
                old: before.map { $0.text(other).path }, new: after.map { $0.text(other).path })
        }
        return OtherWords(
            language: other, before: before.map { $0.text(other) }, after: after.map { $0.text(other) },
            ground: first.ground, confidence: pairs.map(\.confidence).min() ?? .low, changes: found)
    }

    /// What is stale or revised in one entry of the redline.
    package func remarks(on change: ProvisionChange) -> [StaleProvision] {
        let places = change.after.isEmpty ? change.before : change.after
        return places.flatMap { remarksByPath[$0.path] ?? [] }
            .filter { ($0.reason == .kept) == change.after.isEmpty || $0.reason == .notHeld }
    }
}

/// The words of the other language that stand beside one entry of a redline.
package struct OtherWords: Sendable, Hashable {
    package var language: Language
    /// In order; empty where the older version is not held in it, or has no such provision.
    package var before: [ArticleText]
    package var after: [ArticleText]
    /// Of the pair of the first new provision, else of the first old one.
    package var ground: BilingualPair.Ground
    /// The least sure of the pairs.
    package var confidence: BilingualPair.Confidence
    /// The entries of the other language's own redline that hold these provisions; nil where it has none.
    package var changes: [ProvisionChange]?
}
