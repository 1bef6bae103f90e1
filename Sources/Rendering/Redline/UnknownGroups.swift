import Redline
import Statute

/// Entries with an assumed side or one that is not held, told by which side it is: number ranges a line.
struct UnknownGroups {
    /// Title and ranges; groups without entries are left out.
    let groups: [(title: String, ranges: String)]

    init(_ all: [ProvisionChange]) {
        let entries = all.filter { !$0.notHeld }
        let missing = all.filter(\.notHeld)
        let both = entries.filter { $0.fidelityBefore == .assumed && $0.fidelityAfter == .assumed }
        let old = entries.filter { $0.fidelityBefore == .assumed && $0.fidelityAfter != .assumed }
        let new = entries.filter { $0.fidelityBefore != .assumed && $0.fidelityAfter == .assumed }
        groups = [
            ("old text assumed, articles", NumberRuns.singles(old.flatMap(\.before))),
            ("new text assumed, articles", NumberRuns.singles(new.flatMap(\.after))),
            ("both texts assumed, articles", NumberRuns.pairs(both)),
            ("not held in the old text, articles", NumberRuns.singles(missing.flatMap(\.after))),
            ("not held in the new text, articles", NumberRuns.singles(missing.flatMap(\.before))),
        ].filter { !$0.1.isEmpty }
    }
}
