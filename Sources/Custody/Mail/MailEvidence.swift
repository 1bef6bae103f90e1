import Evidence
import Foundation
import Statute

/// What a mail carries with it so that anyone can check it without the store: `evidence.json`.
package struct MailEvidence: Codable, Sendable, Hashable {
    /// One captured text that the mail rests on.
    package struct Capture: Codable, Sendable, Hashable {
        /// `cn/cybersecurity-law@2016-07-05.draft-2`
        package var version: String
        /// `from` or `to`.
        package var side: String
        /// Which source it was captured from.
        package var source: String
        /// Of the bytes as they came, hexadecimal.
        package var sha256: String
        /// Of the entry in the log that tells of them.
        package var index: Int
        /// The entry itself: what is hashed.
        package var entry: String
        /// That the log holds it (C2SP tlog-proof), the checkpoint under it.
        package var proof: String

        package init(
            version: String, side: String, source: String, sha256: String, index: Int, entry: String,
            proof: String
        ) {
            self.version = version
            self.side = side
            self.source = source
            self.sha256 = sha256
            self.index = index
            self.entry = entry
            self.proof = proof
        }
    }

    package var schema = 1
    package var captures: [Capture]
    /// The checkpoint that the captures are in: a signed note, or its text alone.
    package var checkpoint: String
    /// What the mail says, hashed: a signed note by the key of the log, or its text alone.
    package var statement: String

    /// As it stands in a mail: the same value has the same bytes.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0a]
    }
}

/// The text that a key signs for a mail: a line for each thing that the mail says.
enum MailWords {
    static func lines(
        messageID: String, from: String, subject: String, date: String, text: [UInt8], html: [UInt8]?,
        captures: [MailEvidence.Capture], origin: String, size: Int, root: String
    ) -> [String] {
        var lines = [
            "lexwatch mail", origin, "message-id \(line(messageID))", "from \(line(from))",
            "date \(line(date))",
            "subject \(digest(Array(subject.utf8)))", "text \(digest(text))",
            "html \(html.map(digest) ?? "none")",
        ]
        lines += captures.map {
            "capture \($0.side) \(line($0.version)) \(line($0.source)) \($0.sha256) \($0.index)"
        }
        lines.append("checkpoint \(size) \(root)")
        return lines
    }

    /// What a line of a note may hold.
    private static func line(_ words: String) -> String {
        String(String.UnicodeScalarView(words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f }))
    }

    private static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.string(SHA2.sha256(bytes)) }
}

/// C2SP tlog-proof: an index, the hashes up to the root, and the checkpoint.
enum ProofText {
    private static let opening = "c2sp.org/tlog-proof@v1"

    static func text(index: Int, proof: [LogHash], checkpoint: String) -> String {
        ([opening, "index \(index)"] + proof.map(\.base64)).joined(separator: "\n") + "\n\n" + checkpoint
    }

    /// Nil for anything else.
    static func parsed(_ text: String) -> (index: Int, proof: [LogHash], checkpoint: String)? {
        guard let gap = text.range(of: "\n\n") else { return nil }
        let lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        guard lines.count >= 2, lines[0] == opening, lines[1].hasPrefix("index "),
            let index = Int(lines[1].dropFirst(6)), index >= 0, "index \(index)" == lines[1]
        else { return nil }
        let hashes = lines.dropFirst(2).compactMap { LogHash(base64: $0) }
        guard hashes.count == lines.count - 2 else { return nil }
        return (index, hashes, String(text[gap.upperBound...]))
    }
}
