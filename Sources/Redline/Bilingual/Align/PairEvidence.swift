/// How much speaks for two units being each other's translation, in nats; below 0 more speaks against it.
struct PairEvidence: Sendable {
    let anchors: AnchorTable
    let length: LengthModel
    /// How often each shape occurs on both sides together, for ``shapes(_:_:)``.
    private var shapeCounts: [String: Int] = [:]
    private var unitCount = 0

    init(_ anchors: AnchorTable, _ length: LengthModel, units: [BilingualUnit]) {
        self.anchors = anchors
        self.length = length
        for unit in units { shapeCounts[unit.shape, default: 0] += 1 }
        unitCount = units.count
    }

    /// Everything but the numbers.
    func words(_ zh: BilingualUnit, _ en: BilingualUnit) -> Double {
        shared(zh.anchors, en.anchors).sum + length.evidence(zh: zh.length, en: en.length) + shapes(zh, en)
    }

    /// With number and container, for article-level provisions; nil where the families differ.
    func provisions(_ zh: BilingualUnit, _ en: BilingualUnit) -> Double? {
        guard zh.family == en.family else { return nil }
        return words(zh, en) + place(zh, en)
    }

    /// What equal or different numbers say. Small beside the words, so that a text whose numbers are all one off
    /// is still read right.
    func place(_ zh: BilingualUnit, _ en: BilingualUnit) -> Double {
        let number = Exactly.equal(zh.number, en.number) ? (zh.number.isEmpty ? 0 : 2.0) : -1.0
        let container = Exactly.equal(zh.container, en.container) ? 0.3 : -0.7
        return number + container
    }

    /// - Returns: the sum over the anchors of both sides, and how many firm ones are shared.
    func shared(_ zh: [Int32], _ en: [Int32]) -> (sum: Double, firm: Int) {
        var (a, b, sum, firm) = (0, 0, 0.0, 0)
        while a < zh.count || b < en.count {
            if b == en.count || (a < zh.count && zh[a] < en[b]) {
                sum += anchors.alone[Int(zh[a])]
                a += 1
            } else if a == zh.count || en[b] < zh[a] {
                sum += anchors.alone[Int(en[b])]
                b += 1
            } else {
                sum += anchors.both[Int(zh[a])]
                if anchors.isFirm[Int(zh[a])] { firm += 1 }
                a += 1
                b += 1
            }
        }
        return (min(max(sum, -8), 14), firm)
    }

    /// Equal shapes speak for a pair, the more the rarer they are; different ones against it.
    private func shapes(_ zh: BilingualUnit, _ en: BilingualUnit) -> Double {
        if Exactly.equal(zh.shape, en.shape) {
            let chance = (Double(shapeCounts[zh.shape] ?? 0) + 0.5) / (Double(unitCount) + 4)
            return min(max(NaturalLogarithm.of(0.9 / chance), 0), 3)
        }
        let difference = abs(zh.shape.utf8.count - en.shape.utf8.count)
        return -1.2 - 0.3 * Double(min(difference, 6))
    }
}
