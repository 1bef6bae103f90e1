package import Redline

/// Words of a redline that share one fate: what every rendering draws.
package struct Stretch: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case kept
        case deleted
        case inserted
        /// Words of this provision that stand in another one of the same entry, which is named; not repeated.
        case elsewhere(label: String, side: Side)
    }

    package enum Side: Sendable, Hashable { case before, after }

    package var kind: Kind
    package var text: String
    /// Why it changed; nil for kept words.
    package var edit: ReasonClass?
    /// The concepts that these words touch.
    package var marks: [Mark]
    /// Those of ``marks`` that end with this stretch.
    package var ending: [Mark]

    package init(
        _ kind: Kind, _ text: String, edit: ReasonClass? = nil, marks: [Mark] = [], ending: [Mark] = []
    ) {
        self.kind = kind
        self.text = text
        self.edit = edit
        self.marks = marks
        self.ending = ending
    }
}
