/// Units that links join: connected components, kept small.
struct Grouping {
    /// Units of one entry; a group must not snowball through weak links.
    private static let most = 8

    /// Old and new units that belong together, in order of either text.
    struct Group {
        var old: [Int] = []
        var new: [Int] = []
    }

    private var parent: [Int]
    private var size: [Int]
    private let oldCount: Int

    /// The chief links are taken as they are; partial ones while the group stays small.
    ///
    /// - Parameter alignment: its ``Alignment/partials`` lose those that are not taken.
    init(_ alignment: inout Alignment) {
        oldCount = alignment.ofOld.count
        let count = oldCount + alignment.ofNew.count
        parent = Array(0..<count)
        size = [Int](repeating: 1, count: count)
        for (old, new) in alignment.ofOld.enumerated() where new >= 0 { join(old, oldCount + new) }
        var kept: [Alignment.Partial] = []
        for partial in alignment.partials where join(partial.old, oldCount + partial.new) {
            kept.append(partial)
        }
        alignment.partials = kept
    }

    /// - Returns: false when the two are not joined because the group would grow too large.
    @discardableResult
    private mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (root(a), root(b))
        if x == y { return true }
        guard size[x] + size[y] <= Self.most else { return false }
        parent[max(x, y)] = min(x, y)
        size[min(x, y)] += size[max(x, y)]
        return true
    }

    private mutating func root(_ unit: Int) -> Int {
        var unit = unit
        while parent[unit] != unit {
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        }
        return unit
    }

    /// All groups, those of one unit included, by their first unit.
    mutating func groups() -> [Group] {
        var place: [Int: Int] = [:]
        var groups: [Group] = []
        for unit in parent.indices {
            let top = root(unit)
            let index = place[top] ?? groups.count
            if index == groups.count {
                place[top] = index
                groups.append(Group())
            }
            if unit < oldCount {
                groups[index].old.append(unit)
            } else {
                groups[index].new.append(unit - oldCount)
            }
        }
        return groups
    }
}
