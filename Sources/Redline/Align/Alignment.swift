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

    /// Families one after the other: where one begins, there is no neighbour before.
    private let oldFamilies: [Unit.Family]
    private let newFamilies: [Unit.Family]

    init(_ olds: FlatText, _ news: FlatText) {
        ofOld = [Int](repeating: -1, count: olds.units.count)
        ofNew = [Int](repeating: -1, count: news.units.count)
        grounds = [ProvisionLink.Ground](repeating: .exact, count: olds.units.count)
        oldFamilies = (0..<olds.units.count).map { olds.units[$0].family }
        newFamilies = (0..<news.units.count).map { news.units[$0].family }
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

    /// Provisions pair only within their family.
    func mayPair(_ old: Int, _ new: Int) -> Bool { oldFamilies[old] == newFamilies[new] }

    /// Neither has a chief partner yet.
    func isFree(_ old: Int, _ new: Int) -> Bool { ofOld[old] < 0 && ofNew[new] < 0 }

    /// How many of the two neighbours are linked in step; the first and the last of a family are in step, too.
    func neighbours(_ old: Int, _ new: Int) -> Int {
        areInStep(old, new, -1) + areInStep(old, new, 1)
    }

    private func areInStep(_ old: Int, _ new: Int, _ step: Int) -> Int {
        let (a, b) = (old + step, new + step)
        let isEnd = !ofOld.indices.contains(a) || oldFamilies[a] != oldFamilies[old]
        let isItsEnd = !ofNew.indices.contains(b) || newFamilies[b] != newFamilies[new]
        if isEnd || isItsEnd { return isEnd && isItsEnd ? 1 : 0 }
        return ofOld[a] == b ? 1 : 0
    }
}
