import GitStore

/// The objects of a store that is open, through libgit2: also those that were written a moment ago.
struct StoreObjects: ObjectSource {
    let store: GitStore

    func object(_ name: ObjectName) throws -> RawObject {
        guard let id = ObjectID("\(name)") else { throw ObjectFault.missing(name) }
        let (kind, bytes) = try store.object(id)
        guard let known = ObjectKind(rawValue: kind) else {
            throw ObjectFault.damaged(place: "object \(name)", reason: "it is of no type that there is")
        }
        return RawObject(kind: known, bytes: bytes)
    }
}

extension ObjectName {
    init(_ id: ObjectID) { self = id.bytes.withUnsafeBytes { ObjectName($0.baseAddress.unsafelyUnwrapped) } }
}

extension ObjectSource {
    /// - Throws: ``ObjectFault`` when it is not there, is none, or does not read as one.
    func commit(_ name: ObjectName) throws -> RawCommit {
        let object = try object(name)
        guard object.kind == .commit, let commit = RawCommit(object.bytes) else {
            throw ObjectFault.damaged(place: "commit \(name)", reason: "it does not read as a commit")
        }
        return commit
    }
}
