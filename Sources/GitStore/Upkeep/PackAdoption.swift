internal import CLibgit2
internal import Glibc

/// Gives a pack that lost its index a new one. A run that is killed between the names of the two leaves such a pack, and
/// so does somebody who deletes an index; what is in it may be all there is, so that it is read before anything else.
struct PackAdoption {
    let maker: PackMaker

    /// - Returns: false when the pack is not whole; it stays as it is.
    func adopt(_ pack: String) throws(StoreError) -> Bool {
        try maker.prepare()
        var indexer: OpaquePointer?
        var options = git_indexer_options()
        try GitCall.check(
            git_indexer_options_init(&options, UInt32(GIT_INDEXER_OPTIONS_VERSION)),
            "git_indexer_options_init",
            .writing(maker.staging))
        try GitCall.check(
            git_indexer_new(&indexer, maker.staging, 0o444, nil, &options), "git_indexer_new",
            .writing(maker.staging))
        defer { git_indexer_free(indexer) }
        guard try isRead(pack, indexer), let made = try PackFiles.all(in: maker.staging).first else {
            return false
        }
        // The indexer writes the pack again, byte for byte; ours is there already.
        let index = String(pack.dropLast(4)) + "idx"
        try Folder.settle(made.index)
        guard rename(made.index, index) == 0 else { throw Folder.cannotWrite(index) }
        try Folder.keep(Folder.parent(index))
        try Folder.remove(maker.staging)
        return true
    }

    private func isRead(_ pack: String, _ indexer: OpaquePointer?) throws(StoreError) -> Bool {
        try FreeSpace.require(bytes: Folder.bytes(pack) * 2, files: 4, at: maker.staging)
        let descriptor = open(pack, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var progress = git_indexer_progress()
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else { return false }
            if count == 0 { return git_indexer_commit(indexer, &progress) >= 0 }
            guard git_indexer_append(indexer, piece, count, &progress) >= 0 else { return false }
        }
    }
}
