internal import CLibgit2
internal import Glibc

/// Somebody's git repository on this machine, bare or with a work tree, read from its first commit to its newest.
///
/// Nothing in it is changed, nothing is checked out, and no program that it names is run. All calls block. Not for two
/// threads at once.
package final class GitHistory {
    /// As it was given.
    package let path: String
    /// What its HEAD stands on.
    package let head: ObjectID
    /// A shallow clone: where it was cut off, history begins.
    package var isShallow: Bool { !cut.isEmpty }

    let repository: Repository
    /// Commits whose parents were not cloned.
    let cut: Set<ObjectID>

    /// Whether a folder is a repository without a work tree.
    package static func isBare(_ path: String) -> Bool {
        Folder.kind(path + "/HEAD", following: true) == .file
            && Folder.kind(path + "/objects", following: true) == .folder
            && Folder.kind(path + "/refs", following: true) == .folder
    }

    /// - Parameter path: of a bare repository, or of a work tree with its `.git`; the folders above are not searched.
    /// - Throws: ``MirrorError`` of kind `absent` where there is no repository, `noBranch` where HEAD stands on no commit,
    ///   `malformed` for a store of our own, `disk`.
    package init(path: String) throws(MirrorError) {
        let place = try Self.place(path)
        self.path = path
        head = place.head
        cut = Self.cut(place.folder)
        repository = try MirrorError.storing { () throws(StoreError) in try Repository(path: place.folder) }
    }

    /// The repository's own folder (that of a linked work tree is the one it is linked to) and the commit of HEAD.
    private static func place(_ path: String) throws(MirrorError) -> (folder: String, head: ObjectID) {
        try MirrorError.storing { () throws(StoreError) in try GitLibrary.prepare() }
        let shown = Printable.text(path)
        var opened: OpaquePointer?
        let code = git_repository_open_ext(&opened, path, GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue, nil)
        defer { git_repository_free(opened) }
        guard code >= 0, let opened, let folder = git_repository_commondir(opened) else {
            let reason = code < 0 ? git_error_last()?.pointee.message.map { String(cString: $0) } : nil
            throw MirrorError(
                .absent,
                "\(shown): no git repository that can be read: \(Printable.text(reason ?? "no reason"))")
        }
        guard try !isStore(opened, path) else {
            throw MirrorError(
                .malformed,
                "\(shown): a store of Lexwatch, and no history of texts; to carry a store elsewhere, clone it"
            )
        }
        var reference: OpaquePointer?
        let found = git_repository_head(&reference, opened)
        defer { git_reference_free(reference) }
        guard found >= 0, let target = git_reference_target(reference) else {
            throw MirrorError(.noBranch, "\(shown): its HEAD stands on no commit; is anything in it?")
        }
        return (String(cString: folder), ObjectID(target.pointee))
    }

    private static func isStore(_ repository: OpaquePointer, _ path: String) throws(MirrorError) -> Bool {
        var config: OpaquePointer?
        try MirrorError.storing { () throws(StoreError) in
            try GitCall.check(
                git_repository_config_snapshot(&config, repository), "git_repository_config_snapshot",
                .reading(path))
        }
        defer { git_config_free(config) }
        var format: Int32 = 0
        return git_config_get_int32(&format, config, "lexwatch.format") >= 0
    }

    /// libgit2 1.5 does not know shallow clones; git notes the commits at which they end.
    private static func cut(_ folder: String) -> Set<ObjectID> {
        guard let file = fopen(folder + "/shallow", "re") else { return [] }
        defer { fclose(file) }
        var found: Set<ObjectID> = []
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, Int32(line.count), file) != nil {
            let digits = line.prefix(40).map { UInt8(bitPattern: $0) }
            if let id = ObjectID(String(decoding: digits, as: UTF8.self)) { found.insert(id) }
        }
        return found
    }
}
