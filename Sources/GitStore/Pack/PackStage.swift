internal import CLibgit2

/// Keeps new objects in memory until they are written as one pack, by us and not by libgit2 (docs/decisions/0022).
///
/// While the next objects are being made, others are compared and deflated on all cores (``PackShare``). What is not
/// flushed is never on disk; a flush costs three synchronous writes, however many objects it has.
final class PackStage {
    /// How many differences may have to be undone, one after another, to read an object; git's own limit.
    static let depth = 50
    /// Bytes and objects that make a share.
    private static let share = (bytes: 256 << 10, objects: 256)

    private let repository: Repository
    private let signer: CommitSigner?
    private let workers = PackWorkers()
    private var shares: [PackShare] = []
    private var open = PackShare()
    private var ids: [ObjectID] = []
    /// How far each object may be from a whole one.
    private var depths: [Int] = []
    private var numbers: [ObjectID: Int] = [:]
    /// The next commit is made of trees that are not on disk yet.
    private var trees: [ObjectID: [UInt8]] = [:]
    private var bases = DeltaBases()
    /// Content bytes that wait for ``flush()``.
    private(set) var waiting = 0
    private(set) var packs = 0
    private(set) var objects = 0

    init(repository: Repository, signer: CommitSigner?) throws(StoreError) {
        self.repository = repository
        self.signer = signer
        // A run that was killed after it named a pack may have left that name in memory only, and we rely on its objects.
        try Folder.keep(repository.path + "/objects/pack")
    }

    deinit { workers.finish() }

    /// - Parameter path: Where the text will stand; what stood there or near it is what it is compared with.
    func blob(_ bytes: [UInt8], at path: StorePath) throws(StoreError) -> ObjectID {
        let id = try name(bytes, .blob)
        guard isNew(id) else { return id }
        add(id, .blob, bytes, bases: bases.candidates(for: path, size: bytes.count))
        bases.add(bytes, number: numbers.count - 1, at: path)
        return id
    }

    /// - Parameter old: The tree that this one takes the place of.
    func tree(_ bytes: [UInt8], replacing old: ObjectID?) throws(StoreError) -> ObjectID {
        let id = try name(bytes, .tree)
        guard isNew(id) else { return id }
        add(id, .tree, bytes, bases: base(old))
        trees[id] = bytes
        return id
    }

    /// A tree, whether it is on disk or not.
    func tree(_ id: ObjectID) throws(StoreError) -> TreeBytes {
        let bytes: [UInt8]
        if let waiting = trees[id] { bytes = waiting } else { bytes = try repository.bytes(id, .tree) }
        guard let tree = TreeBytes(bytes) else {
            throw .damaged(path: "\(repository.path) tree \(id)", reason: "its bytes are no tree")
        }
        return tree
    }

    /// A commit by one hand: author and committer, and their times, are the same. No tree is the empty one.
    func commit(
        tree: ObjectID?, parent: ObjectID?, message: CommitMessage, author: Author, time: UInt32
    ) throws(StoreError) -> ObjectID {
        let root: ObjectID
        if let tree { root = tree } else { root = try self.tree([], replacing: nil) }
        let text = try CommitText(
            tree: root, parent: parent, message: message, author: author, time: time, signer: signer)
        let id = try name(text.bytes, .commit)
        if isNew(id) { add(id, .commit, text.bytes, bases: []) }
        return id
    }

    /// Takes an object over from another repository, byte for byte.
    ///
    /// - Parameters:
    ///   - old: The tree that a tree takes the place of.
    ///   - path: Where a text stands; nil for what is none.
    /// - Throws: ``StoreError/damaged(path:reason:)`` when it is there not what its name says.
    func copy(
        _ id: ObjectID, _ kind: PackKind, from source: Repository, replacing old: ObjectID? = nil,
        at path: StorePath? = nil
    )
        throws(StoreError)
    {
        guard isNew(id) else { return }
        let bytes = try source.bytes(id, kind)
        guard try name(bytes, kind) == id else {
            throw .damaged(path: "\(source.path) \(id)", reason: "its bytes give another name")
        }
        switch kind {
        case .tree: _ = try tree(bytes, replacing: old)
        case .blob where path != nil:
            if let path { _ = try blob(bytes, at: path) }
        default: add(id, kind, bytes, bases: [])
        }
    }

    /// Writes everything that waits as one pack, fsynced, and forgets it. Nothing is written for nothing.
    func flush() throws(StoreError) {
        defer { discard() }
        guard !ids.isEmpty else { return }
        if shares.isEmpty {
            // One night's few texts are no work for another thread.
            open.make()
            shares.append(open)
        } else {
            close()
            workers.finish()
        }
        guard !shares.contains(where: \.hasFailed) else {
            throw .fault(call: "deflate", code: 0, reason: "no memory")
        }
        let size = shares.reduce(0) { $0 + $1.output.count }
        // A full disk is said before anything is written.
        try FreeSpace.require(bytes: size + 4_096 + ids.count * 64, files: 4, at: repository.path)
        var file = try PackFile(folder: repository.path + "/objects/pack", objects: ids.count, size: size)
        var number = 0
        for share in shares {
            for ready in share.ready {
                try file.add(ids[number], ready, from: share.output)
                number += 1
            }
        }
        try file.finish()
        try GitCall.check(
            git_odb_refresh(repository.database), "git_odb_refresh", .reading(repository.path))
        packs += 1
        objects += ids.count
    }

    /// Forgets everything that waits.
    func discard() {
        workers.finish()
        shares = []
        open = PackShare()
        ids = []
        depths = []
        numbers = [:]
        trees = [:]
        bases = DeltaBases()
        waiting = 0
    }

    // MARK: Steps

    /// The id of an object, by libgit2, whose SHA-1 refuses what the known attacks make.
    private func name(_ bytes: [UInt8], _ kind: PackKind) throws(StoreError) -> ObjectID {
        var raw = git_oid()
        let code = bytes.withUnsafeBytes { git_odb_hash(&raw, $0.baseAddress, $0.count, kind.type) }
        try GitCall.check(code, "git_odb_hash", .writing(repository.path))
        return ObjectID(raw)
    }

    /// Whether an object neither waits nor is in the store.
    private func isNew(_ id: ObjectID) -> Bool {
        if numbers[id] != nil { return false }
        var raw = id.raw
        // Packs that somebody else has just added are not looked for: an object may well stand in two of them.
        return git_odb_exists_ext(repository.database, &raw, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 0
    }

    private func add(
        _ id: ObjectID, _ kind: PackKind, _ bytes: [UInt8], bases: [(number: Int, bytes: [UInt8])]
    ) {
        let bases = bases.filter { depths[$0.number] < Self.depth }
        numbers[id] = ids.count
        ids.append(id)
        // Whether it will be a difference is not known yet; that it may be is enough.
        depths.append(bases.reduce(0) { max($0, depths[$1.number] + 1) })
        waiting += bytes.count
        open.add(PackShare.Item(kind: kind, bytes: bytes, bases: bases))
        if open.size >= Self.share.bytes || open.count >= Self.share.objects { close() }
    }

    private func base(_ tree: ObjectID?) -> [(number: Int, bytes: [UInt8])] {
        guard let tree, let number = numbers[tree], let bytes = trees[tree] else { return [] }
        return [(number, bytes)]
    }

    /// Hands over the objects that came last.
    private func close() {
        guard open.count > 0 else { return }
        shares.append(open)
        workers.take(open)
        open = PackShare()
    }
}
