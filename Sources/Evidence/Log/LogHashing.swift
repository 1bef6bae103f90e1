import CCrypto

/// How leaves and nodes are hashed (RFC 6962, 2.1): a prefix byte keeps one from passing for the other.
package enum LogHashing {
    /// SHA-256 of 0x00 and the entry.
    package static func leaf(_ entry: [UInt8]) -> LogHash {
        LogHash(
            exactly: [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
                if let into = digest.baseAddress { lw_log_leaf(entry, entry.count, into) }
                count = 32
            })
    }

    /// SHA-256 of 0x01 and both hashes.
    package static func node(_ left: LogHash, _ right: LogHash) -> LogHash {
        LogHash(
            exactly: [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
                if let into = digest.baseAddress { lw_log_node(left.bytes, right.bytes, into) }
                count = 32
            })
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    package static var empty: LogHash { LogHash(exactly: SHA2.sha256([])) }
}
