internal import CLibgit2
internal import Glibc

extension GitStore {
    private static let marker = "lexwatch.format"

    /// The repository at a path; nil when there is nothing or an empty folder.
    static func existing(_ path: String) throws(StoreError) -> Repository? {
        switch Folder.kind(path, following: true) {
        case .nothing:
            guard errno == ENOENT || errno == ENOTDIR else {
                throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
            }
            return nil
        case .file, .other:
            throw .foreign(path: path, found: "a file")
        case .folder:
            if Folder.names(path).isEmpty { return nil }
        }
        let repository = try Repository(path: path)
        try checkFormat(repository)
        return repository
    }

    /// Makes a store under another name beside the path and moves it there whole: a run that dies while
    /// making it leaves nothing at the path.
    static func create(_ path: String) throws(StoreError) -> Repository {
        try GitLibrary.prepare()
        let draft = path + ".new"
        // Of a run that died here; its locks would stop this one.
        _ = Leftovers.remove(from: draft)
        try initialise(draft)
        for entry in Folder.everything(below: draft) where entry.kind != .other {
            Folder.synchronise(entry.path)
        }
        Folder.synchronise(draft)
        guard rename(draft, path) == 0 else { throw Folder.cannotWrite(path) }
        Folder.synchronise(Folder.parent(path))
        return try Repository(path: path)
    }

    private static func initialise(_ path: String) throws(StoreError) {
        var options = git_repository_init_options()
        try GitCall.check(
            git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
            "git_repository_init_options_init", .writing(path))
        options.flags =
            GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKDIR.rawValue
            | GIT_REPOSITORY_INIT_NO_DOTGIT_DIR.rawValue
        var repository: OpaquePointer?
        let code = StoreBranch.versions.rawValue.withCString { head in
            options.initial_head = head
            return git_repository_init_ext(&repository, path, &options)
        }
        try GitCall.check(code, "git_repository_init_ext", .writing(path))
        defer { git_repository_free(repository) }
        var config: OpaquePointer?
        try GitCall.check(git_repository_config(&config, repository), "git_repository_config", .writing(path))
        defer { git_config_free(config) }
        for name in ["core.bare", "core.protecthfs", "core.protectntfs"] {
            try GitCall.check(git_config_set_bool(config, name, 1), "git_config_set_bool", .writing(path))
        }
        try GitCall.check(
            git_config_set_int32(config, marker, Int32(format)), "git_config_set_int32", .writing(path))
        // git itself must not repack or prune while a run writes.
        try keepOthersOut(config, of: path)
    }

    private static func checkFormat(_ repository: Repository) throws(StoreError) {
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config_snapshot(&config, repository.pointer), "git_repository_config_snapshot",
            .reading(repository.path))
        defer { git_config_free(config) }
        var found: Int32 = 0
        let code = git_config_get_int32(&found, config, marker)
        if code == GIT_ENOTFOUND.rawValue {
            throw .foreign(
                path: repository.path, found: "a git repository without \(marker) in its configuration")
        }
        guard code >= 0, found > 0 else {
            throw .foreign(
                path: repository.path, found: "\(marker) in its configuration is no number of ours")
        }
        guard found <= format else {
            throw .newerFormat(path: repository.path, found: Int(found), known: format)
        }
    }
}
