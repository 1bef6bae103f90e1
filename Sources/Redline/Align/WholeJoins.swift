/// Provisions without a chief partner of their own that live on in one that has another: joined, or split off, as a whole.
struct WholeJoins {
    struct Pair: Hashable {
        var old: Int32
        var new: Int32
    }

    /// The score that is needed, and by how much it must beat all strangers.
    static let score: Float = 0.30
    static let margin: Float = 0.10
    /// Bits of shared weight, times 1,024, and the part of the smaller's.
    static let shared: Int32 = 25 * 1_024
    static let contained: Float = 0.30

    private(set) var pairs: Set<Pair> = []

    /// - Parameter candidates: those of units of which one at least was free; by old unit.
    init(_ candidates: [WordingVotes.Candidate], _ alignment: Alignment) {
        for candidate in candidates {
            let (old, new) = (Int(candidate.old), Int(candidate.new))
            let (isOldFree, isNewFree) = (alignment.ofOld[old] < 0, alignment.ofNew[new] < 0)
            guard isOldFree != isNewFree, candidate.score >= Self.score, candidate.shared >= Self.shared,
                candidate.containment >= Self.contained
            else { continue }
            let partner = isOldFree ? alignment.ofNew[new] : alignment.ofOld[old]
            let isBeaten = candidates.contains { other in
                guard (other.old == candidate.old) != (other.new == candidate.new) else { return false }
                // The chief partner of the one that is taken is no stranger.
                let stranger = isOldFree ? Int(other.old) : Int(other.new)
                let isChief =
                    isOldFree
                    ? other.new == candidate.new && stranger == partner
                    : other.old == candidate.old && stranger == partner
                return !isChief && other.score > candidate.score - Self.margin
            }
            if !isBeaten { pairs.insert(Pair(old: candidate.old, new: candidate.new)) }
        }
    }
}
