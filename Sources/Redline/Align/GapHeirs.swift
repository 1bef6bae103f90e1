/// Links what stands alone in its place on both sides, between neighbours that are linked in step.
///
/// A drafter who rewrites one article of a draft leaves it where it was. Word order and endings change too much for
/// bigrams then; the words that the two share, weighed by how rare they are, still tell a rewritten article from a new
/// one that took the place of another.
struct GapHeirs {
    /// The least share of common words, in 1,000ths. Values from 300 to 420 give the same links on the labelled laws and
    /// the bundled drafts; strangers in one place share 100 to 200.
    static let floor = 400

    let old: TokenRows
    let new: TokenRows
    let vocabulary: Vocabulary
    let arena: Arena

    func run(_ alignment: inout Alignment, mayPair: (Int, Int) -> Bool) {
        var gaps: [(old: Int, new: Int)] = []
        for unit in alignment.ofOld.indices where alignment.ofOld[unit] < 0 {
            guard let other = Self.place(of: unit, alignment), alignment.isFree(unit, other),
                alignment.neighbours(unit, other) == 2, mayPair(unit, other)
            else { continue }
            gaps.append((unit, other))
        }
        if gaps.isEmpty { return }
        let rarity = WordRarity(old, new, vocabulary, arena)
        for (unit, other) in gaps where old.places[unit].isRead && new.places[other].isRead {
            if rarity.common(old.words(unit), new.words(other)) >= Self.floor {
                alignment.link(unit, other, .wording)
            }
        }
    }

    /// Right behind the partner of the unit before.
    private static func place(of old: Int, _ alignment: Alignment) -> Int? {
        let before = old > 0 ? alignment.ofOld[old - 1] : -1
        let new = before + 1
        return old == 0 || before >= 0 ? (new < alignment.ofNew.count ? new : nil) : nil
    }
}

/// How rare each word is among the provisions of both sides that have been read.
struct WordRarity {
    private let units: Row<Int32>
    private let stamp: Row<Int32>
    private let vocabulary: Vocabulary
    private var total: Int32 = 0

    init(_ old: TokenRows, _ new: TokenRows, _ vocabulary: Vocabulary, _ arena: Arena) {
        self.vocabulary = vocabulary
        units = arena.row(0, vocabulary.count)
        stamp = arena.row(0, vocabulary.count)
        for side in [old, new] {
            for unit in side.places.indices where side.places[unit].isRead {
                total += 1
                let words = side.words(unit)
                for index in words.indices where !vocabulary.isMark(words[index]) {
                    let word = Int(words[index])
                    if stamp[word] != total {
                        stamp[word] = total
                        units[word] += 1
                    }
                }
            }
        }
        for word in stamp.indices { stamp[word] = 0 }
    }

    /// Weighted Dice of the two sets of words, in 1,000ths.
    func common(_ a: Row<Int32>, _ b: Row<Int32>) -> Int {
        var (first, second, shared) = (0, 0, 0)
        for index in a.indices where !vocabulary.isMark(a[index]) && stamp[Int(a[index])] == 0 {
            stamp[Int(a[index])] = 1
            first += weight(of: a[index])
        }
        for index in b.indices where !vocabulary.isMark(b[index]) && stamp[Int(b[index])] < 2 {
            if stamp[Int(b[index])] == 1 { shared += weight(of: b[index]) }
            second += weight(of: b[index])
            stamp[Int(b[index])] = 2
        }
        for index in a.indices { stamp[Int(a[index])] = 0 }
        for index in b.indices { stamp[Int(b[index])] = 0 }
        return first + second > 0 ? 2_000 * shared / (first + second) : 0
    }

    private func weight(of word: Int32) -> Int {
        Int(BigramIndex.bits(1_024 + total &* 1_024 / max(units[Int(word)], 1)))
    }
}
