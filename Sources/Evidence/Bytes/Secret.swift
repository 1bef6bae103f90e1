import CCrypto

/// Bytes that are wiped when nobody holds them any more.
final class Secret: Sendable {
    nonisolated(unsafe) private let memory: UnsafeMutablePointer<UInt8>
    let count: Int

    /// Nil when `filling` says that it could not fill the bytes.
    init?(count: Int, filling: (UnsafeMutablePointer<UInt8>) -> Bool) {
        self.count = count
        memory = .allocate(capacity: count)
        memory.initialize(repeating: 0, count: count)
        guard filling(memory) else { return nil }
    }

    deinit {
        OPENSSL_cleanse(memory, count)
        memory.deallocate()
    }

    /// Good as long as `self` is held.
    var bytes: UnsafePointer<UInt8> { UnsafePointer(memory) }
}
