/// A block of addresses in CIDR notation (RFC 4632, 3.1): `10.0.0.0/8`, `fd00::/8`; without a length, one address.
package struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    package let base: IPAddress
    /// How many leading bits all addresses of the block share.
    package let length: Int

    /// Nil for what is no block, among it `10.0.0.1/8`, whose bits beyond the length are not zero: one of the two is a
    /// mistake, and guessing which would open more than was meant.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let base = IPAddress(String(first)) else { return nil }
        let bits = base.bytes.count * 8
        var length = bits
        if parts.count == 2 {
            let digits = parts[1].utf8
            guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
                let written = Int(parts[1]), written <= bits
            else { return nil }
            length = written
        }
        self.base = base
        self.length = length
        for bit in length..<bits where base.bytes[bit / 8] & (0x80 >> UInt8(bit % 8)) != 0 { return nil }
    }

    /// Never true between the two families: what an IPv6 address embeds is looked at by ``AddressPolicy``.
    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        let whole = length / 8
        guard address.bytes[..<whole] == base.bytes[..<whole] else { return false }
        let rest = length % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        return address.bytes[whole] & mask == base.bytes[whole] & mask
    }

    package var description: String { "\(base)/\(length)" }
}
