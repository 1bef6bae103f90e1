import Statute
import Testing

@testable import Redline

/// A change set leads from one text to the other and back, whatever the texts hold.
@Suite struct CompletenessTests {
    @Test(arguments: 0..<20)
    func mutatedLawsAreMadeAgainFromTheirRedline(_ block: UInt64) {
        for seed in 0..<100 {
            var laws = RandomLaw(random: Seeded(block * 1_000 + UInt64(seed)))
            let old = laws.law()
            let new = seed % 5 == 0 ? laws.law() : laws.mutated(old)
            check(old, new, "block \(block) seed \(seed)")
        }
    }

    @Test func equalTextsAreMadeAgainFromAnEmptySet() {
        for seed in 0..<200 {
            var laws = RandomLaw(random: Seeded(UInt64(seed)))
            let text = laws.law()
            let set = ChangeSet.between(text, text)
            #expect(set.isEmpty)
            #expect(set.applied(to: text)?.isIdentical(to: text) == true)
        }
    }

    @Test func composedAndDecomposedCharactersAreNotEqual() {
        let (old, new) = (law("第一条 caf\u{E9} 开放。"), law("第一条 cafe\u{301} 开放。"))
        let set = ChangeSet.between(old, new)
        #expect(!set.isEmpty)
        #expect(set.applied(to: old)?.isIdentical(to: new) == true)
    }

    @Test func aChangeSetIsNotAppliedToAnotherText() {
        let set = redline("第一条 设备每日清洁。", "第一条 设备每日校准。")
        #expect(set.applied(to: law("第一条 设备每周清洁。")) == nil)
        #expect(set.applied(to: law("第一条 设备每日清洁。\n第二条 另有一条。")) == nil)
    }

    @Test func onlyTheWordsOfAnEditMayDiffer() {
        // Words that an entry claims to leave alone come from the old text, not from the entry.
        var set = redline("第一条 设备每日清洁。", "第一条 设备每日校准。")
        let old = law("第一条 设备每日清洁。")
        set.changes[0].links[0].edits = []
        #expect(set.applied(to: old)?.isIdentical(to: old) == true)
    }

    private func check(_ old: StatuteText, _ new: StatuteText, _ name: String) {
        let set = ChangeSet.between(old, new)
        let back = set.inverted
        #expect(set.applied(to: old)?.isIdentical(to: new) == true, "\(name)")
        #expect(back.applied(to: new)?.isIdentical(to: old) == true, "\(name), inverted")
        #expect(back.inverted == set, "\(name), inverted twice")
        #expect(ChangeSet.between(old, new) == set, "\(name), again")
        #expect(set.isEmpty == old.isIdentical(to: new), "\(name), empty")
        let before = set.changes.flatMap(\.before).map(\.path.rawValue).sorted()
        let after = set.changes.flatMap(\.after).map(\.path.rawValue).sorted()
        #expect(before == old.articleLevel.map(\.path.rawValue).sorted(), "\(name), old provisions")
        #expect(after == new.articleLevel.map(\.path.rawValue).sorted(), "\(name), new provisions")
        for change in set.changes { checkLinks(change, name) }
    }

    private func checkLinks(_ change: ProvisionChange, _ name: String) {
        let (before, after) = (Set(change.before.map(\.path)), Set(change.after.map(\.path)))
        #expect(
            change.links.allSatisfy { before.contains($0.before) && after.contains($0.after) },
            "\(name), links")
        #expect(change.links.isEmpty == (change.before.isEmpty || change.after.isEmpty), "\(name), links")
        for link in change.links {
            for (a, b) in zip(link.edits, link.edits.dropFirst()) {
                #expect(
                    a.before.upperBound <= b.before.lowerBound && a.after.upperBound <= b.after.lowerBound,
                    "\(name), order of edits")
            }
        }
    }
}
