package import Statute

/// How one text became another, in sums: enough for ``NightBrake`` to tell a night's pattern from an amendment
/// (demands.md, N19 and pain 3).
package struct TextDrift: Sendable, Hashable, Codable {
    /// What mostly went, where words only went.
    package enum Loss: String, Sendable, Hashable, Codable, CaseIterable {
        case articles, items, subitems, words
    }

    /// Visible characters that went and came, article numbers and references not counted.
    package var charactersLost: Int
    package var charactersGained: Int
    package var charactersBefore: Int
    package var articlesLost: Int
    package var itemsBefore: Int
    package var itemsLost: Int
    package var subitemsBefore: Int
    package var subitemsLost: Int
    /// The headnotes name a later day of adoption or amendment than before.
    package var namesNewDate: Bool
    /// Whole new lines without any like them before, folded; at most 40.
    package var addedLines: [String]

    package init(
        charactersLost: Int, charactersGained: Int, charactersBefore: Int = 0, articlesLost: Int = 0,
        itemsBefore: Int = 0, itemsLost: Int = 0, subitemsBefore: Int = 0, subitemsLost: Int = 0,
        namesNewDate: Bool = false, addedLines: [String] = []
    ) {
        self.charactersLost = charactersLost
        self.charactersGained = charactersGained
        self.charactersBefore = charactersBefore
        self.articlesLost = articlesLost
        self.itemsBefore = itemsBefore
        self.itemsLost = itemsLost
        self.subitemsBefore = subitemsBefore
        self.subitemsLost = subitemsLost
        self.namesNewDate = namesNewDate
        self.addedLines = addedLines
    }

    /// Words went and none came.
    package var isDeletionsOnly: Bool { charactersLost > 0 && charactersGained == 0 }

    /// What went; nil when nothing did.
    package var loss: Loss? {
        guard charactersLost > 0 else { return nil }
        if articlesLost > 0 { return .articles }
        if itemsLost > 0 { return .items }
        if subitemsLost > 0 { return .subitems }
        return .words
    }

    /// Lists went as a whole kind: at least two items, and three of five or more of those that were there.
    package var losesListsWholesale: Bool {
        (itemsLost >= 2 && itemsLost * 5 >= itemsBefore * 3)
            || (subitemsLost >= 2 && subitemsLost * 5 >= subitemsBefore * 3)
    }

    /// As an amendment looks: a new date in the headnotes, and words added below them.
    package var isDatedAmendment: Bool { namesNewDate && charactersGained > 0 }
}

extension TextDrift {
    /// Compares line by line; an edit within a line counts what stands between its common beginning and end.
    package init(from old: StatuteText, to new: StatuteText) {
        self.init(from: old, shape: StatuteShape(old), to: new, shape: StatuteShape(new))
    }

    init(from old: StatuteText, shape before: StatuteShape, to new: StatuteText, shape after: StatuteShape) {
        let lines = LineDrift(from: old, to: new)
        self.init(
            charactersLost: lines.lost, charactersGained: lines.gained, charactersBefore: before.characters,
            articlesLost: max(0, before.articles.count - after.articles.count), itemsBefore: before.items,
            itemsLost: max(0, before.items - after.items), subitemsBefore: before.subitems,
            subitemsLost: max(0, before.subitems - after.subitems),
            namesNewDate: ActDates.namesLater(new, than: old), addedLines: Array(lines.added.prefix(40)))
    }
}

/// The days of law-making in headnotes.
enum ActDates {
    static func newest(_ text: StatuteText) -> CalendarDate? {
        LegalHistory.events(in: text.headnotes).last?.date
    }

    /// Whether both name a day and the first a later one.
    static func namesLater(_ new: StatuteText, than old: StatuteText) -> Bool {
        guard let after = newest(new), let before = newest(old) else { return false }
        return before < after
    }
}
