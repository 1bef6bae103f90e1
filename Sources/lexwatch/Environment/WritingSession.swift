import Custody
import Evidence
import Foundation
import GitStore

/// A store that a command has open for writing: its commits are signed with the key that is configured, and whatever way the
/// command ends, the log has followed what it wrote.
final class WritingSession {
    let store: GitStore
    private let key: SigningKey?
    /// Unix seconds.
    private let now: Int64

    private init(_ settings: Settings, now: Int64) throws {
        key = try settings.signingKey()
        store = try settings.writableStore(signer: key.map(Custody.signer))
        self.now = now
        try Custody.check(key?.publicKey, for: store)
    }

    /// Writes what is new into the log.
    ///
    /// - Returns: nil for a store without a commit.
    @discardableResult
    func follow() throws -> Custody.State? { try Custody.follow(store, key: key, now: now) }

    /// Signs other things than commits: the statements of mails.
    var signer: SigningKey? { key }

    /// Runs a command's work on its store, and logs what it wrote: also when it fails half-way.
    ///
    /// - Parameters:
    ///   - now: Unix seconds.
    ///   - isThere: the store must be there already; it is not made for a decision or a rebuild.
    static func run<Result>(
        _ settings: Settings, now: Int64 = Int64(Date().timeIntervalSince1970), isThere: Bool = false,
        _ work: (WritingSession) throws -> Result,
        after: (WritingSession) throws -> Void = { try $0.follow() }
    ) throws -> Result {
        if isThere { _ = try GitStore(path: settings.store, access: .reading) }
        let session = try WritingSession(settings, now: now)
        let result: Result
        do {
            result = try work(session)
        } catch {
            do { try session.follow() } catch let second {
                settings.remark("\(Failure.words(for: second)) (after what follows)")
            }
            throw error
        }
        try after(session)
        return result
    }

    /// Goes over from the configured key to another.
    static func rotate(_ settings: Settings, to new: SigningKey) throws -> Custody.State? {
        try run(settings, isThere: true) { session in
            guard let key = session.key else { return nil }
            return try Custody.rotate(session.store, from: key, to: new, now: session.now)
        } after: { _ in
        }
    }
}

extension Settings {
    /// The key that signs; nil where none is configured.
    ///
    /// - Throws: ``KeyFileError``.
    func signingKey() throws -> SigningKey? { try signingKeyPath.map { try SigningKeyFile(path: $0).read() } }
}
