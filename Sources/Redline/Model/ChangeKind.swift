/// What happened to a group of article-level provisions (Akoma Ntoso `textualMod`).
package enum ChangeKind: String, Sendable, Hashable, CaseIterable {
    /// New, with no source in the old text.
    case inserted
    /// In the old text only.
    case repealed
    /// Own words changed.
    case modified
    /// Same words, other number; references that merely follow the renumbering do not count as words.
    case renumbered
    /// One before, several after.
    case split
    /// Several before, one after.
    case joined
    /// Several before, several after.
    case regrouped
    /// Equal text and number.
    case unchanged
}

/// What a change amounts to in law; in doubt, the greater.
package enum Significance: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Numbers, and references that follow them.
    case formal
    /// Punctuation, width, variant characters, wording without legal effect by a named rule.
    case editorial
    /// Everything else, and whatever is not known.
    case substantive

    package static func < (a: Significance, b: Significance) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .formal: 0
        case .editorial: 1
        case .substantive: 2
        }
    }
}

/// The kind of thing that changed in the words.
package enum ReasonClass: String, Sendable, Hashable, CaseIterable {
    case modality, amount, deadline, threshold, actor, scope, definition, penalty
    case crossReference = "cross-reference"
    case text
    /// Punctuation, width, variant or invisible characters: editorial.
    case typography
}

/// Which way a change went for those who are bound.
package enum Direction: String, Sendable, Hashable, CaseIterable {
    case tightened, loosened, neither, unclear
}
