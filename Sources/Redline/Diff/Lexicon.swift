/// Words and phrases of the law that stay whole in a redline, some with a meaning that the classifier knows.
struct Lexicon: Sendable {
    /// What is known of a phrase.
    enum Meaning: Sendable, Hashable {
        case plain
        /// Somebody who has duties or rights.
        case actor
        case modal(Modality)
        /// A formula that stands in many laws and says nothing of whether two articles belong together.
        case formula
    }

    /// An occurrence: tokens and meaning.
    struct Hit: Sendable {
        var range: Range<Int>
        var meaning: Meaning
    }

    /// One phrase in the flat table.
    private struct Entry {
        var first: UInt32
        /// 0 where there is none: most searches end here.
        var second: UInt32
        var ids: Range<Int>
        var meaning: Meaning
    }

    /// All phrases by the slot of their first token, the longest first.
    private let entries: [Entry]
    /// The tokens of all phrases, one after the other.
    private let ids: [UInt32]
    /// For each slot, where its entries begin: most tokens begin no phrase and are told so without a search.
    private let slots: [Int32]
    /// Which pairs of tokens begin phrases, by hash, and then which stand in them: most searches end here.
    private let pairs: [UInt64]
    /// Words of bits for one bit for each pair.
    private static let bits = 0x400
    /// Whether single tokens are phrases.
    private let singles: Set<UInt32>

    @inline(__always) static func pair(_ first: UInt32, _ second: UInt32) -> Int {
        Int(truncatingIfNeeded: (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)) >> 7 & 0xFFFF
    }

    @inline(__always) private static func slot(_ id: UInt32) -> Int { Int((id ^ (id >> 12)) & 0xFFF) }

    init(_ phrases: [(text: String, meaning: Meaning)]) {
        var bySlot: [[(ids: [UInt32], meaning: Meaning)]] = Array(repeating: [], count: 0x1000)
        for phrase in phrases {
            let ids = Tokenizer.identities(of: phrase.text)
            guard let first = ids.first else { continue }
            // The first meaning given to a phrase holds.
            if bySlot[Self.slot(first)].contains(where: { $0.ids == ids }) { continue }
            bySlot[Self.slot(first)].append((ids, phrase.meaning))
        }
        var entries: [Entry] = []
        var flat: [UInt32] = []
        var slots: [Int32] = []
        for phrases in bySlot {
            slots.append(Int32(clamping: entries.count))
            for (ids, meaning) in phrases.sorted(by: { $0.ids.count > $1.ids.count }) {
                entries.append(
                    Entry(
                        first: ids[0], second: ids.count > 1 ? ids[1] : 0,
                        ids: flat.count..<(flat.count + ids.count), meaning: meaning))
                flat += ids
            }
        }
        slots.append(Int32(clamping: entries.count))
        var pairs = [UInt64](repeating: 0, count: 2 * Self.bits)
        for entry in entries where entry.second != 0 {
            let pair = Self.pair(entry.first, entry.second)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
            for index in entry.ids.dropFirst() {
                let pair = Self.pair(flat[index - 1], flat[index])
                pairs[Self.bits + (pair >> 6)] |= 1 << UInt64(pair & 63)
            }
        }
        self.pairs = pairs
        singles = Set(entries.filter { $0.second == 0 }.map(\.first))
        self.entries = entries
        self.ids = flat
        self.slots = slots
    }

    /// The phrases that stand in `tokens`, from the left, longest first, not overlapping.
    func hits(in tokens: [Token]) -> [Hit] {
        tokens.withUnsafeBufferPointer { buffer in
            var hits: [Hit] = []
            forEachHit(in: buffer) { range, meaning in hits.append(Hit(range: range, meaning: meaning)) }
            return hits
        }
    }

    /// The same, one by one.
    @inline(__always)
    func forEachHit(in tokens: some TokenList, _ body: (Range<Int>, Meaning) -> Void) {
        var index = 0
        while index < tokens.count {
            if let entry = match(tokens, at: index) {
                let end = index &+ entries[entry].ids.count
                body(index..<end, entries[entry].meaning)
                index = end
            } else {
                index &+= 1
            }
        }
    }

    /// Whether any phrase stands in `tokens`.
    func stands(in tokens: some TokenList) -> Bool {
        for index in 0..<tokens.count where match(tokens, at: index) != nil { return true }
        return false
    }

    /// Whether a token by itself is a phrase.
    func isSingle(_ id: UInt32) -> Bool { singles.contains(id) }

    /// A bit for each ``pair(_:_:)`` with which a phrase of several tokens may begin, and then one for each that may stand in
    /// a phrase at all.
    func pairs(_ arena: Arena) -> (first: Row<UInt64>, any: Row<UInt64>) {
        let all: Row<UInt64> = arena.uninitialized(2 * Self.bits)
        for index in all.indices { all[index] = pairs[index] }
        return (all[0..<Self.bits], all[Self.bits..<(2 * Self.bits)])
    }

    /// Where the longest phrase ends that begins at `index`; nil where none does.
    func end(of tokens: some TokenList, at index: Int) -> Int? {
        match(tokens, at: index).map { index &+ entries[$0].ids.count }
    }

    @inline(__always) private func match(_ tokens: some TokenList, at index: Int) -> Int? {
        let id = tokens.id(index)
        let slot = Self.slot(id)
        let (start, end) = (Int(slots[slot]), Int(slots[slot &+ 1]))
        if start == end { return nil }
        let next = index &+ 1 < tokens.count ? tokens.id(index &+ 1) : 0
        for entry in start..<end where entries[entry].first == id {
            if entries[entry].second != 0, entries[entry].second != next { continue }
            let phrase = entries[entry].ids
            if index &+ phrase.count > tokens.count { continue }
            var offset = min(2, phrase.count)
            while offset < phrase.count, tokens.id(index &+ offset) == ids[phrase.lowerBound &+ offset] {
                offset &+= 1
            }
            if offset == phrase.count { return entry }
        }
        return nil
    }
}
