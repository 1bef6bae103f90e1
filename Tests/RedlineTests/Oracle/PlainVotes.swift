@testable import Redline

/// What pairs of words and single words weigh, and how much of them two provisions share: dictionaries and sets.
struct PlainVotes {
    let links: PlainLinks
    let rarity: [PlainBigram: Int]
    /// Those that both sides have.
    let shared: Set<PlainBigram>
    /// For each provision that is counted the weights of its distinct bigrams.
    let old: [Int: [PlainBigram: Int]]
    let new: [Int: [PlainBigram: Int]]
    /// For each word how many bits times 1,024 it is worth, and the words of each provision of some weight.
    private let wordWeights: [UInt32: Int]
    /// Whether most words are of a spaced script.
    let isSpaced: Bool

    init(_ links: PlainLinks, read: (old: [Int], new: [Int])) {
        self.links = links
        let counted = Self.counted(links, read)
        let tokens = read.old.flatMap { links.olds[$0].tokens } + read.new.flatMap { links.news[$0].tokens }
        let words = Set(tokens.filter { $0.kind == .word }.map(\.id))
        let isSpaced = 2 * words.count > Set(tokens.map(\.id)).count
        self.isSpaced = isSpaced
        func shares(_ units: [PlainUnit], _ counted: Set<Int>) -> [Int: [PlainBigram: Int]] {
            var found: [Int: [PlainBigram: Int]] = [:]
            for unit in counted {
                for (bigram, share) in Self.bigrams(units[unit], isSpaced).compactMap({ $0 }) {
                    found[unit, default: [:]][bigram] = max(found[unit]?[bigram] ?? 0, share)
                }
            }
            return found
        }
        let before = shares(links.olds, counted.old)
        let after = shares(links.news, counted.new)
        let (a, b) = (Self.spread(before), Self.spread(after))
        // Of what is counted; in a short text of all provisions, up to 24.
        let units = max(before.count + after.count, min(24, links.olds.count + links.news.count))
        var rarity: [PlainBigram: Int] = [:]
        for bigram in Set(a.keys).union(b.keys) {
            let (x, y) = (a[bigram] ?? 0, b[bigram] ?? 0)
            if max(x, y) > 16 { continue }
            let here = Self.bits(1_024 + units * 1_024 / (x + y))
            let hash = FormulaTable.hash(bigram.first, bigram.second)
            let halves = FormulaTable.standard.withView { formulas in
                if formulas.isTaken(hash) == 0 { return FormulaTable.unknown }
                let (found, isOther) = formulas.first(hash)
                return isOther == 1 ? formulas.behind(hash) : found
            }
            let atLarge = halves == FormulaTable.unknown ? here : Int(halves) << 9
            if atLarge >= 1_536 { rarity[bigram] = min(here, atLarge) }
        }
        self.rarity = rarity
        shared = Set(rarity.keys.filter { a[$0] != nil && b[$0] != nil })
        let weigh = { (row: [PlainBigram: Int]) in
            Dictionary(uniqueKeysWithValues: row.map { ($0, Self.weight(rarity[$0] ?? 0, share: $1)) })
        }
        old = before.mapValues(weigh)
        new = after.mapValues(weigh)
        var spread: [UInt32: Int] = [:]
        let rows =
            old.filter { Self.sum($1) > 0 }.keys.map { Self.words(links.olds[$0]) }
            + new.filter { Self.sum($1) > 0 }.keys.map { Self.words(links.news[$0]) }
        for word in rows.joined() { spread[word, default: 0] += 1 }
        wordWeights = spread.mapValues { Self.bits(1_024 + rows.count * 1_024 / $0) }
    }

    /// Sixteenths of the rarity.
    static func weight(_ rarity: Int, share: Int) -> Int { rarity * share / 16 }

    /// 1,024 to a bit, straight between the powers of two.
    static func bits(_ value: Int) -> Int {
        var (power, whole) = (1, 0)
        while power * 2 <= value { (power, whole) = (power * 2, whole + 1) }
        return (whole - 10) * 1_024 + value * 1_024 / power - 1_024
    }

    /// Free provisions, and of linked ones those with a sentence of six tokens or more of which less than half lives on.
    private static func counted(_ links: PlainLinks, _ read: (old: [Int], new: [Int]))
        -> (old: Set<Int>, new: Set<Int>)
    {
        var old = Set(read.old.filter { links.ofOld[$0] == nil })
        var new = Set(read.new.filter { links.ofNew[$0] == nil })
        for unit in read.old {
            guard let other = links.ofOld[unit] else { continue }
            let partners = links.partners(unit, other)
            func isLoose(_ sentences: [Range<Int>], _ lives: (Int) -> Bool) -> Bool {
                sentences.contains { $0.count >= 6 && 2 * $0.count(where: lives) < $0.count }
            }
            if isLoose(links.olds[unit].sentences, { partners[$0] >= 0 }) { old.insert(unit) }
            if isLoose(links.news[other].sentences, { partners.contains($0) }) { new.insert(other) }
        }
        return (old, new)
    }

