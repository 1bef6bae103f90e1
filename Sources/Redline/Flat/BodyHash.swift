/// A 64-bit hash of bytes, of the multiply-and-fold kind (Wang Yi's wyhash): equal bytes, equal hash.
///
/// It is made for speed and can be fooled on purpose, so whoever links by it compares the bytes, too.
enum BodyHash {
    private static let a: UInt64 = 0xA076_1D64_78BD_642F
    private static let b: UInt64 = 0xE703_7ED1_A0B4_28DB
    private static let c: UInt64 = 0x8EBC_6AF0_9C88_C6E3

    @inline(__always) private static func fold(_ x: UInt64, _ y: UInt64) -> UInt64 {
        let product = x.multipliedFullWidth(by: y)
        return product.high ^ product.low
    }

    @inline(__always) private static func word(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
        UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
    }

    /// The hash of the bytes of plain numbers.
    static func hash(_ row: Row<Int32>, seed: UInt64) -> UInt64 {
        row.start.withMemoryRebound(to: UInt8.self, capacity: 4 &* row.count) {
            hash($0, 4 &* row.count, seed: seed)
        }
    }

    static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int, seed: UInt64) -> UInt64 {
        var state = seed ^ a
        var index = 0
        if count >= 64 {
            // Four chains, so that the multiplications overlap.
            var (second, third, fourth) = (seed ^ b, seed ^ c, ~seed)
            while index &+ 64 <= count {
                state = fold(word(bytes, index) ^ a, word(bytes, index &+ 8) ^ state)
                second = fold(word(bytes, index &+ 16) ^ b, word(bytes, index &+ 24) ^ second)
                third = fold(word(bytes, index &+ 32) ^ c, word(bytes, index &+ 40) ^ third)
                fourth = fold(word(bytes, index &+ 48) ^ a, word(bytes, index &+ 56) ^ fourth)
                index &+= 64
            }
            state = fold(state ^ second, third ^ fourth ^ b)
        }
        while index &+ 16 <= count {
            state = fold(word(bytes, index) ^ c, word(bytes, index &+ 8) ^ state)
            index &+= 16
        }
        var (first, last): (UInt64, UInt64) = (0, 0)
        if count >= 16 {
            // Some bytes twice rather than one by one.
            (first, last) = (word(bytes, count &- 16), word(bytes, count &- 8))
        } else if count >= 8 {
            (first, last) = (word(bytes, 0), word(bytes, count &- 8))
        } else {
            while index < count {
                last = last << 8 | UInt64(bytes[index])
                index &+= 1
            }
        }
        return fold(first ^ b, fold(last ^ c, state ^ UInt64(truncatingIfNeeded: count)) ^ a)
    }
}
