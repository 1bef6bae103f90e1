/// Gives each identity a small number, in the order in which they come: open addressing, growing.
struct Interner {
    private unowned(unsafe) let arena: Arena
    /// Identity above, number plus one below; 0 where a slot is free. Those that ``usual`` keeps are not among them.
    private var slots: Row<UInt64>
    let usual: UsualTokens
    private var taken = 0
    /// The identity of each number.
    private(set) var ids: Stack<UInt32>
    /// What kind of token it is.
    private(set) var kinds: Stack<TokenKind>
    var count: Int { ids.count }

    /// - Parameters:
    ///   - capacity: a power of two.
    ///   - isLarge: whether so many tokens will come that a table of the usual ones pays.
    ///   - steps: for what nobody looks at once all is read; like the other where there is none.
    init(_ arena: Arena, capacity: Int = 1_024, isLarge: Bool = true, steps: Arena? = nil) {
        let steps = steps ?? arena
        self.arena = steps
        ids = Stack(arena, capacity: capacity)
        kinds = Stack(arena, capacity: capacity)
        slots = steps.row(0, capacity)
        usual = UsualTokens(steps, isLarge: isLarge)
    }

    @inline(never) mutating func number(_ token: Token) -> Int32 {
        if let known = usual.number(of: token.id) { return known }
        if !usual.keep(token.id, count) { return search(token) }
        return add(token)
    }

    private mutating func add(_ token: Token) -> Int32 {
        ids.append(token.id)
        kinds.append(token.kind)
        return Int32(truncatingIfNeeded: count &- 1)
    }

    /// Reads signs and marks, as long as they are nothing else: see ``UsualTokens``.
    mutating func read(
        _ raw: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ places: Row<Int32>, _ words: Row<Int32>,
        _ next: Int, _ sentences: inout SentenceRows
    ) -> Int {
        let room = min(range.count, UsualTokens.most &- count)
        if room <= 0 { return 0 }
        ids.reserve(room)
        kinds.reserve(room)
        var given = count
        let read = usual.read(
            raw, range.lowerBound..<(range.lowerBound &+ room), places, words, next, ids.row, kinds.row,
            &given, &sentences)
        ids.take(to: given)
        kinds.take(to: given)
        return read
    }

    private mutating func search(_ token: Token) -> Int32 {
        let id = token.id
        let mask = slots.count &- 1
        var slot = Self.hash(id) & mask
        while slots[slot] != 0 {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == id {
                return Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &- 1
            }
            slot = (slot &+ 1) & mask
        }
        let number = add(token)
        slots[slot] = UInt64(id) << 32 | UInt64(count)
        taken &+= 1
        if taken &* 2 > slots.count { grow() }
        return number
    }

    @inline(__always) private static func hash(_ id: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(id) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    private mutating func grow() {
        let old = slots
        slots = arena.row(0, old.count * 2)
        let mask = slots.count - 1
        for index in old.indices where old[index] != 0 {
            var slot = Self.hash(UInt32(truncatingIfNeeded: old[index] >> 32)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = old[index]
        }
    }
}
