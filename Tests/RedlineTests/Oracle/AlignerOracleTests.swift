import Statute
import TestSupport
import Testing

@testable import Redline

/// The engine links what the slow reference links, for the same reasons and by the same measure.
@Suite struct AlignerOracleTests {
    @Test func draftedLawsAreAlignedAsTheReferenceAlignsThem() {
        for seed in Fuzz.seeds(60) {
            var draft = DraftedLaw(seed, english: seed % 4 == 3)
            let (old, new) = draft.pair()
            check(old, new, "seed \(seed)")
        }
    }

    @Test func hostileLawsAreAlignedAsTheReferenceAlignsThem() {
        for seed in Fuzz.seeds(100) {
            var laws = RandomLaw(random: Seeded(seed))
            let old = laws.law()
            check(old, laws.mutated(old), "seed \(seed)")
        }
    }

    @Test(.enabled(if: Corpus.isThere)) func realLawsAreAlignedAsTheReferenceAlignsThem() throws {
        // The shortest pairs first: the reference takes its time.
        let pairs = try CorpusPairs.all().sorted { $0.size < $1.size }
        for pair in pairs.prefix(Fuzz.seeds(6).count) { check(pair.old, pair.new, pair.name) }
    }

    private func check(_ old: StatuteText, _ new: StatuteText, _ name: String) {
        let wanted = PlainAligner(old, new)
        let (links, isRewrite) = FlatBench.redline(old, new) { redline in
            let links = redline.links.map {
                PlainAligner.Link(
                    old: $0.old, new: $0.new, ground: $0.ground,
                    similarity: $0.ground == .partial ? 0 : $0.similarity)
            }
            return (links, redline.isRewrite)
        }
        #expect(isRewrite == wanted.isRewrite, "\(name)")
        #expect(links == wanted.links, "\(name)")
    }
}
