import CCrypto

/// SHA-256 or SHA-512 of what comes in pieces, through libcrypto.
package struct SHA2Stream: ~Copyable {
    package enum Kind: Sendable { case sha256, sha512 }

    private let context: OpaquePointer
    private let count: Int

    package init(_ kind: Kind) throws(EvidenceError) {
        let method = kind == .sha256 ? EVP_sha256() : EVP_sha512()
        guard let context = EVP_MD_CTX_new() else { throw Self.fault("EVP_MD_CTX_new") }
        guard EVP_DigestInit_ex(context, method, nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw Self.fault("EVP_DigestInit_ex")
        }
        self.context = context
        count = kind == .sha256 ? 32 : 64
    }

    deinit { EVP_MD_CTX_free(context) }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) throws(EvidenceError) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            throw Self.fault("EVP_DigestUpdate")
        }
    }

    package mutating func update(_ bytes: [UInt8]) throws(EvidenceError) {
        guard EVP_DigestUpdate(context, bytes, bytes.count) == 1 else { throw Self.fault("EVP_DigestUpdate") }
    }

    /// 32 or 64 bytes; nothing can be added afterwards.
    package consuming func digest() throws(EvidenceError) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: count)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { throw Self.fault("EVP_DigestFinal_ex") }
        return digest
    }

    private static func fault(_ call: String) -> EvidenceError {
        .fault(call: call, reason: LibcryptoFault.last)
    }
}
