import CCrypto

/// A hash of bytes that come bit by bit, by libcrypto.
final class RunningDigest {
    enum Kind { case sha1, sha256 }

    private let context = EVP_MD_CTX_new()
    private let length: Int

    init(_ kind: Kind) {
        length = kind == .sha1 ? 20 : 32
        EVP_DigestInit_ex(context, kind == .sha1 ? EVP_sha1() : EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    func update(_ bytes: some Collection<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ EVP_DigestUpdate(context, $0.baseAddress, $0.count) })
            == nil
        {
            let copy = Array(bytes)
            EVP_DigestUpdate(context, copy, copy.count)
        }
    }

    /// To be asked once.
    func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }
}
