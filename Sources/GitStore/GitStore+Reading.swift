extension GitStore {
    /// The newest commit of a branch; nil while it has none.
    package func tip(_ branch: StoreBranch) throws(StoreError) -> ObjectID? {
        try repository.tip(branch.reference)
    }

    /// A file's bytes; nil when there is no such file.
    ///
    /// - Parameter commit: Where to look; nil for the newest commit of the branch. What it costs does not
    ///   depend on how long the history is.
    package func read(_ branch: StoreBranch, _ path: StorePath, at commit: ObjectID? = nil) throws(StoreError)
        -> [UInt8]?
    {
        guard let entry = try entry(branch, path, at: commit), !entry.isFolder else { return nil }
        return try repository.blob(entry.id)
    }

    /// What stands in a folder, in git's order; empty when there is no such folder. A nil path is the root.
    package func list(_ branch: StoreBranch, _ path: StorePath? = nil, at commit: ObjectID? = nil)
        throws(StoreError) -> [StoreEntry]
    {
        let folder: ObjectID?
        if let path {
            let entry = try entry(branch, path, at: commit)
            folder = entry.flatMap { $0.isFolder ? $0.id : nil }
        } else {
            folder = try root(branch, at: commit)
        }
        guard let folder else { return [] }
        return try entries(folder)
    }

    /// One name; nil when there is nothing.
    package func entry(_ branch: StoreBranch, _ path: StorePath, at commit: ObjectID? = nil)
        throws(StoreError)
        -> StoreEntry?
    {
        guard var folder = try root(branch, at: commit) else { return nil }
        var found: Tree.Entry?
        for (depth, name) in path.components.enumerated() {
            guard let next = try repository.tree(folder).entry(name) else { return nil }
            guard next.isFolder || depth == path.components.count - 1 else { return nil }
            folder = next.id
            found = next
        }
        return found.map { StoreEntry(name: $0.name, isFolder: $0.isFolder, id: $0.id) }
    }

    /// The newest commit of a branch that was made at a time or before; nil when there was none.
    ///
    /// - Parameter time: Unix seconds. Commits are asked from the newest backwards, so that a clock that was
    ///   once set back hides nothing that was known later.
    package func tip(_ branch: StoreBranch, knownAt time: Int64) throws(StoreError) -> ObjectID? {
        var next = try tip(branch)
        while let id = next {
            let commit = try repository.commit(id)
            if commit.time <= time { return id }
            next = commit.parent
        }
        return nil
    }

    /// The commit itself, or the newest of the branch.
    func start(_ branch: StoreBranch, at commit: ObjectID?) throws(StoreError) -> ObjectID? {
        if let commit { return commit }
        return try tip(branch)
    }

    func entries(_ folder: ObjectID) throws(StoreError) -> [StoreEntry] {
        try repository.tree(folder).entries.map {
            StoreEntry(name: $0.name, isFolder: $0.isFolder, id: $0.id)
        }
    }

    private func root(_ branch: StoreBranch, at commit: ObjectID?) throws(StoreError) -> ObjectID? {
        guard let id = try start(branch, at: commit) else { return nil }
        return try repository.commit(id).tree
    }
}
