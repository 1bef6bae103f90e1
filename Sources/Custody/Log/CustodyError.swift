/// Why the log could not follow the store.
package enum CustodyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The store's commits are signed by one key, and the command has none.
    case keyNeeded(store: String, fingerprint: String)
    /// The command has another key than the store.
    case otherKey(store: String, known: String, given: String)
    /// A branch no longer holds the commit that was logged last, or the log does not read as one.
    case broken(store: String, reason: String)
    /// Nothing has been logged yet.
    case noLog(store: String)

    package var exitCode: Int32 {
        switch self {
        case .keyNeeded, .otherKey: 78
        case .broken: 74
        case .noLog: 66
        }
    }

    package var description: String {
        switch self {
        case .keyNeeded(let store, let fingerprint):
            "\(store): its commits are signed by \(fingerprint); name that key with signing-key (LEXWATCH_SIGNING_KEY)"
        case .otherKey(let store, let known, let given):
            "\(store): its commits are signed by \(known), and signing-key is \(given); name the right key, or go over to "
                + "another with lexwatch key rotate"
        case .broken(let store, let reason):
            "\(store): the log cannot follow: \(reason); run lexwatch verify, and restore the store from a mirror"
        case .noLog(let store):
            "\(store): nothing has been logged yet; any command that writes logs it, such as lexwatch snapshot --offline"
        }
    }
}
