/// A few signs in two words of bits: never says no to one of them, and seldom yes to another.
///
/// The grammar asks of every sign of a sentence whether a word begins there, and nearly always none does.
struct SignMask: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ signs: some Sequence<Unicode.Scalar>) {
        for sign in signs {
            low |= Self.lowBit(sign)
            high |= Self.highBit(sign)
        }
    }

    func union(_ other: SignMask) -> SignMask {
        var union = self
        union.low |= other.low
        union.high |= other.high
        return union
    }

    func mayContain(_ sign: Unicode.Scalar) -> Bool {
        low & Self.lowBit(sign) != 0 && high & Self.highBit(sign) != 0
    }

    private static func lowBit(_ sign: Unicode.Scalar) -> UInt64 { 1 << UInt64(sign.value & 63) }
    private static func highBit(_ sign: Unicode.Scalar) -> UInt64 { 1 << UInt64((sign.value >> 6) & 63) }
}
