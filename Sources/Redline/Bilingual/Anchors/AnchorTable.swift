/// What each anchor of two texts weighs: after Fellegi and Sunter (1969), the logarithm of how much more often it
/// stands on both sides of a true pair than of a pair taken at random.
struct AnchorTable: Sendable {
    private var places: [Anchor.Key: Int32] = [:]
    /// Nats for an anchor that stands on both sides, and for one that stands on one side only.
    private(set) var both: [Double] = []
    private(set) var alone: [Double] = []
    /// Whether an anchor is more than a common word: it can carry a pair whose numbers differ.
    private(set) var isFirm: [Bool] = []

    init(_ zh: BilingualSide, _ en: BilingualSide) {
        var counts: [Int] = []
        var survival: [Double] = []
        for unit in zh.anchors + en.anchors {
            var seen: Set<Anchor.Key> = []
            for anchor in unit where seen.insert(anchor.key).inserted {
                if let place = places[anchor.key] {
                    counts[Int(place)] += 1
                } else {
                    places[anchor.key] = Int32(clamping: counts.count)
                    counts.append(1)
                    survival.append(anchor.survival)
                    if case .term = anchor.key { isFirm.append(false) } else { isFirm.append(true) }
                }
            }
        }
        // A few units more, in which it does not stand: one occurrence in a short text proves little.
        let all = Double(zh.anchors.count + en.anchors.count) + 6
        for (count, kept) in zip(counts, survival) {
            let chance = min((Double(count) + 0.3) / all, 0.95)
            both.append(min(max(NaturalLogarithm.of(kept / chance), 0), Self.most))
            // A term has more English forms than the table knows: its absence says less.
            let share = isFirm[both.count - 1] ? 1 : 0.5
            alone.append(share * max(NaturalLogarithm.of((1 - kept) / (1 - chance)), -Self.most))
        }
    }

    /// No single anchor decides.
    private static let most = 3.5

    /// Sorted, each once.
    func places(of keys: [Anchor.Key]) -> [Int32] {
        let found = keys.compactMap { places[$0] }.sorted()
        var unique: [Int32] = []
        for place in found where place != unique.last { unique.append(place) }
        return unique
    }
}
