import Testing

@testable import Redline

/// The bit-parallel comparison pairs what the table of all prefixes pairs.
@Suite struct SubsequenceOracleTests {
    @Test func randomRowsArePairedAsTheTablePairsThem() {
        for seed in Fuzz.seeds(250) {
            var random = Seeded(seed)
            let letters = Int32([2, 3, 8, 40, 400][Int(seed % 5)])
            let most = [5, 40, 70, 130, 200][Int(seed / 5 % 5)]
            let old = row(Int.random(in: 0...most, using: &random), letters, &random)
            let new =
                seed % 3 == 0
                ? row(Int.random(in: 0...most, using: &random), letters, &random)
                : edited(old, letters, &random)
            let partners = FlatBench.partners(old, new)
            #expect(partners == PlainSubsequence.partners(old, new), "seed \(seed)")
            #expect(partners.count { $0 >= 0 } == PlainSubsequence.length(old, new), "seed \(seed)")
        }
    }

    /// 64 and 128 tokens fill the words of the row to the last bit.
    @Test func rowsThatFillTheirWordsArePairedToTheEnd() {
        for count in [1, 63, 64, 65, 127, 128, 129, 192, 193] {
            var random = Seeded(UInt64(count))
            for letters in [2, 7, 500] as [Int32] {
                let (old, new) = (row(count, letters, &random), row(count, letters, &random))
                #expect(
                    FlatBench.partners(old, new) == PlainSubsequence.partners(old, new), "\(count) \(letters)"
                )
            }
        }
    }

    /// Beyond the limit partners are fewer than they might be, but equal and in order, and common ends are all there.
    @Test func rowsBeyondTheLimitAreCutAndStillInOrder() {
        var random = Seeded(3)
        let old = row(9_000, 5_000, &random)
        let new = edited([1] + old, 5_000, &random)
        check(old, new, FlatBench.partners(old, new), atLeast: 8_000)
        let few = row(9_000, 2, &random)
        check(few, [0, 1] + few.reversed(), FlatBench.partners(few, [0, 1] + few.reversed()), atLeast: 0)
    }

    /// A long row against a short one takes memory for what they have in common, not for every letter.
    @Test func aLongRowOfManyLettersAgainstAShortOneIsPaired() {
        let old = (0..<600_000).map { Int32($0) }
        let new = [7, 60_000, 4, 599_998, 1_000_000] as [Int32]
        let partners = FlatBench.partners(old, new)
        #expect(partners.count { $0 >= 0 } == 3)
        check(old, new, partners, atLeast: 3)
    }

    private func check(_ old: [Int32], _ new: [Int32], _ partners: [Int], atLeast least: Int) {
        var last = -1
        var count = 0
        for (index, partner) in partners.enumerated() where partner >= 0 {
            #expect(partner > last && old[index] == new[partner])
            last = partner
            count += 1
        }
        #expect(count >= least)
    }

    private func row(_ count: Int, _ letters: Int32, _ random: inout Seeded) -> [Int32] {
        (0..<count).map { _ in Int32.random(in: 0..<letters, using: &random) }
    }

    private func edited(_ row: [Int32], _ letters: Int32, _ random: inout Seeded) -> [Int32] {
        row.flatMap { letter -> [Int32] in
            switch Int.random(in: 0..<20, using: &random) {
            case 0: []
            case 1: [Int32.random(in: 0..<letters, using: &random)]
            case 2: [letter, Int32.random(in: 0..<letters, using: &random)]
            default: [letter]
            }
        }
    }
}
