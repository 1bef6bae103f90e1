/// How many words the lines share that are still free, weighed by how rare they are in the two provisions.
///
/// A line is compared with at most ``most`` lines that have a word of its own, the rarest words first counted; the words
/// that look for them are bounded, too, so that the work is linear in the tokens whatever repeats.
struct PartOverlap {
    struct Candidate {
        var old: Int
        var new: Int
        /// 0…1: weighted Dice.
        var score: Double
    }

    /// The best first.
    private(set) var candidates: [Candidate] = []

    private static let most = 8
    /// Lines that share a word, from which on it looks for no line.
    private static let common = 64
    /// Visits that all free lines may make together for one word each.
    private static let budget = 200_000

    private var numbers: [UInt64: Int] = [:]

    init(_ old: PartLines, _ new: PartLines, _ ofOld: [Int], _ ofNew: [Int]) {
        let olds = ofOld.indices.filter { ofOld[$0] < 0 && old.counts[$0] > 0 }
        let news = ofNew.indices.filter { ofNew[$0] < 0 && new.counts[$0] > 0 }
        if olds.isEmpty || news.isEmpty { return }
        let before = olds.map { features(old, $0) }
        let after = news.map { features(new, $0) }
        var postings = [[Int]](repeating: [], count: numbers.count)
        var spread = [Int](repeating: 0, count: numbers.count)
        for row in before { for word in row { spread[word] += 1 } }
        for (line, row) in after.enumerated() {
            for word in row {
                spread[word] += 1
                postings[word].append(line)
            }
        }
        let lines = min(olds.count + news.count, 1 << 20)
        let weights = spread.map {
            Int(BigramIndex.bits(Int32(clamping: 1_024 + lines * 1_024 / max($0, 1))))
        }
        let widest = max(4, min(Self.common, Self.budget / (olds.count + news.count)))
        let oldTotals = before.map { $0.reduce(0) { $0 + weights[$1] } }
        let newTotals = after.map { $0.reduce(0) { $0 + weights[$1] } }
        var shared = [Int](repeating: 0, count: news.count)
        var stamp = [Int](repeating: -1, count: numbers.count)
        for (line, row) in before.enumerated() {
            var touched: [Int] = []
            for word in row {
                stamp[word] = line
                guard postings[word].count <= widest else { continue }
                for other in postings[word] {
                    if shared[other] == 0 { touched.append(other) }
                    shared[other] += weights[word]
                }
            }
            touched.sort { (shared[$0], $1) > (shared[$1], $0) }
            for other in touched.prefix(Self.most) {
                let common = after[other].reduce(0) { $0 + (stamp[$1] == line ? weights[$1] : 0) }
                let all = oldTotals[line] + newTotals[other]
                candidates.append(
                    Candidate(
                        old: olds[line], new: news[other],
                        score: all > 0 ? Double(2 * common) / Double(all) : 0))
            }
            for other in touched { shared[other] = 0 }
        }
        candidates.sort { ($0.score, $1.old, $1.new) > ($1.score, $0.old, $0.new) }
    }

    /// The distinct words of a line, as numbers: pairs of neighbouring signs, since one sign of a script without blanks
    /// says little; words and numbers by themselves.
    private mutating func features(_ lines: PartLines, _ line: Int) -> [Int] {
        let tokens = lines.passage.tokens
        var found: [Int] = []
        var last: Token?
        for index in lines.tokens[line] {
            let token = tokens[index]
            switch token.kind {
            case .sign:
                if let last, last.kind == .sign {
                    found.append(number(UInt64(last.id) << 32 | UInt64(token.id)))
                }
            case .word, .number, .foreignReference: found.append(number(UInt64(token.id)))
            case .reference, .label, .mark, .lineFeed: break
            }
            last = token
        }
        return Array(Set(found)).sorted()
    }

    private mutating func number(_ feature: UInt64) -> Int {
        if let number = numbers[feature] { return number }
        let number = numbers.count
        numbers[feature] = number
        return number
    }
}
