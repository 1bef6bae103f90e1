/// One-to-one links from candidates: the best first, thresholds falling, neighbours in step helping.
enum GreedyPairing {
    /// Enough for a link on pairs of words alone.
    static let sure: [Float] = [0.80, 0.55]
    /// Enough with single words counted.
    static let thresholds: [Float] = [0.80, 0.50, 0.35, 0.25, 0.16]
    /// For a neighbour that is linked in step; the ends of the texts are neighbours, too.
    static let neighbourBonus: Float = 0.08
    /// For both: a fair candidate between linked neighbours beats a better one far away, because new articles are often
    /// modelled on old ones.
    static let sandwichBonus: Float = 0.20
    static let fair: Float = 0.30
    /// A candidate below this is not lifted by its neighbours.
    static let floor: Float = 0.10

    static func run(
        _ candidates: [WordingVotes.Candidate], _ thresholds: [Float], _ alignment: inout Alignment
    ) {
        var open = candidates
        let best = Rivals(candidates, alignment)
        var ready: [WordingVotes.Candidate] = []
        for threshold in thresholds {
            var again = true
            while again {
                again = false
                ready.removeAll(keepingCapacity: true)
                var kept = 0
                for candidate in open
                where candidate.score >= floor && alignment.isFree(Int(candidate.old), Int(candidate.new)) {
                    open[kept] = candidate
                    kept += 1
                    var lifted = candidate
                    lifted.score += bonus(candidate, alignment)
                    if lifted.score >= threshold, best.allows(candidate) { ready.append(lifted) }
                }
                open.removeLast(open.count - kept)
                ready.sort { ($0.score, $1.old, $1.new) > ($1.score, $0.old, $0.new) }
                for candidate in ready where alignment.isFree(Int(candidate.old), Int(candidate.new)) {
                    alignment.link(Int(candidate.old), Int(candidate.new), .wording)
                    again = true
                }
            }
        }
    }

    private static func bonus(_ candidate: WordingVotes.Candidate, _ alignment: Alignment) -> Float {
        let neighbours = alignment.neighbours(Int(candidate.old), Int(candidate.new))
        if neighbours == 2, candidate.score >= fair { return sandwichBonus }
        return neighbourBonus * Float(neighbours)
    }
}

/// The best candidate of each unit, whether it is still free or not.
private struct Rivals {
    /// A candidate that falls short of the best one by more belongs to that one: its unit was joined or split.
    static let short: Float = 0.15
    /// From this score on a candidate needs no such proof.
    static let strong: Float = 0.35

    private var old: [Float]
    private var new: [Float]

    init(_ candidates: [WordingVotes.Candidate], _ alignment: Alignment) {
        old = [Float](repeating: 0, count: alignment.ofOld.count)
        new = [Float](repeating: 0, count: alignment.ofNew.count)
        for candidate in candidates {
            let (a, b) = (Int(candidate.old), Int(candidate.new))
            if candidate.score > old[a] { old[a] = candidate.score }
            if candidate.score > new[b] { new[b] = candidate.score }
        }
    }

    func allows(_ candidate: WordingVotes.Candidate) -> Bool {
        candidate.score >= Self.strong
            || candidate.score + Self.short >= max(old[Int(candidate.old)], new[Int(candidate.new)])
    }
}
