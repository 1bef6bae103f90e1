internal import CLibgit2
internal import Glibc

/// One conversation with a host that keeps a copy, over http, https or ssh.
final class CopyLink {
    /// What a reference on the other side is to become.
    struct Update {
        var reference: String
        /// Where it must stand now; nil for nowhere.
        var old: ObjectID?
        var new: ObjectID
        /// Whether it may go anywhere else than forward.
        var isReplacement: Bool
    }

    let address: CopyAddress
    let access: CopyAccess
    let watch: TransferWatch
    let remote: OpaquePointer
    /// What the callbacks of libgit2 could not return.
    var refusal: CopyError?
    var expected: [String: Update] = [:]
    /// Reference to the reason that the other side gives.
    var rejected: [String: String] = [:]
    /// How often we were asked who we are: the same answer twice will not do.
    var asked = 0
    private var heads: [String: ObjectID]?

    /// Nothing is sent before it is used.
    init(repository: Repository, address: CopyAddress, access: CopyAccess, limits: MirrorLimits)
        throws(CopyError)
    {
        self.address = address
        self.access = access
        let proxy = address.way == .https ? access.proxy(address.text) : nil
        watch = TransferWatch(
            peer: TransferPeer(name: address.description, proxy: proxy, allowsAddress: { _, _ in true }),
            limits: limits, disk: repository.path, isCancelled: access.isCancelled)
        if address.way == .http, !access.allowsHTTP {
            throw CopyError(
                .address,
                "\(address): plain http can be changed by everybody on the way; git-schemes: http allows it")
        }
        try CopyError.storing { () throws(StoreError) in try Wire.register() }
        var options = git_remote_create_options()
        var made: OpaquePointer?
        git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION))
        options.repository = repository.pointer
        options.flags =
            GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue | GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC.rawValue
        let code = git_remote_create_with_opts(&made, address.text, &options)
        guard code >= 0, let made else {
            throw CopyError(.address, "\(address): \(Self.lastReason)")
        }
        remote = made
        if case .ssh = address.way {
            watch.breaker = .started(seconds: limits.deadline, isCancelled: access.isCancelled)
        }
    }

    deinit {
        git_remote_disconnect(remote)
        git_remote_free(remote)
        watch.breaker?.finish()
    }

    /// Connects for writing or for reading and asks where the references of the other side stand.
    func references(writing: Bool) throws(CopyError) -> [String: ObjectID] {
        if let heads { return heads }
        var options = git_remote_connect_options()
        git_remote_connect_options_init(&options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
        options.callbacks = callbacks
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        try withProxy { proxy in
            options.proxy_opts = proxy
            return git_remote_connect_ext(
                remote, writing ? GIT_DIRECTION_PUSH : GIT_DIRECTION_FETCH, &options)
        }
        var found: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try check(git_remote_ls(&found, &count, remote))
        var named: [String: ObjectID] = [:]
        for index in 0..<count {
            guard let head = found?[index]?.pointee, let name = head.name else { continue }
            named[String(cString: name)] = ObjectID(head.oid)
        }
        heads = named
        return named
    }

    /// Sends what the other side lacks, from references of the same names here, and moves its references, each only from where it is expected to stand.
    ///
    /// - Returns: what it refused, by reference, with its reasons.
    func push(_ updates: [Update]) throws(CopyError) -> [String: String] {
        expected = Dictionary(updates.map { ($0.reference, $0) }, uniquingKeysWith: { $1 })
        var options = git_push_options()
        git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION))
        options.callbacks = callbacks
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        options.pb_parallelism = 0
        let texts = updates.map { "\($0.isReplacement ? "+" : "")\($0.reference):\($0.reference)" }
        try withProxy { proxy in
            options.proxy_opts = proxy
            return Self.withStrings(texts) { specs in git_remote_upload(remote, specs, &options) }
        }
        return rejected
    }

    /// Fetches everything below the references that are named; `+from:to`.
    func fetch(_ specs: [String]) throws(CopyError) {
        var options = git_fetch_options()
        git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
        options.callbacks = callbacks
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        options.update_fetchhead = 0
        try withProxy { proxy in
            options.proxy_opts = proxy
            return Self.withStrings(specs) { specs in git_remote_download(remote, specs, &options) }
        }
    }

    private static func withStrings(
        _ texts: [String], _ work: (UnsafeMutablePointer<git_strarray>) -> Int32
    ) -> Int32 {
        var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            var array = git_strarray(strings: buffer.baseAddress, count: buffer.count)
            return work(&array)
        }
    }

    private func withProxy(_ work: (git_proxy_options) -> Int32) throws(CopyError) {
        var options = git_proxy_options()
        git_proxy_options_init(&options, UInt32(GIT_PROXY_OPTIONS_VERSION))
        options.type = GIT_PROXY_NONE
        let code: Int32 = watch.attending {
            guard let proxy = watch.peer.proxy else { return work(options) }
            return proxy.withCString { text in
                options.type = GIT_PROXY_SPECIFIED
                options.url = text
                return work(options)
            }
        }
        try check(code)
    }

    static var lastReason: String {
        guard let last = git_error_last(), let message = last.pointee.message else {
            return "no reason given"
        }
        return Printable.text(String(cString: message))
    }

    /// To be called at once after the call. Our own reasons come first: libgit2 only knows that it was stopped.
    private func check(_ code: Int32) throws(CopyError) {
        guard code < 0 else { return }
        let library = git_error_last().map { UInt32(bitPattern: $0.pointee.klass) } ?? GIT_ERROR_NONE.rawValue
        let reason = Self.lastReason
        if let refusal { throw refusal }
        if let refusal = watch.refusal { throw CopyError(refusal) }
        if !watch.mayGoOn(), let refusal = watch.refusal { throw CopyError(refusal) }
        throw CopyError(kind(code: code, library: library, reason: reason), "\(address): \(reason)")
    }

    private func kind(code: Int32, library: UInt32, reason: String) -> CopyError.Kind {
        if code == GIT_ENONFASTFORWARD.rawValue { return .conflict }
        if case .ssh = address.way, library == GIT_ERROR_SSH.rawValue {
            if code == GIT_EAUTH.rawValue { return .credentials }
            // What the other side's git says when it has no such repository comes this way too.
            return reason.contains("not appear to be a git repository") || reason.contains("not found")
                ? .noStore : .unreachable
        }
        // What it was sent did not pass its checks.
        if reason.contains("unpacking the sent packfile failed") { return .refused }
        if reason.contains("EOF") { return .unreachable }
        if reason.contains("unexpected http status code: 404") { return .noStore }
        if reason.contains("unexpected http status code: 403") { return .credentials }
        return CopyError(
            MirrorError(RemoteSession.kind(code: code, library: library, reason: reason), "")
        ).kind
    }
}
