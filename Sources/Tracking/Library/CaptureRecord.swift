import Foundation

/// What `capture.json` says of one capture.
package struct CaptureRecord: Sendable, Hashable, Codable {
    package var schema = 1
    /// A path or an address.
    package var origin: String
    /// Of the bytes, hexadecimal.
    package var sha256: String
    package var bytes: Int
    /// When these bytes were first seen, ISO 8601 UTC.
    package var captured: String

    package init(origin: String, sha256: String, bytes: Int, captured: String) {
        self.origin = origin
        self.sha256 = sha256
        self.bytes = bytes
        self.captured = captured
    }

    /// Readable JSON with sorted keys, ending in a line feed.
    package func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [0x0A]
    }

    /// Reads ``encoded()``.
    package init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(CaptureRecord.self, from: Data(bytes))
    }
}
