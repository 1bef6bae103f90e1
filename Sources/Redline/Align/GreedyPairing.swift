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

    /// Linear in the candidates and the links: what a link can lift is the candidate beside it on either side.
    ///
    /// - Parameter candidates: by old unit.
    static func run(
        _ candidates: [WordingVotes.Candidate], _ thresholds: [Float], _ alignment: inout Alignment
    ) {
        let best = Rivals(candidates, alignment)
        let starts = starts(candidates, olds: alignment.ofOld.count)
        var ready: [WordingVotes.Candidate] = []
        var linked: [WordingVotes.Candidate] = []
        for threshold in thresholds {
            func note(_ candidate: WordingVotes.Candidate) {
                guard candidate.score >= floor, alignment.isFree(Int(candidate.old), Int(candidate.new))
                else {
                    return
                }
                var lifted = candidate
                lifted.score += bonus(candidate, alignment)
                if lifted.score >= threshold, best.allows(candidate) { ready.append(lifted) }
            }
            ready.removeAll(keepingCapacity: true)
            for candidate in candidates { note(candidate) }
            while !ready.isEmpty {
                ready.sort { ($0.score, $1.old, $1.new) > ($1.score, $0.old, $0.new) }
                linked.removeAll(keepingCapacity: true)
                for candidate in ready where alignment.isFree(Int(candidate.old), Int(candidate.new)) {
                    alignment.link(Int(candidate.old), Int(candidate.new), .wording)
                    linked.append(candidate)
                }
                ready.removeAll(keepingCapacity: true)
                for link in linked {
                    for step in [-1, 1] as [Int32] {
                        let (old, new) = (Int(link.old + step), link.new + step)
                        guard alignment.ofOld.indices.contains(old) else { continue }
                        for index in starts[old]..<starts[old + 1] where candidates[index].new == new {
                            note(candidates[index])
                        }
                    }
                }
            }
        }
    }

    /// Where the candidates of each old unit begin, and where all end.
    private static func starts(_ candidates: [WordingVotes.Candidate], olds: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: olds + 1)
        for candidate in candidates { starts[Int(candidate.old) + 1] += 1 }
        for old in 0..<olds { starts[old + 1] += starts[old] }
        return starts
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
