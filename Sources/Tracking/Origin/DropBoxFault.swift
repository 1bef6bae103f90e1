/// Why a drop box or a file in it could not be read.
package struct DropBoxFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case absent
        case unreadable
        /// A link that leads out of the folder.
        case outside
        case notAFile = "not-a-file"
        case tooLarge = "too-large"
        /// It was written to between the look and the reading.
        case changed
    }

    package var kind: Kind
    /// A sentence that names what and where.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message without the name in front.
    var reason: String {
        guard let colon = message.utf8.firstIndex(of: 0x3a) else { return message }
        return String(message[colon...].dropFirst(2))
    }

    package var description: String { message }
}
