import CCrypto

/// Git's hash, by OpenSSL.
///
/// SHA-1 no longer withstands those who choose both of two files. It is checked here because git names objects by it; what
/// is proved about files rests on the SHA-256 in the log.
struct SHA1Hasher {
    /// Twenty bytes.
    func hash(_ bytes: UnsafeRawBufferPointer, after head: [UInt8] = []) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 20) { digest, count in
            var context = SHA_CTX()
            SHA1_Init(&context)
            if !head.isEmpty { SHA1_Update(&context, head, head.count) }
            SHA1_Update(&context, bytes.baseAddress, bytes.count)
            SHA1_Final(digest.baseAddress, &context)
            count = 20
        }
    }

    /// What git calls these bytes.
    func name(of object: RawObject) -> ObjectName {
        let head = Array("\(object.kind.word) \(object.bytes.count)\0".utf8)
        let digest = object.bytes.withUnsafeBytes { hash($0, after: head) }
        return digest.withUnsafeBytes { ObjectName($0.baseAddress.unsafelyUnwrapped) }
    }
}
