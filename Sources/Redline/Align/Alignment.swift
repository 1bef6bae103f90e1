/// Which old unit goes with which new one.
struct Alignment: Sendable {
    /// A link that carries only some sentences.
    struct Partial: Sendable {
        var old: Int
        var new: Int
        /// 0…1.
        var strength: Double
        /// Pairs of sentences (indices into ``Passage/sentences``) that carry it.
        var sentences: [(old: Int, new: Int)]
    }

    /// For each old unit its chief partner, or -1; one to one.
    private(set) var ofOld: [Int]
    private(set) var ofNew: [Int]
    private(set) var grounds: [ProvisionLink.Ground]
    var partials: [Partial] = []

    init(old: Int, new: Int) {
        ofOld = [Int](repeating: -1, count: old)
        ofNew = [Int](repeating: -1, count: new)
        grounds = [ProvisionLink.Ground](repeating: .exact, count: old)
    }

    mutating func link(_ old: Int, _ new: Int, _ ground: ProvisionLink.Ground) {
        ofOld[old] = new
        ofNew[new] = old
        grounds[old] = ground
    }

    mutating func unlink(old: Int) {
        let new = ofOld[old]
        guard new >= 0 else { return }
        ofOld[old] = -1
        ofNew[new] = -1
    }

    /// Neither has a chief partner yet.
    func isFree(_ old: Int, _ new: Int) -> Bool { ofOld[old] < 0 && ofNew[new] < 0 }

    /// How many of the two neighbours are linked in step.
    func neighbours(_ old: Int, _ new: Int) -> Int {
        var count = 0
        if old > 0, new > 0, ofOld[old - 1] == new - 1 { count += 1 }
        if old + 1 < ofOld.count, new + 1 < ofNew.count, ofOld[old + 1] == new + 1 { count += 1 }
        return count
    }
}
