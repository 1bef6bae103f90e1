/// Scalars out of UTF-8.
enum UTF8Reader {
    /// What a byte gives that can only go on with a scalar and has none before it.
    static let none = UInt32.max

    /// Whether four scalars of three bytes each stand at `at`; there are twelve bytes.
    @inline(__always) static func areFour(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let (lead, leads) = (0x0000_C0C0_F0C0_C0F0 as UInt64, 0x0000_8080_E080_80E0 as UInt64)
        return word(bytes, at) & lead == leads && word(bytes, at &+ 4) >> 16 & lead == leads
    }

    /// The first two and the last two of them, 24 bits apart.
    @inline(__always) static func four(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt64, UInt64) {
        (two(word(bytes, at)), two(word(bytes, at &+ 4) >> 16))
    }

    @inline(__always) private static func two(_ word: UInt64) -> UInt64 {
        (word & 0x0000_0F00_000F) << 12 | (word >> 2 & 0x000F_C000_0FC0) | (word >> 16 & 0x0000_3F00_003F)
    }

    @inline(__always) private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }

    /// The scalar at `at`, which moves behind it; bytes that are none give U+FFFD.
    ///
    /// Never more scalars than there are bytes that may begin one, which is what room is made for.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int) -> UInt32 {
        let first = UInt32(bytes[at])
        if first & 0xF0 == 0xE0, at &+ 2 < end {
            let value =
                (first & 0x0F) << 12 | (UInt32(bytes[at &+ 1]) & 0x3F) << 6 | UInt32(bytes[at &+ 2]) & 0x3F
            at &+= 3
            return value
        }
        if first < 0x80 {
            at &+= 1
            return first
        }
        if first & 0xE0 == 0xC0, at &+ 1 < end {
            let value = (first & 0x1F) << 6 | UInt32(bytes[at &+ 1]) & 0x3F
            at &+= 2
            return value
        }
        if first & 0xF8 == 0xF0, at &+ 3 < end {
            let high = (first & 0x07) << 18 | (UInt32(bytes[at &+ 1]) & 0x3F) << 12
            let low = (UInt32(bytes[at &+ 2]) & 0x3F) << 6 | UInt32(bytes[at &+ 3]) & 0x3F
            at &+= 4
            return high | low
        }
        at &+= 1
        return first & 0xC0 == 0x80 ? none : 0xFFFD
    }
}
