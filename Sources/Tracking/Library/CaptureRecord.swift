/// What `capture.json` says of one capture.
package struct CaptureRecord: StoredRecord {
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
}
