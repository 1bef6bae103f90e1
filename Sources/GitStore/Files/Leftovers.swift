internal import Glibc

/// What a run that was killed leaves in a repository: locks that would stop the next one, and half-written
/// files that would only take room. To be called only while holding the run lock.
enum Leftovers {
    /// Removes them.
    ///
    /// - Returns: Paths that were removed.
    static func remove(from store: String) -> [String] {
        let top = Folder.names(store).filter { $0.hasSuffix(".lock") }.map { "\(store)/\($0)" }
        let references = Folder.everything(below: store + "/refs").filter { $0.kind == .file }.map(\.path)
            .filter { $0.hasSuffix(".lock") }
        let objects = Folder.everything(below: store + "/objects").filter { $0.kind == .file }.map(\.path)
            .filter(isTemporaryObject)
        let files = (top + references + objects).filter { unlink($0) == 0 }
        // A pack that upkeep was making; those that it was to replace are still there.
        let staging = "\(store)/objects/\(PackMaker.folder)"
        let isStaged = Folder.kind(staging) == .folder && (try? Folder.remove(staging)) != nil
        return (files + (isStaged ? [staging] : [])).sorted()
    }

    /// git and we begin temporary names with `tmp_`; libgit2 ends them in `_git2_` and six characters; `.lock` is an index
    /// being written.
    private static func isTemporaryObject(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last else { return false }
        return name.contains("_git2_") || name.hasPrefix("tmp_") || name.hasSuffix(".lock")
    }
}
