import GitStore

/// The branches that the index follows.
enum IndexedBranches {
    static let all: [StoreBranch] = [.captures, .versions, .decisions, .runs]

    /// A commit that the index does not know yet.
    struct Step: Sendable {
        var id: ObjectID
        var parent: ObjectID?
        var time: Int64
    }

    /// The commits after the last one that is known, oldest first; nil when that one is not among them: the branch was
    /// written anew.
    static func steps(_ branch: StoreBranch, after known: ObjectID?, to tip: ObjectID?, in store: GitStore)
        throws
        -> [Step]?
    {
        guard tip != known else { return [] }
        guard let tip else { return nil }
        var found: [Step] = []
        var next: ObjectID? = tip
        while let id = next, id != known {
            let entry = try store.log(branch, limit: 1, from: id)
            guard let commit = entry.first else { break }
            found.append(Step(id: id, parent: commit.parent, time: commit.time))
            next = commit.parent
        }
        guard next == known else { return nil }
        return found.reversed()
    }
}
