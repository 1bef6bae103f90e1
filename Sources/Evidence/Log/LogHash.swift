import Statute

/// A hash of the log: SHA-256, 32 bytes, of a leaf, of a node or of the whole tree.
package struct LogHash: Hashable, Sendable {
    /// Always 32.
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Base64 with padding, of 32 bytes, in its one spelling.
    package init?(base64: some StringProtocol) {
        guard let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes: bytes)
    }

    init(exactly bytes: [UInt8]) { self.bytes = bytes }

    package var hex: String { Hexadecimal.string(bytes) }
    package var base64: String { Base64.encode(bytes) }
}
