package import Evidence
import Foundation
package import GitStore
import Statute

/// Checks a mail by the evidence that it carries: offline, without the store; with the store, also that its log still
/// holds what the mail says.
package struct MailAudit: Sendable {
    package private(set) var problems: [Problem] = []
    package private(set) var remarks: [String] = []
    package private(set) var captures: [MailEvidence.Capture] = []
    package private(set) var origin: String?
    package private(set) var size: Int?
    package private(set) var root: String?
    /// Fingerprint of the key that signed; nil for none.
    package private(set) var key: String?

    /// - Parameters:
    ///   - raw: the mail as it was received.
    ///   - keys: those that count; none: whoever signed is named, and nobody is vouched for.
    ///   - store: nil where there is none at hand.
    package init(_ raw: [UInt8], keys: [VerifierKey], requiresSignatures: Bool, store: GitStore?) {
        do {
            try read(raw, keys, requiresSignatures, store)
        } catch let fault as MailFault {
            problems.append(Problem(.alteredMail, fault.place, fault.reason))
        } catch {
            problems.append(Problem(.alteredMail, "mail", "\(error)"))
        }
    }

    private mutating func read(_ raw: [UInt8], _ keys: [VerifierKey], _ isStrict: Bool, _ store: GitStore?)
        throws
    {
        let mail = try MailReader(raw)
        let files = mail.parts.filter { $0.file == "evidence.json" && $0.type == "application/json" }
        guard files.count == 1, let file = files.first else {
            problems.append(
                Problem(
                    .noEvidence, "mail",
                    files.isEmpty ? "it carries no evidence.json" : "it carries two of it"))
            return
        }
        guard let evidence = try? JSONDecoder().decode(MailEvidence.self, from: Data(file.bytes)),
            evidence.schema == 1
        else { throw MailFault(place: "evidence.json", reason: "it is no evidence that this program knows") }
        // A file of text has its line ends changed on the way; nothing else may be.
        guard try evidence.bytes() == file.bytes.filter({ $0 != 0x0d }) else {
            throw MailFault(place: "evidence.json", reason: "it is not written as we write it")
        }
        captures = evidence.captures
        let (checkpoint, signed): (Checkpoint, SignedNote?)
        do {
            (checkpoint, signed) = try LogHead.parsed(evidence.checkpoint, place: "evidence.json checkpoint")
        } catch {
            throw MailFault(place: "evidence.json checkpoint", reason: Problem.words(error))
        }
        origin = checkpoint.origin
        size = checkpoint.size
        root = checkpoint.root.base64
        for capture in evidence.captures { check(capture, checkpoint, evidence.checkpoint) }
        let known = store.flatMap { try? Custody.keys(of: $0) }?.records.map(\.key) ?? []
        signature(signed, "evidence.json checkpoint", keys, known, isStrict)
        let statement = try? SignedNote(parsing: evidence.statement)
        signature(statement, "evidence.json statement", keys, known, isStrict)
        try words(mail, evidence, statement?.text ?? evidence.statement, checkpoint)
        if let store { try held(store, checkpoint) }
    }

    // MARK: Steps

    /// A capture: what it says of itself is in its entry, and the entry is in the log.
    private mutating func check(_ capture: MailEvidence.Capture, _ checkpoint: Checkpoint, _ note: String) {
        let place = "capture \(capture.version) from \(capture.source)"
        guard capture.entry.contains("\"sha256\":\"\(capture.sha256)\""), capture.sha256.utf8.count == 64,
            capture.entry.contains("/\(capture.source)/document.")
        else {
            problems.append(Problem(.wrongDigest, place, "its entry in the log tells of other bytes"))
            return
        }
        guard let proof = ProofText.parsed(capture.proof) else {
            problems.append(Problem(.notLogged, place, "its proof is none"))
            return
        }
        guard proof.checkpoint == note, proof.index == capture.index else {
            problems.append(Problem(.mixed, place, "its proof is for another checkpoint or another entry"))
            return
        }
        let leaf = LogHashing.leaf(Array(capture.entry.utf8))
        guard
            LogProof.root(ofInclusion: proof.proof, leaf: leaf, index: capture.index, size: checkpoint.size)
                == checkpoint.root
        else {
            problems.append(
                Problem(
                    .notLogged, place, "its proof does not lead to the root of \(checkpoint.size) entries"))
            return
        }
    }

    private mutating func signature(
        _ note: SignedNote?, _ place: String, _ keys: [VerifierKey], _ known: [VerifierKey], _ isStrict: Bool
    ) {
        guard let note else {
            problems.append(
                Problem(
                    .unsignedCheckpoint, place,
                    "it has no signature: whoever alters a mail can alter this too",
                    weight: keys.isEmpty && !isStrict ? .warning : .fault))
            return
        }
        let wanted = keys.isEmpty ? known : keys
        if let key = wanted.first(where: { note.verifies(with: $0) }) {
            self.key = key.fingerprint
            return
        }
        if wanted.isEmpty {
            let words = "nobody has vouched for the key that signed: give it with --key"
            if !remarks.contains(words) { remarks.append(words) }
            if isStrict { problems.append(Problem(.key, place, words)) }
            return
        }
        problems.append(Problem(.wrongKey, place, "none of the keys that count has signed it"))
    }

    /// What the mail says against what was signed.
    private mutating func words(
        _ mail: MailReader, _ evidence: MailEvidence, _ statement: String, _ checkpoint: Checkpoint
    ) throws {
        let texts = mail.parts.filter { $0.type == "text/plain" && $0.file == nil }
        let pages = mail.parts.filter { $0.type == "text/html" && $0.file == nil }
        guard texts.count == 1, pages.count <= 1 else {
            throw MailFault(
                place: "mail",
                reason: "it has \(texts.count) texts and \(pages.count) pages, and not one of each")
        }
        let id = try mail.header("Message-ID").trimmingCharacters(in: ["<", ">"])
        let own = MailWords.lines(
            messageID: id, from: try mail.address("From"), subject: try mail.words("Subject"),
            date: try mail.header("Date"), text: texts[0].bytes, html: pages.first?.bytes,
            captures: evidence.captures,
            origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root.base64)
        let told = statement.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard told.count == own.count + 1, told.last == "" else {
            throw MailFault(place: "evidence.json statement", reason: "it is no statement about this mail")
        }
        for (mine, theirs) in zip(own, told) where !mine.utf8.elementsEqual(theirs.utf8) {
            let what = theirs.split(separator: " ").first.map(String.init) ?? "statement"
            problems.append(
                Problem(.alteredMail, "mail, \(what)", "it is not what was stated when the mail was made"))
        }
    }

    /// The log of the store at hand must begin with the mail's checkpoint.
    private mutating func held(_ store: GitStore, _ checkpoint: Checkpoint) throws {
        guard let head = try Custody.head(of: store) else {
            problems.append(Problem(.noLog, store.path, "its log is gone, or never was"))
            return
        }
        guard head.checkpoint.origin == checkpoint.origin else {
            remarks.append("\(store.path) is another store: the mail is of \(checkpoint.origin)")
            return
        }
        guard head.checkpoint.size >= checkpoint.size else {
            problems.append(
                Problem(
                    .rollback, store.path,
                    "its log has \(head.checkpoint.size) entries, and the mail's checkpoint \(checkpoint.size)"
                ))
            return
        }
        let peaks = try head.tiles.peaks(of: checkpoint.size)
        if MerkleFrontier(size: checkpoint.size, peaks: peaks)?.root != checkpoint.root {
            problems.append(
                Problem(
                    .fork, store.path,
                    "its first \(checkpoint.size) entries are not those that the mail was made from"))
            return
        }
        remarks.append("\(store.path) still holds what the mail rests on")
    }
}
