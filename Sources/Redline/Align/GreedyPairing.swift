/// One-to-one links from candidates: the best first, thresholds falling, neighbours in step helping.
enum GreedyPairing {
    static let thresholds: [Float] = [0.80, 0.55, 0.42, 0.34, 0.30]
    /// For a neighbour that is linked in step.
    static let neighbourBonus: Float = 0.08
    /// For both: a fair candidate between linked neighbours beats a better one far away, because new articles are
    /// often modelled on old ones.
    static let sandwichBonus: Float = 0.30
    static let fair: Float = 0.40
    /// A candidate below this is not lifted by its neighbours.
    static let floor: Float = 0.16

    static func run(_ candidates: [WordingVotes.Candidate], _ alignment: inout Alignment) {
        for threshold in thresholds {
            var again = true
            while again {
                again = false
                var ready: [WordingVotes.Candidate] = []
                for var candidate in candidates where alignment.isFree(candidate.old, candidate.new) {
                    guard candidate.score >= floor else { continue }
                    candidate.score += bonus(candidate, alignment)
                    if candidate.score >= threshold { ready.append(candidate) }
                }
                ready.sort { ($0.score, $1.old, $1.new) > ($1.score, $0.old, $0.new) }
                for candidate in ready where alignment.isFree(candidate.old, candidate.new) {
                    alignment.link(candidate.old, candidate.new, .wording)
                    again = true
                }
            }
        }
    }

    private static func bonus(_ candidate: WordingVotes.Candidate, _ alignment: Alignment) -> Float {
        let neighbours = alignment.neighbours(candidate.old, candidate.new)
        if neighbours == 2, candidate.score >= fair { return sandwichBonus }
        return neighbourBonus * Float(neighbours)
    }
}
