import CCrypto

/// An Ed25519 private key (RFC 8032). It cannot be encoded, and printing or dumping it shows the public half only; what
/// it holds is wiped when the last copy goes.
package struct SigningKey: Sendable {
    let seed: Secret
    package let publicKey: VerifierKey

    /// A new key from libcrypto's random numbers.
    package static func generate() throws(EvidenceError) -> SigningKey {
        guard let seed = Secret(count: 32, filling: { RAND_priv_bytes($0, 32) == 1 }) else {
            throw Self.fault("RAND_priv_bytes")
        }
        return try SigningKey(seed: seed)
    }

    init(seed: Secret) throws(EvidenceError) {
        var key = [UInt8](repeating: 0, count: 32)
        guard lw_ed25519_public(seed.bytes, &key) == 1 else {
            throw Self.fault("EVP_PKEY_get_raw_public_key")
        }
        self.seed = seed
        publicKey = VerifierKey(exactly: key)
    }

    /// 64 bytes; the same for the same message every time.
    package func sign(_ message: [UInt8]) throws(EvidenceError) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        guard lw_ed25519_sign(seed.bytes, message, message.count, &signature) == 1 else {
            throw Self.fault("EVP_DigestSign")
        }
        return signature
    }

    static func fault(_ call: String) -> EvidenceError {
        .fault(call: call, reason: LibcryptoFault.last)
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "signing key of \(publicKey.fingerprint)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
