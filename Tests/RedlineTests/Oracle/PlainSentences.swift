@testable import Redline

/// Sentences that no chief partner explains, and where else their wording stands.
struct PlainSentences {
    let links: PlainLinks
    let votes: PlainVotes
    let read: (old: [Int], new: [Int])

    /// Bits that a link needs, times 1,024; half of them a sentence.
    private let least = 14 * 1_024

    /// A loose sentence: the weights of its wording that stands nowhere in the partner of its provision.
    private struct Loose {
        var unit: Int
        var sentence: Int
        var weights: [PlainBigram: Int]
        var total: Int { weights.values.reduce(0, +) }
    }

    private struct Units: Hashable {
        var old: Int
        var new: Int
    }

    /// Links that carry sentences, the strongest first.
    func found(_ joins: Set<WholeJoins.Pair>) -> [Alignment.Partial] {
        let (olds, news) = loose()
        var pairs: [(old: Int, new: Int, shared: Int)] = []
        for (a, old) in olds.enumerated() {
            for (b, new) in news.enumerated() where links.mayPair(old.unit, new.unit) {
                let shared = old.weights.reduce(0) {
                    $0 + (votes.shared.contains($1.key) && new.weights[$1.key] != nil ? $1.value : 0)
                }
                if shared >= least / 2 { pairs.append((a, b, shared)) }
            }
        }
        pairs.sort { ($0.shared, $1.old, $1.new) > ($1.shared, $0.old, $0.new) }
        var partials: [Units: Alignment.Partial] = [:]
        var weights: [Units: Int] = [:]
        for pair in pairs {
            let (a, b) = (olds[pair.old], news[pair.new])
            let containment = Float(pair.shared) / min(Float(a.total), Float(b.total))
            let dice = 2 * Float(pair.shared) / (Float(a.total) + Float(b.total))
            let units = Units(old: a.unit, new: b.unit)
            var partial =
                partials[units] ?? Alignment.Partial(old: a.unit, new: b.unit, strength: 0, sentences: [])
            if containment < 0.35
                || partial.sentences.contains(where: { $0.old == a.sentence || $0.new == b.sentence })
            {
                continue
            }
            partial.sentences.append((a.sentence, b.sentence))
            let kinship = isPenal(links.olds[a.unit]) == isPenal(links.news[b.unit]) ? 1 : 0.6
            partial.strength = max(partial.strength, Double(0.5 * (dice + containment)) * kinship)
            partials[units] = partial
            weights[units, default: 0] += pair.shared
        }
        return partials.filter { units, partial in
            joins.contains(WholeJoins.Pair(old: Int32(units.old), new: Int32(units.new)))
                || (weights[units] ?? 0) >= least && partial.strength >= 0.36
        }
        .values.sorted { ($0.strength, $1.old, $1.new) > ($1.strength, $0.old, $0.new) }
    }

    private func isPenal(_ unit: PlainUnit) -> Bool { !ClauseContext.penalties.hits(in: unit.tokens).isEmpty }

    private func loose() -> (old: [Loose], new: [Loose]) {
        var carriedOld: [Int: Set<Int>] = [:]
        var carriedNew: [Int: Set<Int>] = [:]
        for unit in read.old {
            guard let other = links.ofOld[unit] else { continue }
            let partners = links.partners(unit, other)
            // Pairs of neighbours that are neighbours there, too, by the place of the second.
            let kept = partners.indices.dropFirst().filter {
                partners[$0] > 0 && partners[$0 - 1] == partners[$0] - 1
            }
            carriedOld[unit] = Set(kept)
            carriedNew[other] = Set(kept.map { partners[$0] })
        }
        let olds = read.old.filter { votes.total(old: $0) > 0 }.flatMap { unit in
            loose(
                unit, links.olds[unit], carriedOld[unit] ?? [],
                partner: links.ofOld[unit].flatMap { votes.new[$0] } ?? [:])
        }
        let news = read.new.filter { votes.total(new: $0) > 0 }.flatMap { unit in
            loose(
                unit, links.news[unit], carriedNew[unit] ?? [],
                partner: links.ofNew[unit].flatMap { votes.old[$0] } ?? [:])
        }
        return (olds, news)
    }

    private func loose(
        _ number: Int, _ unit: PlainUnit, _ carried: Set<Int>, partner: [PlainBigram: Int]
    ) -> [Loose] {
        let bigrams = votes.bigrams(unit)
        return unit.sentences.enumerated().compactMap { at, sentence in
            let inner = sentence.dropFirst()
            if inner.allSatisfy(carried.contains) { return nil }
            func weight(_ index: Int) -> Int {
                bigrams[index].map { PlainVotes.weight(votes.rarity[$0.0] ?? 0, share: $0.1) } ?? 0
            }
            let total = inner.reduce(0) { $0 + weight($1) }
            let kept = inner.filter(carried.contains).reduce(0) { $0 + weight($1) }
            guard total >= least / 2, kept < total / 2 else { return nil }
            var found = Loose(unit: number, sentence: at, weights: [:])
            for index in inner {
                guard let bigram = bigrams[index]?.0, partner[bigram] ?? 0 == 0, weight(index) > 0,
                    found.weights[bigram] == nil
                else { continue }
                found.weights[bigram] = weight(index)
            }
            return found.weights.isEmpty ? nil : found
        }
    }
}
