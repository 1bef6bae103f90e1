/// Gives each bigram a number from 1 on, and counts the provisions that hold it: open addressing, growing.
///
/// A slot holds 32 bits of the key: the bigram itself while there are at most 65,536 words, else a hash of it. Two bigrams
/// of one hash then count as one, which can shift a vote by a little and nothing else.
struct BigramNumbers {
    /// What is kept of a bigram: the provision that it was met in last, how many of the old and of the new side hold it, and
    /// whether it is one of a word and a mark. Four in a row.
    static let width = 4
    static let ofOld = 1
    static let ofNew = 2
    static let isBesideMark = 3

    private unowned(unsafe) let arena: Arena
    let isExact: Bool
    /// Key above, number below; 0 where a slot is free.
    private(set) var slots: Row<UInt64>
    /// ``width`` for each bigram.
    let entries: Row<Int32>
    private let firsts: Row<Int32>
    private let seconds: Row<Int32>
    /// The numbers given, and 0, which stands for no bigram.
    private(set) var count = 1

    /// - Parameters:
    ///   - capacity: how many bigrams there can be at most.
    ///   - vocabulary: words are less than this.
    init(_ arena: Arena, capacity: Int, vocabulary: Int) {
        self.arena = arena
        isExact = vocabulary <= 0x10000
        var places = 1_024
        while places * 2 < capacity, places < 1 << 16 { places *= 2 }
        slots = arena.row(0, places)
        entries = arena.uninitialized((capacity + 1) * Self.width)
        firsts = arena.uninitialized(capacity + 1)
        seconds = arena.uninitialized(capacity + 1)
        for field in 0..<Self.width { entries[field] = 0 }
    }

    @inline(__always) func words(of id: Int) -> (Int32, Int32) { (firsts[id], seconds[id]) }

    /// Where a key is looked for first, before the size of the table is minded.
    @inline(__always) static func place(_ key: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 34)
    }

    /// The number of a bigram that is not in the first place of its key; a new one where it is nowhere.
    @inline(never)
    mutating func find(_ key: UInt32, _ first: Int32, _ second: Int32, isBesideMark: Bool) -> Int32 {
        let mask = slots.count &- 1
        var at = Self.place(key) & mask
        while slots[at] != 0 {
            if UInt32(truncatingIfNeeded: slots[at] >> 32) == key {
                return Int32(truncatingIfNeeded: slots[at] & 0xFFFF_FFFF)
            }
            at = (at &+ 1) & mask
        }
        let number = count
        slots[at] = UInt64(key) << 32 | UInt64(number)
        firsts[number] = first
        seconds[number] = second
        let entry = number &* Self.width
        entries[entry] = -1
        entries[entry &+ Self.ofOld] = 0
        entries[entry &+ Self.ofNew] = 0
        entries[entry &+ Self.isBesideMark] = isBesideMark ? 1 : 0
        count &+= 1
        if count &* 2 > slots.count { grow() }
        return Int32(truncatingIfNeeded: number)
    }

    /// - Parameter isExact: as the table has it, given from outside so that it need not be read again for each key.
    @inline(__always) static func key(_ first: Int32, _ second: Int32, isExact: Bool) -> UInt32 {
        isExact ? UInt32(bitPattern: first) << 16 | UInt32(bitPattern: second) : mixed(first, second)
    }

    @inline(__always) private static func mixed(_ first: Int32, _ second: Int32) -> UInt32 {
        let (a, b) = (UInt32(bitPattern: first), UInt32(bitPattern: second))
        let key = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: key >> 32)
    }

    private mutating func grow() {
        let old = slots
        slots = arena.row(0, 4 * old.count)
        let mask = slots.count - 1
        for index in old.indices where old[index] != 0 {
            var at = Self.place(UInt32(truncatingIfNeeded: old[index] >> 32)) & mask
            while slots[at] != 0 { at = (at + 1) & mask }
            slots[at] = old[index]
        }
    }
}
