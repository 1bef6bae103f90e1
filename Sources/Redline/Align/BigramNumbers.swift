/// Gives each bigram a number from 1 on, and counts the provisions that hold it: open addressing, growing.
///
/// A key is the bigram itself while there are at most 65,536 words, else a hash of it. Two bigrams of one hash then count as
/// one, which can shift a vote by a little and nothing else.
struct BigramNumbers {
    /// What is kept of a bigram, in one word: the provision that it was met in last, above, and how many provisions hold it,
    /// of the new side and of the old one, each in 16 bits of which the uppermost stops the count.
    struct Entry: BitwiseCopyable {
        /// By how many bits a provision of the old and of the new side is shifted that is counted.
        static let old: UInt64 = 0
        static let new: UInt64 = 16

        private var bits: UInt64 = 0

        /// 0 before the first provision.
        var last: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
        var ofOld: Int32 { Int32(truncatingIfNeeded: bits & 0xFFFF) }
        var ofNew: Int32 { Int32(truncatingIfNeeded: bits >> 16 & 0xFFFF) }

        /// Notes that it was met.
        ///
        /// - Returns: 1 where that provision had not been met with it before, else 0.
        @inline(__always) mutating func meet(_ number: UInt32, _ step: UInt64) -> UInt64 {
            let isFirst: UInt64 = last == number ? 0 : 1
            let isCounted = isFirst & ~(bits &>> (step &+ 15))
            bits = UInt64(number) << 32 | ((bits & 0xFFFF_FFFF) &+ (isCounted &<< step))
            return isFirst
        }
    }

    private unowned(unsafe) let arena: Arena
    let isExact: Bool
    /// The number of the bigram whose place this is; 0 where a slot is free.
    private(set) var slots: Row<UInt32>
    /// One for each bigram; clear as far as ``reserve(_:)`` was asked.
    let entries: Row<Entry>
    /// The key of each bigram.
    let keys: Row<UInt32>
    private var cleared = 1
    /// The words of each bigram where keys are hashes, the first above.
    let pairs: Row<UInt64>
    /// The numbers given, and 0, which stands for no bigram.
    private(set) var count = 1

    /// - Parameters:
    ///   - capacity: how many bigrams there can be at most.
    ///   - vocabulary: words are less than this.
    init(_ arena: Arena, capacity: Int, vocabulary: Int) {
        self.arena = arena
        isExact = vocabulary <= 0x10000
        var places = 1_024
        // About one token in four makes a new bigram.
        while places < 2 * capacity, places < 1 << 16 { places *= 2 }
        slots = arena.row(0, places)
        entries = arena.uninitialized(capacity + 1)
        entries[0] = Entry()
        // One more, because a key is written before it is known to be new.
        keys = arena.uninitialized(capacity + 2)
        keys[0] = 0
        pairs = arena.uninitialized(isExact ? 0 : capacity + 1)
    }

    @inline(__always) func words(of id: Int) -> (Int32, Int32) {
        if isExact {
            let key = keys[id]
            return (Int32(truncatingIfNeeded: key >> 16), Int32(truncatingIfNeeded: key & 0xFFFF))
        }
        return (Int32(truncatingIfNeeded: pairs[id] >> 32), Int32(truncatingIfNeeded: pairs[id]))
    }

    /// Where a key is looked for first, before the size of the table is minded.
    @inline(__always) static func place(_ key: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 34)
    }

    /// The number of a bigram whose first place another has taken; a new one where it is nowhere.
    ///
    /// - Parameter next: the number of a new one.
    @inline(never) static func find(
        _ key: UInt32, in slots: Row<UInt32>, _ keys: Row<UInt32>, orElse next: Int
    ) -> Int {
        let mask = slots.count &- 1
        var at = place(key) & mask
        while slots[at] != 0 {
            if keys[Int(slots[at])] == key { return Int(slots[at]) }
            at = (at &+ 1) & mask
        }
        slots[at] = UInt32(truncatingIfNeeded: next)
        return next
    }

    /// Counts in the numbers that have been given.
    mutating func take(to count: Int) { self.count = count }

    /// Makes room for so many more, so that nobody need ask while giving them.
    mutating func reserve(_ more: Int) {
        while (count &+ more) &* 2 > slots.count { grow() }
        let end = count &+ more
        if end > cleared {
            for id in cleared..<end { entries[id] = Entry() }
            cleared = end
        }
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

    @inline(never) private mutating func grow() {
        slots = arena.row(0, 4 * slots.count)
        let mask = slots.count - 1
        for number in 1..<count {
            var at = Self.place(keys[number]) & mask
            while slots[at] != 0 { at = (at + 1) & mask }
            slots[at] = UInt32(truncatingIfNeeded: number)
        }
    }
}
