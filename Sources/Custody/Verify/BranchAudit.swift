import Evidence
import GitStore
import Statute

/// Holds one branch against the log: the same commits, in the same order, by whom and when they should be.
struct BranchAudit {
    let branch: StoreBranch
    private(set) var problems: [Problem] = []
    /// Commits of the branch that are not in the log, the oldest first.
    private(set) var unlogged: [ObjectName] = []

    /// An entry's commit, with the first of its entries' numbers.
    struct Logged: Sendable {
        var commit: ObjectName
        var index: Int
    }

    /// - Parameters:
    ///   - logged: what the log has of this branch, from where it was read.
    ///   - base: the last commit that was logged before that; nil where there was none or all was read.
    ///   - isWhole: the log was read from its beginning.
    init(
        _ branch: StoreBranch, tip: ObjectName?, logged: [Logged], base: ObjectName?, isWhole: Bool,
        facts: Facts
    ) {
        self.branch = branch
        let newest = logged.last?.commit ?? base
        guard let tip else {
            if let newest {
                problems.append(
                    Problem(.dropped, branch.reference, "the branch is gone; the log has it at \(newest)"))
            }
            return
        }
        let (chain, isBroken) = Self.chain(tip, to: base, facts, &problems, branch)
        let places = Dictionary(logged.enumerated().map { ($0.element.commit, $0.offset) }) { first, _ in
            first
        }
        // Where the branch and the log meet for the last time.
        guard let meeting = chain.lastIndex(where: { places[$0] != nil || $0 == base }) else {
            if newest == nil {
                unlogged = chain
            } else if !isBroken {
                problems.append(
                    Problem(
                        .rewritten, branch.reference,
                        "none of its \(chain.count) commits is in the log, which has it at \(newest.map { "\($0)" } ?? "")"
                    ))
            }
            return
        }
        let last = places[chain[meeting]] ?? -1
        unlogged = Array(chain[(meeting + 1)...])
        if last < logged.count - 1 {
            let lost = logged.count - 1 - last
            let words =
                unlogged.isEmpty
                ? "its newest \(lost) logged \(lost == 1 ? "commit is" : "commits are") gone, from entry \(logged[last + 1].index), \(logged[last + 1].commit)"
                : "from entry \(logged[last + 1].index) on the log has \(logged[last + 1].commit), and the branch \(unlogged[0])"
            problems.append(Problem(unlogged.isEmpty ? .dropped : .rewritten, branch.reference, words))
        }
        // Below the meeting both must be the same, one by one.
        var place = meeting
        var index = last
        while place >= 0, index >= 0 {
            guard chain[place] == logged[index].commit else {
                problems.append(
                    Problem(
                        .rewritten, branch.reference,
                        "where the log has \(logged[index].commit) (entry \(logged[index].index)), the branch has \(chain[place])"
                    ))
                break
            }
            place -= 1
            index -= 1
        }
        if index >= 0, place < 0, !isBroken {
            problems.append(
                Problem(
                    .rewritten, branch.reference,
                    "the log has \(index + 1) commits before the first of the branch, \(logged[0].commit) the first"
                ))
        }
        if place >= 0, index < 0, isWhole, !isBroken || place > 0 {
            problems.append(
                Problem(
                    .rewritten, branch.reference,
                    "the branch has \(place + 1) commits before the first that was logged, \(chain[0]) the first"
                ))
        }
    }

    /// Commits from the oldest to the tip; `to` and what is before it left out, where it is met.
    private static func chain(
        _ tip: ObjectName, to base: ObjectName?, _ facts: Facts, _ problems: inout [Problem],
        _ branch: StoreBranch
    ) -> ([ObjectName], isBroken: Bool) {
        var found: [ObjectName] = []
        var next: ObjectName? = tip
        while let name = next {
            found.append(name)
            if name == base { break }
            do { next = try facts.commit(name).parent } catch {
                problems.append(Problem(found: error, branch.reference))
                return (found.reversed(), true)
            }
        }
        return (found.reversed(), false)
    }
}
