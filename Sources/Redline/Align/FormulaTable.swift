/// How common pairs of neighbouring words are in Chinese statutes at large: what stands everywhere links nothing.
///
/// A table of hashed token pairs with counts, made by `scripts/formulas` from a corpus of statutes of which it holds no
/// text. A pair is kept as 12 bits of its hash, its place in the table standing for the rest, so that about one strange
/// pair in five thousand is taken for a known one; its weight is then too small by some bits, and nothing worse.
struct FormulaTable: Sendable {
    /// Places in the table.
    static let size = 1 << 16
    /// What the taken places hold, in their order: 12 bits of hash above, half-bits of rarity below; one more at the end.
    ///
    /// Kept without the free places, of which there are three times as many: each comparison has to fetch it anew.
    private let slots: [UInt16]
    /// One bit for each place: whether it is taken.
    private let taken: [UInt64]
    /// For each 64 places how many before them are taken.
    private let before: [UInt16]

    /// What stands for no rarity: no pair in the table is so rare.
    static let unknown: UInt8 = 0xF

    /// Pairs that are asked for, from which on going over the whole table once is the shorter way.
    static let worthFetching = 512

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
                Self.insert(
                    UInt32(truncatingIfNeeded: value >> 4),
                    min(UInt16(value & 0xF), UInt16(Self.unknown) - 1), &slots)
                index += 6
            }
        }
        taken = (0..<(Self.size / 64)).map { word in
            (0..<64).reduce(0) { $0 | (slots[word * 64 + $1] == 0 ? 0 : 1 << UInt64($1)) }
        }
        var count: UInt16 = 0
        before = taken.map { word in
            defer { count += UInt16(word.nonzeroBitCount) }
            return count
        }
        self.slots = slots.filter { $0 != 0 } + [0]
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
        let bits = UInt16(truncatingIfNeeded: hash >> 16)
        return bits | (bits &- 1) >> 15
    }

    /// The table as it is read from.
    struct View {
        fileprivate let slots: UnsafeBufferPointer<UInt16>
        fileprivate let taken: UnsafeBufferPointer<UInt64>
        fileprivate let before: UnsafeBufferPointer<UInt16>

        /// Goes over the table once, in order: far memory is fetched ahead then, and place by place it is not.
        ///
        /// - Returns: nothing of meaning.
        func fetch() -> UInt16 {
            var all: UInt16 = 0
            // 32 of them to what is fetched at a time.
            var index = 0
            while index < slots.count {
                all |= slots[index]
                index &+= 32
            }
            return all
        }

        /// Where what a place holds stands, if it is taken: 1, else 0.
        @inline(__always) private func find(_ place: UInt32) -> (index: Int, isTaken: UInt32) {
            let word = taken[Int(place >> 6)]
            let bit = UInt64(place & 63)
            let below = (word & ((1 << bit) &- 1)).nonzeroBitCount
            return (
                Int(before[Int(place >> 6)]) &+ below, UInt32(truncatingIfNeeded: word >> bit) & 1
            )
        }

        /// 1 where some pair has the first place of the pair of tokens with a hash, else 0.
        @inline(__always) func isTaken(_ hash: UInt32) -> Int {
            let place = hash & 0xFFFF
            return Int(truncatingIfNeeded: taken[Int(place >> 6)] &>> UInt64(place & 63)) & 1
        }

        /// The half-bits of rarity of a pair whose first place is taken, or ``unknown``, as far as that place tells; 1 where
        /// another pair has it, else 0.
        @inline(__always) func first(_ hash: UInt32) -> (UInt8, isOther: Int) {
            let slot = slots[find(hash & 0xFFFF).index]
            // Without a branch, because nobody can foretell whether a pair is known.
            let difference = UInt32(slot >> 4 ^ FormulaTable.fingerprint(hash))
            let isWanted = (difference &- 1) >> 31
            let mask = UInt16(truncatingIfNeeded: isWanted) &- 1
            return (
                UInt8(truncatingIfNeeded: slot | mask) & FormulaTable.unknown, Int(1 &- isWanted)
            )
        }

        /// The same of a pair whose first place another has.
        func behind(_ hash: UInt32) -> UInt8 {
            let wanted = FormulaTable.fingerprint(hash)
            var place = hash & 0xFFFF
            while true {
                place = (place &+ 1) & UInt32(FormulaTable.size &- 1)
                let (index, bit) = find(place)
                if bit == 0 { return FormulaTable.unknown }
                let slot = slots[index]
                if slot >> 4 == wanted { return UInt8(truncatingIfNeeded: slot) & FormulaTable.unknown }
            }
        }
    }

    func withView<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            taken.withUnsafeBufferPointer { taken in
                before.withUnsafeBufferPointer { body(View(slots: slots, taken: taken, before: $0)) }
            }
        }
    }
}
