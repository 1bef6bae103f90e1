import Statute

/// What the store needs of an arrival and can be worked out beside it: so that many arrivals are worked out at once, and
/// one hand writes them.
package struct ArrivalDigest: Sendable {
    /// Of the bytes, hexadecimal.
    package let sha256: String
    /// The canonical text as it is committed.
    package let canonical: [UInt8]
    /// How many articles proper it has.
    package let articles: Int

    package init(_ arrival: Arrival) {
        sha256 = SHA256.hex(of: arrival.bytes)
        canonical = Array(CanonicalText(arrival.text).string.utf8)
        articles = arrival.text.articleLevel.count { $0.kind == .article }
    }
}
