/// Gives each identity a small number, in the order in which they come: open addressing, growing.
struct Interner {
    private unowned(unsafe) let arena: Arena
    /// Identity above, number plus one below; 0 where a slot is free.
    private var slots: Row<UInt64>
    /// The number plus one of each of the usual ideographs: those need no search.
    private let ideographs: Row<UInt32>
    private var taken = 0
    /// The first token of each number.
    private(set) var tokens: Stack<Token>
    var count: Int { tokens.count }

    init(_ arena: Arena, capacity: Int = 1_024) {
        self.arena = arena
        tokens = Stack(arena, capacity: capacity / 2)
        slots = arena.row(0, capacity)
        ideographs = arena.row(0, 0x5200)
    }

    @inline(__always) mutating func number(_ token: Token) -> Int32 {
        let id = token.id
        if id &- 0x4E00 < 0x5200 {
            let found = ideographs[Int(id &- 0x4E00)]
            if found != 0 { return Int32(bitPattern: found &- 1) }
            tokens.append(token)
            ideographs[Int(id &- 0x4E00)] = UInt32(truncatingIfNeeded: tokens.count)
            return Int32(truncatingIfNeeded: tokens.count &- 1)
        }
        return search(token)
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
