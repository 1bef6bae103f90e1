internal import CLibgit2

extension GitHistory {
    /// The files in which a commit differs from any of its parents, sorted by their bytes; for the first commit all that
    /// it has. Folders with equal ids are not looked into. Names that could deceive, links and submodules are left out
    /// with a notice, once, in the commit that brought them.
    ///
    /// Of a merge `before` is what one of the parents had.
    ///
    /// - Throws: ``MirrorError`` of kind `tooLarge` or `disk`.
    package func changes(in commit: ObjectID, limits: MirrorLimits = MirrorLimits()) throws(MirrorError)
        -> MirrorChanges
    {
        let new = try tree(of: commit)
        let parents = try parents(of: commit)
        // By bytes: as strings, two Unicode forms of one name are equal.
        var named: [[UInt8]: MirrorChange] = [:]
        var notices = MirrorNotices()
        if parents.isEmpty { try compare(nil, new, limits, &named, &notices) }
        for parent in parents { try compare(try tree(of: parent), new, limits, &named, &notices) }
        var found = MirrorChanges()
        found.changes = named.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        found.notices = notices.all
        return found
    }

    /// The content of a file.
    ///
    /// - Parameter limit: bytes; a larger file is refused before it is unpacked.
    /// - Throws: ``MirrorError`` of kind `absent`, `tooLarge`, `malformed` or `disk`.
    package func content(_ id: ObjectID, limit: Int) throws(MirrorError) -> [UInt8] {
        var (size, kind) = (0, GIT_OBJECT_INVALID)
        var raw = id.raw
        let code = git_odb_read_header(&size, &kind, repository.database, &raw)
        if code == GIT_ENOTFOUND.rawValue {
            throw MirrorError(.absent, "\(Printable.text(path)): the file \(id) is not in this clone")
        }
        try MirrorError.storing { () throws(StoreError) in
            try GitCall.check(code, "git_odb_read_header", .reading("\(path) \(id)"))
        }
        guard kind == GIT_OBJECT_BLOB else {
            throw MirrorError(.malformed, "\(Printable.text(path)): \(id) is no file")
        }
        guard size <= limit else {
            throw MirrorError(
                .tooLarge,
                "\(Printable.text(path)): \(id) has \(size) bytes, more than the \(limit) that are read")
        }
        return try MirrorError.storing { () throws(StoreError) in try repository.blob(id) }
    }

    private struct Pair {
        var before: ObjectID?
        var after: ObjectID?
        var prefix: String
        var depth: Int
    }

    /// What two folders hold under one name.
    private struct Step {
        var before: MirrorEntry?
        var after: MirrorEntry?
    }

    private func tree(of commit: ObjectID) throws(MirrorError) -> ObjectID? {
        try MirrorError.storing { () throws(StoreError) in try repository.commit(commit).tree }
    }

    private func compare(
        _ before: ObjectID?, _ after: ObjectID?, _ limits: MirrorLimits,
        _ named: inout [[UInt8]: MirrorChange],
        _ notices: inout MirrorNotices
    ) throws(MirrorError) {
        var budget = limits.entries
        var open = [Pair(before: before, after: after, prefix: "", depth: 1)]
        while let pair = open.popLast() {
            guard pair.depth <= limits.depth else {
                throw refuse("folders inside each other deeper than the \(limits.depth) that are read")
            }
            if pair.before == pair.after { continue }
            let steps = try differing(pair, &budget)
            for step in steps { take(step.before, step.after, in: pair, &named, &notices, &open) }
            guard budget >= 0 else {
                throw refuse(
                    "a commit that touches more than the \(limits.entries) files and folders that are read")
            }
        }
    }

    /// The entries in which two folders differ, paired where name and kind are the same. Both lists stand in git's order,
    /// so one pass over them is enough, and equal entries cost no memory.
    private func differing(_ pair: Pair, _ budget: inout Int) throws(MirrorError) -> [Step] {
        let (cost, found) = try MirrorError.storing { () throws(StoreError) -> (Int, [Step]) in
            guard let before = pair.before else {
                return try all(in: pair.after) { Step(before: nil, after: $0) }
            }
            guard let after = pair.after else { return try all(in: before) { Step(before: $0, after: nil) } }
            let old = try repository.tree(before)
            let new = try repository.tree(after)
            let (oldCount, newCount) = (git_tree_entrycount(old.pointer), git_tree_entrycount(new.pointer))
            var (i, j) = (0, 0)
            var steps: [Step] = []
            while i < oldCount || j < newCount {
                let a = i < oldCount ? git_tree_entry_byindex(old.pointer, i) : nil
                let b = j < newCount ? git_tree_entry_byindex(new.pointer, j) : nil
                let order = Self.order(a, b)
                if order == 0, git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) != 0 {
                    (i, j) = (i + 1, j + 1)
                    continue
                }
                steps.append(
                    Step(before: order <= 0 ? MirrorEntry(a) : nil, after: order >= 0 ? MirrorEntry(b) : nil))
                if order <= 0 { i += 1 }
                if order >= 0 { j += 1 }
            }
            return (oldCount + newCount, steps)
        }
        budget -= cost
        return found
    }

    private func all(in tree: ObjectID?, _ step: (MirrorEntry?) -> Step) throws(StoreError) -> (Int, [Step]) {
        guard let tree else { return (0, []) }
        let opened = try repository.tree(tree)
        let count = git_tree_entrycount(opened.pointer)
        return (count, (0..<count).map { step(MirrorEntry(git_tree_entry_byindex(opened.pointer, $0))) })
    }

    /// git's order of entries, in which a folder's name ends in a slash; what is not there comes last.
    private static func order(_ a: OpaquePointer?, _ b: OpaquePointer?) -> Int32 {
        guard let a else { return 1 }
        guard let b else { return -1 }
        return git_tree_entry_cmp(a, b)
    }

    private func take(
        _ before: MirrorEntry?, _ after: MirrorEntry?, in pair: Pair, _ named: inout [[UInt8]: MirrorChange],
        _ notices: inout MirrorNotices, _ open: inout [Pair]
    ) {
        // A refusal is told for what came, not for what went.
        var unheard = MirrorNotices()
        let old = before.flatMap { entry in entry.path(below: pair.prefix, &unheard).map { (entry, $0) } }
        let new = after.flatMap { entry in entry.path(below: pair.prefix, &notices).map { (entry, $0) } }
        guard let path = new?.1 ?? old?.1 else { return }
        let folders = (Self.id(old?.0, .folder), Self.id(new?.0, .folder))
        if folders.0 != nil || folders.1 != nil {
            open.append(
                Pair(before: folders.0, after: folders.1, prefix: path + "/", depth: pair.depth + 1))
        }
        let files = (Self.id(old?.0, .file), Self.id(new?.0, .file))
        guard files.0 != files.1 else { return }
        let name = Array(path.utf8)
        // A file in place of a folder comes as two steps; what is there now wins.
        if files.1 == nil, named[name]?.after != nil { return }
        named[name] = MirrorChange(path: path, before: files.0 ?? named[name]?.before, after: files.1)
    }

    private static func id(_ entry: MirrorEntry?, _ kind: MirrorEntry.Kind) -> ObjectID? {
        entry?.kind == kind ? entry?.id : nil
    }

    private func refuse(_ reason: String) -> MirrorError {
        MirrorError(.tooLarge, "\(Printable.text(path)): \(reason)")
    }
}
