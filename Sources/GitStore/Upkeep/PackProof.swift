internal import CLibgit2
internal import Glibc

/// Reads objects from one pack alone and compares each with its name: what is said to be in a pack is in it.
struct PackProof {
    let pack: PackFiles

    /// - Parameter wanted: What must be there; nil for all that its index names.
    /// - Returns: The objects that are there and right.
    /// - Throws: ``StoreError/damaged(path:reason:)`` for the first that is not.
    @discardableResult
    func check(_ wanted: Set<ObjectID>? = nil) throws(StoreError) -> Set<ObjectID> {
        forget()
        var database: OpaquePointer?
        try GitCall.check(git_odb_new(&database), "git_odb_new", .reading(pack.pack))
        guard let database else { throw .fault(call: "git_odb_new", code: 0, reason: "no handle") }
        defer { git_odb_free(database) }
        try GitCall.check(
            lw_git_odb_add_pack(database, pack.index), "git_odb_backend_one_pack", .reading(pack.pack))
        var proved: Set<ObjectID> = []
        // In the order of the pack, in which what an object is a difference to was read just before it.
        for entry in try pack.entries() where wanted?.contains(entry.key) ?? true {
            var id = entry.key.raw
            var object: OpaquePointer?
            let code = git_odb_read(&object, database, &id)
            git_odb_object_free(object)
            guard code >= 0 else {
                throw .damaged(path: pack.pack, reason: "object \(entry.key) does not read back")
            }
            proved.insert(entry.key)
        }
        if let wanted, let lost = wanted.first(where: { !proved.contains($0) }) {
            throw .damaged(path: pack.pack, reason: "object \(lost) is not in it")
        }
        return proved
    }

    /// Has the system read the file from the disk again instead of from memory.
    private func forget() {
        let descriptor = open(pack.pack, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
        close(descriptor)
    }
}
