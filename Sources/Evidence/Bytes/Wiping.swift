import CCrypto

enum Wiping {
    /// Writes zeros over an array that nobody else holds.
    static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
}
