import Statute
import TestSupport
import Testing

@testable import Redline

/// What holds of every change set, whatever the texts: complete, invertible, deterministic, equal to the links of the bytes.
@Suite struct ChangeSetPropertyTests {
    @Test func draftedLawsAreMadeAgainAndInverted() {
        for seed in Fuzz.seeds(40) {
            var draft = DraftedLaw(seed, english: seed % 4 == 2)
            let (old, new) = draft.pair()
            check(old, new, "seed \(seed)")
        }
    }

    @Test func aLawDoesNotDifferFromItself() {
        for seed in Fuzz.seeds(40) {
            var draft = DraftedLaw(seed, english: seed % 4 == 2)
            let text = draft.pair().new
            let set = ChangeSet.between(text, text)
            #expect(set.isEmpty, "seed \(seed)")
            #expect(set.changes.allSatisfy { $0.kind == .unchanged && !$0.moved }, "seed \(seed)")
        }
    }

    @Test func theBytesGiveTheLinksOfTheChangeSet() {
        for seed in Fuzz.seeds(60) {
            var draft = DraftedLaw(seed, english: seed % 4 == 2)
            let (old, new) = draft.pair()
            checkBytes(old, new, "seed \(seed)")
        }
    }

    @Test(.enabled(if: Corpus.isThere)) func realLawsGiveTheLinksOfTheirBytes() throws {
        let pairs = try CorpusPairs.all().sorted { $0.size < $1.size }
        for pair in pairs.prefix(Fuzz.seeds(12).count) {
            checkBytes(pair.old, pair.new, pair.name)
            check(pair.old, pair.new, pair.name)
        }
    }

    private func check(_ old: StatuteText, _ new: StatuteText, _ name: String) {
        let set = ChangeSet.between(old, new)
        #expect(set.applied(to: old)?.isIdentical(to: new) == true, "\(name)")
        #expect(set.inverted.applied(to: new)?.isIdentical(to: old) == true, "\(name), inverted")
        #expect(set.inverted.inverted == set, "\(name), inverted twice")
        #expect(ChangeSet.between(old, new) == set, "\(name), again")
        #expect(set.isEmpty == old.isIdentical(to: new), "\(name), empty")
        #expect(
            set.changes.flatMap(\.before).map(\.path.rawValue).sorted()
                == old.articleLevel.map(\.path.rawValue).sorted(), "\(name), old provisions")
        #expect(
            set.changes.flatMap(\.after).map(\.path.rawValue).sorted()
                == new.articleLevel.map(\.path.rawValue).sorted(), "\(name), new provisions")
        for change in set.changes { checkKind(change, name) }
    }

    /// The kind says how many provisions there are on either side.
    private func checkKind(_ change: ProvisionChange, _ name: String) {
        let sides = (change.before.count, change.after.count)
        let fits =
            switch change.kind {
            case .inserted: sides.0 == 0 && sides.1 == 1
            case .repealed: sides.0 == 1 && sides.1 == 0
            case .modified, .renumbered, .unchanged: sides == (1, 1)
            case .split: sides.0 == 1 && sides.1 > 1
            case .joined: sides.0 > 1 && sides.1 == 1
            case .regrouped: sides.0 > 1 && sides.1 > 1
            }
        #expect(fits, "\(name), \(change.kind) \(sides)")
        #expect(sides.0 + sides.1 <= 8, "\(name), size of a group")
    }

    private func checkBytes(_ old: StatuteText, _ new: StatuteText, _ name: String) {
        guard
            let redline = FlatBench.canonical(CanonicalText(old).string, CanonicalText(new).string)
        else { return }
        let set = ChangeSet.between(old, new)
        let (olds, news) = (places(old), places(new))
        let wanted = set.changes.flatMap(\.links).map { link in
            BytesLink(
                old: olds[link.before] ?? -1, new: news[link.after] ?? -1, similarity: link.similarity,
                edits: link.edits.count)
        }
        let found = redline.links.map {
            BytesLink(old: $0.old, new: $0.new, similarity: $0.similarity, edits: $0.edits)
        }
        #expect(Set(found) == Set(wanted), "\(name), links")
        #expect(found.count == wanted.count, "\(name), links")
        #expect(redline.isRewrite == set.rewrite, "\(name), rewrite")
        #expect(redline.oldProvisions == olds.count && redline.newProvisions == news.count, "\(name)")
    }

    private struct BytesLink: Hashable {
        var old: Int
        var new: Int
        var similarity: Double
        var edits: Int
    }

    private func places(_ text: StatuteText) -> [ProvisionPath: Int] {
        Dictionary(text.articleLevel.enumerated().map { ($1.path, $0) }) { first, _ in first }
    }
}
