internal import GRDB
import GitStore

/// Which commits an index lacks.
struct FollowingPlan {
    private var steps: [(branch: StoreBranch, steps: [IndexedBranches.Step])] = []
    private let isFromNothing: Bool

    /// How many commits.
    var count: Int { steps.reduce(0) { $0 + $1.steps.count } }

    /// Everything.
    init(store: GitStore) throws {
        isFromNothing = true
        for branch in IndexedBranches.all {
            steps.append(
                (
                    branch,
                    try IndexedBranches.steps(branch, after: nil, to: store.tip(branch), in: store) ?? []
                ))
        }
    }

    /// What came since; nil when the store's history is not the one that was indexed.
    init?(store: GitStore, index: DatabaseQueue) throws {
        isFromNothing = false
        for branch in IndexedBranches.all {
            let known = try index.read { try IndexBuilder.tip(branch, in: $0)?.id }
            guard
                let missing = try IndexedBranches.steps(
                    branch, after: known, to: store.tip(branch), in: store)
            else { return nil }
            steps.append((branch, missing))
        }
    }

    /// Writes it, in one transaction.
    func carryOut(on queue: DatabaseQueue, store: GitStore, _ progress: (Int, Int) -> Void) throws {
        try queue.write { db in
            if isFromNothing { try IndexSchema.create(db) }
            let builder = IndexBuilder(db: db, store: store)
            var done = 0
            for (branch, steps) in steps {
                try builder.follow(branch, steps) { progress(done + $0, count) }
                done += steps.count
            }
        }
    }
}
