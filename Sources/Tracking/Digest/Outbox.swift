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

    /// Whether a step should be told: it leads on from what was known, and no mail of it was queued before. What was
    /// filled in later, the first texts of an instrument, and what an upgrade makes of an old step, is no news.
    package func isNews(_ pair: VersionPair, watch: UpgradeWatch) throws -> Bool {
        guard pair.new.record.backfill != true, try watch.leadsOn(pair) else { return false }
        return try library.store.read(.decisions, MailedRecord.path(pair.name)) == nil
    }

    /// Queues the mail of one step.
    ///
    /// - Parameters:
    ///   - name: for the file, such as `cn/x/2015-07-06.draft-1..2016-07-05.draft-2`.
    ///   - told: the step with its alerts.
    package func queue(_ mail: [UInt8], of pair: VersionPair, name: String, subject: String, told: StepMark)
        throws
        -> URL
    {
        let record = MailedRecord(
            step: name, sha256: SHA256.hex(of: mail), queued: UTC.text(now), alerts: told.alerts.map(\.id),
            messageID: MailMessage.identity(of: mail), subject: subject, told: told)
        return try write(
            mail, name: name, record: (try MailedRecord.path(pair.name), try record.encoded()),
            title: "Queue the summary of \(name)", instrument: told.instrument)
    }

    /// Queues a correction.
    func queue(_ mail: [UInt8], _ record: CorrectionRecord, of mailed: MailedRecord, instrument: String)
        throws -> URL
    {
        try write(
            mail, name: "\(mailed.step).correction-\(record.number)",
            record: (try record.path(), try record.encoded()),
            title: "Queue a correction of the summary of \(mailed.step)", instrument: instrument)
    }

    private func write(
        _ mail: [UInt8], name: String, record: (path: StorePath, bytes: [UInt8]), title: String,
        instrument: String
    ) throws -> URL {
        let file = folder.appending(path: name.replacing("/", with: ".") + ".eml")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(mail).write(to: file, options: .atomic)
        } catch {
            throw TrackingError.cannotWrite(path: file.path, reason: error.localizedDescription)
        }
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: [.put(record.path, record.bytes)], title: title,
                trailers: [Trailer(.instrument, instrument)], time: UInt32(clamping: now)),
            to: .decisions)
        _ = try library.store.write(batch)
        return file
    }
}
