import CCrypto

/// SHA-256 and SHA-512 (FIPS 180-4) through libcrypto, which uses what the processor has for them. For bulk; the core
/// keeps to `Statute.SHA256`.
package enum SHA2 {
    /// 32 bytes.
    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
            if let into = digest.baseAddress { lw_sha256(bytes.baseAddress, bytes.count, into) }
            count = 32
        }
    }

    /// 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { sha256($0) } }

    /// 64 bytes.
    package static func sha512(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 64) { digest, count in
            if let into = digest.baseAddress { lw_sha512(bytes.baseAddress, bytes.count, into) }
            count = 64
        }
    }

    /// 64 bytes.
    package static func sha512(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { sha512($0) } }
}
