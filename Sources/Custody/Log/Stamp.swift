package import Evidence
package import GitStore

/// A time stamp (RFC 3161) on a checkpoint: that it was there at a moment, by the word of somebody who has no part in it.
///
/// The branch `log` keeps what was stamped, the query and the answer, in `stamps/<size>.note`, `.tsq` and `.tsr`, so that
/// `openssl ts -verify -data N.note -in N.tsr -CAfile …` checks it.
package struct Stamp: Sendable {
    package let size: Int
    package let note: String
    package let request: TimeStampRequest

    /// What an authority is to be asked for the newest checkpoint.
    package init(_ state: Custody.State) throws(EvidenceError) {
        size = state.size
        note = state.note
        request = try TimeStampRequest(digest: SHA2.sha256(Array(state.note.utf8)))
    }

    static func path(_ size: Int, _ ending: String) -> String { "stamps/\(size).\(ending)" }

    /// Keeps the answer on the log's branch.
    ///
    /// - Parameter now: Unix seconds.
    package func keep(_ answer: [UInt8], in store: GitStore, now: Int64) throws {
        let files = [("note", Array(note.utf8)), ("tsq", request.bytes), ("tsr", answer)]
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: try files.map { .put(try StorePath(Self.path(size, $0.0)), $0.1) },
                title: "Stamp the checkpoint of \(size) entries",
                trailers: [Trailer(LogAppender.sizeTrailer, "\(size)")], time: UInt32(clamping: now)),
            to: .log)
        _ = try store.write(batch)
    }

    /// Whether a checkpoint of this size has been stamped.
    package static func isHeld(_ size: Int, in store: GitStore) throws -> Bool {
        try store.entry(.log, StorePath(path(size, "tsr"))) != nil
    }
}
