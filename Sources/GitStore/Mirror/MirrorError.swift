/// Why a mirror could not be brought up to date or read: a value, for one bad source never stops the others.
package struct MirrorError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A scheme that is not allowed, no host, a user name in it.
        case badURL = "bad-url"
        /// The host's name did not resolve.
        case name
        /// An address that may not be connected to: refused before anything was sent.
        case addressRefused = "address-refused"
        case connect
        case tls
        case deadline
        /// More bytes or objects than allowed.
        case tooLarge = "too-large"
        case redirectRefused = "redirect-refused"
        /// The remote wants a name and a password; they are never given.
        case credentials
        /// The remote answers, but not as a git server does.
        case malformed
        /// The connection broke.
        case broken
        /// The remote has no such branch, or none at all.
        case noBranch = "no-branch"
        case cancelled
        /// What was asked for is not in the mirror.
        case absent
        /// The mirror on our own disk cannot be read or written.
        case disk
        /// Another run holds the mirror.
        case locked
    }

    package var kind: Kind
    /// A sentence that names what and where.
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Whether trying again soon may help.
    package var isTransient: Bool {
        switch kind {
        case .name, .connect, .deadline, .broken, .locked: true
        default: false
        }
    }

    package var description: String { message }
}

extension MirrorError {
    /// A failure of our own repository.
    init(_ error: StoreError) {
        switch error {
        case .locked: self.init(.locked, error.description)
        case .foreign(let path, let found):
            self.init(.disk, "\(path): not a mirror that Lexwatch made: \(found)")
        default: self.init(.disk, error.description)
        }
    }

    /// Does some work on our own repository.
    static func storing<T: ~Copyable>(_ work: () throws(StoreError) -> T) throws(MirrorError) -> T {
        do { return try work() } catch { throw MirrorError(error) }
    }
}
