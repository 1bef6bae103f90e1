import CCrypto

/// An Ed25519 key as libcrypto holds it, and the 32 bytes it is made of; both are wiped when nobody holds them any more.
/// Made once: half of what a signature would cost is the public half. Nothing changes it, so that threads may share it.
final class KeyPair: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer
    nonisolated(unsafe) private let memory: UnsafeMutableBufferPointer<UInt8>

    /// Nil when libcrypto cannot make a key of these 32 bytes.
    init?(seed: UnsafeBufferPointer<UInt8>) {
        guard seed.count == 32,
            let pointer = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed.baseAddress, 32)
        else { return nil }
        self.pointer = pointer
        memory = .allocate(capacity: 32)
        _ = memory.initialize(from: seed)
    }

    deinit {
        OPENSSL_cleanse(memory.baseAddress, 32)
        memory.deallocate()
        EVP_PKEY_free(pointer)
    }

    /// The secret; good as long as `self` is held.
    var seed: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(memory) }

    var publicKey: VerifierKey? {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = 32
        guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1 else { return nil }
        return VerifierKey(bytes: Array(bytes.prefix(count)))
    }
}
