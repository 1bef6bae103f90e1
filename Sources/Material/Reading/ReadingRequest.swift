/// A document that is to be read as text.
package struct ReadingRequest: Sendable, Hashable {
    package var bytes: [UInt8]
    /// `type/subtype` without parameters, lower case; nil where nobody said. What the bytes are decides, not this.
    package var mediaType: String?
    /// The `charset` parameter of the transfer, where there is one.
    package var charset: String?
    /// How it is called in messages: a file name or a URL.
    package var name: String
    /// XPath 1.0 to the element that holds the statute; HTML only.
    package var xpath: String?
    package var limits: ReadingLimits

    package init(
        bytes: [UInt8], mediaType: String? = nil, charset: String? = nil, name: String, xpath: String? = nil,
        limits: ReadingLimits = ReadingLimits()
    ) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.charset = charset
        self.name = name
        self.xpath = xpath
        self.limits = limits
    }
}

/// How much one document may unfold to.
package struct ReadingLimits: Sendable, Hashable {
    /// Elements of a page or of a part.
    package var nodes: Int
    /// Elements inside each other.
    package var depth: Int
    /// UTF-8 bytes of the text that comes out.
    package var textBytes: Int
    /// Entries of an archive.
    package var entries: Int
    /// Bytes of all entries together, unpacked.
    package var unpackedBytes: Int
    /// Unpacked over packed bytes of an entry.
    package var ratio: Int
    /// Seconds for a program that reads the document for us.
    package var seconds: Double

    package init(
        nodes: Int = 500_000, depth: Int = 4_096, textBytes: Int = 8 << 20, entries: Int = 2_000,
        unpackedBytes: Int = 64 << 20, ratio: Int = 100, seconds: Double = 60
    ) {
        self.nodes = nodes
        self.depth = depth
        self.textBytes = textBytes
        self.entries = entries
        self.unpackedBytes = unpackedBytes
        self.ratio = ratio
        self.seconds = seconds
    }
}
