/// How common pairs of neighbouring words are in Chinese statutes at large: what stands everywhere links nothing.
///
/// A table of hashed token pairs with counts, made by `scripts/formulas` from a corpus of statutes of which it holds no
/// text. A pair is kept as 12 bits of its hash, its place in the table standing for the rest, so that about one strange
/// pair in five thousand is taken for a known one; its weight is then too small by some bits, and nothing worse.
struct FormulaTable: Sendable {
    /// Places in the table.
    static let size = 1 << 16
    /// What a place holds: 12 bits of hash above, half-bits of rarity below; 0 where it is free.
    private let slots: [UInt16]
    /// One bit for each place: whether it is taken. Unlike ``slots`` they fit into the nearest memory, and most places are free.
    private let taken: [UInt64]

    static let standard = FormulaTable(FormulaCounts.encoded)

    /// - Parameter encoded: six characters for each pair, from 0x30 on with six bits in each: 28 bits of ``hash``, then four
    ///   of rarity.
    init(_ encoded: StaticString) {
        var slots = [UInt16](repeating: 0, count: Self.size)
        encoded.withUTF8Buffer { bytes in
            var index = 0
            while index + 6 <= bytes.count {
                var value: UInt64 = 0
                for offset in 0..<6 { value = value << 6 | UInt64(bytes[index + offset] &- 0x30) }
                Self.insert(UInt32(truncatingIfNeeded: value >> 4), UInt16(value & 0xF), &slots)
                index += 6
            }
        }
        self.slots = slots
        taken = (0..<(Self.size / 64)).map { word in
            (0..<64).reduce(0) { $0 | (slots[word * 64 + $1] == 0 ? 0 : 1 << UInt64($1)) }
        }
    }

    /// 28 bits: 16 for the place, 12 for the fingerprint.
    @inline(__always) static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
        let key = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: (key ^ key >> 29) >> 20) & 0x0FFF_FFFF
    }

    private static func insert(_ hash: UInt32, _ rarity: UInt16, _ slots: inout [UInt16]) {
        var place = Int(hash & 0xFFFF)
        // Never full: the script writes at most half as many pairs as there are places.
        for _ in 0..<size {
            if slots[place] == 0 {
                slots[place] = fingerprint(hash) << 4 | rarity
                return
            }
            place = (place + 1) & (size - 1)
        }
    }

    /// Never 0, so that a taken place is not free.
    @inline(__always) fileprivate static func fingerprint(_ hash: UInt32) -> UInt16 {
        max(UInt16(truncatingIfNeeded: hash >> 16), 1)
    }

    /// The table as it is read from.
    struct View {
        fileprivate let slots: UnsafeBufferPointer<UInt16>
        fileprivate let taken: UnsafeBufferPointer<UInt64>

        /// What stands in the place of a hash. Free places are told by their bits; the first place, which is always at hand, is
        /// read in their stead.
        @inline(__always) func slot(_ hash: UInt32) -> UInt16 {
            let place = hash & 0xFFFF
            let bit = UInt32(truncatingIfNeeded: taken[Int(place >> 6)] >> UInt64(place & 63)) & 1
            let mask = 0 &- bit
            return slots[Int(place & mask)] & UInt16(truncatingIfNeeded: mask)
        }

        /// How rare the pair of tokens with a hash is, in bits times 1,024; `rare` where it is too rare to be in the table.
        ///
        /// - Parameter slot: what stands in its place, which takes long to fetch and should be asked for early.
        @inline(__always) func rarity(_ hash: UInt32, _ slot: UInt16, orElse rare: Int32) -> Int32 {
            let wanted = FormulaTable.fingerprint(hash)
            var place = Int(hash & 0xFFFF)
            var slot = slot
            // Nobody can foretell whether a pair is known; that another has its place is the exception.
            while slot != 0, slot >> 4 != wanted {
                place = (place &+ 1) & (FormulaTable.size &- 1)
                slot = slots[place]
            }
            let known = Int32(slot & 0xF) << 9
            return slot == 0 ? rare : known
        }
    }

    func withView<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            taken.withUnsafeBufferPointer { body(View(slots: slots, taken: $0)) }
        }
    }
}
