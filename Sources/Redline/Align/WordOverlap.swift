/// How many single words two units share, weighed by how rare they are: what still tells an heir when its sentences have
/// been turned round so that few pairs of neighbouring words are left.
struct WordOverlap {
    /// The distinct words of each unit of one side, and what they weigh together.
    private struct Side {
        var rows: Row<Int32Range>
        var words: Stack<Int32>
        var totals: Row<Int32>
    }

    private var old: Side
    private var new: Side
    /// For each word its rarity among the units of both sides, in bits times 1,024.
    private let weights: Row<Int32>
    private let stamp: Row<Int32>

    /// Of the units that have a row in the index.
    init(
        _ index: BigramIndex, _ olds: TokenRows, _ news: TokenRows, _ vocabulary: Vocabulary, _ arena: Arena
    ) {
        weights = arena.row(0, vocabulary.count)
        stamp = arena.row(-1, vocabulary.count)
        var round: Int32 = 0
        old = Self.side(olds, vocabulary, stamp, &round, arena, index.old.totals)
        new = Self.side(news, vocabulary, stamp, &round, arena, index.new.totals)
        for side in [old, new] {
            for index in 0..<side.words.count { weights[Int(side.words[index])] &+= 1 }
        }
        let units = min(round, 1 << 20) &* 1_024
        for word in weights.indices {
            weights[word] = BigramIndex.bits(1_024 + units / max(weights[word], 1))
            stamp[word] = -1
        }
        for side in [old, new] {
            for unit in side.rows.indices {
                for index in side.rows[unit].range { side.totals[unit] &+= weights[Int(side.words[index])] }
            }
        }
    }

    private static func side(
        _ rows: TokenRows, _ vocabulary: Vocabulary, _ stamp: Row<Int32>, _ round: inout Int32,
        _ arena: Arena,
        _ totals: Row<Int32>
    ) -> Side {
        var side = Side(
            rows: arena.row(Int32Range(0, 0), rows.places.count),
            words: Stack(arena, capacity: rows.sink.tokens.count / 2),
            totals: arena.row(0, rows.places.count))
        for unit in rows.places.indices where totals[unit] > 0 {
            let first = side.words.count
            let words = rows.words(unit)
            for index in words.indices where side.words.count &- first < BigramIndex.most {
                let word = words[index]
                if stamp[Int(word)] == round || vocabulary.isMark(word) { continue }
                stamp[Int(word)] = round
                side.words.append(word)
            }
            side.rows[unit] = Int32Range(first, side.words.count)
            round &+= 1
        }
        return side
    }

    /// The candidates with a score of pairs of words and single words together; the order stays.
    ///
    /// The parts were weighed on eight of the labelled laws; four others were kept aside.
    func scored(_ candidates: [WordingVotes.Candidate]) -> [WordingVotes.Candidate] {
        var last: Int32 = -1
        return candidates.map { candidate in
            let (a, b) = (Int(candidate.old), Int(candidate.new))
            if candidate.old != last {
                last = candidate.old
                for index in old.rows[a].range { stamp[Int(old.words[index])] = last }
            }
            var shared: Int32 = 0
            for index in new.rows[b].range {
                let word = Int(new.words[index])
                if stamp[word] == last { shared &+= weights[word] }
            }
            return scored(candidate, Float(shared), Float(old.totals[a]), Float(new.totals[b]))
        }
    }

    /// Weighted Dice of the words of two units, 0…1.
    func dice(_ old: Int, _ new: Int) -> Float {
        for index in self.old.rows[old].range { stamp[Int(self.old.words[index])] = .max }
        var shared: Int32 = 0
        for index in self.new.rows[new].range where stamp[Int(self.new.words[index])] == .max {
            shared &+= weights[Int(self.new.words[index])]
        }
        for index in self.old.rows[old].range { stamp[Int(self.old.words[index])] = -1 }
        let all = Float(self.old.totals[old]) + Float(self.new.totals[new])
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
