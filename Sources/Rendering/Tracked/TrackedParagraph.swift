/// What became of words or of the end of a paragraph.
package enum Fate: Sendable, Hashable {
    case kept, deleted, inserted
}

/// One paragraph of a text in which every change is marked, ends of paragraphs included.
package struct TrackedParagraph: Sendable, Hashable {
    package enum Style: Sendable, Hashable {
        case title, headnote
        /// 1 is outermost.
        case heading(Int)
        /// The paragraph that begins with the number of a provision.
        case provision
        case paragraph, item, subitem
    }

    package struct Run: Sendable, Hashable {
        package var fate: Fate
        package var text: String
        /// The printed number of a provision.
        package var isLabel = false
        /// The change rests on wording that is only assumed.
        package var isUnverified = false
        /// Index of the remark that is tied to these words.
        package var remark: Int?
    }

    package var runs: [Run]
    /// A deleted end joins this paragraph to the next one when the changes are accepted, an inserted one when they
    /// are rejected.
    package var end: Fate
    /// The change of the end rests on wording that is only assumed.
    package var isEndUnverified = false
    package var style: Style
}
