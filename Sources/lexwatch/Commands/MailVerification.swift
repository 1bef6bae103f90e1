import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Rendering
import Transport

/// Checks mails by the evidence that they carry.
struct MailVerification {
    private let settings: Settings
    private let keys: [VerifierKey]
    private let requiresSignatures: Bool

    init(_ settings: Settings, keys: [VerifierKey], requiresSignatures: Bool) {
        self.settings = settings
        self.keys = keys
        self.requiresSignatures = requiresSignatures
    }

    /// - Throws: exit code 1 when something is wrong with one of them.
    func run(_ mails: [String], strict: Bool) throws {
        // A store at hand says more; none is needed.
        let store = try? GitStore(path: settings.store, access: .reading)
        var documents: [JSONValue] = []
        var isSound = true
        for path in mails {
            let raw = try InputFile.bytes(path, limit: settings.maxBytes)
            let audit = MailAudit(raw, keys: keys, requiresSignatures: requiresSignatures, store: store)
            let faults = audit.problems.count { $0.weight == .fault || strict }
            if faults > 0 { isSound = false }
            if settings.format == .json {
                documents.append(json(path, audit, isSound: faults == 0))
            } else {
                tell(path, audit, isSound: faults == 0)
            }
        }
        if settings.format == .json { Output.print(["schema": 1, "mails": .array(documents)]) }
        if !isSound { throw ExitCode(1) }
    }

    private func tell(_ path: String, _ audit: MailAudit, isSound: Bool) {
        var lines = audit.problems.map(VerifyDocument.line)
        if settings.quiet {
            for line in lines { Failure.message("\(path): \(line)") }
            return
        }
        var advised: Set<Problem.Kind> = []
        for problem in audit.problems where advised.insert(problem.kind).inserted {
            lines.append("    \(problem.kind.rawValue): \(problem.kind.advice)")
        }
        lines += audit.remarks
        lines.append("\(path): \(isSound ? "sound" : "NOT SOUND")")
        for capture in audit.captures {
            lines.append(
                "\(capture.version): capture sha256 \(capture.sha256) (\(capture.source)), log entry \(capture.index)"
            )
        }
        if let size = audit.size, let origin = audit.origin, let root = audit.root {
            lines.append("checkpoint: \(size) entries of \(origin), root \(root)")
        }
        if let key = audit.key { lines.append("signed by \(key)") }
        Output.print(lines.map { VisibleText.line($0) }.joined(separator: "\n"))
    }

    private func json(_ path: String, _ audit: MailAudit, isSound: Bool) -> JSONValue {
        [
            "file": .string(path), "sound": .bool(isSound),
            "problems": .array(audit.problems.map(VerifyDocument.json)), "remarks": .strings(audit.remarks),
            "captures": .array(
                audit.captures.map {
                    [
                        "version": .string($0.version), "side": .string($0.side),
                        "source": .string($0.source),
                        "sha256": .string($0.sha256), "log_index": .int($0.index),
                    ]
                }),
            "origin": .optional(audit.origin), "size": audit.size.map { .int($0) } ?? .null,
            "root": .optional(audit.root), "key": .optional(audit.key),
        ]
    }
}
