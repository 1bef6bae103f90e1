/// Links what stands alone in its place on both sides, between neighbours that are linked in step.
///
/// A drafter who rewrites one article of a draft leaves it where it was. Word order and endings change too much for pairs
/// of words then; the words that the two share, weighed by how rare they are, still tell a rewritten article from a new one
/// that took the place of another.
enum HeirsInPlace {
    /// The least share of common words. Values from 0.30 to 0.42 give the same links on the labelled laws and the bundled
    /// drafts; strangers in one place share 0.1 to 0.2.
    static let floor: Float = 0.40

    static func link(_ overlap: WordOverlap, _ alignment: inout Alignment) {
        for unit in alignment.ofOld.indices where alignment.ofOld[unit] < 0 {
            let before = unit > 0 ? alignment.ofOld[unit - 1] : -1
            let other = before + 1
            guard unit == 0 || before >= 0, alignment.ofNew.indices.contains(other),
                alignment.isFree(unit, other),
                alignment.mayPair(unit, other), alignment.neighbours(unit, other) == 2,
                overlap.dice(unit, other) >= floor
            else { continue }
            alignment.link(unit, other, .wording)
        }
    }
}
