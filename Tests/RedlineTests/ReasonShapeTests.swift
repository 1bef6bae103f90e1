import Statute
import Testing

@testable import Redline

/// What holds of the reasons of any two texts.
@Suite struct ReasonShapeTests {
    @Test(arguments: 0..<8)
    func reasonsAreWellFormedWhateverTheTextsHold(_ block: UInt64) {
        for seed in 0..<50 {
            var laws = RandomLaw(random: Seeded(block * 1_000 + 500 + UInt64(seed)))
            let old = laws.law()
            let set = ChangeSet.between(old, laws.mutated(old))
            for change in set.changes { check(change, "block \(block) seed \(seed)") }
        }
    }

    private func check(_ change: ProvisionChange, _ name: String) {
        for reason in change.reasons {
            #expect(reason.container == nil, "\(name), open reference")
            #expect(
                reason.before != nil || reason.after != nil || reason.class == .text, "\(name), no values")
            #expect(reason.bearer != "", "\(name), empty bearer")
            for value in [reason.before, reason.after].compactMap({ $0 }) {
                #expect((value.lower == nil) == (value.upper == nil), "\(name), half a range")
                #expect(value.value == nil || value.lower == nil, "\(name), a number and a range")
                #expect(value.unit != nil || (value.value == nil && value.lower == nil), "\(name), no unit")
                if let lower = value.lower, let upper = value.upper {
                    #expect(lower < upper, "\(name), range")
                }
            }
            if change.significance < .substantive {
                #expect(reason.direction == .neither, "\(name), a direction without substance")
            }
        }
        let own = Set(change.after.map(\.path))
        #expect(
            change.affects.allSatisfy { own.isDisjoint(with: $0.paths) && !$0.term.isEmpty }, "\(name), users"
        )
        if change.significance != .substantive || change.kind == .unchanged {
            #expect(change.enforces.isEmpty && change.enforcedBy.isEmpty, "\(name), ties")
        }
    }
}
