@testable import Redline

/// Chief links and the stages that make them without counting anything: equal bodies, and neighbours.
struct PlainLinks {
    let olds: [PlainUnit]
    let news: [PlainUnit]
    private(set) var ofOld: [Int?]
    private(set) var ofNew: [Int?]
    private(set) var grounds: [Int: ProvisionLink.Ground] = [:]

    init(_ olds: [PlainUnit], _ news: [PlainUnit]) {
        self.olds = olds
        self.news = news
        ofOld = Array(repeating: nil, count: olds.count)
        ofNew = Array(repeating: nil, count: news.count)
    }

    var freeOlds: [Int] { olds.indices.filter { ofOld[$0] == nil } }
    var freeNews: [Int] { news.indices.filter { ofNew[$0] == nil } }

    func mayPair(_ old: Int, _ new: Int) -> Bool { olds[old].family == news[new].family }

    /// Both stand there, neither has a partner, and they are of one family.
    func mayLink(_ old: Int, _ new: Int) -> Bool {
        olds.indices.contains(old) && news.indices.contains(new) && ofOld[old] == nil && ofNew[new] == nil
            && mayPair(old, new)
    }

    mutating func link(_ old: Int, _ new: Int, _ ground: ProvisionLink.Ground) {
        ofOld[old] = new
        ofNew[new] = old
        grounds[old] = ground
    }

    mutating func unlink(_ old: Int) {
        guard let new = ofOld[old] else { return }
        ofOld[old] = nil
        ofNew[new] = nil
        grounds[old] = nil
    }

    /// How many of the two neighbours are linked in step; two ends of a family are in step.
    func neighbours(_ old: Int, _ new: Int) -> Int {
        [-1, 1].count { step in
            let (a, b) = (old + step, new + step)
            let isEnd = !olds.indices.contains(a) || olds[a].family != olds[old].family
            let isItsEnd = !news.indices.contains(b) || news[b].family != news[new].family
            return isEnd || isItsEnd ? isEnd && isItsEnd : ofOld[a] == b
        }
    }

    mutating func linkUnique(_ key: (PlainUnit) -> PlainKey?, _ ground: ProvisionLink.Ground) {
        let before = Dictionary(grouping: freeOlds) { key(olds[$0]) }
        let after = Dictionary(grouping: freeNews) { key(news[$0]) }
        for (key, units) in before where key != nil {
            if units.count == 1, let others = after[key], others.count == 1 {
                link(units[0], others[0], ground)
            }
        }
    }

    mutating func linkBesideNeighbours(_ key: (PlainUnit) -> PlainKey?) {
        for step in [1, -1] {
            for unit in step > 0 ? Array(olds.indices) : olds.indices.reversed() {
                guard olds.indices.contains(unit - step), let neighbour = ofOld[unit - step],
                    mayLink(unit, neighbour + step), let own = key(olds[unit]),
                    own == key(news[neighbour + step])
                else { continue }
                link(unit, neighbour + step, .neighbour)
            }
        }
    }

    mutating func linkRest(_ key: (PlainUnit) -> PlainKey?) {
        for unit in freeOlds {
            guard let own = key(olds[unit]), let other = freeNews.first(where: { key(news[$0]) == own })
            else { continue }
            link(unit, other, .neighbour)
        }
    }

    /// Forwards, then backwards: the place beside the partner of the neighbour, where eleven sixteenths are common and those beside it
    /// have not as much in common.
    mutating func linkInStep() {
        for unit in olds.indices {
            let before = unit == 0 ? -1 : ofOld[unit - 1]
            if let before, mayLink(unit, before + 1), isMostlyCommon(unit, before + 1) {
                link(unit, before + 1, .wording)
            }
        }
        for unit in olds.indices.reversed() {
            let after = unit == olds.count - 1 ? news.count : ofOld[unit + 1]
            if let after, mayLink(unit, after - 1), isMostlyCommon(unit, after - 1) {
                link(unit, after - 1, .wording)
            }
        }
    }

    private func isMostlyCommon(_ old: Int, _ new: Int) -> Bool {
        let all = olds[old].tokens.count + news[new].tokens.count
        let common = common(old, new)
        let isRivalled = [new - 1, new + 1].contains { rival in
            guard 2 * common < all, mayLink(old, rival) else { return false }
            let (a, b) = (olds[old].tokens.count, news[rival].tokens.count)
            return min(a, b) * all >= common * (a + b)
                && self.common(old, rival) * all * 16 >= common * (a + b) * 15
        }
        return 32 * common >= 11 * all && !isRivalled
    }

    private func common(_ old: Int, _ new: Int) -> Int { partners(old, new).count { $0 >= 0 } }

    func partners(_ old: Int, _ new: Int) -> [Int] {
        PlainSubsequence.partners(olds[old].ids, news[new].ids)
    }
}
