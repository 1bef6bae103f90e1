/// Goes through everything that the references of a store reach: each object once, the commits of a branch from the
/// oldest, each compared with its parent, so that it costs what changed and not what each commit's whole tree holds.
struct StoreWalk {
    /// An object when it was first come upon.
    struct Found {
        let key: ObjectID
        let kind: RawObject.Kind
        /// Which of ``StoreWalk/branches`` led here.
        let branch: Int
        /// When the commit was made that brought it, Unix seconds.
        let time: Int64
        /// Like objects have like names: see ``LikeName``.
        let like: LikeName
    }

    struct Branch {
        /// `captures`, `timelines`, or the full name of a reference that is none of ours.
        let name: String
        /// Commits that references of it point to, or what else is there.
        let tips: [ObjectID]
    }

    let branches: [Branch]
    /// Each after its parents.
    private(set) var commits: [CommitGraph.Commit] = []
    private(set) var seen: Set<ObjectID> = []

    private let repository: Repository
    private let isThere: (ObjectID) -> Bool
    private var trees = TreeCache()

    /// - Parameter isThere: whether the store holds an object; a file is not opened to know.
    init(_ repository: Repository, isThere: @escaping (ObjectID) -> Bool) throws(StoreError) {
        self.repository = repository
        self.isThere = isThere
        var tips: [String: [ObjectID]] = [:]
        var foreign: [String] = []
        for reference in try repository.references(below: "refs/") + ["HEAD"] {
            guard let tip = try repository.tip(reference) else { continue }
            let name: String
            if let branch = StoreBranch.allCases.first(where: { $0.reference == reference }) {
                name = branch.rawValue
            } else if reference.hasPrefix(StoreLayout.timelines) {
                name = Self.timelines
            } else {
                name = reference
                foreign.append(reference)
            }
            tips[name, default: []].append(tip)
        }
        branches = (StoreBranch.allCases.map(\.rawValue) + [Self.timelines] + foreign).compactMap { name in
            tips[name].map { Branch(name: name, tips: $0) }
        }
    }

    static let timelines = "timelines"

    /// - Throws: ``StoreError/damaged(path:reason:)`` when something is missing, or is not what its name says.
    mutating func run(_ visit: (Found) -> Void) throws(StoreError) {
        for (index, branch) in branches.enumerated() {
            for tip in branch.tips { try follow(tip, branch: index, visit) }
        }
    }

    private mutating func follow(_ tip: ObjectID, branch: Int, _ visit: (Found) -> Void) throws(StoreError) {
        // Commits come back when all their parents are done.
        var open: [(key: ObjectID, commit: RawCommit?)] = [(tip, nil)]
        while let next = open.popLast() {
            if let commit = next.commit {
                try take(next.key, commit, branch: branch, visit)
                continue
            }
            guard !seen.contains(next.key) else { continue }
            let object = try read(next.key)
            switch object.kind {
            case .commit:
                guard let commit = RawCommit(object.bytes) else {
                    throw damaged(next.key, "no commit of git's")
                }
                seen.insert(next.key)
                open.append((next.key, commit))
                for parent in commit.parents where !seen.contains(parent) { open.append((parent, nil)) }
            case .tag:
                seen.insert(next.key)
                visit(Found(key: next.key, kind: .tag, branch: branch, time: 0, like: .others))
                if let target = RawTag.target(object.bytes) { open.append((target, nil)) }
            case .tree:
                var paths = ChangedPaths()
                let place = Place(branch: branch, name: branches[branch].name, time: 0)
                try compare(next.key, nil, place, &paths, visit)
            case .blob:
                seen.insert(next.key)
                visit(Found(key: next.key, kind: .blob, branch: branch, time: 0, like: .others))
            }
        }
    }

