/// Where Lexwatch keeps what it fetched, what it made of it and what people decided: a bare git repository.
///
/// Opened for writing it holds the run lock until it goes. Not Sendable: one task uses it, and another opens
/// its own. All calls block and throw ``StoreError``.
package final class GitStore {
    /// What the store is opened for.
    package enum Access: Sendable { case reading, writing }

    /// The format this program writes and the newest it reads.
    package static let format = 1

    package let path: String
    /// Leftovers of a run that was killed, removed when this one opened the store.
    package let recovered: [String]

    let repository: Repository
    private let signer: CommitSigner?
    private let lock: RunLock?
    private var openedStage: PackStage?
    /// Above so many bytes in memory a batch takes more than one pack.
    var roomInMemory = 256 << 20
    /// Called before a reference moves. Tests use it to come between.
    var willMove: (String) -> Void = { _ in }

    /// Opens the store at a path; for writing, makes it when nothing or an empty folder is there.
    ///
    /// - Parameter signer: Signs every commit that is made, on all branches and timelines; nil for unsigned ones.
    /// - Throws: ``StoreError``: `absent` when there is nothing to read, `foreign` or `newerFormat` when it is
    ///   not ours to touch, `locked` at once when another run holds it, `cannotWrite` and `cannotRead`.
    package init(path: String, access: Access, signer: CommitSigner? = nil) throws(StoreError) {
        let path = Self.trimmed(path)
        self.path = path
        self.signer = signer
        switch access {
        case .reading:
            guard let repository = try Self.existing(path) else { throw .absent(path: path) }
            self.repository = repository
            lock = nil
            recovered = []
        case .writing:
            // Asked before the lock is made, so that nothing is left beside what is not ours.
            _ = try Self.existing(path)
            try Folder.make(Folder.parent(path))
            lock = try RunLock(path: path + ".lock")
            if let repository = try Self.existing(path) {
                recovered = Leftovers.remove(from: path)
                self.repository = repository
            } else {
                recovered = []
                repository = try Self.create(path)
            }
        }
    }

    /// How many commits, trees and blobs were looked up since this was opened.
    package var objectReads: Int { repository.reads }

    /// Where new objects go.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)`` when the store was opened for reading.
    func stage() throws(StoreError) -> PackStage {
        if let openedStage { return openedStage }
        guard lock != nil else { throw .refused(subject: path, reason: "opened for reading only") }
        let made = try PackStage(repository: repository, signer: signer)
        openedStage = made
        return made
    }

    private static func trimmed(_ path: String) -> String {
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == 0x2f { bytes.removeLast() }
        return bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self)
    }
}