    /// For each token the bigram that ends with it and its share: a sixteenth inside an English formula, an eighth
    /// beside a mark; none between two marks.
    static func bigrams(_ unit: PlainUnit, _ isSpaced: Bool) -> [(PlainBigram, Int)?] {
        let formulas = isSpaced ? Lexicon.formulas.hits(in: unit.tokens).flatMap { $0.range.dropFirst() } : []
        let inFormula = Set(formulas)
        return unit.tokens.indices.map { index in
            guard index > 0 else { return nil }
            let (a, b) = (unit.tokens[index - 1], unit.tokens[index])
            if a.isMark && b.isMark { return nil }
            let share = inFormula.contains(index) ? 1 : a.isMark || b.isMark ? 2 : 16
            return (PlainBigram(first: a.id, second: b.id), share)
        }
    }

    func bigrams(_ unit: PlainUnit) -> [(PlainBigram, Int)?] { Self.bigrams(unit, isSpaced) }

    private static func spread(_ rows: [Int: [PlainBigram: Int]]) -> [PlainBigram: Int] {
        var spread: [PlainBigram: Int] = [:]
        for bigram in rows.values.flatMap(\.keys) { spread[bigram, default: 0] += 1 }
        return spread
    }

    static func sum(_ row: [PlainBigram: Int]) -> Int { row.values.reduce(0, +) }

    func total(old unit: Int) -> Int { Self.sum(old[unit] ?? [:]) }

    func total(new unit: Int) -> Int { Self.sum(new[unit] ?? [:]) }

    /// The best eight candidates of each free old provision.
    func candidates() -> [WordingVotes.Candidate] {
        links.freeOlds.flatMap { unit -> [WordingVotes.Candidate] in
            let own = old[unit] ?? [:]
            let found = links.news.indices.compactMap { other -> WordingVotes.Candidate? in
                let common = own.filter { shared.contains($0.key) && (new[other]?[$0.key] ?? 0) > 0 }
                guard Self.sum(common) > 0, links.mayPair(unit, other) else { return nil }
                var candidate = Self.candidate(
                    Float(Self.sum(common)), Float(Self.sum(own)), Float(total(new: other)))
                candidate.old = Int32(unit)
                candidate.new = Int32(other)
                candidate.shared = Int32(Self.sum(common))
                return candidate.score >= 0.04 ? candidate : nil
            }
            return Array(found.sorted { ($0.score, $1.new) > ($1.score, $0.new) }.prefix(8))
        }
    }

    private static func candidate(_ common: Float, _ a: Float, _ b: Float) -> WordingVotes.Candidate {
        let dice = 2 * common / (a + b)
        let containment = common / min(a, b)
        let trust = min(1, min(a, b) / (60 * 1_024))
        return WordingVotes.Candidate(
            old: 0, new: 0, score: 0.65 * dice + 0.35 * (containment * trust + dice * (1 - trust)),
            dice: dice, containment: containment * trust, trust: trust, shared: 0)
    }

    // MARK: Single words

    private static func words(_ unit: PlainUnit) -> Set<UInt32> {
        Set(unit.tokens.filter { !$0.isMark }.map(\.id))
    }

    private func overlap(_ a: Int, _ b: Int) -> (shared: Float, old: Float, new: Float) {
        func weight(_ words: Set<UInt32>) -> Float { Float(words.reduce(0) { $0 + (wordWeights[$1] ?? 0) }) }
        let before = total(old: a) > 0 ? Self.words(links.olds[a]) : []
        let after = total(new: b) > 0 ? Self.words(links.news[b]) : []
        return (weight(before.intersection(after)), weight(before), weight(after))
    }

    func scored(_ candidate: WordingVotes.Candidate) -> WordingVotes.Candidate {
        let (common, a, b) = overlap(Int(candidate.old), Int(candidate.new))
        if min(a, b) <= 0 { return candidate }
        let dice = 2 * common / (a + b)
        let containment = common / min(a, b) * candidate.trust
        var candidate = candidate
        candidate.score =
            0.4 * candidate.dice + 0.2 * candidate.containment + 0.25 * max(0, dice - 0.2)
            + 0.4 * max(0, containment - 0.5)
        return candidate
    }

    func dice(_ old: Int, _ new: Int) -> Float {
        let (common, a, b) = overlap(old, new)
        return a + b > 0 ? 2 * common / (a + b) : 0
    }
}
