import Redline
import Statute

/// Which old and new units stand at one place of the tracked text: pairs that rise on both sides.
///
/// The pairs that are kept hold the most words; the others are shown as taken out in one place and put in at another.
struct UnitPairing {
    struct Pair {
        let old: Int
        let new: Int
        let edits: [Edit]
    }

    /// In order; both indices rise.
    let pairs: [Pair]

    init(_ old: [TextUnit], _ new: [TextUnit], _ changes: [ProvisionChange]) {
        var candidates = Self.provisions(old, new, changes) + Self.frame(old, new)
        candidates.sort { ($0.old, $0.new) < ($1.old, $1.new) }
        pairs = Self.heaviestRise(candidates) { 1 + new[$0.new].words.utf8.count }
    }

    private static func provisions(
        _ old: [TextUnit], _ new: [TextUnit], _ changes: [ProvisionChange]
    ) -> [Pair] {
        let olds = places(old)
        let news = places(new)
        return changes.compactMap { change in
            guard let link = change.links.first, let i = olds[link.before], let j = news[link.after] else {
                return nil
            }
            return Pair(old: i, new: j, edits: link.edits)
        }
    }

    private static func places(_ units: [TextUnit]) -> [ProvisionPath: Int] {
        var places: [ProvisionPath: Int] = [:]
        for (index, unit) in units.enumerated() where unit.role == .provision { places[unit.path] = index }
        return places
    }

    /// Title with title; headnotes and headings with their equals in order; then headings of one path.
    private static func frame(_ old: [TextUnit], _ new: [TextUnit]) -> [Pair] {
        var waiting: [[UInt8]: [Int]] = [:]
        for (index, unit) in old.enumerated().reversed() where unit.role != .provision {
            waiting[key(unit), default: []].append(index)
        }
        var pairs: [Pair] = []
        var left: [Int] = []
        var used: Set<Int> = []
        for (index, unit) in new.enumerated() where unit.role != .provision {
            if let found = waiting[key(unit)]?.popLast() {
                pairs.append(Pair(old: found, new: index, edits: []))
                used.insert(found)
            } else {
                left.append(index)
            }
        }
        var byPath: [ProvisionPath: Int] = [:]
        for (index, unit) in old.enumerated() where !used.contains(index) {
            if case .heading = unit.role { byPath[unit.path] = index }
        }
        for index in left {
            guard case .heading = new[index].role, let found = byPath.removeValue(forKey: new[index].path)
            else { continue }
            pairs.append(Pair(old: found, new: index, edits: []))
        }
        return pairs
    }

    /// Titles are one of a kind; headings are told apart by kind and words without their number.
    private static func key(_ unit: TextUnit) -> [UInt8] {
        switch unit.role {
        case .title: [0]
        case .headnote: [1] + Array(unit.words.utf8)
        case .heading(let kind):
            [2] + Array(kind.token.utf8) + [0]
                + Array((unit.words.split(separator: " ", maxSplits: 1).last ?? "").utf8)
        case .provision: []
        }
    }

    /// The rising chain of the greatest weight: a Fenwick tree of best weights by new index (Fenwick 1994).
    private static func heaviestRise(_ pairs: [Pair], weight: (Pair) -> Int) -> [Pair] {
        let size = (pairs.map(\.new).max() ?? -1) + 2
        var best = [(weight: Int, last: Int)](repeating: (0, -1), count: size + 1)
        var previous = [Int](repeating: -1, count: pairs.count)
        var total = (weight: 0, last: -1)
        for (index, pair) in pairs.enumerated() {
            var found = (weight: 0, last: -1)
            var at = pair.new
            while at > 0 {
                if best[at].weight > found.weight { found = best[at] }
                at -= at & -at
            }
            previous[index] = found.last
            let reached = (weight: found.weight &+ weight(pair), last: index)
            at = pair.new + 1
            while at <= size {
                if reached.weight > best[at].weight { best[at] = reached }
                at += at & -at
            }
            if reached.weight > total.weight { total = reached }
        }
        var chain: [Pair] = []
        var at = total.last
        while at >= 0 {
            chain.append(pairs[at])
            at = previous[at]
        }
        // One old unit can stand in one pair only; equal old indices would break the order.
        var kept: [Pair] = []
        for pair in chain.reversed() where kept.last.map({ $0.old < pair.old && $0.new < pair.new }) ?? true {
            kept.append(pair)
        }
        return kept
    }
}
