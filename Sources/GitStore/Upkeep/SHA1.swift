/// SHA-1 as in FIPS 180-4, for the checksums at the end of git's own files; libgit2 does not lend its own.
struct SHA1 {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
    )

    static func digest(of bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { digest(of: $0) }
    }

    static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var hash = SHA1()
        let whole = bytes.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) {
            hash.take(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]))
        }
        var tail = Array(bytes[whole...]) + [0x80]
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        tail.withUnsafeBytes { last in
            for start in stride(from: 0, to: last.count, by: 64) {
                hash.take(UnsafeRawBufferPointer(rebasing: last[start..<start + 64]))
            }
        }
        let (a, b, c, d, e) = hash.state
        return [a, b, c, d, e].flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// - Parameter block: 64 bytes.
    private mutating func take(_ block: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
            for place in 0..<16 {
                words[place] = UInt32(
                    bigEndian: block.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self))
            }
            for place in 16..<80 {
                let mixed = words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16]
                words[place] = mixed << 1 | mixed >> 31
            }
            var (a, b, c, d, e) = state
            for place in 0..<80 {
                let mixed: UInt32
                switch place {
                case 0..<20: mixed = (b & c | ~b & d) &+ 0x5a82_7999
                case 20..<40: mixed = (b ^ c ^ d) &+ 0x6ed9_eba1
                case 40..<60: mixed = (b & c | b & d | c & d) &+ 0x8f1b_bcdc
                default: mixed = (b ^ c ^ d) &+ 0xca62_c1d6
                }
                let next = (a << 5 | a >> 27) &+ mixed &+ e &+ words[place]
                (a, b, c, d, e) = (next, a, b << 30 | b >> 2, c, d)
            }
            state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
        }
    }
}
