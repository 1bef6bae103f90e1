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
        var olds = [Best](repeating: Best(), count: alignment.ofOld.count)
        var news = [Best](repeating: Best(), count: alignment.ofNew.count)
        for candidate in candidates {
            let (old, new) = (Int(candidate.old), Int(candidate.new))
            // Chief partners are no strangers.
            if alignment.ofOld[old] == new { continue }
            olds[old].add(candidate.score, of: candidate.new)
            news[new].add(candidate.score, of: candidate.old)
        }
        for candidate in candidates {
            let (old, new) = (Int(candidate.old), Int(candidate.new))
            let (isOldFree, isNewFree) = (alignment.ofOld[old] < 0, alignment.ofNew[new] < 0)
            guard isOldFree != isNewFree, candidate.score >= Self.score, candidate.shared >= Self.shared,
                candidate.containment >= Self.contained
            else { continue }
            let stranger = max(
                olds[old].score(besides: candidate.new), news[new].score(besides: candidate.old))
            if stranger <= candidate.score - Self.margin {
                pairs.insert(Pair(old: candidate.old, new: candidate.new))
            }
        }
    }

    /// The two best scores of one unit, each with the unit that it is shared with.
    private struct Best {
        private var first: (score: Float, unit: Int32) = (-1, -1)
        private var second: Float = -1

        mutating func add(_ score: Float, of unit: Int32) {
            if score > first.score {
                second = first.score
                first = (score, unit)
            } else if score > second {
                second = score
            }
        }

        func score(besides unit: Int32) -> Float { first.unit == unit ? second : first.score }
    }
}
