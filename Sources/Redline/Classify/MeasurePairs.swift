/// The measures that a hunk touches, each with its counterpart.
struct MeasurePairs {
    /// Those that differ; nil on the side that has none.
    private(set) var pairs: [(before: Measure?, after: Measure?)] = []
    /// Tokens of all that were touched.
    private(set) var oldRanges: [Range<Int>] = []
    private(set) var newRanges: [Range<Int>] = []
    /// Something was touched, and all of it says the same on both sides.
    private(set) var isEqual = false

    /// Hunks longer than this are whole passages put in or out; their numbers are not listed one by one.
    private static let longest = 120

    init(_ hunk: Hunk, _ diff: PairDiff) {
        let old = Self.touched(hunk.old, diff.old)
        let new = Self.touched(hunk.new, diff.new)
        if old.touched.isEmpty, new.touched.isEmpty { return }
        oldRanges = old.touched.map(\.range)
        newRanges = new.touched.map(\.range)
        var before = old.touched
        var after = new.touched
        var matched: [(Measure, Measure)] = []
        // Partners first: 五万元以下 that became 一万元以上五万元以下 is the same measure.
        for b in new.touched {
            guard let a = old.all.first(where: { Self.share($0, b, diff.partner) }) else { continue }
            matched.append((a, b))
            before.removeAll { $0 == a }
            after.removeAll { $0 == b }
        }
        for a in before {
            guard
                let b = new.all.first(where: { b in
                    Self.share(a, b, diff.partner) && !matched.contains { $0.1 == b }
                })
            else { continue }
            matched.append((a, b))
            before.removeAll { $0 == a }
        }
        // Then those of one kind, in order.
        for a in before {
            let role = MeasureRole.of(a, in: diff.old)
            guard
                let index = after.firstIndex(where: {
                    Self.isKind($0, a) && MeasureRole.of($0, in: diff.new) == role
                })
            else { continue }
            matched.append((a, after[index]))
            before.removeAll { $0 == a }
            after.remove(at: index)
        }
        matched.sort { $0.1.range.lowerBound < $1.1.range.lowerBound }
        pairs = matched.filter { !$0.says($1) }.map { ($0, $1) }
        isEqual = pairs.isEmpty && before.isEmpty && after.isEmpty
        guard max(hunk.old.count, hunk.new.count) <= Self.longest else { return }
        pairs += before.map { ($0, nil) } + after.map { (nil, $0) }
    }

    /// All measures of the sentence, and those that the hunk touches.
    private static func touched(_ range: Range<Int>, _ reading: Reading) -> (
        all: [Measure], touched: [Measure]
    ) {
        let sentence = reading.sentence(at: range.lowerBound)
        let place = min(sentence.lowerBound, range.lowerBound)..<max(sentence.upperBound, range.upperBound)
        // Bare numbers and days of commencement measure nothing: they are words like others.
        let all = reading.measures(in: place).filter {
            $0.unit != nil || MeasureRole.of($0, in: reading) != .other
        }
        return (
            all,
            all.filter { measure in
                range.isEmpty
                    ? measure.range.lowerBound < range.lowerBound
                        && range.lowerBound < measure.range.upperBound
                    : measure.range.overlaps(range)
            }
        )
    }

    private static func share(_ a: Measure, _ b: Measure, _ partner: [Int32]) -> Bool {
        a.core.contains { partner.indices.contains($0) && b.core.contains(Int(partner[$0])) }
    }

    private static func isKind(_ a: Measure, _ b: Measure) -> Bool {
        if a.unit == b.unit { return (a.date == nil) == (b.date == nil) }
        return MeasureUnit.isTime(a.unit) && MeasureUnit.isTime(b.unit)
    }
}

/// What a hunk changes beyond its modal words and measures.
struct Residue {
    private let before: [UInt32]
    private let after: [UInt32]

    init(_ hunk: Hunk, _ old: Reading, _ new: Reading, _ measures: MeasurePairs) {
        let isMeasured = !measures.oldRanges.isEmpty || !measures.newRanges.isEmpty
        before = Self.residue(hunk.old, old, measures.oldRanges, isMeasured)
        after = Self.residue(hunk.new, new, measures.newRanges, isMeasured)
    }

    /// The same words on both sides.
    var isEmpty: Bool { before == after }
    /// Nothing but words that join and point: 的, 在, `the`, and 立即 beside a time limit.
    var isSlight: Bool {
        let (a, b) = (before.filter { !Self.slight.contains($0) }, after.filter { !Self.slight.contains($0) })
        return a == b
    }
    var isSmall: Bool { before.count + after.count <= 4 }

    private static func residue(
        _ range: Range<Int>, _ side: Reading, _ measures: [Range<Int>], _ isMeasured: Bool
    ) -> [UInt32] {
        var taken = side.modalUses(in: range).map(\.range) + measures
        if isMeasured {
            taken +=
                MeasureRule.atOnce.found(in: range, of: side) + MeasureRule.forLife.found(in: range, of: side)
        }
        // A hunk may be a whole passage with a modal word in every sentence.
        let places = Set(taken.joined())
        let kept = range.filter { !places.contains($0) }
        return kept.map { side.passage.tokens[$0] }.filter { !$0.isMark }.map(\.id)
    }

    /// 的 在 于 即 并 且 则 其; a, an, the, of, for, in, at, be, also, and.
    private static let slight = Set(
        [0x7684, 0x5728, 0x4E8E, 0x5373, 0x5E76, 0x4E14, 0x5219, 0x5176]
            + ["a", "an", "the", "of", "for", "in", "at", "be", "also", "and", "from", "A", "An", "The"].map {
                TokenHash.word($0)
            }
            as [UInt32])
}
