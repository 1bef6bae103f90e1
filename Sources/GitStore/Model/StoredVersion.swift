/// A version as the store holds it.
package struct StoredVersion: Sendable, Hashable {
    package var key: VersionKey
    /// Canonical text by language tag.
    package var texts: [String: [UInt8]]
    /// The bytes of `version.json`.
    package var metadata: [UInt8]

    package init(key: VersionKey, texts: [String: [UInt8]], metadata: [UInt8]) {
        self.key = key
        self.texts = texts
        self.metadata = metadata
    }
}

/// A capture as the store holds it.
package struct StoredCapture: Sendable, Hashable {
    package var key: CaptureKey
    /// The bytes exactly as received.
    package var document: [UInt8]
    /// The file ending that goes with their media type.
    package var type: String
    /// The bytes of `capture.json`.
    package var metadata: [UInt8]

    package init(key: CaptureKey, document: [UInt8], type: String, metadata: [UInt8]) {
        self.key = key
        self.document = document
        self.type = type
        self.metadata = metadata
    }
}
