package import Evidence
package import GitStore

/// The evidence over a store: an append-only Merkle log of its commits, kept on its branch `log`.
package enum Custody {
    /// The log after a catch-up.
    package struct State: Sendable {
        package var origin: String
        /// Entries.
        package var size: Int
        package var root: LogHash
        /// Entries that this catch-up added.
        package var added: Int
        /// The checkpoint as it stands on the branch: a signed note, or its text alone.
        package var note: String
        /// The key that signs; nil for an unsigned log.
        package var key: VerifierKey?

        /// One line for people: `checkpoint 1234 lexwatch/0123456789abcdef 1f2e… signed by SHA256:…`.
        package var line: String {
            "log: \(size) \(size == 1 ? "entry" : "entries"), root \(root.hex.prefix(16)), "
                + (key.map { "signed by \($0.fingerprint)" } ?? "unsigned (lexwatch key create)")
        }
    }

    /// Commits that go into one commit of the log: what a first catch-up of a large store holds in memory.
    static let slice = 4_096

    /// A signer of commits with this key.
    package static func signer(_ key: SigningKey) -> CommitSigner {
        CommitSigner { payload throws(StoreError) in
            do throws(EvidenceError) {
                return try SSHSignature.sign(payload, namespace: "git", with: key)
            } catch {
                throw .fault(call: "SSHSignature.sign", code: 0, reason: "\(error)")
            }
        }
    }

    /// Refuses a key that the store does not know, before anything is written with it.
    ///
    /// - Throws: ``CustodyError/keyNeeded(store:fingerprint:)``, ``CustodyError/otherKey(store:known:given:)``.
    package static func check(_ key: VerifierKey?, for store: GitStore) throws {
        guard let head = try head(of: store) else { return }
        guard let known = try KeyHistory(head.tree, origin: head.checkpoint.origin).current?.key else {
            return
        }
        guard let key else {
            throw CustodyError.keyNeeded(store: store.path, fingerprint: known.fingerprint)
        }
        guard key == known else {
            throw CustodyError.otherKey(store: store.path, known: known.fingerprint, given: key.fingerprint)
        }
    }

    /// Writes into the log what is not in it yet: every commit of captures, versions, decisions and runs since the last
    /// that was logged, in this order, the oldest first.
    ///
    /// Running it again does nothing; a run that died before it leaves commits that the next one logs. It costs what is
    /// new: of the old log only the tiles at its right edge are read.
    ///
    /// - Parameters:
    ///   - store: open for writing; its own signer signs the log's commits too.
    ///   - key: signs the checkpoint; nil for an unsigned one.
    ///   - now: Unix seconds.
    /// - Returns: nil for a store without a commit.
    @discardableResult
    package static func follow(_ store: GitStore, key: SigningKey?, now: Int64) throws -> State? {
        try check(key?.publicKey, for: store)
        var log = try LogAppender(store, key: key, now: now)
        for branch in LogHead.branches {
            for commit in try log.waiting(on: branch) { try log.add(commit, on: branch) }
        }
        return try log.finish()
    }

    /// Goes over to another key: first everything that waits is logged under the old one, then a record that both have
    /// signed, and a checkpoint by both.
    package static func rotate(_ store: GitStore, from old: SigningKey, to new: SigningKey, now: Int64) throws
        -> State?
    {
        _ = try follow(store, key: old, now: now)
        var log = try LogAppender(store, key: old, now: now)
        return try log.rotate(to: new)
    }

    /// The log as it stands; nil where there is none.
    package static func state(of store: GitStore) throws -> State? {
        guard let head = try head(of: store) else { return nil }
        return State(
            origin: head.checkpoint.origin, size: head.checkpoint.size, root: head.checkpoint.root, added: 0,
            note: head.note,
            key: head.signed == nil
                ? nil : try KeyHistory(head.tree, origin: head.checkpoint.origin).current?.key)
    }

    /// The keys of a store, the oldest first.
    package static func keys(of store: GitStore) throws -> KeyHistory {
        guard let head = try head(of: store) else { return KeyHistory() }
        return try KeyHistory(head.tree, origin: head.checkpoint.origin)
    }

    static func head(of store: GitStore) throws -> LogHead? {
        guard let tip = try store.tip(.log) else { return nil }
        do {
            return try LogHead(StoreObjects(store: store), at: ObjectName(tip))
        } catch let fault as ObjectFault {
            throw CustodyError.broken(store: store.path, reason: Problem.words(fault))
        }
    }
}
