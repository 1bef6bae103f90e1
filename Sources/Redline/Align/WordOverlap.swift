/// How many single words two units share, weighed by how rare they are: what still tells an heir when its sentences have
/// been turned round so that few pairs of neighbouring words are left.
struct WordOverlap {
    private let old: WordRows
    private let new: WordRows
    /// For each unit what its words weigh together.
    private let oldTotals: Row<Int32>
    private let newTotals: Row<Int32>
    /// For each word its rarity among the units of both sides, in bits times 1,024.
    private let weights: Row<Int32>
    /// For each word of the old unit at hand its weight, for all others 0.
    private let own: Row<Int32>

    /// Of the units that have weight in the index.
    init(_ index: BigramIndex, _ vocabulary: Vocabulary, _ arena: Arena) {
        (old, new) = (index.old.words, index.new.words)
        weights = arena.row(0, vocabulary.count)
        own = arena.row(0, vocabulary.count)
        oldTotals = arena.row(0, old.rows.count)
        newTotals = arena.row(0, new.rows.count)
        var units: Int32 = 0
        for side in [index.old, index.new] {
            let (rows, words) = (side.words.rows, side.words.words)
            for unit in rows.indices {
                if side.totals[unit] == 0 {
                    rows[unit] = Int32Range(0, 0)
                    continue
                }
                for index in rows[unit].range { weights[Int(words[index])] &+= 1 }
                units &+= 1
            }
        }
        units = min(units, 1 << 20) &* 1_024
        for word in weights.indices {
            weights[word] = BigramIndex.bits(1_024 + units / max(weights[word], 1))
        }
    }

    /// What the words of a unit weigh together: worked out where somebody asks.
    private func total(_ side: WordRows, _ unit: Int, _ totals: Row<Int32>) -> Float {
        if totals[unit] == 0 {
            var total: Int32 = 0
            for index in side.rows[unit].range { total &+= weights[Int(side.words[index])] }
            totals[unit] = total
        }
        return Float(totals[unit])
    }

    /// Puts the words of an old unit into ``own``, or takes them out.
    private func lift(_ unit: Int, _ isOwn: Bool) {
        let (words, weights, own) = (old.words, weights, own)
        for index in old.rows[unit].range {
            let word = Int(words[index])
            own[word] = isOwn ? weights[word] : 0
        }
    }

    /// What the words that a new unit shares with the old one at hand weigh together.
    private func lifted(_ unit: Int) -> Int32 {
        let (words, own) = (new.words, own)
        var shared: Int32 = 0
        for index in new.rows[unit].range { shared &+= own[Int(words[index])] }
        return shared
    }

    /// The candidates with a score of pairs of words and single words together; the order stays.
    ///
    /// The parts were weighed on eight of the labelled laws; four others were kept aside.
    func scored(_ candidates: [WordingVotes.Candidate]) -> [WordingVotes.Candidate] {
        var last = -1
        defer { if last >= 0 { lift(last, false) } }
        return candidates.map { candidate in
            let (a, b) = (Int(candidate.old), Int(candidate.new))
            if a != last {
                if last >= 0 { lift(last, false) }
                last = a
                lift(a, true)
            }
            let shared = lifted(b)
            return scored(candidate, Float(shared), total(old, a, oldTotals), total(new, b, newTotals))
        }
    }

    /// Weighted Dice of the words of two units, 0…1.
    func dice(_ old: Int, _ new: Int) -> Float {
        lift(old, true)
        let shared = lifted(new)
        lift(old, false)
        let all = total(self.old, old, oldTotals) + total(self.new, new, newTotals)
        return all > 0 ? 2 * Float(shared) / all : 0
    }

    private func scored(_ candidate: WordingVotes.Candidate, _ shared: Float, _ a: Float, _ b: Float)
        -> WordingVotes.Candidate
    {
        var candidate = candidate
        guard min(a, b) > 0 else { return candidate }
        let dice = 2 * shared / (a + b)
        let containment = shared / min(a, b) * candidate.trust
        candidate.score =
            0.4 * candidate.dice + 0.2 * candidate.containment + 0.25 * max(0, dice - 0.2)
            + 0.4 * max(0, containment - 0.5)
        return candidate
    }
}
