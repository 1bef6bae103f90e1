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

    /// Whether one of the signatures is this key's over this text, under the name that its line has.
    package func verifies(with key: VerifierKey) -> Bool {
        signatures.contains { isGood($0, key) }
    }

    /// Whether one of the signatures is this key's over this text under exactly this name.
    package func verifies(with key: VerifierKey, name: String) -> Bool {
        signatures.contains { $0.name.utf8.elementsEqual(name.utf8) && isGood($0, key) }
    }

    private func isGood(_ signature: Signature, _ key: VerifierKey) -> Bool {
        signature.keyHash == key.noteHash(name: signature.name)
            && key.verifies(signature.bytes, of: Array(text.utf8))
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
