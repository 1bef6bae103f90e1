internal import Glibc

/// A store in the making: it stands beside its place, `.unfinished`, until it is whole. What dies before leaves nothing
/// at the place, and what it left beside it is taken away by the next try.
package final class StoreDraft {
    private let path: String
    private let draft: String
    private var opened: GitStore?

    /// - Parameter signer: signs the commits that are made; those that are taken over keep their signatures.
    /// - Throws: ``StoreError``: `refused` when something stands at the path that is not an empty folder, `foreign` when
    ///   what stands beside it is not ours, `locked` when it is being made by another.
    package init(path: String, signer: CommitSigner? = nil) throws(StoreError) {
        self.path = path
        draft = path + ".unfinished"
        try Self.checkFree(path)
        do {
            // Whoever holds the lock of the last try is still at it.
            let lock = try RunLock(path: draft + ".lock")
            defer { withExtendedLifetime(lock) {} }
            if try GitStore.existing(draft) != nil { try Folder.remove(draft) }
        }
        opened = try GitStore(path: draft, access: .writing, signer: signer)
    }

    /// The store, for writing; nil when it is finished.
    package var store: GitStore? { opened }

    /// Puts the store at its place. Nobody may use it as a draft from then on.
    package func finish() throws(StoreError) {
        opened = nil
        try Self.checkFree(path)
        Folder.synchronise(draft)
        guard rename(draft, path) == 0 else { throw Folder.cannotWrite(path) }
        Folder.synchronise(Folder.parent(path))
        unlink(draft + ".lock")
    }

    private static func checkFree(_ path: String) throws(StoreError) {
        switch Folder.kind(path, following: true) {
        case .nothing: return
        case .folder where Folder.names(path).isEmpty: return
        default:
            throw .refused(
                subject: path, reason: "something is there already; a new store needs a free place")
        }
    }
}
