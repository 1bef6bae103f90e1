extension VerifierKey {
    static let algorithm = "ssh-ed25519"

    /// Reads a line of a `.pub` or `authorized_keys` file: `ssh-ed25519 AAAA… comment`, without options before it.
    package init(openSSHLine line: String) throws(EvidenceError) {
        let subject = "SSH public key"
        var text = Array(line.utf8)[...]
        if text.last == 0x0A { text = text.dropLast() }
        let words = text.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, !words[0].isEmpty else {
            throw .malformed(
                subject: subject, line: nil, reason: "it is not an algorithm, base64 and a comment")
        }
        guard words[0].elementsEqual(Self.algorithm.utf8) else {
            throw Self.otherAlgorithm(String(decoding: words[0].prefix(40), as: UTF8.self), subject)
        }
        guard !text.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7f }) else {
            throw .malformed(subject: subject, line: nil, reason: "a control character in its line")
        }
        guard let blob = Base64.decode(words[1]) else {
            throw .malformed(subject: subject, line: nil, reason: "its second word is not base64")
        }
        try self.init(blob: blob, subject: subject)
    }

    /// `ssh-ed25519 AAAA… comment`, without a line feed. Control characters of the comment become blanks.
    package func openSSHLine(comment: String = "") -> String {
        let line = "\(Self.algorithm) \(Base64.encode(blob))"
        let clean = comment.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: clean)
        return comment.isEmpty ? line : line + " " + String(scalars)
    }

    /// `SHA256:` and base64 without padding, as `ssh-keygen -l` shows it.
    package var fingerprint: String {
        "SHA256:" + Base64.encode(SHA2.sha256(blob)).prefix(while: { $0 != "=" })
    }

    /// The key as SSH's protocols send it.
    var blob: [UInt8] { Wire.string(Self.algorithm.utf8) + Wire.string(bytes) }

    init(blob: [UInt8], subject: String) throws(EvidenceError) {
        var reader = WireReader(blob)
        guard let algorithm = reader.string() else {
            throw .malformed(subject: subject, line: nil, reason: "the key is cut short")
        }
        guard algorithm.elementsEqual(Self.algorithm.utf8) else {
            throw Self.otherAlgorithm(String(decoding: algorithm.prefix(40), as: UTF8.self), subject)
        }
        guard let key = reader.string(), key.count == 32, reader.left == 0 else {
            throw .malformed(subject: subject, line: nil, reason: "the key is not 32 bytes")
        }
        self.init(exactly: key)
    }

    static func otherAlgorithm(_ name: String, _ subject: String) -> EvidenceError {
        .unsupported(
            subject: subject, reason: "its algorithm is \(name.debugDescription), not \(Self.algorithm)",
            advice: "Make a key with: ssh-keygen -t ed25519")
    }
}
