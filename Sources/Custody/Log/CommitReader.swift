import Evidence
import GitStore

/// Says of commits what the log says of them.
struct CommitReader {
    let source: any ObjectSource

    func logged(_ name: ObjectName, on branch: StoreBranch) throws -> (entry: LoggedCommit, isSigned: Bool) {
        let commit = try source.commit(name)
        let parent = commit.parents.first
        let before = try parent.map { try source.commit($0).tree }
        let files = try TreeDifference(source: source).changes(from: before, to: commit.tree).map { change in
            LoggedCommit.File(path: change.path, fact: try change.name.map(fact))
        }
        return (
            LoggedCommit(branch: branch, commit: name, parent: parent, time: commit.time, files: files),
            commit.signature != nil
        )
    }

    private func fact(_ name: ObjectName) throws -> FileFact {
        let object = try source.object(name)
        return FileFact(bytes: object.bytes.count, sha256: object.bytes.withUnsafeBytes { SHA2.sha256($0) })
    }
}
