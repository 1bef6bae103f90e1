extension GitStore {
    /// Takes a branch over from another store, commit by commit from the oldest: every object byte for byte, so that
    /// trees, authors, times, messages, and with them all ids, are the same.
    ///
    /// - Parameters:
    ///   - tip: The last commit to take; what the other store adds later stays out.
    ///   - room: Objects are written as a pack when so many bytes wait.
    /// - Returns: How many commits there are.
    /// - Throws: ``StoreError``: `conflict` when this store has the branch already, `damaged` when an object is lost or
    ///   is not what its name says, `refused` for a merge, which we never write.
    package func replicate(_ branch: StoreBranch, of other: GitStore, at tip: ObjectID, room: Int = 16 << 20)
        throws(StoreError) -> Int
    {
        let stage = try stage()
        defer { stage.discard() }
        let commits = try other.line(to: tip)
        var before: ObjectID?
        for id in commits {
            let tree = try other.repository.commit(id).tree
            try copy(tree, but: before, from: other.repository, stage)
            try stage.copy(id, .commit, from: other.repository)
            before = tree
            if stage.waiting > room { try stage.flush() }
        }
        try stage.flush()
        willMove(branch.reference)
        guard try repository.move(branch.reference, from: nil, to: tip) else {
            throw .conflict(reference: branch.reference, attempts: 1)
        }
        return commits.count
    }

    /// Commits from the first to the given one.
    private func line(to tip: ObjectID) throws(StoreError) -> [ObjectID] {
        var found: [ObjectID] = []
        var next: ObjectID? = tip
        while let id = next {
            let commit = try repository.commit(id)
            if commit.hasSeveralParents {
                throw .refused(
                    subject: "\(path) \(id)", reason: "a commit with several parents is none of ours")
            }
            found.append(id)
            next = commit.parent
        }
        return found.reversed()
    }

    /// Copies a tree and what is below it, but for what stands at the same place of the tree before.
    func copy(_ tree: ObjectID?, but before: ObjectID?, from source: Repository, _ stage: PackStage)
        throws(StoreError)
    {
        guard let tree, tree != before else { return }
        var open: [(new: ObjectID, old: ObjectID?, folders: [String])] = [(tree, before, [])]
        while let pair = open.popLast() {
            var held: [String: Tree.Entry] = [:]
            if let old = pair.old {
                for entry in try source.tree(old).entries { held[entry.name] = entry }
            }
            for entry in try source.tree(pair.new).entries where held[entry.name]?.id != entry.id {
                let path = pair.folders + [entry.name]
                if entry.isFolder {
                    // A file that became a folder has no tree to be compared with.
                    let old = held[entry.name].flatMap { $0.isFolder ? $0.id : nil }
                    open.append((entry.id, old, path))
                } else {
                    try stage.copy(entry.id, .blob, from: source, at: try? StorePath(components: path))
                }
            }
            try stage.copy(pair.new, .tree, from: source, replacing: pair.old)
        }
    }
}