    private mutating func take(
        _ key: ObjectID, _ commit: RawCommit, branch: Int, _ visit: (Found) -> Void
    ) throws(StoreError) {
        visit(Found(key: key, kind: .commit, branch: branch, time: commit.time, like: .commit))
        var before: ObjectID?
        if let parent = commit.parents.first {
            // The parent is mostly the commit before this one.
            if let last = commits.last, last.key == parent {
                before = last.tree
            } else {
                guard let known = try RawCommit(read(parent).bytes) else {
                    throw damaged(parent, "no commit of git's")
                }
                before = known.tree
            }
        }
        var paths = ChangedPaths()
        let place = Place(branch: branch, name: branches[branch].name, time: commit.time)
        if commit.tree != before { try compare(commit.tree, before, place, &paths, visit) }
        commits.append(
            CommitGraph.Commit(
                key: key, tree: commit.tree, parents: commit.parents, time: commit.time, filter: paths.filter)
        )
    }

    private struct Place {
        let branch: Int
        let name: String
        let time: Int64
    }

    /// Notes what stands in one tree and not at the same place of another, and every path at which they differ.
    private mutating func compare(
        _ new: ObjectID, _ old: ObjectID?, _ place: Place, _ paths: inout ChangedPaths,
        _ visit: (Found) -> Void
    ) throws(StoreError) {
        var open: [(new: ObjectID?, old: ObjectID?, path: [UInt8])] = [(new, old, [])]
        while let pair = open.popLast() {
            if let key = pair.new, seen.insert(key).inserted {
                visit(
                    Found(
                        key: key, kind: .tree, branch: place.branch, time: place.time,
                        like: .tree(pair.path, on: place.name)))
            }
            if !pair.path.isEmpty { paths.add(pair.path) }
            let after = try entries(pair.new)
            let before = try entries(pair.old)
            var (i, j) = (0, 0)
            while i < after.count || j < before.count {
                let isOnlyNew = j == before.count || (i < after.count && after[i].precedes(before[j]))
                let isOnlyOld = !isOnlyNew && (i == after.count || before[j].precedes(after[i]))
                let added = isOnlyOld ? nil : after[i]
                let gone = isOnlyNew ? nil : before[j]
                if added != nil { i += 1 }
                if gone != nil { j += 1 }
                guard added?.key != gone?.key, let named = added ?? gone else { continue }
                let path = pair.path.isEmpty ? Array(named.name) : pair.path + [0x2f] + named.name
                if named.isFolder {
                    open.append((added?.key, gone?.key, path))
                    continue
                }
                paths.add(path)
                if let key = added?.key, seen.insert(key).inserted {
                    guard isThere(key) else {
                        throw damaged(
                            key, "missing: \(Printable.text(String(decoding: path, as: UTF8.self)))")
                    }
                    visit(
                        Found(
                            key: key, kind: .blob, branch: place.branch, time: place.time, like: .file(path)))
                }
            }
        }
    }

    private mutating func entries(_ key: ObjectID?) throws(StoreError) -> [RawTree.Entry] {
        guard let key else { return [] }
        if let known = trees[key] { return known }
        guard let tree = RawTree(try read(key).bytes) else { throw damaged(key, "no tree of git's") }
        trees[key] = tree.entries
        return tree.entries
    }

    private func read(_ key: ObjectID) throws(StoreError) -> RawObject {
        try RawObject(key, in: repository.database, of: repository.path)
    }

    private func damaged(_ key: ObjectID, _ reason: String) -> StoreError {
        .damaged(path: "\(repository.path) \(key)", reason: reason)
    }
}

/// Trees that were read just now: the next commit is compared with them.
private struct TreeCache {
    private var known: [ObjectID: [RawTree.Entry]] = [:]
    private var room = 0

    subscript(key: ObjectID) -> [RawTree.Entry]? {
        get { known[key] }
        set {
            guard let newValue else { return }
            // What is wanted again is wanted soon: beginning anew now and then is good enough.
            if room > 500_000 { (known, room) = ([:], 0) }
            known[key] = newValue
            room += newValue.count
        }
    }
}

/// What a tag points to.
enum RawTag {
    static func target(_ bytes: [UInt8]) -> ObjectID? {
        let line = String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
        return line.hasPrefix("object ") ? ObjectID(String(line.dropFirst(7))) : nil
    }
}
