/// How much wording each old unit shares with each new one: the best few candidates of each.
struct WordingVotes {
    struct Candidate: BitwiseCopyable, Sendable {
        var old: Int32
        var new: Int32
        /// 0…1: see ``WordingVotes`` and ``WordOverlap``.
        var score: Float
        /// Weighted Dice of the pairs of words, 0…1.
        var dice: Float
        /// The part of the smaller's weight that stands in the other, times ``trust``; 0…1.
        var containment: Float
        /// How far containment may be trusted: in full from a fair weight on.
        var trust: Float
        /// Shared weight, in bits times 1,024.
        var shared: Int32
    }

    /// Candidates below this are not kept.
    static let floor: Float = 0.04
    /// Parts of the smaller's weight of which at least one must be common for ``floor``, and a little more.
    private static let hopeless: Int64 = 26

    /// Candidates kept for each old unit.
    private static let width = 8

    private(set) var candidates: [Candidate] = []

    init(_ index: BigramIndex, _ alignment: Alignment, _ arena: Arena) {
        let (old, new) = (index.old, index.new)
        let postings = BigramPostings(new.rows, new.ids, count: index.count, arena)
        let (ids, weights, values) = (old.ids, old.weights, index.values)
        let isSpaced = index.isSpaced
        var found: [Candidate] = []
        for unit in old.rows.indices where old.totals[unit] > 0 && alignment.ofOld[unit] < 0 {
            var count = 0
            if isSpaced {
                for place in old.rows[unit].range { postings.add(weights[place], of: ids[place], &count) }
            } else {
                for place in old.rows[unit].range {
                    postings.add(values[Int(ids[place])], of: ids[place], &count)
                }
            }
            found.removeAll(keepingCapacity: true)
            for at in 0..<count {
                guard let (other, common) = postings.take(at) else { continue }
                // No score is greater than what the smaller has in common.
                if Int64(common) &* Self.hopeless < min(old.totals[unit], new.totals[other]) { continue }
                var candidate = Self.candidate(common, old.totals[unit], new.totals[other])
                guard candidate.score >= Self.floor, alignment.mayPair(unit, other) else { continue }
                candidate.old = Int32(truncatingIfNeeded: unit)
                candidate.new = Int32(truncatingIfNeeded: other)
                found.append(candidate)
            }
            if found.count > 1 { found.sort { ($0.score, $1.new) > ($1.score, $0.new) } }
            candidates.append(contentsOf: found.prefix(Self.width))
        }
    }

    /// Dice says how alike two units are, containment whether the smaller lives on in the greater; containment of a
    /// few words says little, so it counts in full only from a fair weight on.
    static func candidate(_ common: Int32, _ a: Int32, _ b: Int32) -> Candidate {
        let smaller = Float(min(a, b))
        guard smaller > 0 else {
            return Candidate(old: 0, new: 0, score: 0, dice: 0, containment: 0, trust: 0, shared: 0)
        }
        let dice = 2 * Float(common) / (Float(a) + Float(b))
        let containment = Float(common) / smaller
        let trust = min(1, smaller / (60 * 1_024))
        let score = 0.65 * dice + 0.35 * (containment * trust + dice * (1 - trust))
        return Candidate(
            old: 0, new: 0, score: score, dice: dice, containment: containment * trust, trust: trust,
            shared: common)
    }
}
