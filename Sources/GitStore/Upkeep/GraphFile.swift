internal import Glibc

/// `objects/info/commit-graph`, replaced as a whole.
struct GraphFile {
    let objects: String

    /// - Returns: false when these commits cannot be written down; a file that is there goes then, since it is derived.
    func write(_ commits: [CommitGraph.Commit]) throws(StoreError) -> Bool {
        let folder = objects + "/info"
        let path = folder + "/commit-graph"
        guard let bytes = CommitGraph.bytes(commits) else {
            unlink(path)
            return false
        }
        try Folder.make(folder)
        // A graph that stock git keeps in several files is of no more use; the one file counts before them.
        let chain = folder + "/commit-graphs"
        try FreeSpace.require(bytes: bytes.count, files: 1, at: objects)
        // Git's own name for it: a git that writes one at the same time keeps out of the way.
        let file = try NewFile(path + ".lock")
        try file.write(bytes)
        try file.synchronise()
        try file.publish(as: path)
        try Folder.keep(folder)
        if Folder.kind(chain) == .folder { try Folder.remove(chain) }
        return true
    }
}
