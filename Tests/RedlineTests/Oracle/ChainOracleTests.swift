import Testing

@testable import Redline

/// The heaviest increasing chain weighs what the heaviest of all chains weighs.
@Suite struct ChainOracleTests {
    @Test func chainsAreIncreasingAndAsHeavyAsCanBe() {
        for seed in Fuzz.seeds(600) {
            var random = Seeded(seed)
            let row = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                (value: Int.random(in: 0...20, using: &random), weight: Int.random(in: 0...9, using: &random))
            }
            let chain = IncreasingChain.heaviest(row)
            #expect(zip(chain, chain.dropFirst()).allSatisfy { $0 < $1 && row[$0].value < row[$1].value })
            // What counts for nothing counts for one, so that it has a place.
            var best = [Int](repeating: 0, count: row.count)
            for (index, entry) in row.enumerated() {
                let before = (0..<index).filter { row[$0].value < entry.value }.map { best[$0] }.max() ?? 0
                best[index] = before + max(entry.weight, 1)
            }
            let isPlain = zip(row, row.dropFirst()).allSatisfy { $0.value < $1.value }
            let weight = chain.reduce(0) { $0 + max(row[$1].weight, 1) }
            #expect(isPlain || weight == best.max() ?? 0, "seed \(seed)")
            if isPlain { #expect(chain == Array(row.indices), "seed \(seed)") }
        }
    }
}
