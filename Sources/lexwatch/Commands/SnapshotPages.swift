import Alerts
import Custody
import Evidence
import Foundation
import Rendering
import Statute
import Tracking

/// Writes the redline and the summary of every step, queues those that are news, and tells news from upgrades.
struct SnapshotPages {
    struct Written {
        var steps = 0
        /// Steps of which a file is new or has changed.
        var changed = 0
        var queued: [String] = []
        /// Mails that correct earlier ones.
        var corrections: [String] = []
        /// Alerts of old steps that say something else than in the last run.
        var altered: [ReviewItem] = []
        /// The newest step of each instrument, for the report.
        var examples: [String] = []
    }

    let library: Library
    let out: URL
    /// Unix seconds.
    let now: Int64
    /// Signs what mails say; nil for unsigned ones.
    let key: SigningKey?

    func write() throws -> Written {
        var written = Written()
        let folder = out.appending(path: "outbox")
        let outbox = Outbox(library: library, folder: folder, now: now)
        let assessor = Assessor(register: library.register)
        var watch = try UpgradeWatch(library: library, now: now)
        var survey = AlertSurvey(library: library, assessor: assessor)
        let desk = try ReviewDesk(library.store)
        let places = try EvidenceDesk(library.store)
        let proof = { (pair: VersionPair) in try places?.proof(pair, key: key) }
        var corrections = try Corrections(
            library: library, folder: folder, sender: Sender.address, now: now, proof: proof)
        for instrument in library.register.instruments {
            let assessments = try VersionPair.consecutive(of: instrument.id, in: library).map {
                try Assessment($0, assessor: assessor, in: library)
            }
            let steps = assessments.map { survey.add($0).mark }
            // Before the summaries, which tell what was corrected.
            written.corrections += try corrections.queue(for: instrument.id, &survey).map(\.relativePath)
            for (assessment, step) in zip(assessments, steps) {
                let pair = assessment.pair
                let files = try DigestFiles(
                    assessment, register: library.register, reviews: desk.reviews(of: assessment.alerts),
                    corrections: corrections.lines(step.name), proof: proof(pair), sender: Sender.address)
                let isLast = step.name == steps.last?.name
                try put(files, isLast: isLast, &written)
                if try outbox.isNews(pair, watch: watch), !assessment.content.isEmpty {
                    let mail = files.contents.first { $0.ending == "eml" }?.bytes ?? []
                    let queued = try outbox.queue(
                        mail, of: pair, name: files.name, subject: files.subject, told: step)
                    written.queued.append(queued.relativePath)
                }
            }
            watch.observe(instrument.id, versions: try library.versions(of: instrument.id), steps: steps)
        }
        written.altered = watch.altered.map { ReviewItem($0) }
        _ = try watch.record()
        return written
    }

    private func put(_ files: DigestFiles, isLast: Bool, _ written: inout Written) throws {
        var isNew = false
        for (ending, bytes) in files.contents {
            let file = out.appending(path: "\(files.name).\(ending)")
            if try Output.write(bytes, to: file) { isNew = true }
            if isLast, ending == "redline.html" || ending == "eml" {
                written.examples.append(file.relativePath)
            }
        }
        written.steps += 1
        if isNew { written.changed += 1 }
    }
}
