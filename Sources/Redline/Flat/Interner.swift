/// Gives each identity a small number, in the order in which they come: open addressing, growing.
struct Interner {
    private unowned(unsafe) let arena: Arena
    /// Identity above, number plus one below; 0 where a slot is free.
    private var slots: Row<UInt64>
    /// The number plus one of each of the usual ideographs and marks: those need no search.
    let usual: Row<UInt16>
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
        usual = arena.row(0, isLarge ? Int(Self.ascii) + 0x80 : 0)
    }

    /// The first of the usual ideographs, which come first in ``usual``, and how many they are.
    static let firstIdeograph: UInt32 = 0x4E00
    static let ideographs = 0x5200
    private static let signs: UInt32 = 0x5200
    private static let ascii: UInt32 = 0x5240

    /// The place of an identity in ``usual``; beyond its end where it has none.
    @inline(__always) static func place(_ id: UInt32) -> Int {
        if id &- firstIdeograph < signs { return Int(id &- firstIdeograph) }
        if id < 0x80 { return Int(ascii &+ id) }
        return id &- 0x3000 < 0x40 ? Int(signs &+ id &- 0x3000) : .max
    }

    @inline(never) mutating func number(_ token: Token) -> Int32 {
        let place = Self.place(token.id)
        guard place < usual.count else { return search(token) }
        let found = usual[place]
        if found != 0 { return Int32(found) &- 1 }
        if tokens.count >= Int(UInt16.max) { return search(token) }
        tokens.append(token)
        usual[place] = UInt16(truncatingIfNeeded: tokens.count)
        return Int32(truncatingIfNeeded: tokens.count &- 1)
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
