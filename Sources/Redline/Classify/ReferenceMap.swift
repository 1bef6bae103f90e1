import Statute

/// Where references point before and after, seen through the alignment.
struct ReferenceMap: Sendable {
    private struct Number: Hashable {
        var article: Int
        var branch: Int

        init(_ reference: Reference) {
            article = reference.article
            branch = reference.branch
        }

        /// `120` or `120-1`.
        init?(_ number: String) {
            let parts = number.utf8.split(separator: 0x2D, maxSplits: 1).map { Int(String($0) ?? "") }
            guard let first = parts.first, let first else { return nil }
            article = first
            branch = parts.count > 1 ? parts[1] ?? 0 : 0
        }
    }

    private let oldArticles: [Number: Int]
    private let newArticles: [Number: Int]
    /// For each old unit all its partners, chief and partial.
    private let partners: [[Int]]
    /// For each link, old lines to new lines.
    private var lines: [UnitPair: [PlacePair]] = [:]

    private struct UnitPair: Hashable {
        var old: Int
        var new: Int
    }

    private struct PlacePair: Sendable {
        var old: PassageLine
        var new: PassageLine
    }

    init(old: [Unit], new: [Unit], partners: [[Int]]) {
        oldArticles = Self.numbers(old)
        newArticles = Self.numbers(new)
        self.partners = partners
    }

    /// Learns which line of the old unit became which of the new one.
    mutating func learn(_ old: Int, _ new: Int, _ diff: PairDiff, _ parts: [PartLink]) {
        let (before, after) = (diff.old.passage.lines, diff.new.passage.lines)
        lines[UnitPair(old: old, new: new)] = parts.compactMap { part in
            guard before.indices.contains(part.oldLine), after.indices.contains(part.newLine) else {
                return nil
            }
            return PlacePair(old: before[part.oldLine], new: after[part.newLine])
        }
    }

    /// Whether `after`, standing in new unit `new`, points where the target of `before`, standing in old unit `old`,
    /// has gone.
    func follows(_ before: Reference, in old: Int, _ after: Reference, in new: Int) -> Bool {
        guard let source = before.article == 0 ? old : oldArticles[Number(before)] else {
            // A target that neither text has: followed when it is the same.
            return before == after && newArticles[Number(after)] == nil
        }
        guard let target = after.article == 0 ? new : newArticles[Number(after)],
            partners[source].contains(target)
        else { return false }
        let pairs = lines[UnitPair(old: source, new: target)]
        if before.paragraph == after.paragraph, before.item == after.item, before.subitem == after.subitem {
            return !Self.isElsewhere(before, pairs ?? [])
        }
        guard before.subitem == after.subitem, let pairs else { return false }
        guard (before.paragraph == 0) == (after.paragraph == 0), (before.item == 0) == (after.item == 0)
        else {
            return false
        }
        return pairs.contains { $0.old.isNamed(by: before) && $0.new.isNamed(by: after) }
    }

    /// Whether what a reference names within its article has another number there now.
    private static func isElsewhere(_ reference: Reference, _ pairs: [PlacePair]) -> Bool {
        guard reference.paragraph > 0 || reference.item > 0 else { return false }
        var moved = false
        for pair in pairs where pair.old.isNamed(by: reference) {
            if pair.new.isNamed(by: reference) { return false }
            moved = true
        }
        return moved
    }

    /// Whether an unaltered reference has lost its target: the words that it named stand elsewhere now.
    func isStale(_ reference: Reference) -> Bool {
        guard reference.article > 0, let source = oldArticles[Number(reference)], !partners[source].isEmpty
        else {
            return false
        }
        guard let target = newArticles[Number(reference)] else { return true }
        return !partners[source].contains(target)
            || Self.isElsewhere(reference, lines[UnitPair(old: source, new: target)] ?? [])
    }

    private static func numbers(_ units: [Unit]) -> [Number: Int] {
        var numbers: [Number: Int] = [:]
        for (index, unit) in units.enumerated() where unit.family == .article {
            guard let number = Number(unit.text.number), numbers[number] == nil else { continue }
            numbers[number] = index
        }
        return numbers
    }
}

extension PassageLine {
    /// Whether a reference to the paragraph and item means this line.
    fileprivate func isNamed(by reference: Reference) -> Bool {
        (reference.paragraph == 0 || paragraph == reference.paragraph) && item == reference.item
    }
}
