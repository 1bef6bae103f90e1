import Testing

@testable import Redline

/// The table of formulas keeps its taken places alone; what is in it is found all the same.
@Suite struct FormulaTableTests {
    /// What the table gives for a hash: half-bits, or ``FormulaTable/unknown``.
    private func rarity(_ hash: UInt32, in table: FormulaTable) -> UInt8 {
        table.withView { view in
            if view.isTaken(hash) == 0 { return FormulaTable.unknown }
            let (found, isOther) = view.first(hash)
            return isOther == 1 ? view.behind(hash) : found
        }
    }

    /// The pairs as they are written down.
    private var encoded: [(hash: UInt32, rarity: UInt8)] {
        FormulaCounts.encoded.withUTF8Buffer { bytes in
            stride(from: 0, to: bytes.count - 5, by: 6).map { index in
                let value = (0..<6).reduce(UInt64(0)) { $0 << 6 | UInt64(bytes[index + $1] &- 0x30) }
                return (UInt32(truncatingIfNeeded: value >> 4), UInt8(value & 0xF))
            }
        }
    }

    @Test func everyPairOfTheTableIsFoundInIt() {
        var rarest: [UInt32: UInt8] = [:]
        // Of pairs that share place and fingerprint the first one holds.
        for pair in encoded where rarest[pair.hash] == nil { rarest[pair.hash] = pair.rarity }
        #expect(rarest.count > 10_000)
        let strange = rarest.filter { rarity($0.key, in: .standard) != $0.value }
        // Two pairs in one run of places can have one fingerprint.
        #expect(strange.count < 10)
        #expect(strange.allSatisfy { rarity($0.key, in: .standard) != FormulaTable.unknown })
    }

    @Test func noPairIsAsRareAsWhatStandsForNone() {
        #expect(encoded.allSatisfy { $0.rarity < FormulaTable.unknown })
    }

    @Test func mostOtherPairsAreNotFound() {
        let known = Set(encoded.map(\.hash))
        let others = (0..<20_000).map { FormulaTable.hash(UInt32($0) &* 2_654_435_761, 0x4E00) }
            .filter { !known.contains($0) }
        let taken = others.filter { rarity($0, in: .standard) != FormulaTable.unknown }
        #expect(taken.count * 1_000 < others.count * 2)
    }
}
