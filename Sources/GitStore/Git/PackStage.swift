internal import CLibgit2

/// Keeps new objects in memory until they are written as one pack.
///
/// libgit2 gives every write to the memory backend from the moment this exists; what is not flushed is never
/// on disk. With fsync on, a pack costs a handful of synchronous writes where loose objects cost three each.
final class PackStage {
    private let repository: Repository
    private let signer: CommitSigner?
    /// Owned by the repository's object database, which frees it.
    private let memory: UnsafeMutablePointer<git_odb_backend>
    private var fresh: [git_oid] = []
    private var known: Set<ObjectID> = []
    /// Content bytes that wait for ``flush()``; trees and commits are counted by an estimate.
    private(set) var waiting = 0
    private(set) var packs = 0
    private(set) var objects = 0

    init(repository: Repository, signer: CommitSigner?) throws(StoreError) {
        var backend: UnsafeMutablePointer<git_odb_backend>?
        try GitCall.check(git_mempack_new(&backend), "git_mempack_new", .writing(repository.path))
        guard let backend else { throw .fault(call: "git_mempack_new", code: 0, reason: "no backend") }
        try GitCall.check(
            git_odb_add_backend(repository.database, backend, 999), "git_odb_add_backend",
            .writing(repository.path))
        self.repository = repository
        self.signer = signer
        memory = backend
    }

    func blob(_ bytes: [UInt8]) throws(StoreError) -> ObjectID {
        var raw = git_oid()
        let code = bytes.withUnsafeBytes {
            git_blob_create_from_buffer(&raw, repository.pointer, $0.baseAddress, $0.count)
        }
        try GitCall.check(code, "git_blob_create_from_buffer", .writing(repository.path))
        return noted(raw, size: bytes.count)
    }

    /// Writes what a tree builder holds.
    func tree(_ builder: OpaquePointer?) throws(StoreError) -> ObjectID {
        var raw = git_oid()
        try GitCall.check(
            git_treebuilder_write(&raw, builder), "git_treebuilder_write", .writing(repository.path))
        return noted(raw, size: 64 * Int(git_treebuilder_entrycount(builder)))
    }

    /// A commit by one hand: author and committer, and their times, are the same. No tree is the empty one.
    func commit(
        tree: ObjectID?, parent: ObjectID?, message: CommitMessage, author: Author, time: UInt32
    ) throws(StoreError) -> ObjectID {
        let root: ObjectID
        if let tree { root = tree } else { root = try emptyTree() }
        let text = try CommitText(
            tree: root, parent: parent, message: message, author: author, time: time, signer: signer)
        var raw = git_oid()
        let code = text.bytes.withUnsafeBytes {
            git_odb_write(&raw, repository.database, $0.baseAddress, $0.count, GIT_OBJECT_COMMIT)
        }
        try GitCall.check(code, "git_odb_write", .writing(repository.path))
        return noted(raw, size: text.bytes.count)
    }

    /// Takes an object over from another repository, byte for byte.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when it is there not what its name says.
    func copy(_ id: ObjectID, from source: Repository) throws(StoreError) {
        var raw = id.raw
        var object: OpaquePointer?
        try GitCall.check(
            git_odb_read(&object, source.database, &raw), "git_odb_read", .reading("\(source.path) \(id)"))
        defer { git_odb_object_free(object) }
        var written = git_oid()
        try GitCall.check(
            git_odb_write(
                &written, repository.database, git_odb_object_data(object), git_odb_object_size(object),
                git_odb_object_type(object)),
            "git_odb_write", .writing(repository.path))
        guard noted(written, size: git_odb_object_size(object)) == id else {
            throw .damaged(path: "\(source.path) \(id)", reason: "its bytes give another name")
        }
    }

    /// Writes everything that waits as one pack, fsynced, and forgets it. Nothing is written for nothing.
    func flush() throws(StoreError) {
        defer { discard() }
        guard !fresh.isEmpty else { return }
        // libgit2 writes packs through a memory map: on a full disk that ends the process, so look first.
        try FreeSpace.require(bytes: waiting + 4_096 + fresh.count * 128, files: 4, at: repository.path)
        var builder: OpaquePointer?
        try GitCall.check(
            git_packbuilder_new(&builder, repository.pointer), "git_packbuilder_new",
            .writing(repository.path))
        defer { git_packbuilder_free(builder) }
        git_packbuilder_set_threads(builder, 0)
        for var id in fresh {
            try GitCall.check(
                git_packbuilder_insert(builder, &id, nil), "git_packbuilder_insert", .writing(repository.path)
            )
        }
        try GitCall.check(
            git_packbuilder_write(builder, nil, 0, nil, nil), "git_packbuilder_write",
            .writing(repository.path + "/objects/pack"))
        packs += 1
        objects += fresh.count
    }

    /// Forgets everything that waits.
    func discard() {
        fresh = []
        known = []
        waiting = 0
        git_mempack_reset(memory)
    }

    /// The tree with nothing in it.
    private func emptyTree() throws(StoreError) -> ObjectID {
        var builder: OpaquePointer?
        try GitCall.check(
            git_treebuilder_new(&builder, repository.pointer, nil), "git_treebuilder_new",
            .writing(repository.path))
        defer { git_treebuilder_free(builder) }
        return try tree(builder)
    }

    /// Remembers an object that was written just now, unless the store had it before.
    private func noted(_ raw: git_oid, size: Int) -> ObjectID {
        let id = ObjectID(raw)
        var copy = raw
        if lw_git_backend_holds(memory, &copy) == 1, known.insert(id).inserted {
            fresh.append(raw)
            waiting += size
        }
        return id
    }
}
