internal import CLibgit2
internal import Glibc
import Statute

/// A bare copy of one branch of somebody else's git repository. Nothing is ever checked out.
///
/// ```
/// <folder>/<40 hex of SHA-256 of address and branch>.git     refs/heads/upstream         what the remote has
///                                                            refs/lexwatch/kept/<id>     what it had and rewrote
/// ```
///
/// All calls block; the caller runs them on a thread of its own. Not for two threads at once.
package final class GitMirror {
    package let path: String
    package let origin: MirrorOrigin

    static let upstream = "refs/heads/upstream"
    static let kept = "refs/lexwatch/kept/"
    private static let marker = "lexwatch.mirror"

    let repository: Repository
    private let lock: RunLock

    /// Opens the mirror of an origin, making an empty one when there is none. Holds a lock until it goes.
    ///
    /// - Parameter folder: where mirrors are kept; made when it is not there.
    /// - Throws: ``MirrorError`` of kind `disk` or `locked`.
    package init(folder: String, origin: MirrorOrigin) throws(MirrorError) {
        let name = SHA256.hex(of: Array("\(origin.url)\n\(origin.branch ?? "")".utf8)).prefix(40)
        let path = "\(folder)/\(name).git"
        self.path = path
        self.origin = origin
        (lock, repository) = try MirrorError.storing { () throws(StoreError) in
            try GitLibrary.prepare()
            try Wire.register()
            try Folder.make(folder)
            let lock = try RunLock(path: path + ".lock")
            if Folder.kind(path) == .nothing { try Self.create(path, url: origin.url) }
            let repository = try Repository(path: path)
            try Self.check(repository, url: origin.url)
            // Of an update that was killed.
            _ = Leftovers.remove(from: path)
            return (lock, repository)
        }
    }

    /// Trusts the certificates of a PEM file too, beside those of the system, in the whole process: for a mirror
    /// inside a house that signs for itself. To be called before the first update.
    package static func trust(certificateFile: String) throws(MirrorError) {
        try MirrorError.storing { () throws(StoreError) in
            try GitLibrary.prepare()
            try GitCall.check(
                lw_git_set_ssl_cert_locations(certificateFile, nil), "git_libgit2_opts",
                .reading(certificateFile))
        }
    }

    /// What the remote had at the last update; nil before the first.
    package func tip() throws(MirrorError) -> ObjectID? {
        try MirrorError.storing { () throws(StoreError) in try repository.tip(Self.upstream) }
    }

    /// Seconds since 1970 that a commit names as its time. The remote chose them.
    package func time(of commit: ObjectID) throws(MirrorError) -> Int64 {
        try MirrorError.storing { () throws(StoreError) in try repository.commit(commit).time }
    }

    /// Made whole beside its place and moved there: a run that dies here leaves no half of a mirror.
    private static func create(_ path: String, url: String) throws(StoreError) {
        let draft = path + ".new"
        _ = Leftovers.remove(from: draft)
        var options = git_repository_init_options()
        try GitCall.check(
            git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
            "git_repository_init_options_init", .writing(draft))
        options.flags =
            GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKDIR.rawValue
            | GIT_REPOSITORY_INIT_NO_DOTGIT_DIR.rawValue
        var repository: OpaquePointer?
        let code = "upstream".withCString { head in
            options.initial_head = head
            return git_repository_init_ext(&repository, draft, &options)
        }
        try GitCall.check(code, "git_repository_init_ext", .writing(draft))
        defer { git_repository_free(repository) }
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config(&config, repository), "git_repository_config", .writing(draft))
        defer { git_config_free(config) }
        for name in ["core.protecthfs", "core.protectntfs"] {
            try GitCall.check(git_config_set_bool(config, name, 1), "git_config_set_bool", .writing(draft))
        }
        try GitCall.check(
            git_config_set_int32(config, "gc.auto", 0), "git_config_set_int32", .writing(draft))
        try GitCall.check(
            git_config_set_string(config, marker, url), "git_config_set_string", .writing(draft))
        for entry in Folder.everything(below: draft) where entry.kind != .other {
            Folder.synchronise(entry.path)
        }
        Folder.synchronise(draft)
        guard rename(draft, path) == 0 else { throw Folder.cannotWrite(path) }
        Folder.synchronise(Folder.parent(path))
    }

    private static func check(_ repository: Repository, url: String) throws(StoreError) {
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config_snapshot(&config, repository.pointer), "git_repository_config_snapshot",
            .reading(repository.path))
        defer { git_config_free(config) }
        var found: UnsafePointer<CChar>?
        guard git_config_get_string(&found, config, marker) >= 0, let found, String(cString: found) == url
        else {
            throw .foreign(path: repository.path, found: "\(marker) in its configuration is not this address")
        }
    }
}
