/// Writes ZIP archives that no sound program writes.
struct RawZip {
    struct Entry {
        var name: [UInt8]
        var data: [UInt8]
        /// 0 stored, 8 deflated.
        var method: UInt16 = 0
        var declared: Int?
        var flags: UInt16 = 0
        var checksum: UInt32?
        /// Where the directory says that it is; where it is when nil.
        var offset: Int?

        init(_ name: String, _ data: [UInt8]) {
            self.name = Array(name.utf8)
            self.data = data
        }
    }

    var entries: [Entry]
    /// What the end record says; the truth when nil.
    var count: Int?

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = bytes.count
            let sizes =
                Self.word(entry.checksum ?? Self.crc32(entry.data)) + Self.word(entry.data.count)
                + Self.word(entry.declared ?? entry.data.count)
            let common =
                Self.half(entry.flags) + Self.half(entry.method) + [0, 0, 0x21, 0] + sizes
                + Self.half(entry.name.count)
            bytes += [0x50, 0x4B, 3, 4, 20, 0] + common + [0, 0] + entry.name + entry.data
            directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            directory += Self.word(entry.offset ?? offset) + entry.name
        }
        let start = bytes.count
        let total = count ?? entries.count
        bytes += directory
        bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.half(total) + Self.half(total)
        bytes += Self.word(directory.count) + Self.word(start) + [0, 0]
        return bytes
    }

    /// A deflate stream of zeros: one literal, then matches of 258 bytes at distance 1, in fixed codes.
    static func deflatedZeros(_ count: Int) -> [UInt8] {
        var bits: [Bool] = [true, true, false]
        bits += [false, false, true, true, false, false, false, false]
        // Length code 285 is 11000101, distance code 0 is 00000.
        let match = [true, true, false, false, false, true, false, true] + [Bool](repeating: false, count: 5)
        let phase = bits.count % 8
        for _ in 0..<8 { bits += match }
        // Eight matches are thirteen whole bytes, so that all that follow look the same.
        var stream = Array(pack(bits).dropLast())
        let cycle = cycle(match, phase: phase)
        for _ in 0..<(count / 258 / 8) { stream += cycle }
        return stream
    }

    /// Thirteen bytes of eight matches that begin `phase` bits into a byte, in a stream of nothing else.
    private static func cycle(_ match: [Bool], phase: Int) -> [UInt8] {
        var bits: [Bool] = []
        for _ in 0..<24 { bits += match }
        let start = 8 * match.count - phase
        return pack(Array(bits[start..<(start + 8 * match.count)]))
    }

    private static func pack(_ bits: [Bool]) -> [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].reversed().reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func half(_ value: some BinaryInteger) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func word(_ value: some BinaryInteger) -> [UInt8] {
        half(value) + half(value >> 16)
    }
}
