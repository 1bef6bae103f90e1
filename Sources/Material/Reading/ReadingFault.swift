/// Why a document could not be read as text. Nothing is ever read in part.
package struct ReadingFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// No text at all, or far less than its pages can hold (a scan).
        case empty
        /// Bytes that no character set decodes without loss.
        case lossy
        /// A format that we do not read, or bytes that are none.
        case unknownFormat = "unknown-format"
        /// Not what its format prescribes, or cut off.
        case malformed
        case tooDeep = "too-deep"
        case tooLarge = "too-large"
        /// An archive that unfolds to far more than it holds, or whose entries lie.
        case bomb
        /// An entry whose path leaves the archive.
        case slip
        /// A document type or an entity that reaches outside.
        case entity
        case encrypted
        /// A program that would read it is not installed; the message says which.
        case needsProgram = "needs-program"
        /// A program that read it for us took too long or failed.
        case program
    }

    package var kind: Kind
    /// A sentence that names what and where, and what to do.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}

/// The port through which documents become text. Never recurses by the depth of its input and never traps.
package protocol DocumentReading: Sendable {
    func read(_ request: ReadingRequest) async -> Result<Readout, ReadingFault>
}
