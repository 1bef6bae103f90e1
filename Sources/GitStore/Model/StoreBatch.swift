/// Commits that are written together: one pack, and then each branch moves once, captures before versions.
package struct StoreBatch: Sendable {
    private(set) var drafts: [StoreBranch: [CommitDraft]] = [:]

    package init() {}

    /// Adds a commit after those that the branch has in this batch already.
    package mutating func add(_ draft: CommitDraft, to branch: StoreBranch) {
        drafts[branch, default: []].append(draft)
    }

    package var isEmpty: Bool { drafts.isEmpty }

    /// How many commits wait, over all branches.
    package var count: Int { drafts.values.reduce(0) { $0 + $1.count } }
}
