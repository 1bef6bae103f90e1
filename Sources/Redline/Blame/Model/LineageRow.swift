package import Statute

/// One version in the life of a provision: whether it stood there, under which number, and what was done to it.
package struct LineageRow: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case stands
        /// The text is held and does not have it.
        case missing
        /// This version took it out.
        case repealed
        /// The text is an extract that may leave it out.
        case leftOut
        /// There is no text to read.
        case absent(BlameVersion.Absence)
    }

    /// Index into the versions of the ``Blame``.
    package var version: Int
    package var state: State
    /// As it stood there; nil unless it does.
    package var provision: ArticleText?
    /// The other provisions that it was split into with this change, on the newer side, or joined with, on the older side.
    package var others: [ArticleText] = []
    /// What made it of the version in ``since``; nil for the first one, and where only assumed wording could be compared.
    package var kind: ChangeKind?
    package var significance: Significance?
    package var reasons: [Reason] = []
    package var isMoved = false
    /// The version that it was compared with: an index into the versions of the ``Blame``.
    package var since: Int?
    /// How far its words may be trusted there; nil where there are none.
    package var fidelity: Fidelity?

    init(version: Int, state: State) {
        self.version = version
        self.state = state
    }
}
