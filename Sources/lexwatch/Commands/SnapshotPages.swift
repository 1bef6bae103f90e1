import Alerts
import Foundation
import Rendering
import Statute
import Tracking

/// Writes the redline and the summary of every step, and queues those that are news.
struct SnapshotPages {
    struct Written {
        var steps = 0
        /// Steps of which a file is new or has changed.
        var changed = 0
        var queued: [String] = []
        /// The newest step of each instrument, for the report.
        var examples: [String] = []
    }

    let library: Library
    let out: URL
    /// Unix seconds.
    let now: Int64

    func write() throws -> Written {
        var written = Written()
        let outbox = Outbox(library: library, folder: out.appending(path: "outbox"), now: now)
        let assessor = Assessor(register: library.register)
        for instrument in library.register.instruments {
            let pairs = try VersionPair.consecutive(of: instrument.id, in: library)
            for (index, pair) in pairs.enumerated() {
                let assessment = try Assessment(pair, assessor: assessor, in: library)
                let files = try DigestFiles(assessment, register: library.register, sender: Sender.address)
                var isNew = false
                for (ending, bytes) in files.contents {
                    let file = out.appending(path: "\(files.name).\(ending)")
                    if try Output.write(bytes, to: file) { isNew = true }
                    if index == pairs.count - 1, ending == "redline.html" || ending == "eml" {
                        written.examples.append(file.relativePath)
                    }
                }
                written.steps += 1
                if isNew { written.changed += 1 }
                if index == pairs.count - 1, try outbox.isNews(pair), !assessment.content.isEmpty {
                    let mail = files.contents.first { $0.ending == "eml" }?.bytes ?? []
                    let queued = try outbox.queue(
                        mail, of: pair, name: files.name, alerts: assessment.alerts.map(\.id))
                    written.queued.append(queued.relativePath)
                }
            }
        }
        return written
    }
}
