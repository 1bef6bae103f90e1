import Evidence
import GitStore
import Statute

/// Adds entries to the log of a store, a slice at a time: each slice is one commit on its branch, with its own checkpoint.
struct LogAppender {
    private let store: GitStore
    private let source: StoreObjects
    private let key: SigningKey?
    private let now: Int64
    private var head: LogHead?
    private var frontier = MerkleFrontier()
    private var tips: [StoreBranch: ObjectName] = [:]
    private var keys = KeyHistory()
    private var origin: String?
    /// Of this slice.
    private var entries: [[UInt8]] = []
    private var leaves: [LogHash] = []
    private var commits = 0
    /// The first entry from which on every commit that was added is signed.
    private var signedFrom: Int
    private var added = 0

    init(_ store: GitStore, key: SigningKey?, now: Int64) throws {
        self.store = store
        self.key = key
        self.now = now
        source = StoreObjects(store: store)
        head = try Custody.head(of: store)
        signedFrom = head?.checkpoint.size ?? 0
        guard let head else { return }
        origin = head.checkpoint.origin
        tips = head.tips
        keys = try KeyHistory(head.tree, origin: head.checkpoint.origin)
        let peaks: [LogHash]
        do { peaks = try head.tiles.peaks(of: head.checkpoint.size) } catch let fault as ObjectFault {
            throw CustodyError.broken(store: store.path, reason: Problem.words(fault))
        }
        guard let frontier = MerkleFrontier(size: head.checkpoint.size, peaks: peaks),
            frontier.root == head.checkpoint.root
        else {
            throw CustodyError.broken(store: store.path, reason: "its tiles do not lead to its checkpoint")
        }
        self.frontier = frontier
    }

    /// Commits of a branch that are not in the log, the oldest first.
    func waiting(on branch: StoreBranch) throws -> [ObjectName] {
        guard let tip = try store.tip(branch) else {
            guard tips[branch] == nil else { throw lost(branch) }
            return []
        }
        var found: [ObjectName] = []
        var next: ObjectName? = ObjectName(tip)
        while let name = next, name != tips[branch] {
            found.append(name)
            next = try source.commit(name).parents.first
        }
        if next == nil, tips[branch] != nil { throw lost(branch) }
        return found.reversed()
    }

    mutating func add(_ name: ObjectName, on branch: StoreBranch) throws {
        let (commit, isSigned) = try CommitReader(source: source).logged(name, on: branch)
        if origin == nil { origin = Self.origin(name) }
        for entry in commit.entries {
            let leaf = LogHashing.leaf(entry)
            frontier.append(leaf)
            entries.append(entry)
            leaves.append(leaf)
        }
        if !isSigned { signedFrom = frontier.size }
        tips[branch] = name
        commits += 1
        added += commit.entries.count
        if commits >= Custody.slice { try write() }
    }

    /// Writes what is left, and the first signature where a key has come.
    mutating func finish() throws -> Custody.State? {
        let isNewKey = key != nil && keys.current == nil
        if !entries.isEmpty || (isNewKey && head != nil) { try write(isLast: true) }
        guard let head else { return nil }
        return Custody.State(
            origin: head.checkpoint.origin, size: head.checkpoint.size, root: head.checkpoint.root,
            added: added,
            note: head.note, key: head.signed == nil ? nil : key?.publicKey)
    }

    /// Goes over from the key to another: a record that both have signed, and a checkpoint by both.
    mutating func rotate(to new: SigningKey) throws -> Custody.State? {
        guard let key, let origin, keys.current != nil else { throw CustodyError.noLog(store: store.path) }
        let record = try KeyRecord(
            new, number: keys.records.count + 1, origin: origin, from: frontier.size, replacing: key)
        try write(
            title: "Go over to another key: \(new.publicKey.fingerprint)",
            extra: try Self.changes(record), alsoBy: new)
        return try finish()
    }

    // MARK: Steps

    /// - Parameter isLast: of a catch-up; only then is it known from where on all commits are signed, and a first key can
    ///   be put in force.
    private mutating func write(
        isLast: Bool = false, title: String? = nil, extra: [CommitDraft.Change] = [],
        alsoBy: SigningKey? = nil
    ) throws {
        guard let origin else { return }
        var changes = try TileWriter(appending: entries, leaves: leaves, to: head?.tiles).changes
        if let key, isLast, keys.current == nil {
            let record = try KeyRecord(key, number: 1, origin: origin, from: signedFrom, replacing: nil)
            changes += try Self.changes(record)
        }
        let checkpoint = try Checkpoint(origin: origin, size: frontier.size, root: frontier.root)
        var note = checkpoint.text
        if let key, isLast || keys.current != nil {
            var signed = try SignedNote(text: checkpoint.text)
            try signed.sign(with: key, name: origin)
            if let alsoBy { try signed.sign(with: alsoBy, name: origin) }
            note = signed.string
        }
        changes.append(.put(try StorePath(LogHead.checkpointPath), Array(note.utf8)))
        changes.append(.put(try StorePath(LogHead.tipsPath), LogHead.tipLines(tips)))
        changes += extra
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: changes, title: title ?? "Log \(entries.count) entries: \(frontier.size)",
                trailers: [Trailer(Self.sizeTrailer, "\(frontier.size)")], time: UInt32(clamping: now)),
            to: .log)
        _ = try store.write(batch)
        entries = []
        leaves = []
        commits = 0
        head = try Custody.head(of: store)
        if let head { keys = try KeyHistory(head.tree, origin: head.checkpoint.origin) }
    }

    private func lost(_ branch: StoreBranch) -> CustodyError {
        .broken(
            store: store.path,
            reason: "the branch \(branch.rawValue) no longer holds the commit that was logged last, "
                + (tips[branch].map { "\($0)" } ?? ""))
    }

    private static func changes(_ record: KeyRecord) throws -> [CommitDraft.Change] {
        [
            .put(try StorePath(KeyRecord.notePath(record.number)), Array(record.note.utf8)),
            .put(
                try StorePath(KeyRecord.linePath(record.number)),
                Array((record.key.openSSHLine(comment: record.origin) + "\n").utf8)),
        ]
    }

    /// How large the log is after a commit of its branch.
    static let sizeTrailer = TrailerName("Log-Size") ?? .version

    /// What a log is called: by the first commit that it tells of, so that a copy of a store has its name, and no other.
    static func origin(_ first: ObjectName) -> String {
        "lexwatch/\(SHA256.hex(of: first.digits).prefix(16))"
    }
}
