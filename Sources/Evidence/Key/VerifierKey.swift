import CCrypto

/// An Ed25519 public key (RFC 8032).
package struct VerifierKey: Hashable, Sendable {
    /// Always 32.
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(exactly bytes: [UInt8]) { self.bytes = bytes }

    /// Whether `signature`, 64 bytes, is this key's over `message`.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == 64 else { return false }
        return lw_ed25519_verify(bytes, signature, message, message.count) == 1
    }
}
