/// Sentences that the chief partner does not explain, and the provisions that they went to or came from.
///
/// Precise rather than complete: a link needs a fair weight of rare wording that lives on nearly whole.
struct SentenceVotes {
    /// One sentence that no chief partner explains.
    private struct Loose: BitwiseCopyable {
        var unit: Int32
        var sentence: Int32
        /// Of ``LooseSide/ids``.
        var row: Int32Range
        var total: Int32
    }

    /// The loose sentences of one side with their distinct bigrams.
    private struct LooseSide {
        var sentences: Stack<Loose>
        var ids: Stack<Int32>
        var weights: Stack<Int32>
    }

    private struct Pair {
        var old: Int
        var new: Int
        var shared: Int32
        var dice: Float
        var containment: Float
    }

    /// Bits of shared wording, times 1,024, below which nothing is linked.
    static let least: Int32 = 14 * 1_024
    /// The part of the smaller sentence that must live on in the other.
    static let contained: Float = 0.35
    /// The mean of containment and Dice that the best pair of sentences must reach.
    static let strong = 0.36
    /// What a link between a provision that punishes and one that does not counts for.
    static let dutyToPenalty = 0.6
    /// A sentence is explained when one part in so many of its weight stands in the partner.
    static let explained = 2
    /// Loose sentences of the new side that hold a pair of words, above which it tells nothing: a refrain.
    static let refrain = 256
    /// Pairs kept for each loose sentence of the old side.
    static let width = 16

    let old: TokenRows
    let new: TokenRows
    let index: BigramIndex
    let alignment: Alignment
    /// For each token of the old side its partner in the chief partner of its provision, or -1.
    let partners: Row<Int32>
    let arena: Arena

    func links(_ joins: WholeJoins) -> [Alignment.Partial] {
        let (olds, news) = loose()
        if olds.sentences.count == 0 || news.sentences.count == 0 { return [] }
        let ranges: Row<Int32Range> = arena.uninitialized(news.sentences.count)
        for at in ranges.indices { ranges[at] = news.sentences[at].row }
        let postings = BigramPostings(ranges, news.ids[0..<news.ids.count], count: index.count, arena)
        var pairs: [Pair] = []
        var found: [Pair] = []
        for at in 0..<olds.sentences.count {
            let sentence = olds.sentences[at]
            var count = 0
            for place in sentence.row.range {
                if postings.count(olds.ids[place]) > Self.refrain { continue }
                postings.add(olds.weights[place], of: olds.ids[place], &count)
            }
            found.removeAll(keepingCapacity: true)
            for place in 0..<count {
                guard let (other, common) = postings.take(place) else { continue }
                let their = news.sentences[other]
                guard common >= Self.least / 2, alignment.mayPair(Int(sentence.unit), Int(their.unit)) else {
                    continue
                }
                let (a, b) = (Float(sentence.total), Float(their.total))
                let pair = Pair(
                    old: at, new: other, shared: common, dice: 2 * Float(common) / (a + b),
                    containment: Float(common) / min(a, b))
                if pair.containment >= Self.contained { found.append(pair) }
            }
            if found.count > Self.width { found.sort { ($0.shared, $1.new) > ($1.shared, $0.new) } }
            pairs.append(contentsOf: found.prefix(Self.width))
        }
        return links(pairs, olds, news, joins)
    }

