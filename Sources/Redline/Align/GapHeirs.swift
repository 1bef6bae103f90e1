/// Links what stands alone in its place on both sides, between neighbours that are linked in step.
///
/// A drafter who rewrites one article of a draft leaves it where it was. Word order and endings change too much for
/// bigrams then; the words that the two share, weighed by how rare they are, still tell a rewritten article from a new
/// one that took the place of another.
enum GapHeirs {
    /// The least share of common words. Values from 0.30 to 0.42 give the same links on the labelled laws and the bundled
    /// drafts; strangers in one place share 0.1 to 0.2.
    static let floor: Float = 0.40

    static func run(_ passages: Passages, family: (Int, Int) -> Bool, _ alignment: inout Alignment) {
        let gaps = alignment.ofOld.indices.compactMap { old -> (Int, Int)? in
            guard alignment.ofOld[old] < 0, let new = place(of: old, alignment), alignment.isFree(old, new)
            else {
                return nil
            }
            return alignment.neighbours(old, new) == 2 && family(old, new) ? (old, new) : nil
        }
        if gaps.isEmpty { return }
        let rarity = Rarity(passages)
        for (old, new) in gaps {
            guard let a = passages.old[old], let b = passages.new[new] else { continue }
            if rarity.common(a, b) >= floor { alignment.link(old, new, .wording) }
        }
    }

    /// Right behind the partner of the unit before.
    private static func place(of old: Int, _ alignment: Alignment) -> Int? {
        let before = old > 0 ? alignment.ofOld[old - 1] : -1
        let new = before + 1
        return old == 0 || before >= 0 ? (new < alignment.ofNew.count ? new : nil) : nil
    }

    /// How rare each word is among the units of both sides that have been read.
    private struct Rarity {
        private var units: [UInt32: Float] = [:]
        private var total: Float = 0

        init(_ passages: Passages) {
            for passage in passages.old + passages.new {
                guard let passage else { continue }
                total += 1
                for word in Self.words(passage) { units[word, default: 0] += 1 }
            }
        }

        static func words(_ passage: Passage) -> Set<UInt32> {
            Set(passage.tokens.lazy.filter { !$0.isMark }.map(\.id))
        }

        /// Weighted Dice of the two sets of words, 0…1.
        func common(_ a: Passage, _ b: Passage) -> Float {
            let first = Self.words(a)
            let second = Self.words(b)
            let all = weight(of: first) + weight(of: second)
            return all > 0 ? 2 * weight(of: first.intersection(second)) / all : 0
        }

        private func weight(of words: Set<UInt32>) -> Float {
            // Summed in a fixed order: floating-point sums differ with the order.
            words.sorted().reduce(0) { $0 + Self.log2(1 + total / (units[$1] ?? 1)) }
        }

        private static func log2(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }
    }
}
