/// Gives each identity a small number, in the order in which they come: open addressing, growing.
struct Interner {
    private unowned(unsafe) let arena: Arena
    /// Identity above, number plus one below; 0 where a slot is free.
    private var slots: Row<UInt64>
    let usual: UsualTokens
    private var taken = 0
    /// The first token of each number.
    private(set) var tokens: Stack<Token>
    var count: Int { tokens.count }

    /// - Parameters:
    ///   - capacity: a power of two.
    ///   - isLarge: whether so many tokens will come that a table of the usual ones pays.
    init(_ arena: Arena, capacity: Int = 1_024, isLarge: Bool = true) {
        self.arena = arena
        tokens = Stack(arena, capacity: capacity / 2)
        slots = arena.row(0, capacity)
        usual = UsualTokens(arena, isLarge: isLarge)
    }

    @inline(never) mutating func number(_ token: Token) -> Int32 {
        if let known = usual.number(of: token.id) { return known }
        let number = search(token)
        _ = usual.keep(token.id, number)
        return number
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
        tokens.append(token)
        slots[slot] = UInt64(id) << 32 | UInt64(count)
        taken &+= 1
        if taken &* 2 > slots.count { grow() }
        return Int32(truncatingIfNeeded: count &- 1)
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
