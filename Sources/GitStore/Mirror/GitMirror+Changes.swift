extension GitMirror {
    /// The files that differ between two commits, below a folder, sorted by their bytes. Folders with equal ids
    /// are not looked into (git_diff_tree_to_tree walks both trees whole, which is a hundred times slower).
    ///
    /// A commit that is kept only as rewritten history may be named too. A folder that one of the two does not
    /// have counts as empty there.
    ///
    /// - Throws: ``MirrorError`` of kind `absent`, `tooLarge` or `disk`.
    package func changes(
        since old: ObjectID, to new: ObjectID? = nil, below folder: String = "",
        limits: MirrorLimits = MirrorLimits()
    ) throws(MirrorError) -> MirrorChanges {
        let (before, prefix) = try side(old, folder)
        let (after, _) = try side(chosen(new), folder)
        guard before != nil || after != nil else {
            throw MirrorError(
                .absent,
                "\(Printable.text(origin.url)): has no folder \(Printable.text(folder)) on either side")
        }
        var found = MirrorChanges()
        var notices = MirrorNotices()
        var budget = limits.entries
        var open = [Pair(before: before, after: after, prefix: prefix, depth: 1)]
        while let pair = open.popLast() {
            guard pair.depth <= limits.depth else {
                throw refuse("folders inside each other deeper than the \(limits.depth) that are read")
            }
            if pair.before == pair.after { continue }
            let (left, right) = (try entries(pair.before), try entries(pair.after))
            budget -= left.count + right.count
            guard budget >= 0 else {
                throw refuse("more than the \(limits.entries) files and folders that are read")
            }
            for step in Self.steps(left, right) where step.before?.id != step.after?.id || step.isAnotherKind
            {
                compare(step, in: pair, &found, &notices, &open)
            }
        }
        found.changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        found.notices = notices.all
        return found
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

        var isAnotherKind: Bool { before?.kind != after?.kind }
    }

    private func side(_ commit: ObjectID, _ folder: String) throws(MirrorError) -> (ObjectID?, prefix: String)
    {
        let root = try tree(of: commit)
        do throws(MirrorError) { return try folderTree(folder, in: root) } catch {
            guard error.kind == .absent else { throw error }
            return (
                nil,
                folder.utf8.split(separator: 0x2f).map { String(decoding: $0, as: UTF8.self) + "/" }.joined()
            )
        }
    }

    private func entries(_ tree: ObjectID?) throws(MirrorError) -> [MirrorEntry] {
        guard let tree else { return [] }
        return try entries(of: tree)
    }

    /// Pairs two lists of entries by name. Sorted here: git puts folders elsewhere than files of the same name.
    private static func steps(_ left: [MirrorEntry], _ right: [MirrorEntry]) -> [Step] {
        var steps: [[UInt8]: Step] = [:]
        for entry in left { steps[entry.name, default: Step()].before = entry }
        for entry in right { steps[entry.name, default: Step()].after = entry }
        return Array(steps.values)
    }

    private func compare(
        _ step: Step, in pair: Pair, _ found: inout MirrorChanges, _ notices: inout MirrorNotices,
        _ open: inout [Pair]
    ) {
        // A refusal is told for what is there now, not for what went.
        var unheard = MirrorNotices()
        let old = step.before.flatMap { entry in entry.path(below: pair.prefix, &unheard).map { (entry, $0) }
        }
        let new = step.after.flatMap { entry in entry.path(below: pair.prefix, &notices).map { (entry, $0) } }
        guard let path = new?.1 ?? old?.1 else { return }
        let (oldFolder, newFolder) = (Self.folder(old?.0), Self.folder(new?.0))
        if oldFolder != nil || newFolder != nil {
            open.append(Pair(before: oldFolder, after: newFolder, prefix: path + "/", depth: pair.depth + 1))
        }
        let (oldFile, newFile) = (Self.file(old?.0), Self.file(new?.0))
        if oldFile != newFile {
            found.changes.append(MirrorChange(path: path, before: oldFile, after: newFile))
        }
    }

    private static func folder(_ entry: MirrorEntry?) -> ObjectID? {
        entry?.kind == .folder ? entry?.id : nil
    }

    private static func file(_ entry: MirrorEntry?) -> ObjectID? { entry?.kind == .file ? entry?.id : nil }
}
