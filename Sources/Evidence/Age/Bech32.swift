/// Bech32 (BIP 173) without its limit on length, as age uses it for keys.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

    /// In lower case.
    static func text(_ prefix: String, _ bytes: [UInt8]) -> String {
        var groups: [UInt8] = []
        var (word, bits): (UInt32, Int) = (0, 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                groups.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)) & 31)
            }
        }
        if bits > 0 { groups.append(UInt8(truncatingIfNeeded: word << UInt32(5 - bits)) & 31) }
        let sum = checksum(expanded(prefix) + groups + [0, 0, 0, 0, 0, 0]) ^ 1
        groups += (0..<6).map { UInt8(truncatingIfNeeded: sum >> UInt32(5 * (5 - $0))) & 31 }
        return prefix + "1" + String(decoding: groups.map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// Nil for what is not written like this: mixed case, another character, a wrong sum, bits left over.
    static func bytes(_ text: String) -> (prefix: String, bytes: [UInt8])? {
        let raw = Array(text.utf8)
        guard raw.allSatisfy({ (33...126).contains($0) }) else { return nil }
        let hasUpper = raw.contains { (0x41...0x5a).contains($0) }
        guard !hasUpper || !raw.contains(where: { (0x61...0x7a).contains($0) }) else { return nil }
        let lower = raw.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        guard let one = lower.lastIndex(of: 0x31), one > 0, lower.count - one > 6 else { return nil }
        var groups: [UInt8] = []
        for character in lower[(one + 1)...] {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            groups.append(UInt8(value))
        }
        let prefix = String(decoding: lower[..<one], as: UTF8.self)
        guard checksum(expanded(prefix) + groups) == 1 else { return nil }
        var out: [UInt8] = []
        var (word, bits): (UInt32, Int) = (0, 0)
        for group in groups.dropLast(6) {
            word = word << 5 | UInt32(group)
            bits += 5
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        guard bits < 5, word & ((1 << UInt32(bits)) - 1) == 0 else { return nil }
        return (prefix, out)
    }

    private static func expanded(_ prefix: String) -> [UInt8] {
        prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    }

    private static func checksum(_ values: [UInt8]) -> UInt32 {
        let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
        var sum: UInt32 = 1
        for value in values {
            let top = sum >> 25
            sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
            for (index, word) in generator.enumerated() where top >> UInt32(index) & 1 == 1 { sum ^= word }
        }
        return sum
    }
}
