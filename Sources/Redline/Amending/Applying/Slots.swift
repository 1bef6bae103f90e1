/// A numbered row of things that is being amended: the old ones keep the numbers by which the decision knows them,
/// and a pin says which number one is to have in the end.
struct Slots<Element> {
    struct Slot {
        var element: Element
        /// Its number in the old text; nil for a new one.
        var old: Int?
        /// Its number in the new text, where the decision says it.
        var pin: Int?
    }

    private(set) var slots: [Slot]
    /// Whether anything came, went or was given a number.
    private(set) var isRearranged = false

    init(_ elements: [(Element, old: Int?)]) {
        slots = elements.map { Slot(element: $0.0, old: $0.old) }
    }

    /// The place of a number: an old one first, then a new one that has got it; negative numbers count from the end.
    func index(of number: Int) -> Int? {
        if number < 0 {
            let index = slots.count + number
            return slots.indices.contains(index) ? index : nil
        }
        return slots.firstIndex { $0.old == number } ?? slots.firstIndex { $0.old == nil && $0.pin == number }
    }

    subscript(index: Int) -> Element {
        get { slots[index].element }
        set { slots[index].element = newValue }
    }

    mutating func pin(_ index: Int, to number: Int) {
        slots[index].pin = number
        isRearranged = true
    }

    mutating func remove(at index: Int) {
        slots.remove(at: index)
        isRearranged = true
    }

    /// New things before the place `index`, with the numbers that they are to have.
    mutating func insert(_ elements: [Element], at index: Int, pins: [Int?]) {
        let new = elements.enumerated().map { offset, element in
            Slot(element: element, old: nil, pin: pins.indices.contains(offset) ? pins[offset] : nil)
        }
        slots.insert(contentsOf: new, at: min(max(index, 0), slots.count))
        isRearranged = true
    }

    /// Puts `elements` in the place of those at `range`; the first ones keep the old numbers.
    mutating func replace(_ range: Range<Int>, with elements: [Element]) {
        let olds = slots[range]
        let new = elements.enumerated().map { offset, element in
            let before = offset < olds.count ? olds[olds.startIndex + offset] : nil
            return Slot(element: element, old: before?.old, pin: before?.pin)
        }
        slots.replaceSubrange(range, with: new)
        if elements.count != range.count { isRearranged = true }
    }

    /// The things in their new order: pinned ones at their numbers, the others in order around them.
    var resolved: [Element] {
        NumberedOrder.order(pins: slots.map(\.pin), first: 1).map { slots[$0].element }
    }
}

/// The order of things of which some have a number that they must get.
enum NumberedOrder {
    /// - Parameters:
    ///   - pins: for each thing in its old order, the number that it must get, or nil.
    ///   - first: the number of the first place.
    /// - Returns: indices in the new order; the thing at place k gets the number `first` + k where pins allow it.
    static func order(pins: [Int?], first: Int) -> [Int] {
        let pinned = pins.indices.filter { pins[$0] != nil }.sorted { a, b in
            let (x, y) = (pins[a] ?? 0, pins[b] ?? 0)
            return x == y ? a < b : x < y
        }
        var free = pins.indices.filter { pins[$0] == nil }[...]
        var rest = pinned[...]
        var order: [Int] = []
        while !rest.isEmpty || !free.isEmpty {
            if let next = rest.first, free.isEmpty || (pins[next] ?? 0) <= first + order.count {
                order.append(next)
                rest.removeFirst()
            } else if let next = free.popFirst() {
                order.append(next)
            }
        }
        return order
    }
}
