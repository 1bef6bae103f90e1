/// Why a message was not written.
package enum MailError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A header value holds a character that could start another header or hide words.
    case controlCharacter(header: String, codePoint: UInt32)
    /// An address, an identifier or a link that is not one.
    case malformed(header: String, value: String)
    /// A line that cannot be folded is longer than RFC 5322 allows (998 bytes).
    case lineTooLong(header: String)
    /// Larger than mail programs show whole. Bytes.
    case tooLarge(bytes: Int, limit: Int)

    package var description: String {
        switch self {
        case .controlCharacter(let header, let codePoint):
            "the header \(header) holds \(VisibleText.named(codePoint)), which no header may; remove it"
        case .malformed(let header, let value):
            "the header \(header) cannot hold “\(VisibleText.line(value))”"
        case .lineTooLong(let header): "the header \(header) has a line of more than 998 bytes"
        case .tooLarge(let bytes, let limit):
            "the message has \(bytes) bytes; more than \(limit) would be clipped by mail programs"
        }
    }
}
