/// The differences of one old and one new passage as the classifier sees them.
struct PairDiff: Sendable {
    /// One difference.
    struct Change: Sendable {
        enum Cause: Sendable {
            /// Tokens replaced.
            case words(Hunk)
            /// The same token, or the gap between tokens, written otherwise.
            case form
            /// A reference that points at another number.
            case reference(old: Int, new: Int)
            /// The label of an item.
            case label
        }

        /// Unicode scalars.
        var before: Range<Int>
        var after: Range<Int>
        var cause: Cause
    }

    let old: Reading
    let new: Reading
    /// For each old token its partner or -1, before tidying.
    let partner: [Int32]
    let changes: [Change]
    /// Pairs of references that stand in the same place, in order: token indices.
    let references: [(old: Int, new: Int)]
    /// 0…1: twice the common tokens over all tokens.
    let similarity: Double

    init(_ old: Reading, _ new: Reading, _ link: FlatLink, _ redline: FlatRedline) {
        self.old = old
        self.new = new
        partner = Array(link.partner.buffer)
        changes = redline.changes[link.changes.range].buffer.map(Change.init)
        references = redline.references[link.references.range].buffer.map { (Int($0.old), Int($0.new)) }
        similarity = link.similarity
    }
}

extension PairDiff.Change {
    fileprivate init(_ change: FlatChange) {
        before = change.before.range
        after = change.after.range
        cause =
            switch change.cause {
            case .words: .words(change.hunk)
            case .form: .form
            case .reference: .reference(old: Int(change.hunk.oldStart), new: Int(change.hunk.newStart))
            case .label: .label
            }
    }
}
