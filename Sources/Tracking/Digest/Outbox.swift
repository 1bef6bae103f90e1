package import Foundation
import GitStore
import Rendering
import Statute

/// The mails that wait to be sent: files in a folder, and a record of each on the decisions branch.
///
/// What is news is read from the store and not remembered by a run: a run that died after making a version and before
/// queueing its mail is made good by the next one. The record comes after the file, so that a mail is never lost.
package struct Outbox {
    private let library: Library
    private let folder: URL
    private let now: Int64

    /// - Parameter now: Unix seconds.
    package init(library: Library, folder: URL, now: Int64) {
        self.library = library
        self.folder = folder
        self.now = now
    }

    /// Whether a step should be told: its newer version came in after the older one was known, and no mail of it was
    /// queued before. What was filled in later, or came in one run with what it follows, is no news.
    package func isNews(_ pair: VersionPair) throws -> Bool {
        guard pair.new.record.known > pair.old.record.known else { return false }
        return try library.store.read(.decisions, Self.record(of: pair)) == nil
    }

    private static func record(of pair: VersionPair) throws -> StorePath {
        let step = "\(pair.old.reference)..\(pair.new.name)"
        return try StoreLayout.decision(
            kind: "queued", id: String(SHA256.hex(of: Array(step.utf8)).prefix(32)))
    }

    /// Queues the mail of one step.
    ///
    /// - Parameters:
    ///   - name: for the file, such as `cn/x/2015-07-06.draft-1..2016-07-05.draft-2`.
    ///   - alerts: the ids of the alerts in it.
    package func queue(_ mail: [UInt8], of pair: VersionPair, name: String, alerts: [String]) throws -> URL {
        let file = folder.appending(path: name.replacing("/", with: ".") + ".eml")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(mail).write(to: file, options: .atomic)
        let record: JSONValue = [
            "schema": 1, "step": .string(name), "sha256": .string(SHA256.hex(of: mail)),
            "queued": .string(UTC.text(now)),
            "alerts": .strings(alerts),
        ]
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: [.put(try Self.record(of: pair), record.bytes(.pretty) + [0x0A])],
                title: "Queue the summary of \(name)",
                trailers: [Trailer(.instrument, pair.new.instrument.description)], time: UInt32(clamping: now)
            ),
            to: .decisions)
        _ = try library.store.write(batch)
        return file
    }
}
