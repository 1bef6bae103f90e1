import Statute

extension VerifierKey {
    /// The kind of an Ed25519 key among those that sign notes.
    private static let kind: UInt8 = 1

    /// The first 4 bytes of SHA-256 over name, line feed, kind and key (C2SP signed-note).
    package func noteHash(name: String) -> UInt32 {
        let digest = SHA2.sha256(Array(name.utf8) + [0x0A, Self.kind] + bytes)
        return digest[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    /// `name+hash+base64` as verifiers of notes take it; the name is the origin of the log.
    package func noteKey(name: String) -> String {
        "\(name)+\(Hexadecimal.string(Wire.number(noteHash(name: name))))+\(Base64.encode([Self.kind] + bytes))"
    }

    /// Reads `name+hash+base64`; ``noteName(of:)`` has the name.
    package init(noteKey text: String) throws(EvidenceError) {
        func malformed(_ reason: String) -> EvidenceError {
            .malformed(subject: "note key", line: nil, reason: reason)
        }
        let parts = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(parts[0]), let hash = String(parts[1]) else {
            throw malformed("it is not name+hash+base64")
        }
        guard NoteName.isValid(name) else { throw malformed("\(name.debugDescription) is no name of a key") }
        guard let key = Base64.decode(Array(parts[2])), let kind = key.first else {
            throw malformed("no base64")
        }
        guard kind == Self.kind else {
            throw .unsupported(
                subject: "note key", reason: "its kind is \(kind), not 1 (Ed25519)",
                advice: "Name an Ed25519 key.")
        }
        guard let found = VerifierKey(bytes: Array(key.dropFirst())) else {
            throw malformed("the key is not 32 bytes")
        }
        guard hash == Hexadecimal.string(Wire.number(found.noteHash(name: name))) else {
            throw malformed("its hash is not that of its name and key")
        }
        self = found
    }

    /// The name before the first plus sign.
    package static func noteName(of noteKey: String) -> String {
        String(decoding: noteKey.utf8.prefix { $0 != UInt8(ascii: "+") }, as: UTF8.self)
    }
}
