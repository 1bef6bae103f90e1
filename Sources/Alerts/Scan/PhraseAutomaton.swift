/// Finds many literal phrases in one pass (Aho and Corasick, 1975) over Unicode scalars.
///
/// Built once and then only read. Matching costs one step per scalar of the text, plus one per hit, however many
/// phrases there are. All tables are flat: states and classes of scalars are numbers.
struct PhraseAutomaton: Sendable {
    /// Where a phrase stands, with its number in the list that the automaton was built from.
    struct Hit: Sendable, Hashable {
        var phrase: Int
        var range: Range<Int>
    }

    private let lengths: [Int]
    private let classes: ScalarClasses
    private var edges: EdgeTable
    /// Where a state goes when no edge fits: the longest proper suffix that is in the trie.
    private var fallback: [Int32]
    /// The first state of each class, so that the root needs no look-up.
    private var roots: [Int32]
    /// Phrases that end in a state, those of its fallbacks included: `ending[firstEnding[s]..<firstEnding[s + 1]]`.
    private let firstEnding: [Int32]
    private let ending: [Int32]

    /// Empty phrases are never found.
    init(_ phrases: [[Unicode.Scalar]]) {
        lengths = phrases.map(\.count)
        classes = ScalarClasses(phrases)
        edges = EdgeTable(capacity: phrases.reduce(0) { $0 + $1.count })
        roots = [Int32](repeating: 0, count: classes.count + 1)
        var own: [[Int32]] = [[]]
        for (number, phrase) in phrases.enumerated() where !phrase.isEmpty {
            var state: Int32 = 0
            for scalar in phrase {
                let symbol = classes[scalar]
                if let next = edges[state, symbol] {
                    state = next
                } else {
                    edges.insert(state, symbol, Int32(own.count))
                    if state == 0 { roots[Int(symbol)] = Int32(own.count) }
                    state = Int32(own.count)
                    own.append([])
                }
            }
            own[Int(state)].append(Int32(number))
        }
        fallback = [Int32](repeating: 0, count: own.count)
        for (state, symbol, next) in edges.breadthFirst() {
            let suffix =
                state == 0 ? 0 : Self.step(from: fallback[Int(state)], symbol, edges, fallback, roots)
            fallback[Int(next)] = suffix
            own[Int(next)] += own[Int(suffix)]
        }
        var first: [Int32] = [0]
        for phrases in own { first.append(first[first.count - 1] + Int32(phrases.count)) }
        firstEnding = first
        ending = own.flatMap { $0 }
    }

    /// Every occurrence of every phrase, overlapping ones too, ordered by where they end.
    func hits(in text: [Unicode.Scalar]) -> [Hit] {
        var found: [Hit] = []
        forEachHit(in: text) { phrase, range in found.append(Hit(phrase: phrase, range: range)) }
        return found
    }

    /// The same without a list of them.
    @inline(__always)
    func forEachHit(in text: [Unicode.Scalar], _ body: (_ phrase: Int, _ range: Range<Int>) -> Void) {
        var state: Int32 = 0
        for index in text.indices {
            let symbol = classes[text[index]]
            if symbol == 0 {
                state = 0
                continue
            }
            state = Self.step(from: state, symbol, edges, fallback, roots)
            if state == 0 { continue }
            var next = firstEnding[Int(state)]
            let end = firstEnding[Int(state) + 1]
            while next < end {
                let phrase = Int(ending[Int(next)])
                body(phrase, (index + 1 - lengths[phrase])..<(index + 1))
                next += 1
            }
        }
    }

    private static func step(
        from start: Int32, _ symbol: UInt32, _ edges: EdgeTable, _ fallback: [Int32], _ roots: [Int32]
    ) -> Int32 {
        var state = start
        while state != 0 {
            if let next = edges[state, symbol] { return next }
            state = fallback[Int(state)]
        }
        return roots[Int(symbol)]
    }
}

/// Numbers the scalars that stand in any phrase from 1; every other scalar is 0.
private struct ScalarClasses: Sendable {
    private var plane = [UInt16](repeating: 0, count: 0x10000)
    private var beyond: [UInt32: UInt16] = [:]
    private(set) var count = 0

    init(_ phrases: [[Unicode.Scalar]]) {
        for scalar in phrases.joined() where self[scalar] == 0 && count < Int(UInt16.max) {
            count += 1
            if scalar.value < 0x10000 {
                plane[Int(scalar.value)] = UInt16(count)
            } else {
                beyond[scalar.value] = UInt16(count)
            }
        }
    }

    subscript(scalar: Unicode.Scalar) -> UInt32 {
        scalar.value < 0x10000 ? UInt32(plane[Int(scalar.value)]) : UInt32(beyond[scalar.value] ?? 0)
    }
}

/// The edges of the trie: open addressing, at most half full.
private struct EdgeTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private let mask: Int
    private var order: [(Int32, UInt32, Int32)] = []

    init(capacity: Int) {
        var size = 16
        while size < 2 * (capacity + 1) { size *= 2 }
        keys = [UInt64](repeating: .max, count: size)
        values = [Int32](repeating: 0, count: size)
        mask = size - 1
    }

    subscript(state: Int32, symbol: UInt32) -> Int32? {
        let key = Self.key(state, symbol)
        var slot = Self.slot(key) & mask
        while keys[slot] != .max {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func insert(_ state: Int32, _ symbol: UInt32, _ next: Int32) {
        let key = Self.key(state, symbol)
        var slot = Self.slot(key) & mask
        while keys[slot] != .max { slot = (slot + 1) & mask }
        keys[slot] = key
        values[slot] = next
        order.append((state, symbol, next))
    }

    /// All edges, those nearer the root first.
    func breadthFirst() -> [(Int32, UInt32, Int32)] {
        var depth = [0]
        var levels: [[(Int32, UInt32, Int32)]] = []
        // A state is numbered when its edge is made, so its parent's depth is known by then.
        for edge in order {
            let level = depth[Int(edge.0)]
            depth.append(level + 1)
            if levels.count == level { levels.append([]) }
            levels[level].append(edge)
        }
        return levels.flatMap { $0 }
    }

    private static func key(_ state: Int32, _ symbol: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(symbol)
    }

    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
    }
}
