internal import CLibgit2
internal import Glibc

/// A repository behind http, https or ssh. Each slice is a connection of its own.
final class LinkTarget: CopyTarget {
    private let source: GitStore
    private let address: CopyAddress
    private let access: CopyAccess

    init(_ address: CopyAddress, access: CopyAccess, source: GitStore) {
        self.address = address
        self.access = access
        self.source = source
    }

    private func link(to repository: Repository) throws(CopyError) -> CopyLink {
        try CopyLink(
            repository: repository, address: address, access: access,
            limits: MirrorLimits(deadline: access.deadline, bytes: .max, objects: .max))
    }

    func references() throws(CopyError) -> [String: ObjectID] {
        try link(to: source.repository).references(writing: true)
    }

    func take(_ slice: PushPlan.Slice) throws(CopyError) -> [String: String] {
        // libgit2 sends references and no bare commits: they get some, elsewhere, so that the store is only read.
        let tips = Dictionary(slice.updates.map { ($0.reference, $0.new) }, uniquingKeysWith: { $1 })
        let scratch = try ScratchRepository(seeing: source, references: tips)
        defer { withExtendedLifetime(scratch) {} }
        let made = try link(to: scratch.repository)
        _ = try made.references(writing: true)
        return try made.push(slice.updates)
    }

    func judge(_ reference: String, theirs: ObjectID, ours: ObjectID?) throws(CopyError) -> CopyError {
        guard ours != nil else {
            return Self.words(
                address.description, reference, theirs: theirs, ours: nil, base: nil, ahead: nil)
        }
        var tips: [String: ObjectID] = [:]
        if let ours { tips[reference] = ours }
        let scratch = try ScratchRepository(seeing: source, references: tips)
        let made = try link(to: scratch.repository)
        _ = try made.references(writing: false)
        try made.fetch(["+\(reference):refs/heads/theirs"])
        return try CopyError.storing { () throws(StoreError) in
            try FolderTarget.finding(
                address.description, reference, theirs: theirs, ours: ours, source: source,
                in: scratch.repository)
        }
    }
}
