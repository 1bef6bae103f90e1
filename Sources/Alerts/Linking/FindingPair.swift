import Redline
import Statute

/// One finding before, one after, or one on both sides: what a change did to one statement about a concept.
struct FindingPair: Sendable {
    var before: Finding?
    var after: Finding?

    /// Pairs the findings of one concept in one entry of a redline: same polarity and likest words first.
    static func pairs(_ before: [Finding], _ after: [Finding], links: [ProvisionLink]) -> [FindingPair] {
        struct Candidate {
            var before: Int
            var after: Int
            var score: Double
        }
        var candidates: [Candidate] = []
        for (i, old) in before.enumerated() {
            for (j, new) in after.enumerated() {
                let linked = links.contains { $0.before == old.article && $0.after == new.article }
                guard linked else { continue }
                let same = old.polarity == new.polarity ? 1.0 : 0
                candidates.append(
                    Candidate(before: i, after: j, score: same + Likeness.of(old.evidence, new.evidence)))
            }
        }
        candidates.sort { ($1.score, $0.before, $0.after) < ($0.score, $1.before, $1.after) }
        var usedBefore: Set<Int> = []
        var usedAfter: Set<Int> = []
        var pairs: [FindingPair] = []
        for candidate in candidates
        where !usedBefore.contains(candidate.before) && !usedAfter.contains(candidate.after) {
            usedBefore.insert(candidate.before)
            usedAfter.insert(candidate.after)
            pairs.append(FindingPair(before: before[candidate.before], after: after[candidate.after]))
        }
        pairs += before.indices.filter { !usedBefore.contains($0) }.map { FindingPair(before: before[$0]) }
        pairs += after.indices.filter { !usedAfter.contains($0) }.map { FindingPair(after: after[$0]) }
        return pairs
    }
}

/// How alike two clauses are: twice their common pairs of scalars over all pairs, 0…1.
enum Likeness {
    /// Above this, a statement that left one article and one that came into another are taken for the same.
    static let carried = 0.6
    /// Above this, two demands of different strength are taken for one that was rewritten.
    static let rewritten = 0.4

    static func of(_ a: String, _ b: String) -> Double {
        if a.unicodeScalars.elementsEqual(b.unicodeScalars) { return 1 }
        let first = bigrams(a)
        let second = bigrams(b)
        let total = first.values.reduce(0, +) + second.values.reduce(0, +)
        guard total > 0 else { return 0 }
        let common = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
        return 2 * Double(common) / Double(total)
    }

    private static func bigrams(_ text: String) -> [UInt64: Int] {
        let scalars = Array(text.unicodeScalars).filter { !$0.properties.isWhitespace }
        var counts: [UInt64: Int] = [:]
        for (first, second) in zip(scalars, scalars.dropFirst()) {
            counts[UInt64(first.value) << 32 | UInt64(second.value), default: 0] += 1
        }
        return counts
    }
}
