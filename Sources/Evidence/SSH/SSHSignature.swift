/// Signatures as `ssh-keygen -Y sign` makes them (OpenSSH, PROTOCOL.sshsig); git keeps them in commits.
package enum SSHSignature {
    /// The namespace of git's commits and tags.
    package static let git = "git"
    /// The namespace of what Lexwatch signs besides.
    package static let lexwatch = "lexwatch"

    static let label = "SSH SIGNATURE"
    static let magic = Array("SSHSIG".utf8)
    static let subject = "SSH signature"

    /// Signs the SHA-512 of `message` for a namespace, which must not be empty; armoured, with a line feed at its end.
    /// The same message gives the same signature every time.
    package static func sign(
        _ message: [UInt8], namespace: String, with key: SigningKey
    ) throws(EvidenceError) -> String {
        guard !namespace.isEmpty else {
            throw .malformed(subject: subject, line: nil, reason: "its namespace is empty")
        }
        let hash = "sha512"
        let bytes = try key.sign(
            signed(SHA2.sha512(message), namespace: Array(namespace.utf8), hash: Array(hash.utf8)))
        let blob =
            magic + Wire.number(1) + Wire.string(key.publicKey.blob) + Wire.string(namespace.utf8)
            + Wire.string([]) + Wire.string(hash.utf8)
            + Wire.string(Wire.string(VerifierKey.algorithm.utf8) + Wire.string(bytes))
        return Armour.write(blob, label: label)
    }

    /// Checks a signature; returns the key that made it, which the caller must know to trust.
    ///
    /// Throws `malformed` for what is none, `unsupported` for another algorithm, and `refuted` for a signature over
    /// other bytes or for another namespace.
    package static func verify(
        _ armoured: String, message: [UInt8], namespace: String
    ) throws(EvidenceError) -> VerifierKey {
        let parts = try SSHSignatureParts(armoured)
        guard parts.namespace.elementsEqual(namespace.utf8) else {
            let found = String(decoding: parts.namespace.prefix(40), as: UTF8.self).debugDescription
            throw .refuted(
                subject: subject, reason: "made for namespace \(found), not for \(namespace.debugDescription)"
            )
        }
        let digest: [UInt8]
        switch parts.hash {
        case Array("sha512".utf8): digest = SHA2.sha512(message)
        case Array("sha256".utf8): digest = SHA2.sha256(message)
        default:
            let name = String(decoding: parts.hash.prefix(40), as: UTF8.self).debugDescription
            throw .unsupported(
                subject: subject, reason: "its hash is \(name), not sha512 or sha256",
                advice: "Sign again with ssh-keygen's default hash.")
        }
        guard
            parts.key.verifies(parts.bytes, of: signed(digest, namespace: parts.namespace, hash: parts.hash))
        else {
            throw .refuted(
                subject: subject, reason: "it is not a signature of \(parts.key.fingerprint) over these bytes"
            )
        }
        return parts.key
    }

    /// What the key really signs.
    private static func signed(_ digest: [UInt8], namespace: [UInt8], hash: [UInt8]) -> [UInt8] {
        magic + Wire.string(namespace) + Wire.string([]) + Wire.string(hash) + Wire.string(digest)
    }
}
