/// Why a copy of the store could not be written or read: what, where, and what to do. One bad copy never stops the others.
package struct CopyError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Not an address that a copy can have.
        case address
        /// The name, the connection or the answer did not come.
        case unreachable
        /// The answer took longer than allowed.
        case deadline
        /// Its certificate is not to be trusted.
        case certificate
        /// Its ssh key is not the one that is known, or none is known.
        case hostKey = "host-key"
        /// It wants a name and a password, token or key, and what we have will not do.
        case credentials
        /// It answers, but not as a git server does.
        case malformed
        /// It took the words and refused them.
        case refused
        /// It has commits that we lack: ours was rolled back, or somebody else writes to it.
        case ahead
        /// It has another history than ours.
        case fork
        /// It has nothing that could be a store.
        case noStore = "no-store"
        /// Something of it is lost or damaged.
        case damaged
        /// Somebody moved it while we wrote.
        case conflict
        /// Our own disk.
        case disk
        case cancelled
    }

    package var kind: Kind
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    /// After sysexits.h; 77 is "permission denied".
    package var exitCode: Int32 {
        switch kind {
        case .address: 64
        case .unreachable, .deadline: 69
        case .certificate, .hostKey, .credentials, .refused: 77
        case .malformed, .ahead, .fork: 65
        case .noStore: 66
        case .damaged, .disk: 74
        case .conflict, .cancelled: 75
        }
    }
}

extension CopyError {
    /// A failure of our own repository.
    init(_ error: StoreError) {
        switch error {
        case .locked, .conflict: self.init(.conflict, error.description)
        case .damaged: self.init(.damaged, error.description)
        case .foreign, .absent: self.init(.noStore, error.description)
        default: self.init(.disk, error.description)
        }
    }

    /// A failure on the way to a remote.
    init(_ error: MirrorError) {
        let kind: Kind =
            switch error.kind {
            case .badURL: .address
            case .name, .addressRefused, .connect, .broken: .unreachable
            case .tls: .certificate
            case .deadline: .deadline
            case .credentials: .credentials
            case .redirectRefused, .malformed, .tooLarge: .malformed
            case .noBranch, .absent: .noStore
            case .cancelled: .cancelled
            case .disk: .disk
            case .locked: .conflict
            }
        self.init(kind, error.message)
    }

    /// Does some work on a repository on our own disk.
    static func storing<T: ~Copyable>(_ work: () throws(StoreError) -> T) throws(CopyError) -> T {
        do { return try work() } catch { throw CopyError(error) }
    }

    /// Does some work with a remote.
    static func sending<T: ~Copyable>(_ work: () throws(MirrorError) -> T) throws(CopyError) -> T {
        do { return try work() } catch { throw CopyError(error) }
    }
}
