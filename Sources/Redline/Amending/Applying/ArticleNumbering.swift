import Statute

/// Which number every article gets in the end, and in which order they stand.
struct ArticleNumbering {
    /// By the unit's identity.
    private(set) var numbers: [Int: String] = [:]
    /// Identities in the new order.
    private(set) var order: [Int] = []
    private(set) var faults: [ApplicationFault] = []

    private struct Item {
        var id: Int
        var old: [Int]?
        var pin: [Int]?

        /// What it is called before anything is shifted.
        var name: [Int]? { pin ?? old }
    }

    init(_ text: WorkingText, ordersNumbers: Bool) {
        let items = text.articleIndices.compactMap { text.unit(at: $0) }.map { unit in
            Item(id: unit.id, old: unit.old.flatMap(Self.parts), pin: unit.pin.flatMap(Self.parts))
        }
        let olds = items.compactMap(\.old)
        guard Set(olds).count == olds.count else {
            // The numbers of the old text begin anew somewhere: every article keeps its own.
            keep(items)
            if ordersNumbers {
                faults.append(
                    ApplicationFault(
                        .numberConflict,
                        "the articles of the old text are not numbered through: none was renumbered"))
            }
            return
        }
        let taken = Self.duplicates(items)
        if ordersNumbers || !taken.isEmpty || items.contains(where: { $0.name == nil }) {
            if !ordersNumbers {
                for number in taken {
                    faults.append(
                        ApplicationFault(
                            .numberTaken,
                            "article \(Self.name(number)) is given twice and the decision does not say what becomes of the old one: the following articles were numbered on"
                        ))
                }
            }
            shift(items)
        } else {
            keep(items)
        }
    }

    private static func parts(_ number: String) -> [Int]? {
        let parts = number.utf8.split(separator: UInt8(ascii: "-")).map {
            Int(String(decoding: $0, as: UTF8.self))
        }
        return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap(\.self)
    }

    private static func name(_ parts: [Int]) -> String { parts.map(String.init).joined(separator: "-") }

    private static func duplicates(_ items: [Item]) -> [[Int]] {
        var seen: Set<[Int]> = []
        var found: [[Int]] = []
        for item in items {
            if let name = item.name, !seen.insert(name).inserted { found.append(name) }
        }
        return found
    }

    /// Every article has the number that it had or was given; new ones stand where their numbers put them.
    private mutating func keep(_ items: [Item]) {
        let hasPins = items.contains { $0.pin != nil }
        let sorted =
            hasPins
            ? items.enumerated().sorted { a, b in
                let (x, y) = (a.element.name ?? [], b.element.name ?? [])
                return x == y ? a.offset < b.offset : x.lexicographicallyPrecedes(y)
            }.map(\.element) : items
        order = sorted.map(\.id)
        for item in items { numbers[item.id] = Self.name(item.name ?? []) }
    }

    /// Numbers given by the decision hold; the other articles fill the rest in order. 第N条之一 follows its article.
    private mutating func shift(_ items: [Item]) {
        struct Group {
            var pin: Int?
            var base: Int?
            var branches: [Item] = []
            var main: Item?
        }
        var groups: [Group] = []
        var byBase: [Int: Int] = [:]
        for item in items where item.name.map({ $0.count == 1 }) ?? true {
            groups.append(Group(pin: item.pin?.first, base: item.old?.first, main: item))
            if let base = item.old?.first { byBase[base] = groups.count - 1 }
        }
        for item in items {
            guard let name = item.name, name.count > 1 else { continue }
            let base = name[0]
            if let index = byBase[base] {
                groups[index].branches.append(item)
            } else if let index = groups.indices.last(where: { (groups[$0].base ?? 0) < base }) {
                // Its article is gone: it stays behind the one before.
                groups[index].branches.append(item)
            } else {
                groups.append(Group(pin: nil, base: base, branches: [item]))
                byBase[base] = groups.count - 1
            }
        }
        let first = items.compactMap { $0.old?.first }.min() ?? 1
        let sequence = NumberedOrder.order(pins: groups.map(\.pin), first: first)
        for (offset, index) in sequence.enumerated() {
            let group = groups[index]
            let number = first + offset
            if let main = group.main {
                numbers[main.id] = String(number)
                order.append(main.id)
                if let pin = group.pin, pin != number {
                    faults.append(
                        ApplicationFault(
                            .numberConflict, "article \(pin) of the decision comes out as article \(number)"))
                }
            }
            let branches = group.branches.sorted { ($0.name ?? []).lexicographicallyPrecedes($1.name ?? []) }
            for branch in branches {
                numbers[branch.id] = Self.name([number] + (branch.name ?? []).dropFirst())
                order.append(branch.id)
            }
        }
    }
}
