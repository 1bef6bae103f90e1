import Statute

extension SHA256 {
    /// The 32 bytes of the digest of some bytes.
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }
}
