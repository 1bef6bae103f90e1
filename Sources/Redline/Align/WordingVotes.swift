/// How much wording each old unit shares with each new one: the best few candidates of each.
struct WordingVotes {
    struct Candidate: Sendable {
        var old: Int
        var new: Int
        /// 0…1: weighted Dice mixed with containment.
        var score: Float
    }

    /// Candidates kept for each old unit.
    private static let width = 16

    private(set) var candidates: [Candidate] = []

    /// - Parameter mayPair: whether an old and a new unit are of one family and free.
    init(_ table: BigramTable, mayPair: (Int, Int) -> Bool) {
        let postings = BigramPostings(table.new, count: table.count)
        var shared = [Float](repeating: 0, count: table.new.count)
        for (unit, row) in table.old.enumerated() {
            var touched: [Int] = []
            for index in row.ids.indices where row.weights[index] > 0 {
                for other in postings[row.ids[index]] {
                    let other = Int(other)
                    if shared[other] == 0 { touched.append(other) }
                    shared[other] += row.weights[index]
                }
            }
            var found: [Candidate] = []
            for other in touched {
                let common = shared[other]
                shared[other] = 0
                guard mayPair(unit, other) else { continue }
                let score = Self.score(common, row.total, table.new[other].total)
                found.append(Candidate(old: unit, new: other, score: score))
            }
            found.sort { ($0.score, $1.new) > ($1.score, $0.new) }
            candidates.append(contentsOf: found.prefix(Self.width))
        }
    }

    /// Dice says how alike two units are, containment whether the smaller lives on in the greater; containment of a
    /// few words says little, so it counts in full only from a fair weight on.
    static func score(_ common: Float, _ a: Float, _ b: Float) -> Float {
        let smaller = min(a, b)
        guard smaller > 0 else { return 0 }
        let dice = 2 * common / (a + b)
        let containment = common / smaller
        let trust = min(1, smaller / 60)
        return 0.65 * dice + 0.35 * (containment * trust + dice * (1 - trust))
    }
}
