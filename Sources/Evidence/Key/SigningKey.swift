import CCrypto

/// An Ed25519 private key (RFC 8032). It cannot be encoded, and printing or dumping it shows the public half only; what
/// it holds is wiped when the last copy goes.
package struct SigningKey: Sendable {
    let pair: KeyPair
    package let publicKey: VerifierKey

    /// A new key from libcrypto's random numbers.
    package static func generate() throws(EvidenceError) -> SigningKey {
        var seed = [UInt8](repeating: 0, count: 32)
        defer { Wiping.wipe(&seed) }
        guard RAND_priv_bytes(&seed, 32) == 1 else { throw fault("RAND_priv_bytes") }
        return try SigningKey(seed: seed)
    }

    /// Of 32 bytes, which the caller wipes.
    init(seed: [UInt8]) throws(EvidenceError) {
        guard let pair = seed.withUnsafeBufferPointer({ KeyPair(seed: $0) }), let publicKey = pair.publicKey
        else {
            throw Self.fault("EVP_PKEY_new_raw_private_key")
        }
        self.pair = pair
        self.publicKey = publicKey
    }

    /// 64 bytes; the same for the same message every time.
    package func sign(_ message: [UInt8]) throws(EvidenceError) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        let done = withExtendedLifetime(pair) {
            lw_ed25519_sign(pair.pointer, message, message.count, &signature)
        }
        guard done == 1 else { throw Self.fault("EVP_DigestSign") }
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
