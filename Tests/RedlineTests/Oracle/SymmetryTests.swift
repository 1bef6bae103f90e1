import Statute
import TestSupport
import Testing

@testable import Redline

/// How far the redline of (b, a) is that of (a, b) turned round.
///
/// The design promises it of equal bodies only: votes are counted row by row for old provisions, ties go to the first.
@Suite struct SymmetryTests {
    @Test func equalBodiesAreLinkedEitherWay() {
        for seed in Fuzz.seeds(40) {
            var draft = DraftedLaw(seed, english: seed % 4 == 2)
            let (old, new) = draft.pair()
            #expect(
                exact(old, new) == Set(exact(new, old).map { Pair(old: $0.new, new: $0.old) }), "seed \(seed)"
            )
        }
    }

    /// Nearly always all links and all kinds are the same; how often not is printed.
    @Test func linksAndKindsAreMostlyTheSameEitherWay() {
        var (differ, kinds, all) = (0, 0, 0)
        for seed in Fuzz.seeds(120) {
            var draft = DraftedLaw(seed, english: seed % 4 == 2)
            let (old, new) = draft.pair()
            let forward = ChangeSet.between(old, new).inverted
            let back = ChangeSet.between(new, old)
            all += 1
            if links(forward) != links(back) { differ += 1 }
            if forward.summary.kinds != back.summary.kinds { kinds += 1 }
        }
        print("symmetry: of \(all) pairs \(differ) differ in links, \(kinds) in kinds")
        #expect(differ * 4 <= all)
    }

    @Test(.enabled(if: Corpus.isThere)) func realLawsAreMostlyTheSameEitherWay() throws {
        var (differ, all) = (0, 0)
        for pair in try CorpusPairs.all().sorted(by: { $0.size < $1.size }).prefix(Fuzz.seeds(15).count) {
            let forward = ChangeSet.between(pair.old, pair.new).inverted
            let back = ChangeSet.between(pair.new, pair.old)
            all += 1
            if links(forward) != links(back) { differ += 1 }
        }
        print("symmetry: of \(all) real pairs \(differ) differ in links")
        #expect(differ * 2 <= all)
    }

    private struct Pair: Hashable {
        var old: Int
        var new: Int
    }

    private func exact(_ old: StatuteText, _ new: StatuteText) -> Set<Pair> {
        FlatBench.redline(old, new) { redline in
            Set(redline.links.filter { $0.ground == .exact }.map { Pair(old: $0.old, new: $0.new) })
        }
    }

    private func links(_ set: ChangeSet) -> Set<[String]> {
        Set(set.changes.flatMap(\.links).map { [$0.before.rawValue, $0.after.rawValue] })
    }
}
