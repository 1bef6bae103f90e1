import Redline

/// A step of a redline before its words are cut out: ranges of both sides in scalars.
///
/// `kept` has two ranges of equal words, `deleted` an empty new one, `inserted` an empty old one.
struct RedlinePiece: Hashable {
    enum Kind { case kept, deleted, inserted }

    var kind: Kind
    var before: Range<Int>
    var after: Range<Int>
    var edit: ReasonClass?

    /// The pieces of one pair of texts, in order; every scalar of both sides is in exactly one.
    ///
    /// Edits that overlap, run past the end or leave out a difference are not trusted: ranges are clipped, and
    /// what lies between two edits is kept only where the words are equal.
    static func pieces(_ before: [Unicode.Scalar], _ after: [Unicode.Scalar], edits: [Edit]) -> [RedlinePiece]
    {
        var pieces: [RedlinePiece] = []
        var old = 0
        var new = 0
        func between(_ oldEnd: Int, _ newEnd: Int) {
            if before[old..<oldEnd].elementsEqual(after[new..<newEnd]) {
                if old < oldEnd {
                    pieces.append(Self(kind: .kept, before: old..<oldEnd, after: new..<newEnd))
                }
            } else {
                replace(oldEnd, newEnd, .text)
            }
            old = oldEnd
            new = newEnd
        }
        func replace(_ oldEnd: Int, _ newEnd: Int, _ edit: ReasonClass) {
            if old < oldEnd {
                pieces.append(Self(kind: .deleted, before: old..<oldEnd, after: new..<new, edit: edit))
            }
            if new < newEnd {
                pieces.append(Self(kind: .inserted, before: oldEnd..<oldEnd, after: new..<newEnd, edit: edit))
            }
            old = oldEnd
            new = newEnd
        }
        let ordered = edits.sorted {
            ($0.before.lowerBound, $0.after.lowerBound) < ($1.before.lowerBound, $1.after.lowerBound)
        }
        for edit in ordered {
            between(
                min(max(edit.before.lowerBound, old), before.count),
                min(max(edit.after.lowerBound, new), after.count))
            replace(
                min(max(edit.before.upperBound, old), before.count),
                min(max(edit.after.upperBound, new), after.count), edit.class)
        }
        between(before.count, after.count)
        return pieces
    }
}