    /// Groups the pairs by the provisions that they are of; in each, a sentence carries the link once, with the other that it
    /// shares most with.
    private func links(_ pairs: [Pair], _ olds: LooseSide, _ news: LooseSide, _ joins: WholeJoins)
        -> [Alignment.Partial]
    {
        let kinds = Penal(arena, old.places.count, new.places.count)
        var links: [Alignment.Partial] = []
        var group: [Pair] = []
        // Pairs come by old provision; of each there are few.
        var start = 0
        while start < pairs.count {
            let unit = olds.sentences[pairs[start].old].unit
            var end = start + 1
            while end < pairs.count, olds.sentences[pairs[end].old].unit == unit { end += 1 }
            group.removeAll(keepingCapacity: true)
            group.append(contentsOf: pairs[start..<end])
            if group.count > 1 {
                group.sort { a, b in
                    let (x, y) = (news.sentences[a.new].unit, news.sentences[b.new].unit)
                    return x != y ? x < y : (a.shared, b.old, b.new) > (b.shared, a.old, a.new)
                }
            }
            var first = 0
            while first < group.count {
                let other = news.sentences[group[first].new].unit
                var last = first + 1
                while last < group.count, news.sentences[group[last].new].unit == other { last += 1 }
                if let link = link(Int(unit), Int(other), group[first..<last], olds, news, joins, kinds) {
                    links.append(link)
                }
                first = last
            }
            start = end
        }
        return links.sorted { ($0.strength, $1.old, $1.new) > ($1.strength, $0.old, $0.new) }
    }

    /// - Parameter pairs: of these two provisions, those that share most first.
    private func link(
        _ unit: Int, _ other: Int, _ pairs: ArraySlice<Pair>, _ olds: LooseSide, _ news: LooseSide,
        _ joins: WholeJoins, _ kinds: Penal
    ) -> Alignment.Partial? {
        let isJoined = joins.pairs.contains(
            WholeJoins.Pair(old: Int32(truncatingIfNeeded: unit), new: Int32(truncatingIfNeeded: other)))
        var weight: Int32 = 0
        if !isJoined {
            for pair in pairs { weight = Self.sum(weight, pair.shared) }
            // Most are told by this alone.
            if weight < Self.least { return nil }
            weight = 0
        }
        var link = Alignment.Partial(old: unit, new: other, strength: 0, sentences: [])
        for pair in pairs {
            let (a, b) = (Int(olds.sentences[pair.old].sentence), Int(news.sentences[pair.new].sentence))
            if link.sentences.contains(where: { $0.old == a || $0.new == b }) { continue }
            link.sentences.append((a, b))
            link.strength = max(link.strength, Double(0.5 * (pair.dice + pair.containment)))
            weight = Self.sum(weight, pair.shared)
        }
        if !isJoined, weight < Self.least || link.strength < Self.strong { return nil }
        // A penalty names the duty that it punishes, but is not its heir.
        if kinds.isPenal(old, unit, isNew: false) != kinds.isPenal(new, other, isNew: true) {
            link.strength *= Self.dutyToPenalty
        }
        return isJoined || link.strength >= Self.strong ? link : nil
    }

