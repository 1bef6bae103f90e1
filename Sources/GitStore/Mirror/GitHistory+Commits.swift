internal import CLibgit2

extension GitHistory {
    /// Every commit up to HEAD: parents before their children, the first parent's line before what was merged into it. So
    /// a history that grew begins as it did before.
    ///
    /// It holds some 200 bytes a commit. Replace refs and grafts are not followed.
    ///
    /// - Throws: ``MirrorError`` of kind `disk` where a commit is missing.
    package func commits() throws(MirrorError) -> [ObjectID] {
        var ordered: [ObjectID] = []
        var seen: Set<ObjectID> = [head]
        var open: [(id: ObjectID, parents: [ObjectID], next: Int)] = [(head, try parents(of: head), 0)]
        while let top = open.last {
            if top.next == top.parents.count {
                ordered.append(top.id)
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            let parent = top.parents[top.next]
            if seen.insert(parent).inserted { open.append((parent, try parents(of: parent), 0)) }
        }
        return ordered
    }

    /// When the author says that a commit was written, Unix seconds.
    package func authored(_ commit: ObjectID) throws(MirrorError) -> Int64 {
        try MirrorError.storing { () throws(StoreError) in
            let commit = try repository.commit(commit)
            return git_commit_author(commit.pointer)?.pointee.when.time ?? commit.time
        }
    }

    func parents(of commit: ObjectID) throws(MirrorError) -> [ObjectID] {
        if cut.contains(commit) { return [] }
        return try MirrorError.storing { () throws(StoreError) in
            let commit = try repository.commit(commit)
            return (0..<git_commit_parentcount(commit.pointer)).compactMap {
                git_commit_parent_id(commit.pointer, $0).map { ObjectID($0.pointee) }
            }
        }
    }
}
