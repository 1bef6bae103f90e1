import Statute
import Testing

@testable import Redline

@Suite struct PartFuzzTests {
    @Test(arguments: [UInt64](1...150)) func partsAreSoundOnAnyPairOfTexts(_ seed: UInt64) {
        var random = RandomLaw(random: Seeded(seed))
        let old = random.law()
        let new = random.mutated(old)
        let set = ChangeSet.between(old, new)
        #expect(set == ChangeSet.between(old, new))
        #expect(set.applied(to: old)?.isIdentical(to: new) == true)
        for change in set.changes {
            for link in change.links { expectSound(link, change) }
        }
        for (change, back) in zip(set.inverted.inverted.changes, set.changes) {
            #expect(change.links.map(\.parts) == back.links.map(\.parts))
        }
    }

    private func expectSound(_ link: ProvisionLink, _ change: ProvisionChange) {
        guard let before = change.before.first(where: { $0.path == link.before }),
            let after = change.after.first(where: { $0.path == link.after })
        else {
            Issue.record("a link without its provisions")
            return
        }
        #expect(Set(link.parts.map(\.oldLine)).count == link.parts.count)
        #expect(Set(link.parts.map(\.newLine)).count == link.parts.count)
        #expect(zip(link.parts, link.parts.dropFirst()).allSatisfy { $0.oldLine < $1.oldLine })
        for part in link.parts {
            #expect(before.lines[part.oldLine].path == part.before)
            #expect(after.lines[part.newLine].path == part.after)
            #expect((0...1).contains(part.similarity))
            guard part.ground == .exact || part.ground == .neighbour else { continue }
            #expect(Exactly.equal(before.lines[part.oldLine].text, after.lines[part.newLine].text))
            #expect(part.similarity == 1)
        }
        let kept = link.parts.filter { !$0.moved }.map(\.newLine)
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
        if !link.edits.isEmpty {
            #expect(link.parts.count + link.insertedParts(of: after).count == after.lines.count)
            #expect(link.parts.count + link.repealedParts(of: before).count == before.lines.count)
        }
    }
}
