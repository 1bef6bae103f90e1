package import Material

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
    /// What passed between us and the server; nil for what was not fetched.
    package var exchange: Exchange?
    /// As of when an archive shows it, ISO 8601 UTC, by the archive's own word; of a text from a repository's history,
    /// when its commit was written, by the author's own word.
    package var archived: String?
    /// The XPath by which its text was found on that day.
    package var xpath: String?
    /// The rules by which documents were read on that day, `SourceDeclaration.readingVersion`; nil for what was no
    /// document of a source (bundled and imported texts), and in captures from before it was kept.
    package var reading: Int?
    /// The commit of somebody's repository that it was taken from, and where it stood there; nil for anything else.
    package var commit: String?
    package var path: String?

    package init(
        origin: String, sha256: String, bytes: Int, captured: String, exchange: Exchange? = nil,
        archived: String? = nil, xpath: String? = nil, reading: Int? = nil,
        commit: String? = nil, path: String? = nil
    ) {
        self.origin = origin
        self.sha256 = sha256
        self.bytes = bytes
        self.captured = captured
        self.exchange = exchange
        self.archived = archived
        self.xpath = xpath
        self.reading = reading
        self.commit = commit
        self.path = path
    }
}