    private static func sum(_ a: Int32, _ b: Int32) -> Int32 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }

    /// Which provisions punish, found out where somebody asks.
    private struct Penal {
        private static let unknown: UInt8 = 2
        private let olds: Row<UInt8>
        private let news: Row<UInt8>

        init(_ arena: Arena, _ olds: Int, _ news: Int) {
            self.olds = arena.row(Self.unknown, olds)
            self.news = arena.row(Self.unknown, news)
        }

        func isPenal(_ side: TokenRows, _ unit: Int, isNew: Bool) -> Bool {
            let known = isNew ? news : olds
            if known[unit] == Self.unknown {
                known[unit] = ClauseContext.penalties.stands(in: side.tokens(unit)) ? 1 : 0
            }
            return known[unit] == 1
        }
    }

    // MARK: What is unexplained

    private func loose() -> (old: LooseSide, new: LooseSide) {
        let stamp: Row<Int32> = arena.row(-1, index.count)
        let carriedOld: Row<Int8> = arena.row(0, old.sink.words.count)
        let carriedNew: Row<Int8> = arena.row(0, new.sink.words.count)
        for unit in old.places.indices where old.places[unit].isRead && alignment.ofOld[unit] >= 0 {
            if index.old.totals[unit] == 0, index.new.totals[alignment.ofOld[unit]] == 0 { continue }
            let here = old.places[unit].tokens.range
            let there = Int(new.places[alignment.ofOld[unit]].tokens.lower)
            for at in here.dropFirst() where partners[at] > 0 && partners[at &- 1] == partners[at] &- 1 {
                carriedOld[at] = -1
                carriedNew[there &+ Int(partners[at])] = -1
            }
        }
        // No provision and no sentence has the same number on both sides.
        let met: Row<Int32> = arena.row(-1, index.count)
        let olds = looseSide(old, index.old, carriedOld, alignment.ofOld, new, index.new, stamp, met, 0)
        let news = looseSide(
            new, index.new, carriedNew, alignment.ofNew, old, index.old, stamp, met, 1 << 30)
        return (olds, news)
    }

    /// The sentences that the partner leaves unexplained, with the wording that stands nowhere in it: what the partner
    /// has, too, speaks for no other provision.
    private func looseSide(
        _ side: TokenRows, _ bigrams: BigramIndex.Side, _ carried: Row<Int8>, _ partner: [Int],
        _ other: TokenRows, _ their: BigramIndex.Side, _ stamp: Row<Int32>, _ met: Row<Int32>,
        _ offset: Int
    ) -> LooseSide {
        let index = index
        var found = LooseSide(
            sentences: Stack(arena, capacity: side.sink.sentences.count / 4),
            ids: Stack(arena, capacity: bigrams.ids.count + 1),
            weights: Stack(arena, capacity: bigrams.ids.count + 1))
        let (ids, weights, at, isShared) = (found.ids.row, found.weights.row, bigrams.at, index.isShared)
        let values = index.values
        var number = Int32(truncatingIfNeeded: offset)
        for unit in side.places.indices where bigrams.totals[unit] > 0 {
            if partner[unit] >= 0, !other.places[partner[unit]].isRead { continue }
            let start = Int(side.places[unit].tokens.lower)
            let sentences = side.sentences(unit)
            var isStamped = false
            for sentence in sentences.indices {
                let range =
                    (start + Int(sentences[sentence].lower))..<(start + Int(sentences[sentence].upper))
                // Where there is no partner, nothing is carried over.
                if partner[unit] < 0 {
                    guard index.weight(bigrams, range) >= Self.least / 2 else { continue }
                } else {
                    let (total, kept) = index.weights(bigrams, range, carried)
                    guard total >= Self.least / 2, kept < total / Self.explained else { continue }
                }
                if partner[unit] >= 0, !isStamped {
                    for place in their.rows[partner[unit]].range {
                        stamp[Int(their.ids[place])] = Int32(truncatingIfNeeded: unit &+ offset)
                    }
                    isStamped = true
                }
                let holder = Int32(truncatingIfNeeded: unit &+ offset)
                let first = found.ids.count
                var next = first
                var own: Int32 = 0
                @inline(__always) func read(_ token: Int, _ weight: Int32) {
                    let id = Int(at[token])
                    // Without a branch, because nobody can foretell it.
                    let isOwn: Int32 =
                        (weight != 0 ? 1 : 0) & (met[id] != number ? 1 : 0) & (stamp[id] != holder ? 1 : 0)
                    met[id] = number
                    own &+= weight &* isOwn
                    ids[next] = Int32(truncatingIfNeeded: id)
                    weights[next] = weight
                    next &+= Int(isOwn & Int32(isShared[id]))
                }
                if index.isSpaced {
                    for token in range.dropFirst() { read(token, index.weight(bigrams, at: token)) }
                } else {
                    for token in range.dropFirst() { read(token, values[Int(at[token])]) }
                }
                found.ids.take(to: next)
                found.weights.take(to: next)
                number &+= 1
                if own == 0 { continue }
                found.sentences.append(
                    Loose(
                        unit: Int32(truncatingIfNeeded: unit), sentence: Int32(truncatingIfNeeded: sentence),
                        row: Int32Range(first, found.ids.count), total: own))
            }
        }
        return found
    }
}
