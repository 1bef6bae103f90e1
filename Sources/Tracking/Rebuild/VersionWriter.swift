import GitStore

/// Writes versions in batches, so that memory does not grow with their number.
struct VersionWriter {
    private static let versions = 256
    private static let room = 8 << 20

    let store: GitStore
    private(set) var commits = 0
    private var batch = StoreBatch()
    private var bytes = 0

    init(_ store: GitStore) { self.store = store }

    mutating func add(_ draft: CommitDraft, bytes: Int) throws {
        batch.add(draft, to: .versions)
        self.bytes += bytes
        if batch.count >= Self.versions || self.bytes > Self.room { try flush() }
    }

    /// Writes what waits.
    mutating func flush() throws {
        if !batch.isEmpty { commits += try store.write(batch).written }
        batch = StoreBatch()
        bytes = 0
    }
}
