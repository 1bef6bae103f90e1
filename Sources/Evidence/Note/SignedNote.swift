/// A text with signatures under it (C2SP signed-note): the text, an empty line, and a line for each signature.
package struct SignedNote: Sendable {
    package struct Signature: Sendable {
        /// Who signed, as the line says; a hint until a key has verified it.
        package let name: String
        /// The first 4 bytes of the hash of name and key, big end first; a hint as well.
        package let keyHash: UInt32
        /// 64 with Ed25519.
        package let bytes: [UInt8]
    }

    /// What is signed, up to and including its last line feed.
    package let text: String
    package private(set) var signatures: [Signature]

    /// A note that nobody has signed yet. Throws `malformed` when the text could not be read back.
    package init(text: String) throws(EvidenceError) {
        self.text = text
        signatures = []
        try Self.check(Array(text.utf8))
    }

    init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is kept. Without a signature it cannot be read back as a note.
    package var string: String {
        text + "\n" + signatures.map(\.line).joined()
    }

    /// Whether this key signed the text, under whatever name; a signature of its own that does not hold spoils the note.
    package func verifies(with key: VerifierKey) -> Bool {
        verifies(signatures.filter { $0.keyHash == key.noteHash(name: $0.name) }, key)
    }

    /// The same, and under exactly this name: the origin, for a checkpoint.
    package func verifies(with key: VerifierKey, name: String) -> Bool {
        let hash = key.noteHash(name: name)
        return verifies(
            signatures.filter { $0.keyHash == hash && $0.name.utf8.elementsEqual(name.utf8) }, key)
    }

    private func verifies(_ own: [Signature], _ key: VerifierKey) -> Bool {
        let message = Array(text.utf8)
        return !own.isEmpty && own.allSatisfy { key.verifies($0.bytes, of: message) }
    }

    /// Adds a signature under `name`; one that this key made under the same name is replaced.
    package mutating func sign(with key: SigningKey, name: String) throws(EvidenceError) {
        guard NoteName.isValid(name) else {
            throw .malformed(
                subject: "note", line: nil, reason: "\(name.debugDescription) is no name of a key")
        }
        let hash = key.publicKey.noteHash(name: name)
        let bytes = try key.sign(Array(text.utf8))
        signatures.removeAll { $0.keyHash == hash && $0.name.utf8.elementsEqual(name.utf8) }
        signatures.append(Signature(name: name, keyHash: hash, bytes: bytes))
    }
}

extension SignedNote.Signature {
    var line: String {
        let hash = (0..<4).map { UInt8(truncatingIfNeeded: keyHash >> UInt32(24 - 8 * $0)) }
        return "\u{2014} \(name) \(Base64.encode(hash + bytes))\n"
    }
}
