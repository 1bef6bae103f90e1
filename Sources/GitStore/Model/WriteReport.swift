/// What became of a batch.
package struct WriteReport: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case written(ObjectID)
        /// The store held exactly this already; no commit was made.
        case unchanged
    }

    /// In the order of the drafts.
    package var outcomes: [StoreBranch: [Outcome]] = [:]
    package var packs = 0
    /// New objects on disk.
    package var objects = 0
    /// How often a branch had moved under our feet and its commits were made again on the new tip.
    package var retries = 0

    package init() {}

    /// How many commits were made.
    package var written: Int {
        outcomes.values.joined().reduce(0) { $0 + ($1 == .unchanged ? 0 : 1) }
    }
}
