internal import CLibgit2
internal import Glibc

/// One conversation with a remote.
final class RemoteSession {
    private let origin: MirrorOrigin
    private let watch: TransferWatch
    private let remote: OpaquePointer

    /// Connects.
    init(repository: Repository, origin: MirrorOrigin, watch: TransferWatch) throws(MirrorError) {
        self.origin = origin
        self.watch = watch
        var options = git_remote_create_options()
        var made: OpaquePointer?
        git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION))
        options.repository = repository.pointer
        options.flags =
            GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue | GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC.rawValue
        let code = git_remote_create_with_opts(&made, origin.url, &options)
        guard code >= 0, let made else { throw Self.failure(code, watch) }
        remote = made
        try connect()
    }

    deinit { git_remote_free(remote) }

    private func connect() throws(MirrorError) {
        var options = git_remote_connect_options()
        git_remote_connect_options_init(&options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
        options.callbacks = callbacks
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        try withProxy { proxy in
            options.proxy_opts = proxy
            return git_remote_connect_ext(remote, GIT_DIRECTION_FETCH, &options)
        }
    }

    /// The branch to follow, by its full name, and the commit that it points at.
    func branch() throws(MirrorError) -> (name: String, commit: ObjectID) {
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try check(git_remote_ls(&heads, &count, remote))
        let wanted: String
        if let named = origin.branch {
            wanted = "refs/heads/" + named
        } else {
            var buffer = git_buf()
            defer { git_buf_dispose(&buffer) }
            let code = git_remote_default_branch(&buffer, remote)
            guard code >= 0, let raw = buffer.ptr else {
                throw says(.noBranch, "holds no branch that its HEAD names")
            }
            wanted = String(cString: raw)
        }
        for index in 0..<count {
            guard let head = heads?[index]?.pointee, let name = head.name, String(cString: name) == wanted
            else {
                continue
            }
            return (wanted, ObjectID(head.oid))
        }
        throw says(.noBranch, "has no branch \(Printable.text(wanted))")
    }

    /// Fetches the objects of a branch; no reference of ours moves.
    func download(_ branch: String) throws(MirrorError) {
        var valid: Int32 = 0
        guard git_reference_name_is_valid(&valid, branch) >= 0, valid == 1 else {
            throw says(.noBranch, "has no branch \(Printable.text(branch))")
        }
        var options = git_fetch_options()
        git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
        options.callbacks = callbacks
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        options.update_fetchhead = 0
        var text = strdup("+\(branch):\(GitMirror.upstream)")
        defer { free(text) }
        try withProxy { proxy in
            options.proxy_opts = proxy
            return withUnsafeMutablePointer(to: &text) { first in
                var specs = git_strarray(strings: first, count: 1)
                return git_remote_download(remote, &specs, &options)
            }
        }
        git_remote_disconnect(remote)
    }

    /// Nobody is ever asked for a password: there is no callback for it.
    private var callbacks: git_remote_callbacks {
        var callbacks = git_remote_callbacks()
        git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION))
        callbacks.transfer_progress = { progress, payload in
            guard let progress = progress?.pointee, let watch = RemoteSession.watch(payload) else {
                return -1
            }
            let objects = max(progress.total_objects, progress.received_objects)
            return watch.has(bytes: progress.received_bytes, objects: Int(objects)) ? 0 : -1
        }
        callbacks.sideband_progress = { _, _, payload in
            (RemoteSession.watch(payload)?.mayGoOn() ?? false) ? 0 : -1
        }
        callbacks.pack_progress = { _, _, _, payload in
            (RemoteSession.watch(payload)?.mayGoOn() ?? false) ? 0 : -1
        }
        callbacks.payload = Unmanaged.passUnretained(watch).toOpaque()
        return callbacks
    }

    private static func watch(_ payload: UnsafeMutableRawPointer?) -> TransferWatch? {
        payload.map { Unmanaged<TransferWatch>.fromOpaque($0).takeUnretainedValue() }
    }

    private func withProxy(_ work: (git_proxy_options) -> Int32) throws(MirrorError) {
        var options = git_proxy_options()
        git_proxy_options_init(&options, UInt32(GIT_PROXY_OPTIONS_VERSION))
        options.type = GIT_PROXY_NONE
        guard let proxy = watch.peer.proxy else { return try check(work(options)) }
        try check(
            proxy.withCString { text in
                options.type = GIT_PROXY_SPECIFIED
                options.url = text
                return work(options)
            })
    }

    private func check(_ code: Int32) throws(MirrorError) {
        guard code < 0 else { return }
        throw Self.failure(code, watch)
    }

    private func says(_ kind: MirrorError.Kind, _ reason: String) -> MirrorError {
        MirrorError(kind, "\(watch.peer.name): \(reason)")
    }

    /// To be called at once after the call that failed. Our own reason comes first: libgit2 only knows that it was
    /// stopped.
    private static func failure(_ code: Int32, _ watch: TransferWatch) -> MirrorError {
        if let refusal = watch.refusal { return refusal }
        var kind = GIT_ERROR_NONE.rawValue
        var reason = "no reason given"
        if let last = git_error_last(), let message = last.pointee.message {
            kind = UInt32(bitPattern: last.pointee.klass)
            reason = Printable.text(String(cString: message))
        }
        return MirrorError(
            Self.kind(code: code, library: kind, reason: reason),
            "\(watch.peer.name): \(reason)")
    }

    static func kind(code: Int32, library: UInt32, reason: String) -> MirrorError.Kind {
        if code == GIT_EAUTH.rawValue { return .credentials }
        if code == GIT_ECERTIFICATE.rawValue { return .tls }
        // libgit2 1.5 has no code for these two.
        if reason.contains("authentication required") { return .credentials }
        if reason.contains("redirect") { return .redirectRefused }
        switch library {
        case GIT_ERROR_SSL.rawValue: return .tls
        case GIT_ERROR_OS.rawValue, GIT_ERROR_FILESYSTEM.rawValue, GIT_ERROR_ODB.rawValue,
            GIT_ERROR_NOMEMORY.rawValue:
            return .disk
        default: return .malformed
        }
    }
}
