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

    func write(news: [InstrumentID]) throws -> Written {
        var written = Written()
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
                if index == pairs.count - 1, news.contains(instrument.id), !assessment.content.isEmpty {
                    written.queued.append(try queue(files))
                }
            }
        }
        return written
    }

    /// A mail that waits to be sent. Its name comes from what it says, so that it is queued once.
    private func queue(_ files: DigestFiles) throws -> String {
        let bytes = files.contents.first { $0.ending == "eml" }?.bytes ?? []
        let file = out.appending(
            path: "outbox/\(files.name.replacingOccurrences(of: "/", with: "."))" + ".eml")
        try Output.write(bytes, to: file)
        return file.relativePath
    }
}
