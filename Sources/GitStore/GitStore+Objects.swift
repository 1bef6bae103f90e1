internal import CLibgit2

extension GitStore {
    /// A file's bytes by its id, wherever it stands or stood.
    ///
    /// - Throws: ``StoreError`` when the store has no such object, or it is no file.
    package func blob(_ id: ObjectID) throws(StoreError) -> [UInt8] {
        try repository.blob(id)
    }

    /// An object as git hashes it: its type by git's number (1 commit, 2 tree, 3 blob, 4 tag) and its bytes.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when there is none of that name, or its bytes give another name.
    package func object(_ id: ObjectID) throws(StoreError) -> (kind: UInt8, bytes: [UInt8]) {
        var raw = id.raw
        var object: OpaquePointer?
        try GitCall.check(
            git_odb_read(&object, repository.database, &raw), "git_odb_read", .reading("\(path) \(id)"))
        defer { git_odb_object_free(object) }
        let bytes = Array(
            UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object)))
        return (UInt8(clamping: git_odb_object_type(object).rawValue), bytes)
    }
}
