internal import CLibgit2

/// One handle of libgit2 on one bare repository. Not for two threads at once: nothing that holds it is
/// Sendable, so the compiler sees to that.
final class Repository {
    let path: String
    let pointer: OpaquePointer
    let database: OpaquePointer
    /// How many commits, trees and blobs were looked up: what a read costs.
    private(set) var reads = 0

    /// - Throws: ``StoreError/foreign(path:found:)`` when it is no bare repository.
    init(path: String) throws(StoreError) {
        try GitLibrary.prepare()
        var opened: OpaquePointer?
        let code = git_repository_open_bare(&opened, path)
        if code == GIT_ENOTFOUND.rawValue { throw .foreign(path: path, found: "no bare git repository") }
        try GitCall.check(code, "git_repository_open_bare", .reading(path))
        guard let opened else { throw .fault(call: "git_repository_open_bare", code: 0, reason: "no handle") }
        var odb: OpaquePointer?
        let odbCode = git_repository_odb(&odb, opened)
        guard odbCode >= 0, let odb else {
            git_repository_free(opened)
            try GitCall.check(odbCode, "git_repository_odb", .reading(path))
            throw .fault(call: "git_repository_odb", code: 0, reason: "no handle")
        }
        self.path = path
        pointer = opened
        database = odb
    }

    deinit {
        git_odb_free(database)
        git_repository_free(pointer)
    }

    /// The commit a reference points at; nil when there is no such reference.
    func tip(_ reference: String) throws(StoreError) -> ObjectID? {
        var raw = git_oid()
        let code = git_reference_name_to_id(&raw, pointer, reference)
        if code == GIT_ENOTFOUND.rawValue { return nil }
        try GitCall.check(code, "git_reference_name_to_id", .reading("\(path) \(reference)"))
        return ObjectID(raw)
    }

    /// Names of references below a prefix, sorted.
    func references(below prefix: String) throws(StoreError) -> [String] {
        var iterator: OpaquePointer?
        try GitCall.check(
            git_reference_iterator_glob_new(&iterator, pointer, prefix + "*"),
            "git_reference_iterator_glob_new",
            .reading("\(path) \(prefix)"))
        defer { git_reference_iterator_free(iterator) }
        var names: [String] = []
        while true {
            var name: UnsafePointer<CChar>?
            let code = git_reference_next_name(&name, iterator)
            if code == GIT_ITEROVER.rawValue { return names.sorted() }
            try GitCall.check(code, "git_reference_next_name", .reading("\(path) \(prefix)"))
            if let name { names.append(String(cString: name)) }
        }
    }

    /// Moves a reference from one commit to another, or makes it when `old` is nil.
    ///
    /// - Returns: false when it was no longer at `old`, or is being moved by somebody else.
    func move(_ reference: String, from old: ObjectID?, to new: ObjectID) throws(StoreError) -> Bool {
        // Libgit2 makes missing folders, too, but does not ask the disk to keep them.
        try Folder.make(Folder.parent("\(path)/\(reference)"))
        var made: OpaquePointer?
        defer { git_reference_free(made) }
        var target = new.raw
        let code: Int32
        if let old {
            var expected = old.raw
            code = git_reference_create_matching(&made, pointer, reference, &target, 1, &expected, nil)
        } else {
            code = git_reference_create_matching(&made, pointer, reference, &target, 0, nil, nil)
        }
        if GitCall.isConflict(code) { return false }
        try GitCall.check(code, "git_reference_create_matching", .writing("\(path) \(reference)"))
        return true
    }

    /// Deletes a reference; nothing happens when there is none.
    func delete(_ reference: String) throws(StoreError) {
        let code = git_reference_remove(pointer, reference)
        if code == GIT_ENOTFOUND.rawValue { return }
        try GitCall.check(code, "git_reference_remove", .writing("\(path) \(reference)"))
    }

    func tree(_ id: ObjectID) throws(StoreError) -> Tree {
        reads += 1
        var raw = id.raw
        var found: OpaquePointer?
        try GitCall.check(
            git_tree_lookup(&found, pointer, &raw), "git_tree_lookup", .reading("\(path) tree \(id)"))
        guard let found else { throw .fault(call: "git_tree_lookup", code: 0, reason: "no tree") }
        return Tree(pointer: found)
    }

    func blob(_ id: ObjectID) throws(StoreError) -> [UInt8] {
        reads += 1
        var raw = id.raw
        var found: OpaquePointer?
        try GitCall.check(
            git_blob_lookup(&found, pointer, &raw), "git_blob_lookup", .reading("\(path) blob \(id)"))
        defer { git_blob_free(found) }
        guard let found, let content = git_blob_rawcontent(found) else { return [] }
        return Array(UnsafeRawBufferPointer(start: content, count: Int(git_blob_rawsize(found))))
    }

    /// An object's bytes as they are hashed.
    func bytes(_ id: ObjectID, _ kind: PackKind) throws(StoreError) -> [UInt8] {
        reads += 1
        var raw = id.raw
        var object: OpaquePointer?
        try GitCall.check(git_odb_read(&object, database, &raw), "git_odb_read", .reading("\(path) \(id)"))
        defer { git_odb_object_free(object) }
        guard git_odb_object_type(object) == kind.type else {
            throw .damaged(path: "\(path) \(id)", reason: "an object of another kind")
        }
        guard let content = git_odb_object_data(object) else { return [] }
        return Array(UnsafeRawBufferPointer(start: content, count: git_odb_object_size(object)))
    }

    func commit(_ id: ObjectID) throws(StoreError) -> Commit {
        reads += 1
        var raw = id.raw
        var found: OpaquePointer?
        try GitCall.check(
            git_commit_lookup(&found, pointer, &raw), "git_commit_lookup", .reading("\(path) commit \(id)"))
        guard let found else { throw .fault(call: "git_commit_lookup", code: 0, reason: "no commit") }
        return Commit(pointer: found)
    }
}
