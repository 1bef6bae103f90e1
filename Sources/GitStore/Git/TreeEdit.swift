internal import CLibgit2

/// What is to be done to one entry of a tree, and below it.
final class TreeEdit {
    /// The file it becomes, when it becomes one.
    private var file: ObjectID?
    /// Whether what stood there goes before anything else happens.
    private var cleared = false
    private var children: [String: TreeEdit] = [:]

    /// Adds a file; a folder of the same name must have been removed before.
    func put(_ path: ArraySlice<String>, _ id: ObjectID) throws(StoreError) {
        guard let name = path.first else {
            guard children.isEmpty else { throw Self.clash("both a file and a folder") }
            file = id
            return
        }
        guard file == nil else { throw Self.clash("both a file and a folder") }
        try child(name).put(path.dropFirst(), id)
    }

    /// Removes a file or a whole folder, whatever was added below it so far included.
    func remove(_ path: ArraySlice<String>) {
        guard let name = path.first else {
            file = nil
            children = [:]
            cleared = true
            return
        }
        child(name).remove(path.dropFirst())
    }

    /// Writes the trees that change.
    ///
    /// - Parameter base: The tree as it stands, nil for none.
    /// - Returns: The tree as it becomes; nil when nothing is left in it.
    func apply(to base: ObjectID?, repository: Repository, stage: PackStage) throws(StoreError) -> ObjectID? {
        var builder: OpaquePointer?
        if let base, !cleared {
            let source = try repository.tree(base)
            try GitCall.check(
                git_treebuilder_new(&builder, repository.pointer, source.pointer), "git_treebuilder_new",
                .writing(repository.path))
        } else {
            try GitCall.check(
                git_treebuilder_new(&builder, repository.pointer, nil), "git_treebuilder_new",
                .writing(repository.path))
        }
        defer { git_treebuilder_free(builder) }
        for (name, edit) in children.sorted(by: { $0.key < $1.key }) {
            let old = git_treebuilder_get(builder, name).flatMap(Tree.entry)
            let new = try edit.entry(replacing: old, name: name, repository: repository, stage: stage)
            if let new {
                var id = new.id.raw
                try GitCall.check(
                    git_treebuilder_insert(
                        nil, builder, name, &id, new.isFolder ? GIT_FILEMODE_TREE : GIT_FILEMODE_BLOB),
                    "git_treebuilder_insert", .writing(repository.path))
            } else if old != nil {
                try GitCall.check(
                    git_treebuilder_remove(builder, name), "git_treebuilder_remove", .writing(repository.path)
                )
            }
        }
        guard git_treebuilder_entrycount(builder) > 0 else { return nil }
        return try stage.tree(builder)
    }

    /// What this entry becomes; nil when it goes.
    private func entry(
        replacing old: Tree.Entry?, name: String, repository: Repository, stage: PackStage
    ) throws(StoreError) -> Tree.Entry? {
        if let file {
            if let old, old.isFolder, !cleared { throw Self.clash("\(name): a folder of this name is there") }
            return Tree.Entry(name: name, id: file, isFolder: false)
        }
        guard !children.isEmpty else { return cleared ? nil : old }
        if let old, !old.isFolder, !cleared { throw Self.clash("\(name): a file of this name is there") }
        let id = try apply(
            to: old.flatMap { $0.isFolder ? $0.id : nil }, repository: repository, stage: stage)
        return id.map { Tree.Entry(name: name, id: $0, isFolder: true) }
    }

    private func child(_ name: String) -> TreeEdit {
        if let there = children[name] { return there }
        let made = TreeEdit()
        children[name] = made
        return made
    }

    private static func clash(_ reason: String) -> StoreError { .refused(subject: "commit", reason: reason) }
}
