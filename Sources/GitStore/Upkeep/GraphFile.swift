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
        // Git's own name for it: a git that writes one at the same time keeps out of the way.
        let draft = path + ".lock"
        try FreeSpace.require(bytes: bytes.count, files: 1, at: objects)
        try Folder.write(bytes, to: draft)
        guard rename(draft, path) == 0 else { throw Folder.cannotWrite(path) }
        try Folder.settle(folder)
        if Folder.kind(chain) == .folder { try Folder.remove(chain) }
        return true
    }
}

extension Folder {
    /// Writes a file that is not there yet, on disk when this returns.
    static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                rest.baseAddress.map { Glibc.write(descriptor, $0 + done, rest.count - done) } ?? 0
            }
            guard count > 0 || (count < 0 && errno == EINTR) else {
                let failure = cannotWrite(path)
                unlink(path)
                throw failure
            }
            done += max(0, count)
        }
        guard fsync(descriptor) == 0 else {
            let failure = cannotWrite(path)
            unlink(path)
            throw failure
        }
    }
}
