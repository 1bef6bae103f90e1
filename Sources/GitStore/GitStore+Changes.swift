internal import CLibgit2

/// A file that differs between two commits.
package struct StoreChange: Sendable, Hashable {
    /// From the root of the branch.
    package var path: String
    /// The file's id before, nil when it was not there.
    package var before: ObjectID?
    /// The file's id after, nil when it is gone.
    package var after: ObjectID?
}

extension GitStore {
    /// Files that differ between two commits, sorted by path. Folders of equal ids are not looked into, so it
    /// costs what the difference costs and not what the store holds.
    ///
    /// - Parameter old: Nil for nothing at all.
    package func changes(from old: ObjectID?, to new: ObjectID) throws(StoreError) -> [StoreChange] {
        var found: [StoreChange] = []
        var open: [(old: ObjectID?, new: ObjectID?, prefix: String)] = []
        var before: ObjectID?
        if let old { before = try repository.commit(old).tree }
        open.append((before, try repository.commit(new).tree, ""))
        while let pair = open.popLast() {
            for (a, b) in try differences(pair.old, pair.new) {
                guard let name = a?.name ?? b?.name else { continue }
                let path = pair.prefix + name
                let folders = (
                    a.flatMap { $0.isFolder ? $0.id : nil }, b.flatMap { $0.isFolder ? $0.id : nil }
                )
                let files = (a.flatMap { $0.isFolder ? nil : $0.id }, b.flatMap { $0.isFolder ? nil : $0.id })
                if folders.0 != nil || folders.1 != nil { open.append((folders.0, folders.1, path + "/")) }
                if files.0 != nil || files.1 != nil {
                    found.append(StoreChange(path: path, before: files.0, after: files.1))
                }
            }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// The names on which two trees differ. Both are walked side by side in git's order, and nothing is copied of what is
    /// equal: the shards of a country are 256 names of which a commit changes one.
    private func differences(_ old: ObjectID?, _ new: ObjectID?) throws(StoreError) -> [(
        Tree.Entry?, Tree.Entry?
    )] {
        guard let old else {
            guard let new else { return [] }
            return try repository.tree(new).entries.map { (nil, $0) }
        }
        guard let new else { return try repository.tree(old).entries.map { ($0, nil) } }
        let before = try repository.tree(old)
        let after = try repository.tree(new)
        let counts = (git_tree_entrycount(before.pointer), git_tree_entrycount(after.pointer))
        var found: [(Tree.Entry?, Tree.Entry?)] = []
        var (i, j) = (0, 0)
        while i < counts.0 || j < counts.1 {
            let a = i < counts.0 ? git_tree_entry_byindex(before.pointer, i) : nil
            let b = j < counts.1 ? git_tree_entry_byindex(after.pointer, j) : nil
            let order: Int32
            if let a, let b { order = git_tree_entry_cmp(a, b) } else { order = a == nil ? 1 : -1 }
            if order <= 0 { i += 1 }
            if order >= 0 { j += 1 }
            if order == 0, git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) == 1 { continue }
            found.append(
                (
                    order <= 0 ? a.flatMap { Tree.entry($0) } : nil,
                    order >= 0 ? b.flatMap { Tree.entry($0) } : nil
                ))
        }
        return found
    }
}
