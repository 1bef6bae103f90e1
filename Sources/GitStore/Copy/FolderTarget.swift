internal import CLibgit2
internal import Glibc

/// A bare repository on a disk of this machine.
struct FolderTarget: CopyTarget {
    let source: GitStore
    let repository: Repository
    let name: String

    init(_ path: String, name: String, source: GitStore) throws(CopyError) {
        self.source = source
        self.name = name
        guard Folder.kind(path, following: true) == .folder else {
            throw CopyError(
                .noStore,
                "\(name): there is no folder here; is the disk mounted? An empty copy is made with git init --bare"
            )
        }
        do throws(StoreError) { repository = try Repository(path: path) } catch {
            throw CopyError(
                .noStore, "\(name): no bare git repository here; an empty copy is made with git init --bare")
        }
        let (here, there) = (Self.identity(source.path), Self.identity(path))
        guard here == nil || here?.device != there?.device || here?.number != there?.number else {
            throw CopyError(.address, "\(name): is the store itself, no copy of it")
        }
    }

    private static func identity(_ path: String) -> (device: UInt, number: UInt)? {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        return (UInt(found.st_dev), UInt(found.st_ino))
    }

    func references() throws(CopyError) -> [String: ObjectID] {
        try CopyError.storing { () throws(StoreError) in
            var found: [String: ObjectID] = [:]
            for name in try repository.references(below: "refs/heads/") {
                found[name] = try repository.tip(name)
            }
            return found
        }
    }

    func take(_ slice: PushPlan.Slice) throws(CopyError) -> [String: String] {
        try CopyError.storing { () throws(StoreError) in
            try send(slice)
            git_odb_refresh(repository.database)
            let keepsHistory = try flag("receive.denynonfastforwards")
            var rejected: [String: String] = [:]
            for update in slice.updates {
                if update.isReplacement, keepsHistory {
                    rejected[update.reference] = "receive.denyNonFastForwards is set there"
                } else if try !repository.move(update.reference, from: update.old, to: update.new) {
                    throw .conflict(reference: "\(name) \(update.reference)", attempts: 1)
                }
            }
            return rejected
        }
    }

    private func flag(_ name: String) throws(StoreError) -> Bool {
        var config: OpaquePointer?
        try GitCall.check(
            git_repository_config_snapshot(&config, repository.pointer), "git_repository_config_snapshot",
            .reading(repository.path))
        defer { git_config_free(config) }
        var value: Int32 = 0
        return git_config_get_bool(&value, config, name) == 0 && value == 1
    }

    /// Writes what is lacking there as one pack, fsynced, by our own packing: libgit2's compares every object with others
    /// anew, which takes ten times as long and more room.
    private func send(_ slice: PushPlan.Slice) throws(StoreError) {
        let stage = try PackStage(repository: repository, signer: nil)
        for update in slice.updates {
            // What is replaced is sent as if it were new; objects that are there are left out.
            var commits: [ObjectID] = []
            do throws(CopyError) {
                if let newer = try source.line(after: update.old, to: update.new) {
                    commits = newer
                } else if let all = try source.line(after: nil, to: update.new) {
                    commits = all
                }
            } catch { throw .damaged(path: source.path, reason: error.message) }
            var before: ObjectID?
            if let first = commits.first, let parent = try source.repository.commit(first).parent {
                before = try source.repository.commit(parent).tree
            }
            for id in commits {
                let tree = try source.repository.commit(id).tree
                try source.copy(tree, but: before, from: source.repository, stage)
                try stage.copy(id, .commit, from: source.repository)
                before = tree
                if stage.waiting > 64 << 20 { try stage.flush() }
            }
        }
        try stage.flush()
    }

    func judge(_ reference: String, theirs: ObjectID, ours: ObjectID?) throws(CopyError) -> CopyError {
        let name = name
        return try CopyError.storing { () throws(StoreError) in
            try Self.finding(name, reference, theirs: theirs, ours: ours, source: source, in: repository)
        }
    }

    /// Walks back from the copy's commit until one is ours.
    static func finding(
        _ name: String, _ reference: String, theirs: ObjectID, ours: ObjectID?, source: GitStore,
        in repository: Repository
    ) throws(StoreError) -> CopyError {
        var line: Set<ObjectID> = []
        var next = ours
        while let id = next {
            line.insert(id)
            next = try source.repository.commit(id).parent
        }
        var steps = 0
        next = theirs
        while let id = next, !line.contains(id) {
            steps += 1
            next = try repository.commit(id).parent
        }
        return words(
            name, reference, theirs: theirs, ours: ours, base: next,
            ahead: next != nil && next == ours ? steps : nil)
    }
}
