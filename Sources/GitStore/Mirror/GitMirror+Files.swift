internal import CLibgit2

extension GitMirror {
    /// The files of a commit, below a folder. Symbolic links, submodules and names that could deceive are left
    /// out with a notice.
    ///
    /// - Parameters:
    ///   - folder: from the root, `行政法`; empty for everything.
    ///   - commit: nil for what the remote had at the last update.
    /// - Throws: ``MirrorError`` of kind `absent`, `tooLarge` or `disk`.
    package func files(
        below folder: String = "", at commit: ObjectID? = nil, limits: MirrorLimits = MirrorLimits()
    ) throws(MirrorError) -> MirrorListing {
        let root = try tree(of: chosen(commit))
        let (start, prefix) = try folderTree(folder, in: root)
        var listing = MirrorListing()
        var notices = MirrorNotices()
        var entries = 0
        // The last one is looked at first, so that folders come in order.
        var open: [(tree: ObjectID, prefix: String, depth: Int)] = [(start, prefix, 1)]
        while let next = open.popLast() {
            guard next.depth <= limits.depth else {
                throw refuse("folders inside each other deeper than the \(limits.depth) that are read")
            }
            var below: [(tree: ObjectID, prefix: String, depth: Int)] = []
            for entry in try self.entries(of: next.tree) {
                entries += 1
                guard entries <= limits.entries else {
                    throw refuse("more than the \(limits.entries) files and folders that are read")
                }
                guard let path = entry.path(below: next.prefix, &notices) else { continue }
                if entry.kind == .folder {
                    below.append((entry.id, path + "/", next.depth + 1))
                } else {
                    listing.files.append(MirrorFile(path: path, id: entry.id, size: try size(of: entry.id)))
                }
            }
            open.append(contentsOf: below.reversed())
        }
        listing.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        listing.notices = notices.all
        return listing
    }

    /// The content of a file.
    ///
    /// - Parameter limit: bytes; a larger file is refused before it is unpacked.
    /// - Throws: ``MirrorError`` of kind `absent`, `tooLarge` or `disk`.
    package func content(_ id: ObjectID, limit: Int = 32 << 20) throws(MirrorError) -> [UInt8] {
        let size = try size(of: id)
        guard size <= limit else {
            throw refuse("\(id) has \(size) bytes, more than the \(limit) that are read")
        }
        return try MirrorError.storing { () throws(StoreError) in try repository.blob(id) }
    }

    /// A commit, or what the remote had at the last update.
    func chosen(_ commit: ObjectID?) throws(MirrorError) -> ObjectID {
        if let commit { return commit }
        guard let tip = try tip() else {
            throw MirrorError(.absent, "\(Printable.text(origin.url)): nothing was fetched from it yet")
        }
        return tip
    }

    func tree(of commit: ObjectID) throws(MirrorError) -> ObjectID {
        let tree = try MirrorError.storing { () throws(StoreError) in try repository.commit(commit).tree }
        guard let tree else { throw MirrorError(.disk, "\(path): commit \(commit) names no tree") }
        return tree
    }

    func entries(of tree: ObjectID) throws(MirrorError) -> [MirrorEntry] {
        try MirrorError.storing { () throws(StoreError) in
            let tree = try repository.tree(tree)
            return (0..<git_tree_entrycount(tree.pointer)).compactMap {
                MirrorEntry(git_tree_entry_byindex(tree.pointer, $0))
            }
        }
    }

    /// The tree of a folder, and the beginning of the paths in it.
    func folderTree(_ folder: String, in root: ObjectID) throws(MirrorError) -> (ObjectID, prefix: String) {
        var (tree, prefix) = (root, "")
        for part in folder.utf8.split(separator: 0x2f) {
            let found = try entries(of: tree).first { $0.kind == .folder && $0.name.elementsEqual(part) }
            guard let found else {
                throw MirrorError(
                    .absent,
                    "\(Printable.text(origin.url)): has no folder \(Printable.text(folder)); check path in the declaration"
                )
            }
            tree = found.id
            prefix += String(decoding: part, as: UTF8.self) + "/"
        }
        return (tree, prefix)
    }

    private func size(of id: ObjectID) throws(MirrorError) -> Int {
        var (size, kind) = (0, GIT_OBJECT_INVALID)
        var raw = id.raw
        let code = git_odb_read_header(&size, &kind, repository.database, &raw)
        if code == GIT_ENOTFOUND.rawValue {
            throw MirrorError(.absent, "\(Printable.text(origin.url)): the file \(id) was not sent")
        }
        try MirrorError.storing { () throws(StoreError) in
            try GitCall.check(code, "git_odb_read_header", .reading("\(path) \(id)"))
        }
        guard kind == GIT_OBJECT_BLOB else {
            throw MirrorError(.malformed, "\(Printable.text(origin.url)): \(id) is no file")
        }
        return size
    }

    func refuse(_ reason: String) -> MirrorError {
        MirrorError(.tooLarge, "\(Printable.text(origin.url)): \(reason)")
    }
}
