import Evidence

/// Whose signatures count: the keys that the reader brought, or those that the store names of itself.
struct Trust: Sendable {
    /// Empty: the store's own word is taken.
    let given: [VerifierKey]
    /// Everything must be signed, from the first entry on.
    let isRequired: Bool

    /// Whether the reader's keys and the store's go together: one of the store's must be the reader's, the others follow
    /// from their records.
    func vouches(for keys: KeyHistory) -> Bool {
        given.isEmpty || keys.records.contains { given.contains($0.key) }
    }

    /// Whether a key may sign when the log has this size.
    func accepts(_ key: VerifierKey, _ keys: KeyHistory, atSize size: Int) -> Bool {
        guard vouches(for: keys) else { return given.contains(key) }
        return keys.accepts(key, atSize: size)
    }

    /// Whether the commit of an entry must be signed, and by whom; nil where nobody needs to have.
    func accepted(at index: Int, _ keys: KeyHistory) -> ((VerifierKey) -> Bool)? {
        guard vouches(for: keys) else { return { given.contains($0) } }
        if let key = keys.inForce(at: index) { return { $0 == key } }
        // Before the first key, nobody could sign.
        guard isRequired else { return nil }
        return { key in given.contains(key) || keys.records.contains { $0.key == key } }
    }

    /// Whether a key is any that the store ever had.
    func knows(_ key: VerifierKey, _ keys: KeyHistory) -> Bool {
        given.contains(key) || (vouches(for: keys) && keys.records.contains { $0.key == key })
    }
}
