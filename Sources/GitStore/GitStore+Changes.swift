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
            let before = try names(pair.old)
            let after = try names(pair.new)
            for name in Set(before.keys).union(after.keys) {
                let (a, b) = (before[name], after[name])
                if a?.id == b?.id, a?.isFolder == b?.isFolder { continue }
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

    private func names(_ folder: ObjectID?) throws(StoreError) -> [String: StoreEntry] {
        guard let folder else { return [:] }
        var named: [String: StoreEntry] = [:]
        for entry in try entries(folder) { named[entry.name] = entry }
        return named
    }
}
