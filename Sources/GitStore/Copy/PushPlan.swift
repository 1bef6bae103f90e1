internal import CLibgit2

/// What a copy lacks, in the pieces in which it is sent.
struct PushPlan {
    struct Slice {
        var updates: [CopyLink.Update] = []
        var commits = 0
        /// Unpacked, of new files.
        var bytes = 0
    }

    private(set) var slices: [Slice] = []
    private(set) var branches: [PushReport.Branch] = []
    private(set) var strange = 0

    /// - Throws: ``CopyError`` of kind `ahead` or `fork`, naming the branch; nothing is sent then.
    init(
        from source: GitStore, tips: [String: ObjectID], to there: [String: ObjectID], name: String,
        limits: PushLimits,
        judge: (_ reference: String, _ theirs: ObjectID, _ ours: ObjectID?) throws(CopyError) -> CopyError
    ) throws(CopyError) {
        var open = Slice()
        var findings: [CopyError] = []
        for branch in StoreBranch.allCases {
            let reference = branch.reference
            let theirs = there[reference]
            guard let ours = tips[reference] else {
                if let theirs { findings.append(try judge(reference, theirs, nil)) }
                continue
            }
            if ours == theirs { continue }
            guard let lead = try source.line(after: theirs, to: ours) else {
                findings.append(try judge(reference, theirs ?? ours, ours))
                continue
            }
            branches.append(.init(name: branch.rawValue, old: theirs, new: ours, commits: lead.count))
            try add(lead, reference, from: theirs, source, limits, &open)
        }
        // A fork says more than a copy that is ahead.
        if let worst = findings.first(where: { $0.kind == .fork }) ?? findings.first { throw worst }
        if !open.updates.isEmpty { slices.append(open) }
        try addTimelines(source, tips, there, limits)
    }

    private mutating func add(
        _ commits: [ObjectID], _ reference: String, from old: ObjectID?, _ source: GitStore,
        _ limits: PushLimits,
        _ open: inout Slice
    ) throws(CopyError) {
        var standing = old
        var parent = old
        for (index, commit) in commits.enumerated() {
            let bytes = try CopyError.storing { () throws(StoreError) in
                try source.newBytes(in: commit, after: parent)
            }
            open.commits += 1
            open.bytes += bytes
            parent = commit
            let isFull = open.commits >= limits.commits || open.bytes >= limits.bytes
            guard isFull || index == commits.count - 1 else { continue }
            open.updates.append(
                .init(reference: reference, old: standing, new: commit, isReplacement: false))
            standing = commit
            if isFull {
                slices.append(open)
                open = Slice()
            }
        }
    }

    private mutating func addTimelines(
        _ source: GitStore, _ tips: [String: ObjectID], _ there: [String: ObjectID], _ limits: PushLimits
    ) throws(CopyError) {
        var open = Slice()
        for (reference, ours) in tips.sorted(by: { $0.key < $1.key })
        where reference.hasPrefix(StoreLayout.timelines) && there[reference] != ours {
            let theirs = there[reference]
            let isForward = try CopyError.storing { () throws(StoreError) in
                try source.has(ours, ancestor: theirs)
            }
            open.updates.append(
                .init(reference: reference, old: theirs, new: ours, isReplacement: !isForward))
            if open.updates.count >= limits.references {
                slices.append(open)
                open = Slice()
            }
        }
        if !open.updates.isEmpty { slices.append(open) }
        strange = there.keys.filter { $0.hasPrefix(StoreLayout.timelines) && tips[$0] == nil }.count
    }
}

extension GitStore {
    /// Commits after one up to another, oldest first; all when the first is nil, and nil when the first is no ancestor.
    func line(after old: ObjectID?, to new: ObjectID) throws(CopyError) -> [ObjectID]? {
        var found: [ObjectID] = []
        var next: ObjectID? = new
        while let id = next, id != old {
            found.append(id)
            next = try CopyError.storing { () throws(StoreError) in try repository.commit(id).parent }
        }
        guard next == old else { return nil }
        return found.reversed()
    }

    /// Whether a commit has another one before it; everything has nothing before it.
    func has(_ commit: ObjectID, ancestor: ObjectID?) throws(StoreError) -> Bool {
        guard let ancestor else { return true }
        var (younger, older) = (commit.raw, ancestor.raw)
        guard git_odb_exists(repository.database, &older) == 1 else { return false }
        let code = git_graph_descendant_of(repository.pointer, &younger, &older)
        try GitCall.check(code, "git_graph_descendant_of", .reading(path))
        return code == 1
    }

    /// Bytes of the files that a commit brings.
    func newBytes(in commit: ObjectID, after parent: ObjectID?) throws(StoreError) -> Int {
        var bytes = 0
        for change in try changes(from: parent, to: commit) {
            guard let id = change.after else { continue }
            var (size, kind, raw) = (0, GIT_OBJECT_INVALID, id.raw)
            try GitCall.check(
                git_odb_read_header(&size, &kind, repository.database, &raw), "git_odb_read_header",
                .reading("\(path) \(id)"))
            bytes += size
        }
        return bytes
    }

    /// Where everything that a copy takes stands: the append-only branches and the timelines.
    package func tipsToCopy() throws(StoreError) -> [String: ObjectID] {
        var tips: [String: ObjectID] = [:]
        // The log first: it then says no more than the branches that are read after it.
        for branch in StoreBranch.allCases.reversed() { tips[branch.reference] = try tip(branch) }
        for reference in try repository.references(below: StoreLayout.timelines) {
            tips[reference] = try repository.tip(reference)
        }
        return tips
    }
}
