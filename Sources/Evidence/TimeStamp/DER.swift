import CCrypto

/// Reads structures of ASN.1 through libcrypto.
enum DER {
    typealias Reading = (
        UnsafeMutablePointer<OpaquePointer?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
    ) -> OpaquePointer?

    /// Answers with certificates are a few thousand bytes.
    static let longest = 1 << 20

    /// One structure and nothing after it; the caller frees it.
    static func read(_ bytes: [UInt8], subject: String, _ reading: Reading) throws(EvidenceError)
        -> OpaquePointer
    {
        guard bytes.count <= longest else {
            throw .malformed(
                subject: subject, line: nil, reason: "\(bytes.count) bytes; at most \(longest) are read")
        }
        var used = 0
        let found = bytes.withUnsafeBufferPointer { buffer in
            var at = buffer.baseAddress
            let found = reading(nil, &at, buffer.count)
            if let at, let start = buffer.baseAddress { used = at - start }
            return found
        }
        guard let found else {
            throw .malformed(subject: subject, line: nil, reason: "it is not DER: \(LibcryptoFault.last)")
        }
        guard used == bytes.count else {
            throw .malformed(subject: subject, line: nil, reason: "it goes on after its end")
        }
        return found
    }
}
