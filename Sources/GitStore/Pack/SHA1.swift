/// SHA-1 (RFC 3174) for the checksums at the ends of a pack and of its index, which guard against accidents only.
///
/// Never for names of objects: those come from libgit2, which knows the attacks on SHA-1 and refuses what they make.
struct SHA1 {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
    )
    /// What does not fill a block of 64 bytes yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    /// Adds bytes to what is hashed.
    mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Adds bytes to what is hashed.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var bytes = bytes[...]
        if !rest.isEmpty {
            let taken = bytes.prefix(64 - rest.count)
            rest += taken
            bytes = bytes.dropFirst(taken.count)
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBytes { compress($0[...]) }
            rest.removeAll(keepingCapacity: true)
        }
        compress(bytes)
        rest += bytes.suffix(bytes.count % 64)
    }

    /// The 20 bytes of the digest of everything fed so far.
    func digest() -> [UInt8] {
        var end = self
        let bits = length &* 8
        var tail = [UInt8](repeating: 0, count: (119 - rest.count) % 64 + 1)
        tail[0] = 0x80
        for shift in 0..<8 { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 - shift * 8))) }
        end.update(tail)
        let state = end.state
        return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - $0 * 8)) }
        }
    }

    /// Every whole block of 64 bytes; arithmetic is modulo 2^32 as the standard says.
    private mutating func compress(_ bytes: Slice<UnsafeRawBufferPointer>) {
        let blocks = bytes.count / 64
        guard blocks > 0, let start = UnsafeRawBufferPointer(rebasing: bytes).baseAddress else { return }
        var (h0, h1, h2, h3, h4) = state
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { buffer in
            guard let w = buffer.baseAddress else { return }
            for block in 0..<blocks {
                let block = start + block * 64
                for i in 0..<16 {
                    w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
                }
                for i in 16..<80 {
                    let x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
                    w[i] = x << 1 | x >> 31
                }
                var (a, b, c, d, e) = (h0, h1, h2, h3, h4)
                func turn(_ f: UInt32, _ word: UInt32) {
                    let next = (a << 5 | a >> 27) &+ f &+ e &+ word
                    (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
                }
                for i in 0..<20 { turn(d ^ (b & (c ^ d)), w[i] &+ 0x5a82_7999) }
                for i in 20..<40 { turn(b ^ c ^ d, w[i] &+ 0x6ed9_eba1) }
                for i in 40..<60 { turn((b & c) | (d & (b | c)), w[i] &+ 0x8f1b_bcdc) }
                for i in 60..<80 { turn(b ^ c ^ d, w[i] &+ 0xca62_c1d6) }
                (h0, h1, h2, h3, h4) = (h0 &+ a, h1 &+ b, h2 &+ c, h3 &+ d, h4 &+ e)
            }
        }
        state = (h0, h1, h2, h3, h4)
    }
}
