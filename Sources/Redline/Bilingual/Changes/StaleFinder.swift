import Statute

/// Lays the change sets of two languages side by side, through the alignments of both versions.
struct StaleFinder {
    private(set) var stale: [StaleProvision] = []
    private(set) var revised: [StaleProvision] = []

    private let old: BilingualAlignment?
    private let new: BilingualAlignment?

    /// - Parameters:
    ///   - language: of `changes`; `other` is in the other one.
    ///   - old: the alignment of the older version, nil where it is held in one language; `new` likewise.
    init(
        language: Language, changes: ChangeSet, other: ChangeSet?, old: BilingualAlignment?,
        new: BilingualAlignment?
    ) {
        self.old = old
        self.new = new
        let opposite: Language = language == .zh ? .en : .zh
        if let other {
            follow(changes, in: language, by: EntryIndex(other))
            follow(other, in: opposite, by: EntryIndex(changes))
        } else if new == nil, opposite == .en {
            for change in changes.changes where change.asksForTranslation { addNotHeld(change) }
        }
    }

    /// Whether the other language followed each change of `leader`.
    private mutating func follow(_ leader: ChangeSet, in language: Language, by follower: EntryIndex) {
        for change in leader.changes where change.asksForTranslation {
            if change.after.isEmpty {
                for before in change.before { followRepeal(before, language, follower) }
            }
            for after in change.after {
                let link = change.links.first { $0.after == after.path }
                follow(after, from: link, leader, language, follower)
            }
        }
    }

    private mutating func followRepeal(
        _ before: ArticleText, _ language: Language, _ follower: EntryIndex
    ) {
        let other: Language = language == .zh ? .en : .zh
        guard let pair = old?.pair(of: before.path, in: language),
            let entry = follower.entry(old: pair.text(other).path), !entry.asksForTranslation,
            !entry.unverified, let kept = entry.after.first,
            // Paired with another provision, it is told there.
            new?.pair(of: kept.path, in: other) == nil
        else { return }
        add(other, .kept, language, before, kept, pair.confidence)
    }

    private mutating func follow(
        _ after: ArticleText, from link: ProvisionLink?, _ leader: ChangeSet, _ language: Language,
        _ follower: EntryIndex
    ) {
        let other: Language = language == .zh ? .en : .zh
        let source = link.flatMap { old?.pair(of: $0.before, in: language) }
        guard let pair = new?.pair(of: after.path, in: language) else {
            followUnpaired(after, source, language, follower)
            return
        }
        let text = pair.text(other)
        guard let entry = follower.entry(new: text.path), !entry.asksForTranslation, !entry.unverified
        else { return }
        // The other language had the provision before this one did.
        let hadNone = entry.before.allSatisfy { old?.pair(of: $0.path, in: other) == nil }
        if link == nil, hadNone { return }
        let doubt = leader.rewrite || (link?.similarity ?? 0) < 0.2
        var confidence = min(pair.confidence, doubt ? .low : source?.confidence ?? .medium)
        let (before, now) = (differences(source, old), differences(pair, new))
        if now > before { confidence = .high }
        // Before, the two said different things, and now they agree: the other language was ahead.
        if now < before { confidence = .low }
        let isRevision = language == .en && now <= before
        add(isRevision ? .en : other, isRevision ? .revised : .unchanged, language, after, text, confidence)
    }

    /// The provision has no counterpart in the newer text of the other language.
    private mutating func followUnpaired(
        _ after: ArticleText, _ source: BilingualPair?, _ language: Language, _ follower: EntryIndex
    ) {
        let other: Language = language == .zh ? .en : .zh
        guard let source, let entry = follower.entry(old: source.text(other).path) else {
            add(other, .lacking, language, after, nil, confidenceOfLack)
            return
        }
        guard !entry.asksForTranslation, !entry.unverified else { return }
        // So much changed that the old words no longer look like its translation.
        add(other, .unchanged, language, after, entry.after.first, min(source.confidence, .medium))
    }

    /// A text most of which pairs lacks what it lacks; one that hardly pairs proves nothing.
    private var confidenceOfLack: BilingualPair.Confidence {
        guard let new else { return .low }
        let alone = min(new.unpairedChinese.count, new.unpairedEnglish.count)
        return new.pairs.count > 4 * alone ? .high : new.pairs.count > alone ? .medium : .low
    }

    /// How many numbers or references differ between the languages in one pair.
    private func differences(_ pair: BilingualPair?, _ alignment: BilingualAlignment?) -> Int {
        guard let pair, let alignment else { return 0 }
        return alignment.notes(on: pair).count { $0.category == .numbers || $0.category == .references }
    }

    private mutating func addNotHeld(_ change: ProvisionChange) {
        for after in change.after {
            let pair = change.links.first { $0.after == after.path }
                .flatMap { old?.pair(of: $0.before, in: .zh) }
            add(.en, pair == nil ? .lacking : .notHeld, .zh, after, pair?.en, pair?.confidence ?? .medium)
        }
        guard change.after.isEmpty else { return }
        for before in change.before {
            guard let pair = old?.pair(of: before.path, in: .zh) else { continue }
            add(.en, .kept, .zh, before, pair.en, pair.confidence)
        }
    }

    private mutating func add(
        _ stale: Language, _ reason: StaleProvision.Reason, _ language: Language, _ text: ArticleText,
        _ other: ArticleText?, _ confidence: BilingualPair.Confidence
    ) {
        let found = StaleProvision(
            stale, reason, zh: language == .zh ? text : other, en: language == .en ? text : other,
            confidence: confidence)
        if reason == .revised { revised.append(found) } else { self.stale.append(found) }
    }
}
