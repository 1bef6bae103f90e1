import Statute

/// Puts candidates in the order in which a lawyer wants to read them.
enum Ranking {
    /// What wording is worth that its instrument no longer has.
    private static let superseded = 0.6
    /// What each further provision of an instrument is worth, so that one law does not fill the page.
    private static let further = 0.82

    /// The best ones, best first: by score, what stands no longer after what stands, each further provision of one instrument
    /// lower than the one before; of equals the newest.
    ///
    /// - Parameter current: the newest version of each instrument.
    static func ordered(_ candidates: [Candidate], current: [String: Set<VersionName>], most: Int)
        -> [Candidate]
    {
        var waiting = candidates.map { candidate in
            let stands = candidate.places.contains {
                current[candidate.key.instrument]?.contains($0.version) ?? true
            }
            return (candidate: candidate, score: candidate.score * (stands ? 1 : superseded))
        }
        waiting.sort { a, b in
            if a.score != b.score { return a.score > b.score }
            if let x = a.candidate.newest, let y = b.candidate.newest, x != y { return x > y }
            return (a.candidate.key.instrument, a.candidate.places.first?.path ?? "")
                < (b.candidate.key.instrument, b.candidate.places.first?.path ?? "")
        }
        // Sorted by score: within an instrument the order stays, so only the next of each is compared.
        var queues: [String: [Int]] = [:]
        for (index, entry) in waiting.enumerated() {
            queues[entry.candidate.key.instrument, default: []].append(index)
        }
        var heads = queues.mapValues { _ in 0 }
        var chosen: [Candidate] = []
        while chosen.count < min(most, waiting.count) {
            var best: (index: Int, worth: Double, instrument: String)?
            for (instrument, queue) in queues {
                guard let head = heads[instrument], head < queue.count else { continue }
                let worth = waiting[queue[head]].score * factor(head)
                if best.map({ worth > $0.worth || (worth == $0.worth && queue[head] < $0.index) }) ?? true {
                    best = (queue[head], worth, instrument)
                }
            }
            guard let best else { break }
            heads[best.instrument, default: 0] += 1
            chosen.append(waiting[best.index].candidate)
        }
        return chosen
    }

    private static func factor(_ before: Int) -> Double {
        var factor = 1.0
        for _ in 0..<min(before, 8) { factor *= further }
        return factor
    }
}
