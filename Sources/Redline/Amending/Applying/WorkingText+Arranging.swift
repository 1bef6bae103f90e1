import Statute

extension WorkingText {
    /// Puts the articles into the order of their new numbers. Those that are in order already stay where they are;
    /// the others go behind the one before them.
    mutating func arrange(_ order: [Int]) {
        var position: [Int: Int] = [:]
        for (offset, id) in order.enumerated() { position[id] = offset }
        let placed = articleIndices.compactMap { index -> (id: Int, rank: Int)? in
            guard let unit = unit(at: index), let rank = position[unit.id], unit.isPlaced else { return nil }
            return (unit.id, rank)
        }
        let stable = Set(Self.increasing(placed.map(\.rank)).map { placed[$0].id })
        var moving: [Int: Entry] = [:]
        var staying: [Entry] = []
        for entry in entries {
            if case .unit(let unit, _) = entry, unit.isArticle, !stable.contains(unit.id),
                position[unit.id] != nil
            {
                moving[unit.id] = entry
            } else {
                staying.append(entry)
            }
        }
        guard !moving.isEmpty else { return }
        // Those that follow each stable article, and those that come before the first one.
        var following: [Int: [Int]] = [:]
        var leading: [Int] = []
        var anchor: Int?
        for id in order {
            if moving[id] == nil {
                anchor = id
            } else if let anchor {
                following[anchor, default: []].append(id)
            } else {
                leading.append(id)
            }
        }
        var arranged: [Entry] = []
        for entry in staying {
            if case .unit(let unit, let depth) = entry, unit.isArticle {
                for id in leading { arranged.append(Self.moved(moving[id], to: depth) ?? entry) }
                leading = []
                arranged.append(entry)
                for id in following[unit.id] ?? [] {
                    arranged.append(Self.moved(moving[id], to: depth) ?? entry)
                }
            } else {
                arranged.append(entry)
            }
        }
        for id in leading { if let entry = Self.moved(moving[id], to: 1) { arranged.append(entry) } }
        entries = arranged
    }

    private static func moved(_ entry: Entry?, to depth: Int) -> Entry? {
        guard case .unit(let unit, _)? = entry else { return nil }
        return .unit(unit, depth: depth)
    }

    /// Indices of a longest increasing run of `ranks`.
    private static func increasing(_ ranks: [Int]) -> [Int] {
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: ranks.count)
        for (index, rank) in ranks.enumerated() {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if ranks[tails[middle]] < rank { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var chain: [Int] = []
        var next = tails.last ?? -1
        while next >= 0 {
            chain.append(next)
            next = previous[next]
        }
        return chain.reversed()
    }

    /// New articles without a named place behind which a heading comes at once: they could stand below it as well.
    var ambiguousPlaces: [Int] {
        entries.indices.compactMap { index in
            guard let unit = unit(at: index), !unit.isPlaced, unit.old == nil, index + 1 < entries.count,
                case .division(let next, _) = entries[index + 1], next.provision.kind != .annex
            else { return nil }
            return unit.id
        }
    }

    /// Numbers parts, chapters and sections on where one came or went.
    mutating func numberDivisions() {
        var groups: [[Int]] = []
        var open: [(depth: Int, kinds: [ProvisionKind: Int])] = [(0, [:])]
        for index in entries.indices {
            let depth = entries[index].depth
            while open.count > 1, let last = open.last, last.depth >= depth { open.removeLast() }
            guard let kind = division(at: index)?.provision.kind, kind != .annex, kind != .hcontainer else {
                continue
            }
            if let group = open[open.count - 1].kinds[kind] {
                groups[group].append(index)
            } else {
                open[open.count - 1].kinds[kind] = groups.count
                groups.append([index])
            }
            open.append((depth, [:]))
        }
        for group in groups { number(group) }
    }

    private mutating func number(_ group: [Int]) {
        let divisions = group.compactMap { division(at: $0) }
        let isTouched = divisions.contains { $0.old == nil || $0.pin != nil }
        guard isTouched else { return }
        let sample = divisions.first { !$0.provision.label.isEmpty }?.provision.label ?? ""
        var next = divisions.compactMap { $0.old ?? $0.pin }.min() ?? 1
        for index in group {
            let style = style
            changeDivision(at: index) { division in
                let number = max(next, division.pin ?? next)
                next = number + 1
                guard division.old != number || division.provision.label.isEmpty else { return }
                division.provision.number = String(number)
                division.provision.label = style.division(division.provision.kind, number, like: sample)
            }
        }
    }
}
