/// Sentences that the chief partner does not explain, and the provisions that they went to or came from.
///
/// Precise rather than complete: a link needs a fair weight of rare wording that lives on nearly whole.
struct SentenceVotes {
    /// One sentence that no chief partner explains.
    private struct Loose {
        var unit: Int
        var sentence: Int
        var row: BigramTable.Row
    }

    private struct Pair {
        var old: Int
        var new: Int
        var shared: Float
        var dice: Float
        var containment: Float
    }

    /// Weight of shared wording below which nothing is linked.
    static let least: Float = 14
    /// The part of the smaller sentence that must live on in the other.
    static let contained: Float = 0.35
    /// The mean of containment and Dice that the best pair of sentences must reach.
    static let strong = 0.4
    /// What a link between a provision that punishes and one that does not counts for.
    static let dutyToPenalty = 0.7
    /// A sentence is explained when this part of its weight stands in the partner.
    static let explained: Float = 0.5

    private let passages: Passages
    private let alignment: Alignment
    private let table: BigramTable
    private let mayPair: (Int, Int) -> Bool

    init(
        _ passages: Passages, _ alignment: Alignment, _ table: BigramTable,
        mayPair: @escaping (Int, Int) -> Bool
    ) {
        self.passages = passages
        self.alignment = alignment
        self.table = table
        self.mayPair = mayPair
    }

    func links() -> [Alignment.Partial] {
        let (olds, news) = loose()
        let postings = BigramPostings(news.map(\.row), count: table.count)
        var pairs: [Pair] = []
        var shared = [Float](repeating: 0, count: news.count)
        for (index, sentence) in olds.enumerated() {
            var touched: [Int] = []
            for (place, id) in sentence.row.ids.enumerated() where sentence.row.weights[place] > 0 {
                for other in postings[id] {
                    if shared[Int(other)] == 0 { touched.append(Int(other)) }
                    shared[Int(other)] += sentence.row.weights[place]
                }
            }
            for other in touched {
                let common = shared[other]
                shared[other] = 0
                let (a, b) = (sentence.row.total, news[other].row.total)
                guard mayPair(sentence.unit, news[other].unit), common >= Self.least / 2, min(a, b) > 0 else {
                    continue
                }
                pairs.append(
                    Pair(
                        old: index, new: other, shared: common, dice: 2 * common / (a + b),
                        containment: common / min(a, b)))
            }
        }
        return links(pairs, olds, news)
    }

    private func links(_ pairs: [Pair], _ olds: [Loose], _ news: [Loose]) -> [Alignment.Partial] {
        let penal = (old: passages.old.map(Self.isPenal), new: passages.new.map(Self.isPenal))
        var byUnits: [UnitPair: Alignment.Partial] = [:]
        var weights: [UnitPair: Float] = [:]
        for pair in pairs.sorted(by: { ($0.shared, $1.old, $1.new) > ($1.shared, $0.old, $0.new) })
        where pair.containment >= Self.contained {
            let (a, b) = (olds[pair.old], news[pair.new])
            let units = UnitPair(old: a.unit, new: b.unit)
            var link =
                byUnits[units] ?? Alignment.Partial(old: a.unit, new: b.unit, strength: 0, sentences: [])
            if link.sentences.contains(where: { $0.old == a.sentence || $0.new == b.sentence }) { continue }
            link.sentences.append((a.sentence, b.sentence))
            // A penalty names the duty that it punishes, but is not its heir.
            let kinship = penal.old[a.unit] == penal.new[b.unit] ? 1 : Self.dutyToPenalty
            link.strength = max(link.strength, Double(0.5 * (pair.dice + pair.containment)) * kinship)
            byUnits[units] = link
            weights[units, default: 0] += pair.shared
        }
        return byUnits.filter {
            weights[$0.key, default: 0] >= Self.least && $0.value.strength >= Self.strong
        }
        .values.sorted { ($0.strength, $1.old, $1.new) > ($1.strength, $0.old, $0.new) }
    }

    private static func isPenal(_ passage: Passage?) -> Bool {
        passage.map { !ClauseContext.penalties.hits(in: $0.tokens).isEmpty } ?? false
    }

    private struct UnitPair: Hashable {
        var old: Int
        var new: Int
    }

    // MARK: What is unexplained

    private func loose() -> (old: [Loose], new: [Loose]) {
        var olds: [Loose] = []
        var covered = [[Bool]](repeating: [], count: table.new.count)
        for (unit, passage) in passages.old.enumerated() {
            guard let passage else { continue }
            let other = alignment.ofOld[unit]
            if other >= 0, let partner = passages.new[other] {
                let match = CommonSubsequence.partners(passage.tokens.map(\.id), partner.tokens.map(\.id))
                let flags = Self.coverage(match, partner.tokens.count)
                covered[other] = flags.new
                olds += Self.loose(unit, passage, table.old[unit], flags.old, partner: table.new[other])
            } else if other < 0 {
                olds += Self.loose(unit, passage, table.old[unit], nil, partner: nil)
            }
        }
        var news: [Loose] = []
        for (unit, passage) in passages.new.enumerated() {
            guard let passage else { continue }
            let other = alignment.ofNew[unit]
            if other >= 0, covered[unit].isEmpty { continue }
            news += Self.loose(
                unit, passage, table.new[unit], other >= 0 ? covered[unit] : nil,
                partner: other >= 0 ? table.old[other] : nil)
        }
        return (olds, news)
    }

    /// For each token, whether it and the one before it were carried over side by side.
    static func coverage(_ match: [Int32], _ count: Int) -> (old: [Bool], new: [Bool]) {
        var old = [Bool](repeating: false, count: match.count)
        var new = [Bool](repeating: false, count: count)
        for index in match.indices.dropFirst() where match[index] > 0 && match[index - 1] == match[index] - 1
        {
            old[index] = true
            new[Int(match[index])] = true
        }
        return (old, new)
    }

    /// The sentences that the partner leaves unexplained, with the wording that stands nowhere in it: what the
    /// partner has, too, speaks for no other provision.
    private static func loose(
        _ unit: Int, _ passage: Passage, _ row: BigramTable.Row, _ covered: [Bool]?, partner: BigramTable.Row?
    ) -> [Loose] {
        passage.sentences.enumerated().compactMap { number, range in
            var total: Float = 0
            var kept: Float = 0
            for index in range.dropFirst() {
                total += row.weightsAt[index]
                if let covered, covered[index] { kept += row.weightsAt[index] }
            }
            guard total >= least / 2, kept < explained * total else { return nil }
            var found: [(id: Int32, weight: Float)] = []
            for index in range.dropFirst() where row.weightsAt[index] > 0 {
                if let partner, partner.weight(row.at[index]) > 0 { continue }
                found.append((row.at[index], row.weightsAt[index]))
            }
            found.sort { $0.id < $1.id }
            var own = BigramTable.Row()
            for entry in found where own.ids.last != entry.id { own.add(entry.id, entry.weight) }
            return own.total > 0 ? Loose(unit: unit, sentence: number, row: own) : nil
        }
    }
}
