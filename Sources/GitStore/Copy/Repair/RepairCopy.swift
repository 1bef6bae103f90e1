/// The copy that a store is mended from: a repository on a disk, or one that was fetched for the purpose.
struct RepairCopy {
    let objects: ObjectFolder
    let tips: [String: ObjectID]
    /// Gone, with what was fetched, when this goes.
    private let scratch: ScratchRepository?

    /// - Parameter room: a folder on the disk that the mended store will be on.
    init(_ address: CopyAddress, access: CopyAccess, room: String) throws(CopyError) {
        switch address.way {
        case .folder(let path):
            let repository: Repository
            do throws(StoreError) { repository = try Repository(path: path) } catch {
                throw CopyError(.noStore, "\(address): no bare git repository here")
            }
            tips = try CopyError.storing { () throws(StoreError) in
                var found: [String: ObjectID] = [:]
                for name in try repository.references(below: "refs/heads/") {
                    found[name] = try repository.tip(name)
                }
                return found
            }
            objects = try CopyError.storing { () throws(StoreError) in
                try ObjectFolder(path: path + "/objects")
            }
            scratch = nil
        case .http, .https, .ssh:
            let made = try ScratchRepository(seeing: nil, in: room)
            let link = try CopyLink(
                repository: made.repository, address: address, access: access,
                limits: MirrorLimits(deadline: access.deadline, bytes: .max, objects: .max))
            let found = try link.references(writing: false).filter { $0.key.hasPrefix("refs/heads/") }
            if !found.isEmpty {
                try link.fetch(
                    StoreBranch.allCases.map(\.reference).filter { found[$0] != nil }.map { "+\($0):\($0)" }
                        + ["+\(StoreLayout.timelines)*:\(StoreLayout.timelines)*"])
            }
            tips = found
            objects = try CopyError.storing { () throws(StoreError) in
                try ObjectFolder(path: made.repository.path + "/objects")
            }
            scratch = made
        }
        guard StoreBranch.allCases.contains(where: { tips[$0.reference] != nil }) else {
            throw CopyError(.noStore, "\(address): has none of the branches of a store")
        }
    }
}
