import Custody
import Evidence
import GitStore
import Rendering
import Statute
import Tracking

extension EvidenceDesk {
    /// Where the two texts of a step stand in the log; nil where one of them is not in it.
    func citation(_ pair: VersionPair) throws -> Citation? {
        try citation(
            [(pair.old, pair.before, "from"), (pair.new, pair.after, "to")].map { version, text, side in
                Wanted(
                    instrument: version.instrument, version: version.name.description, side: side,
                    source: text.record.capture, sha256: text.record.sha256)
            })
    }

    /// What a mail of this step says of where its texts come from.
    ///
    /// - Parameter key: signs what the mail says; nil for an unsigned one.
    func proof(_ pair: VersionPair, key: SigningKey?) throws -> MailProof? {
        guard let citation = try citation(pair) else { return nil }
        return MailProof(lines: citation.lines) { statement in
            // The part cannot fail but by a fault of the library; a mail without it says so when it is verified.
            (try? Self.evidence(
                citation, key: key, messageID: statement.messageID, from: statement.from,
                subject: statement.subject,
                date: statement.date, text: statement.text, html: statement.html)) ?? "{}\n"
        }
    }
}

extension EvidenceDesk.Citation {
    /// For readers, a line each.
    var lines: [String] {
        captures.map { capture in
            "\(capture.side == "from" ? "From" : "To"): capture sha256 \(capture.sha256) (\(capture.source)), log entry \(capture.index)"
        } + [
            "Checkpoint: \(size) entries of \(origin), root \(root.base64)",
            "lexwatch verify on this mail checks all of it without the store; the key is to be had from the sender by another way.",
        ]
    }

    /// For programs.
    var json: JSONValue {
        [
            "captures": .array(
                captures.map {
                    [
                        "side": .string($0.side), "version": .string($0.version),
                        "source": .string($0.source),
                        "sha256": .string($0.sha256), "log_index": .int($0.index),
                    ]
                }),
            "checkpoint": [
                "origin": .string(origin), "size": .int(size), "root": .string(root.base64),
                "note": .string(checkpoint),
            ],
        ]
    }
}
