internal import CLibgit2

/// libgit2's process-wide settings, made once.
enum GitLibrary {
    private static let outcome: Int32 = {
        let started = git_libgit2_init()
        guard started >= 0 else { return started }
        // A store is read the same way on every machine: no configuration but its own.
        let levels = [
            GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
            GIT_CONFIG_LEVEL_GLOBAL,
        ]
        for level in levels {
            let code = lw_git_set_search_path(level.rawValue, "")
            guard code >= 0 else { return code }
        }
        // Without the first of these an acknowledged commit does not survive a power cut.
        let settings = [
            lw_git_enable_fsync_gitdir(1), lw_git_enable_strict_hash_verification(1),
            lw_git_enable_strict_object_creation(1),
            // The folder of a country has 256 shards, 9 kB, and every read passes it: libgit2 keeps trees up to 4 kB.
            lw_git_set_cache_object_limit(GIT_OBJECT_TREE, 32 << 10),
        ]
        return settings.first { $0 < 0 } ?? 0
    }()

    static func prepare() throws(StoreError) {
        guard outcome >= 0 else {
            throw .fault(call: "git_libgit2_init", code: Int(outcome), reason: "libgit2 does not start")
        }
    }
}
